"""Source → statements: sentences and headlines with their exact places, already parsed."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from compare.language.pipeline import english
from compare.model import Block, Furniture, Source, Statement
from compare.sources.segments import Segment, segments
from compare.statements.shelf import LONG, Held, Present, Shelf

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LONGEST = 250  # tokens; what is longer is no sentence, and is cut where a mark or at worst a space allows
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))  # tags of verbs that make a subhead a statement


@dataclass(frozen=True, slots=True)
class Parsed:
    """A statement with its parse.  A token's place in the source is ``offset + token.idx``.

    Tokens are of ``Source.text`` with line ends and markup read as spaces; their places are exact.
    """

    statement: Statement
    held: Held  # the parse of its segment
    first: int  # its tokens there
    last: int
    offset: int  # place in ``Source.text`` of the first character of ``span.doc``

    @property
    def span(self) -> Span:
        """The statement's tokens, inside the parse of its segment."""
        return self.held.doc[self.first : self.last]

    def token_at(self, place: int) -> Token | None:
        """Return the token that holds a character of ``Source.text``; None outside the statement and for a blank."""
        place -= self.offset
        return next((t for t in self.span if t.idx <= place < t.idx + len(t)), None)


def parses_of(source: Source) -> Iterator[Doc]:
    """Yield the parse of each segment of a source."""
    return (doc for doc, _ in parses_of_all([source]))


def parses_of_all(sources: Iterable[Source]) -> Iterator[tuple[Doc, Source]]:
    """Yield the parse of each segment of each source, with its source, in order.

    Batches go across sources, which spares a tenth of the time; a parse does not depend on its batch.
    """
    parts = ((_doc(part), source) for source in sources for part in segments(source))
    yield from english().pipe(parts, as_tuples=True, batch_size=64)


def read_statements(source: Source, parses: Iterable[Doc] | None = None) -> tuple[Parsed, ...]:
    """Return the statements of a source in order; furniture and code take part in none.

    The title is the headline; a subhead is a statement only where it holds a finite verb.  ``parses`` are those of
    `parses_of`, where they were made before.  A long article is parsed and read paragraph by paragraph, and its parses
    are shelved.
    """
    parts = segments(source)
    shelf = Shelf() if len(source.text) >= LONG else None
    seen: Counter[str] = Counter()
    found = []
    for part, doc in zip(parts, parses_of(source) if parses is None else parses, strict=True):
        spans = list(_spans(doc, part))
        held = Present(doc) if shelf is None or not spans else shelf.put(doc)
        for span in spans:
            start, end = part.start + span.start_char, part.start + span.end_char
            text = source.text[start:end]
            squeezed = " ".join(text.split())
            seen[squeezed] += 1
            digest = hashlib.sha256(
                f"{source.id}\n{squeezed}\n{seen[squeezed]}".encode("utf-8", "surrogatepass")
            ).hexdigest()[:16]
            kind: Literal["headline", "sentence"] = "headline" if part.kind == "title" else "sentence"
            statement = Statement("s-" + digest, source.id, start, end, text, part.block, kind)
            found.append(Parsed(statement, held, span.start, span.end, part.start))
    return tuple(found)


def parse_text(text: str, name: str = "text") -> tuple[Parsed, ...]:
    """Return the statements of a bare string: no headline, of furniture datelines only, ``name`` as the source's id."""
    from compare.language.en.furniture import DATELINE
    from compare.sources.blocks import plain_blocks
    from compare.sources.heads import head_furniture

    blocks = tuple(Block(b.start, b.end, "paragraph") for b in plain_blocks(text, titled=False))
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    source = Source(name, name, text, "text", digest, blocks=blocks)
    heads = sorted(found for found in head_furniture(source, list(blocks), []) if found[2] == DATELINE)
    return read_statements(replace(source, furniture=tuple(Furniture(*found) for found in heads)))


def _doc(part: Segment) -> Doc:
    """Return the tokens of a segment; a headline is one statement whatever its marks."""
    doc = english().make_doc(part.words)
    if part.kind in ("title", "heading"):
        for token in doc:
            token.is_sent_start = token.i == 0
    return doc


def _spans(doc: Doc, part: Segment) -> Iterator[Span]:
    """Yield the sentences of a parse without white space at their ends; those without a letter or digit are none."""
    whole = (doc[:],) if part.kind in ("title", "heading") else doc.sents
    for sentence in whole:
        if part.kind == "heading" and not any(token.tag_ in FINITE for token in sentence):
            continue
        for start, end in _cut(sentence):
            first, last = start, end
            while first < last and doc[first].is_space:
                first += 1
            while last > first and doc[last - 1].is_space:
                last -= 1
            if any(c.isalnum() for c in doc[first:last].text):
                yield doc[first:last]


def _cut(sentence: Span) -> Iterator[tuple[int, int]]:
    """Yield the token range of a sentence, or of its pieces where it is absurdly long."""
    start = sentence.start
    while sentence.end - start > LONGEST:
        marks = [
            i for i in range(start + LONGEST // 2, start + LONGEST) if sentence.doc[i].text in (";", ",", "–", "—")
        ]
        end = marks[-1] + 1 if marks else start + LONGEST
        yield start, end
        start = end
    yield start, sentence.end

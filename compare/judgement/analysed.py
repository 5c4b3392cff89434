"""A statement, or a bare text of a few sentences, with all that judging needs to know of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from compare.claims.extraction import claims_of
from compare.claims.name import resolve_names
from compare.claims.placed import Mention, kinds_in, names_in
from compare.language.kinds import Kind
from compare.model import Block, Claim, Moment, Name, Published, Quantity, Source
from compare.sources.placeholder_dates import doubt_of
from compare.sources.segments import WIDTHLESS
from compare.statements.splitting import Parsed, parse_text

if TYPE_CHECKING:
    from spacy.tokens import Token


CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
OFTEN = frozenset({"never", "always", "total"})  # what a contrast may be about, and no word that tells what it is of


@dataclass(frozen=True)
class Analysed:
    """What was read from one side of a pair."""

    parsed: tuple[Parsed, ...]  # one statement of an article; all sentences of a bare text
    claims: tuple[Claim, ...]  # of those statements, in order
    names: tuple[Name, ...] = ()
    published: date | datetime | None = None  # of the article; None where it is not known

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of all its sentences, in order."""
        return tuple(token for parsed in self.parsed for token in parsed.span)

    @cached_property
    def figures(self) -> list[Quantity]:
        """The amounts of its claims, in order."""
        return [c.value for c in self.claims if isinstance(c.value, Quantity)]

    @cached_property
    def moments(self) -> list[Moment]:
        """The times of its claims, in order."""
        return [c.value for c in self.claims if isinstance(c.value, Moment)]

    @cached_property
    def kinds(self) -> tuple[Mention[Kind], ...]:
        """The kinds of things that it names, in order; not those within names and measures."""
        taken = [(n.start, n.end) for n in self.names]
        taken += [(q.start, q.end) for q in self.figures if q.dimension != "count"]
        return tuple(m for parsed in self.parsed for m in kinds_in(parsed, taken))

    @cached_property
    def named(self) -> tuple[Mention[Name], ...]:
        """Its names, each in its place of the sentence, in order."""
        return tuple(m for parsed in self.parsed for m in names_in(parsed, self.names))

    @cached_property
    def telling(self) -> frozenset[tuple[str, str]]:
        """The words that tell what it is about, as (lemma, as written): all but its times, sums and numbers."""
        values = [
            (c.value.start, c.value.end)
            for c in self.claims
            if isinstance(c.value, Moment)
            or (isinstance(c.value, Quantity) and c.value.dimension.split(" per ")[0] in {"money", "duration"})
        ]
        found = set()
        for parsed in self.parsed:
            for token in parsed.span:
                place = parsed.offset + token.idx
                valued = any(start <= place < end for start, end in values)
                if token.pos_ in CONTENT and not token.like_num and not valued and token.lower_ not in OFTEN:
                    found.add((token.lemma_.lower(), token.lower_))
        return frozenset(found)

    @cached_property
    def plain(self) -> frozenset[tuple[str, str]]:
        """The words that tell what it is about, without those of its names."""
        own = {word.lower().strip("’'s.,") for n in self.names for word in n.text.split()}
        return frozenset((lemma, word) for lemma, word in self.telling if word.strip("’'s.,") not in own)

    @cached_property
    def letters(self) -> str:
        """Its letters and digits: the same words and figures clash with nothing, whatever the marks."""
        return "".join(c for c in self.text.casefold() if c.isalnum())

    @property
    def text(self) -> str:
        """The words, sentences joined by one blank."""
        return " ".join(parsed.statement.text for parsed in self.parsed)


def analyse(texts: Sequence[str], published: Sequence[date | datetime | None]) -> tuple[Analysed, ...]:
    """Return bare texts analysed as if each were an article of one paragraph."""
    sources = [
        _source(number, WIDTHLESS.sub("", text), when)
        for number, (text, when) in enumerate(zip(texts, published, strict=True))
    ]
    read = [(source, parse_text(source.text, source.id)) for source in sources]
    names = resolve_names([parsed for _, parsed in read])
    found = []
    for source, parsed in read:
        own = tuple(name for item in parsed for name in names.get(item.statement.id, ()))
        when = source.published.when if source.published else None
        found.append(Analysed(parsed, claims_of(source, parsed, names), own, when))
    return tuple(found)


def _source(number: int, text: str, when: date | datetime | None) -> Source:
    published = None if when is None else Published(when, "manifest", str(when))
    if published is not None and doubt_of(published) is not None:
        published = None
    block = (Block(0, len(text), "paragraph"),) if text else ()
    return Source(f"text-{number}", f"text-{number}", text, "text", "", published=published, blocks=block)

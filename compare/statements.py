"""Source → statements: sentences and headlines with their exact places, already parsed."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.language.pipeline import english
from compare.model import Source, Statement

if TYPE_CHECKING:
    from spacy.tokens import Span


@dataclass(frozen=True, slots=True)
class Parsed:
    """A statement with its parse.  A token's place in the source is ``offset + token.idx``."""

    statement: Statement
    span: Span  # the statement's tokens, inside the parse of its block
    offset: int  # place in ``Source.text`` of the first character of ``span.doc``


def read_statements(source: Source) -> tuple[Parsed, ...]:
    """Return the statements of a source in order; furniture takes part in none."""
    blocks = [b for b in source.blocks if b.kind != "code"]
    docs = english().pipe([source.text[b.start : b.end] for b in blocks])
    seen: Counter[str] = Counter()
    found = []
    for block, doc in zip(blocks, docs, strict=True):
        for sent in doc.sents:
            start, end = block.start + sent.start_char, block.start + sent.end_char
            text = source.text[start:end]
            squeezed = " ".join(text.split())
            seen[squeezed] += 1
            digest = hashlib.sha256(f"{source.id}\n{squeezed}\n{seen[squeezed]}".encode()).hexdigest()[:16]
            kind = "headline" if block.kind == "title" else "sentence"
            statement = Statement("s-" + digest, source.id, start, end, text, source.blocks.index(block), kind)
            found.append(Parsed(statement, sent, block.start))
    return tuple(found)

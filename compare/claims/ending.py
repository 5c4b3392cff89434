"""Who said a whole sentence that ends in '…, the coast guard said', on whatever word the parser hangs that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.claims.attribution import noun_phrase
from compare.language.en.saying import SAYING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

ENDING = 8  # tokens of '…, a spokesman said on Monday.'
BEHIND = (
    "prep",
    "pobj",
    "npadvmod",
    "det",
    "amod",
    "compound",
    "nummod",
    "poss",
    "case",
)  # 'on Monday', 'in a statement'


def at_end(span: Span, token: Token) -> str | None:
    """Return who said the whole of a sentence that ends in '…, the coast guard said', on whatever verb that hangs."""
    for verb in reversed(span[-ENDING:]):
        subject = next((c for c in reversed(list(verb.lefts)) if c.dep_ == "nsubj"), None)
        if subject is None or verb.pos_ != "VERB" or verb.lemma_.lower() not in SAYING or verb.dep_ == "relcl":
            continue
        edge = subject.left_edge.i
        parted = edge > span.start and verb.doc[edge - 1].text == "," and token.i < edge
        own = [t for t in span.doc[verb.i + 1 : span.end] if not t.is_punct]
        behind = all(verb in (t, *t.ancestors) and t.dep_ in BEHIND for t in own)
        joined = any(c.dep_ in ("cc", "mark") for c in verb.children) or verb.tag_ not in ("VBD", "VBZ", "VBP")
        return noun_phrase(subject) if parted and behind and not joined else None
    return None

"""Who says it where that stands behind: after a headline's colon or dash, or in a sentence of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from compare.language.en.saying import GIVERS
from compare.model import Claim, Quotation

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

MARKS = frozenset({":", "-", "–", "—"})
LONGEST = 5  # words of a giver behind a headline
ENDS = frozenset(".?!")
# 'That is according to police.', 'According to police.', 'Police said so.', 'So said the mayor.'
OWN_SENTENCE = re.compile(
    r"(?:(?:(?:that|this|all)(?:\s+is|\s+was|['’]s)?,?\s+)?(?:all\s+)?according\s+to\s+(?P<to>[^,;.]{2,60})"
    r"|(?P<who>[^,;.]{2,60}?)\s+(?:said|says)\s+so(?:\s+on\s+\w+)?|so\s+(?:said|says)\s+(?P<so>[^,;.]{2,60}))[.]?",
    re.IGNORECASE,
)


def behind_mark(span: Span, clause: Token) -> str | None:
    """Return who a headline names at its end: 'Two killed in crash: police', 'Two killed – sheriff'."""
    if len(span) < 4 or span[-1].text in ENDS:
        return None
    for token in reversed(span[-LONGEST - 1 : -1]):
        if token.text in MARKS:
            words = span.doc[token.i + 1 : span.end]
            giver = words.root.lemma_.lower() in GIVERS and all(
                t.pos_ in ("PROPN", "NOUN", "ADJ", "DET", "ADP", "PART") for t in words
            )
            parted = token.text == ":" or (token.i > span.start and bool(token.nbor(-1).whitespace_))
            return " ".join(words.text.split()) if giver and parted and clause.i < token.i else None
    return None


def own_sentence(text: str) -> str | None:
    """Return who a sentence names that only says who said the one before: 'That is according to police.'"""
    match = OWN_SENTENCE.fullmatch(" ".join(text.split()))
    return next((name for name in match.groups() if name), None) if match else None


def said_behind(claims: Sequence[Claim], giver: str) -> list[Claim]:
    """Return the claims of a sentence, those of nobody else given to who the next sentence names."""
    return [c if c.cues.said_by else replace(c, cues=replace(c.cues, said_by=(giver,))) for c in claims]


def quoted_by(claim: Claim, quotations: Sequence[Quotation]) -> Claim:
    """Return a claim that stands in quoted speech with its speaker, where its own sentence names none."""
    start = claim.start if claim.value is None else claim.value.start
    around = [q for q in quotations if q.speaker and not q.scare and q.start <= start and claim.end <= q.end]
    if claim.cues.said_by or not around or claim.kind == "quotation":
        return claim
    return replace(claim, cues=replace(claim.cues, said_by=(around[0].speaker or "",)))

"""Whether two verbs tell one act, or exclude each other."""

from __future__ import annotations

from compare.judgement.rules import quote
from compare.language.antonyms import antonyms
from compare.language.en.oppositions import (
    CONVERSES,
    OPPOSITE_STATES,
    OPPOSITE_VERBS,
)
from compare.language.vectors import similarity
from compare.model import Claim

SAME_ACT = 0.55  # cosine of two verbs above which they are taken for the same act


def opposite(left: str | None, right: str | None) -> bool:
    """Tell whether two lemmas exclude each other, by the tables of news or the dictionary's antonyms."""
    if not left or not right or left == right:
        return False
    pair = frozenset({left, right})
    if pair in CONVERSES:
        return False
    return pair in OPPOSITE_VERBS or pair in OPPOSITE_STATES or right in antonyms(left) or left in antonyms(right)


def same_act(left: Claim, right: Claim) -> bool:
    """Tell whether two claims speak of the same act or state."""
    a, b = left.predicate, right.predicate
    if not a or not b or opposite(a, b):
        return False
    return a == b or similarity(a, b) >= SAME_ACT


def quoted(claim: Claim) -> str:
    return quote((claim.wording or claim.predicate or "").replace(" n't", "n't").replace(" n’t", "n’t"))

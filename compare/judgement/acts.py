"""Whether two verbs tell one act, or exclude each other."""

from __future__ import annotations

from compare.judgement.rules import quote
from compare.language.antonyms import antonyms, is_person
from compare.language.en.oppositions import CONVERSES, OPPOSITE_STATES, OPPOSITE_VERBS, TURNING
from compare.language.en.people import GENERIC
from compare.language.vectors import similarity
from compare.model import Claim

POSTURES = frozenset({"lie", "sit", "stand", "rest", "lean", "run", "hang", "perch"})  # said of things, they only place
SAME_ACT = 0.55  # cosine of two verbs above which they are taken for the same act


def opposite(left: str | None, right: str | None, *, weaker: bool = False) -> bool:
    """Tell whether two lemmas exclude each other, by the tables of news or the dictionary's (weaker) antonyms."""
    if not left or not right or left == right:
        return False
    pair = frozenset({left, right})
    if pair in CONVERSES or pair in TURNING:
        return False
    if pair in OPPOSITE_VERBS or pair in OPPOSITE_STATES:
        return True
    return right in antonyms(left, weaker=weaker) or left in antonyms(right, weaker=weaker)


def opposite_acts(left: Claim, right: Claim) -> bool:
    """Tell whether the verbs of two claims exclude each other in the sense that their doers give them.

    'Sits' and 'stands' are opposites of somebody; a village that lies, sits or stands on a coast is there.
    """
    a, b = left.predicate, right.predicate
    if {a, b} <= POSTURES and not (_living(left) and _living(right)):
        return False
    return opposite(a, b)


def _living(claim: Claim) -> bool:
    """Tell whether a claim's doer is surely somebody: a person's noun or a pronoun; a bare name may be a place's."""
    return any(word in GENERIC or is_person(word) for word in claim.subject)


def same_act(left: Claim, right: Claim) -> bool:
    """Tell whether two claims speak of the same act or state."""
    a, b = left.predicate, right.predicate
    if not a or not b or opposite_acts(left, right):
        return False
    return a == b or similarity(a, b) >= SAME_ACT


def quoted(claim: Claim) -> str:
    return quote((claim.wording or claim.predicate or "").replace(" n't", "n't").replace(" n’t", "n’t"))

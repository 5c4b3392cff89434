"""How near two claims stand to one fact: the same thing, the same doer, the same place, by word and by meaning."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

from compare.language.en.outcomes import GENERAL_PEOPLE, PEOPLE, PEOPLE_KIN
from compare.language.en.stopwords import STOP_LEMMAS
from compare.language.vectors import similarity
from compare.model import Claim

SAME_ONE = 0.75  # cosine of two heads above which they are taken for the same one
NEAR = 0.6  # cosine of two lemmas above which they are taken for the same thing
ROOT = 5  # letters that two forms of one word share: 'injur-ed', 'injur-ies'


@lru_cache(maxsize=1 << 17)  # the same few words meet again and again
def alike(left: str, right: str, near: float = NEAR) -> bool:
    """Tell whether two lemmas or name keys mean the same thing."""
    if left == right:
        return True
    if len(left) > ROOT and left[:ROOT] == right[:ROOT] and " " not in left + right:
        return True
    a, b = set(left.split()), set(right.split())
    if (len(a) > 1 or len(b) > 1) and (a <= b or b <= a):
        return True
    return similarity(left, right) >= near


def covered(part: Iterable[str], whole: Collection[str], near: float = NEAR) -> float:
    """Return the share of words of ``part`` that have a counterpart in ``whole``, 0 to 1; 1 for no words."""
    words = list(part)
    if not words:
        return 1.0
    return sum(any(alike(w, other, near) for other in whole) for w in words) / len(words)


def share(left: Collection[str], right: Collection[str], near: float = NEAR) -> float:
    """Return the share of the smaller set that has a counterpart in the larger; 0 where either is empty."""
    if not left or not right:
        return 0.0
    if len(left) == len(right):
        return max(covered(sorted(left), right, near), covered(sorted(right), left, near))
    small, large = (left, right) if len(left) < len(right) else (right, left)
    return covered(sorted(small), large, near)


def same_counted(left: str | None, right: str | None) -> float:
    """Return how surely two counted nouns name the same thing, 0 to 1; 0.7 where one is not said."""
    if left is None or right is None:
        return 0.7
    if left == right or (left[:1].isdigit() and right[:1].isdigit() and (left in right or right in left)):
        return 1.0
    if left in GENERAL_PEOPLE and right in GENERAL_PEOPLE:
        return 1.0
    if (left in GENERAL_PEOPLE and right in PEOPLE) or (right in GENERAL_PEOPLE and left in PEOPLE):
        return 0.8
    if any(left in kin and right in kin for kin in PEOPLE_KIN):
        return 0.9
    near = similarity(left, right)
    return near if near >= 0.55 else 0.0


def context(left: Claim, right: Claim) -> float:
    """Return how much the clauses of two claims share, by word, name and meaning, 0 to 1."""
    a, b = left.words | left.names, right.words | right.names
    return share(a, b)


def same_head(left: Claim, right: Claim, role: str = "subject") -> bool:
    """Tell whether the same one fills a role: by its head, or by the name that marks a common noun off.

    'the home team of Italy' is Italy; 'a niece of Charles de Gaulle' is not Charles de Gaulle.
    """
    ours, theirs = getattr(left, role), getattr(right, role)
    if not ours or not theirs:
        return False
    if alike(ours[0], theirs[0], SAME_ONE):
        return True
    return (ours[0] in theirs and theirs[0] not in right.names) or (theirs[0] in ours and ours[0] not in left.names)


def same_giver(left: Claim, right: Claim) -> bool:
    """Tell whether two figures may come from one giver: no two different ones are named."""
    givers = [{w.lower().strip("'’s") for g in c.cues.said_by for w in g.split()} for c in (left, right)]
    return not all(givers) or bool((givers[0] & givers[1]) - STOP_LEMMAS)


def meet(left: Collection[str], right: Collection[str], near: float = NEAR) -> bool:
    """Tell whether two phrases have a word or name in common."""
    return any(alike(a, b, near) for a in left for b in right)

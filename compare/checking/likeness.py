"""How alike two words are, by form, spelling, dictionary and meaning; and whether they exclude each other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from compare.judgement.acts import opposite
from compare.language.antonyms import hypernym_words, synonyms
from compare.language.en.organisations import SMALL_WORDS
from compare.language.kinds import words_exclude
from compare.language.vectors import similarity

ROOT = 5  # letters that two forms of one word share: 'injur-ed', 'injur-ies'
SPELLED = 85.0  # likeness of letters, 0 to 100, of two spellings of one name
FLOOR, SPAN = 0.3, 0.5  # cosine at which words begin to be alike, and the distance to full likeness
MEANT = 0.9  # the most that meaning alone can tell
_SMALL = frozenset(SMALL_WORDS)


@lru_cache(maxsize=1 << 18)
def likeness(left: str, right: str) -> float:
    """Return how surely two lemmas say the same, 0 to 1; 1 only for the same form."""
    if left == right:
        return 1.0
    if not (left[:1].isalpha() and right[:1].isalpha()) or opposes(left, right):
        return 0.0
    if min(len(left), len(right)) >= ROOT and left[:ROOT] == right[:ROOT]:
        return 0.9
    ours, theirs = _kin(left), _kin(right)
    if right in ours.same or left in theirs.same:
        return 0.85
    near = MEANT * min(max((similarity(left, right) - FLOOR) / SPAN, 0.0), 1.0)
    if right in ours.kinds or left in theirs.kinds:
        near = max(near, 0.6)
    return round(near, 4)


@lru_cache(maxsize=1 << 16)
def opposes(left: str, right: str) -> bool:
    """Tell whether two lemmas exclude each other: 'rise' and 'fall', 'alive' and 'dead', 'knife' and 'hammer'."""
    return opposite(left, right, weaker=True) or words_exclude(left, right)


@lru_cache(maxsize=1 << 16)
def name_likeness(left: str, right: str) -> float:
    """Return how surely two names name the same one, 0 to 1."""
    if left == right:
        return 1.0
    ours, theirs = set(left.split()), set(right.split())
    if ours <= theirs or theirs <= ours:
        return 0.9
    if min(len(left), len(right)) >= ROOT and fuzz.ratio(left, right) >= SPELLED:
        return 0.85
    if left in (initials(right), right) or right == initials(left):
        return 0.9
    return 0.4 if (ours & theirs) - _SMALL else 0.0


def initials(name: str) -> str:
    """Return the first letters of a name's words, small words left out: 'district of columbia' → 'dc'."""
    words = [w for w in name.split() if w not in _SMALL]
    return "".join(w[0] for w in words) if len(words) > 1 else ""


@dataclass(frozen=True, slots=True)
class _Kin:
    """What the dictionary ties a lemma to."""

    same: frozenset[str]
    kinds: frozenset[str]


@lru_cache(maxsize=1 << 15)
def _kin(lemma: str) -> _Kin:
    return _Kin(synonyms(lemma), hypernym_words(lemma))

"""What two statements of like words differ in, read off their words: direction, score, exception, prefix, figures.

These rules see both statements whole, where the tables of claims see one value or one clause of each.  They speak only
where the rest of the words is much the same; then the one thing that differs is what the two statements disagree about.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from compare.judgement.acts import opposite
from compare.judgement.analysed import Analysed
from compare.judgement.contrast_attempts import tried_and_done
from compare.judgement.contrast_contest import other_score, unanimous
from compare.judgement.contrast_exceptions import excepted
from compare.judgement.contrast_figures import one_and_many, other_currency, other_kind, other_share, part_of_all
from compare.judgement.contrast_kinds import other_kind_of_thing, other_name
from compare.judgement.contrast_opposites import opposed_by_form, opposite_words
from compare.judgement.contrast_time import season, since_and_for
from compare.judgement.contrast_turns import other_course, other_direction, other_receiver, other_side, other_turn
from compare.judgement.contrast_words import births, both_of, never_and_always, not_denied, remainder
from compare.language.kinds import words_exclude
from compare.matching.closeness import alike
from compare.model import Verdict

ALIKE = 0.6  # share of the shorter statement's words that must stand in the other
SEVERAL = 5  # words of the shorter statement, from which
SHARED = 0.3  # … a share must stand in the other letter for letter
LONGER = 3  # times as many words, beyond which two statements are not of one length

Words = frozenset[tuple[str, str]]
Finder = Callable[[Analysed, Analysed], Verdict | None]


def contrasted(left: Analysed, right: Analysed) -> Verdict | None:
    """Return the verdict of the first contrast between two statements of like words, or None."""
    for rule, finder in TABLE if likeness(left, right, ALIKE) >= ALIKE else ():
        found = finder(left, right)
        if found is not None:
            return Verdict(found.relation, rule, found.reason, found.left_words, found.right_words, found.gap)
    if left.names and right.names and likeness(left, right, ALIKE, names=False) >= ALIKE:
        return other_name(left, right)
    return None


def likeness(left: Analysed, right: Analysed, least: float = 0.0, *, names: bool = True) -> float:
    """Return the share of the shorter side's content words that stand in the other, verbs by their meaning.

    A share below ``least`` is not worked out: it is 0.  Without ``names``, of all words but names.
    """
    a, b = (side.telling if names else side.plain for side in (left, right))
    if not a or not b:
        return 0.0
    few, many = sorted((a, b), key=len)
    if len(many) > LONGER * len(few):
        return 0.0  # what is said of one thing in a passage may be said of another in a sentence
    if least and len(few) >= SEVERAL and len(few & many) < SHARED * len(few):
        return 0.0  # most pairs of an event are told apart so, before the meaning of any word is asked
    if len(few) == len(many):  # neither is the shorter: whichever way more of it is met
        return max(_met(few, many, least), _met(many, few, least))
    return _met(few, many, least)


def _met(few: Words, many: Words, least: float) -> float:
    missed = 0
    for word in few:
        missed += word not in many and not any(_same(word, other) for other in many)
        if len(few) - missed < least * len(few):
            return 0.0
    return (len(few) - missed) / len(few)


@lru_cache(maxsize=65_536)  # the statements of one event say the same words again and again
def _same(word: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether two words, each as (lemma, as written), are one, near to each other, or opposites."""
    (a, x), (b, y) = word, other
    return (
        a == b
        or x == y
        or alike(a, b, 0.8)
        or opposite(a, b)
        or words_exclude(a, b)
        or any(opposed_by_form(*two, adjectives=True) for two in ((a, b), (x, y)))
    )


TABLE: tuple[tuple[str, Finder], ...] = (
    ("contrast.never-and-always", never_and_always),
    ("contrast.not-denied", not_denied),
    ("contrast.remainder", remainder),
    ("contrast.births", births),
    ("contrast.both", both_of),
    ("contrast.prefix", opposite_words),
    ("contrast.exception", excepted),
    ("contrast.attempt", tried_and_done),
    ("contrast.direction", other_direction),
    ("contrast.course", other_course),
    ("contrast.receiver", other_receiver),
    ("contrast.side", other_side),
    ("contrast.score", other_score),
    ("contrast.unanimous", unanimous),
    ("contrast.currency", other_currency),
    ("contrast.turn", other_turn),
    ("contrast.season", season),
    ("contrast.since-and-for", since_and_for),
    ("contrast.kind-of-figure", other_kind),
    ("contrast.share", other_share),
    ("contrast.part-of-all", part_of_all),
    ("contrast.one-and-many", one_and_many),
    ("contrast.kind-of-thing", other_kind_of_thing),
)

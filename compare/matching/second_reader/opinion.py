"""An answer of the second reader as evidence: how far it moves a pair, and how far this model is to be heard.

How good a desk's model is nobody knows beforehand.  It begins with a modest weight; how its answers of this run
fit what all the other evidence makes of the same pairs then raises or lowers it, by expectation maximisation over two
rates, as raters without known answers are weighed (Dawid & Skene, 1979) and records are linked (Winkler, 1988).  A
model that answers always the same, or always wrongly, comes to weigh next to nothing; one that guesses, little.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from compare.matching.second_reader.answer import Answer

DEFAULT = 1.0  # log2 odds that an answer adds or takes away before the model's answers are looked at
FARTHEST = 4.0  # … and at most, however well it did on what it was weighed on
MORE = 2.0  # times the weight it begins with that a model may come to weigh
BEGINNING = 20.0  # pairs that the weight it begins with counts for
STEPS = 3  # of the maximisation; more follow the model rather than the evidence
DOUBTFUL = (0.05, 0.9)  # probabilities of one fact between which a pair is asked about
DISCREPANT = frozenset({"conflict", "update"})


@dataclass(frozen=True, slots=True)
class Opinion:
    """What an answer adds, in log2 odds, and its words."""

    words: str
    same: float  # that the two statements speak of one fact
    differs: float  # that what differs in them is a discrepancy


def value_of(answer: Answer) -> float:
    """Return what an answer says of one fact: 1 yes, −1 no, 0 unsure."""
    return {"yes": 1.0, "no": -1.0, "unsure": 0.0}[answer.same]


def bounded(weight: float) -> float:
    """Return a weight that no answer exceeds; a model that was found to tell the opposite weighs nothing."""
    return min(max(weight, 0.0), FARTHEST)


def weight_of(answers: Iterable[tuple[float, Answer]], start: float = DEFAULT) -> float:
    """Return what an answer of this run weighs, in log2 odds, from 0 to twice ``start``.

    ``answers`` are given with the probability that all other evidence gives of one fact; the unsure tell nothing.
    """
    own = bounded(start)
    told = [(chance, answer.same == "yes") for chance, answer in answers if answer.same != "unsure"]
    first = 1 / (1 + math.exp2(-own))  # how often 'yes' is said of one fact; of two facts as often as 'no' of one
    right, wrong = first, 1 - first
    for step in range(STEPS):
        chances = [chance if step == 0 else _after(chance, yes, right, wrong) for chance, yes in told]
        same = math.fsum(chances)
        said = math.fsum(chance for chance, (_, yes) in zip(chances, told, strict=True) if yes)
        apart = math.fsum(1 - chance for chance, (_, yes) in zip(chances, told, strict=True) if yes)
        right = (BEGINNING * first + said) / (BEGINNING + same)
        wrong = (BEGINNING * (1 - first) + apart) / (BEGINNING + len(told) - same)
    least = min(math.log2(right / wrong), math.log2((1 - wrong) / (1 - right)))
    return min(round(max(least, 0.0), 2), MORE * own, FARTHEST)


def _after(chance: float, yes: bool, right: float, wrong: float) -> float:
    """Return the probability of one fact after an answer."""
    same, apart = (right, wrong) if yes else (1 - right, 1 - wrong)
    return chance * same / (chance * same + (1 - chance) * apart)


def opinion_of(answer: Answer, model: str, weight: float) -> Opinion:
    """Return an answer as evidence of a weight in log2 odds."""
    differs = 1.0 if answer.relation in DISCREPANT else 0.0 if answer.same == "unsure" else -1.0
    return Opinion(f"Second reader ({model}): {answer.words}", weight * value_of(answer), weight * differs)

"""A draft's sentence beside one statement of a source: which of its items are met, faced, turned round or lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp

from compare.checking.alignment import Alignment, aligned
from compare.checking.counterparts import Counterparts, Likeness
from compare.checking.items import TYPED, Item
from compare.checking.manner import lost, open_there
from compare.checking.pairing import Pairing
from compare.checking.polarity import negated, opposed, swapped
from compare.checking.sentence import Sentence
from compare.checking.values import alike, comparable
from compare.language.en.assertion import ABSOLUTES, ATTRIBUTING, BOUNDS, HEDGES, RANKS
from compare.language.en.saying import SPEAKING
from compare.language.en.stopwords import EMPTY_VERBS
from compare.model import Name, Quantity
from compare.values.intervals import interval_of
from compare.values.measures import is_bound, paired

MEANT = 0.6  # likeness of a name that stands before the statement only: 'he' may stand for it
SURE = 0.7  # likeness from which an item is met
LIGHT = 0.3  # weight of a verb of saying, of 'make' or 'get', beside a telling word
HOLDING = {"number": 1.2, "time": 1.1, "person": 1.2, "place": 1.2, "organisation": 1.2, "name": 1.0, "quality": 0.8}


@dataclass(frozen=True)
class Comparison:
    """What the two share and what stands against the draft."""

    number: int  # place of the statement among the sources' statements
    likeness: Likeness
    odds: float  # natural-log odds that the statement speaks of what the sentence says
    relevance: float  # the same as a probability, the best counterpart being taken for at least an even chance
    alignment: Alignment
    shares: tuple[float, ...]  # how far each item of the draft is met, 0 to 1
    opposed: tuple[tuple[int, int], ...]  # items that exclude each other in one place
    negated: tuple[tuple[int, int], ...]  # aligned words of which one side denies one
    bound: Mapping[int, float]  # items of the draft whose link to what they hang on stands here too, 0 to 1
    misbound: tuple[tuple[int, int, float], ...]  # items whose place beside a met word another of their type holds
    titles: tuple[tuple[int, int], ...]  # (item or -1, their item or -1): 'vice', 'deputy' on one side only
    swapped: tuple[int, ...]  # items of the draft whose roles are turned round
    softer: tuple[tuple[int, int], ...]  # verbs that the draft states and the statement only plans, expects or thinks
    lost: Mapping[str, tuple[int, ...]]  # 'hedges', 'bounds', 'attributions': words of the statement the draft drops
    gained: tuple[int, ...]  # words of the draft that make it absolute and are not the statement's


def chance(odds: float) -> float:
    """Return the probability of natural-log odds."""
    return 1 / (1 + exp(-max(min(odds, 30.0), -30.0)))


def weights_of(items: Sequence[Item], counterparts: Counterparts) -> tuple[float, ...]:
    """Return how much each item of the draft's sentence counts, in bits."""
    return tuple(
        counterparts.weight(i) * (LIGHT if i.key in EMPTY_VERBS or i.key in SPEAKING else HOLDING.get(i.sort, 1.0))
        for i in items
    )


def compared(
    sentence: Sentence,
    items: Sequence[Item],
    found: tuple[int, Likeness, float],
    most: float,
    counterparts: Counterparts,
) -> Comparison:
    """Return a draft's sentence laid against one statement, given by number, likeness and odds.

    ``most`` are the odds of the likeliest of all statements.
    """
    number, likeness, odds = found
    other, theirs = counterparts.sentences[number], counterparts.items[number]
    laid = aligned(items, theirs)
    known = counterparts.known[number]
    meant = {i for i, a in enumerate(items) if isinstance(a.value, Name) and i not in laid.met and a.value.key in known}
    laid = Alignment(laid.met, tuple(f for f in laid.facing if f.ours not in meant))
    shares = tuple(laid.met[i][1] if i in laid.met else MEANT if i in meant else 0.0 for i in range(len(items)))
    pair = Pairing(sentence, other, tuple(items), theirs, laid.met)
    bound, misbound = _links(pair, shares)
    return Comparison(
        number, likeness, odds, chance(odds - min(most, 0.0)), laid, shares, opposed(pair), negated(pair), bound,
        misbound, _titles(pair), swapped(pair), open_there(pair),
        {"hedges": lost(pair, HEDGES), "bounds": lost(pair, BOUNDS), "attributions": lost(pair, ATTRIBUTING)},
        tuple(
            n for n, w in enumerate(sentence.words)
            if w.of(ABSOLUTES) and not any(o.lemma == w.lemma for o in other.words)
        ),
    )  # fmt: skip


def _links(pair: Pairing, shares: Sequence[float]) -> tuple[dict[int, float], tuple[tuple[int, int, float], ...]]:
    """Return which items keep their link to what they hang on, and which lose their place there to another."""
    items, theirs, met = pair.ours, pair.theirs, pair.met
    bound: dict[int, float] = {}
    displaced = []
    for i, item in enumerate(items):
        for n, relation in item.neighbours:
            if n not in met or met[n][1] < 0.55:
                continue
            m, likeness = met[n]
            near = dict(theirs[m].neighbours)
            reach = set(near) | {x for k in near for x, _ in theirs[k].neighbours} | set(theirs[m].around[2:4])
            j = met[i][0] if i in met else None
            if j is not None and j in reach:
                bound[i] = max(bound.get(i, 0.0), min(shares[i], likeness))
                continue
            if item.sort not in TYPED:
                continue
            for k, other in near.items():
                rival = theirs[k]
                if k == j or rival.sort != item.sort or alike(item, rival) >= 0.4 or not comparable(item, rival):
                    continue
                displaced.append((i, k, round(likeness * (1.0 if other == relation else 0.7), 4)))
    return bound, tuple(x for x in displaced if bound.get(x[0], 0.0) < SURE)


def _titles(pair: Pairing) -> tuple[tuple[int, int], ...]:
    """Return words like 'vice' or 'deputy' that stand beside a met word on one side only."""
    items, theirs, met = pair.ours, pair.theirs, pair.met
    found = []
    used = {j for j, _ in met.values()}
    near = {j: i for i, (j, _) in met.items()}
    for i, item in enumerate(items):
        if item.key in RANKS and i not in met and any(n in met for n in item.around[2:4]):
            found.append((i, -1))
    for j, item in enumerate(theirs):
        beside = [near[n] for n in item.around[2:4] if n in near]
        if item.key in RANKS and j not in used and any(items[i].sort in ("noun", "name") for i in beside):
            found.append((-1, j))
    return tuple(found)


def _tighter(ours: Quantity, theirs: Quantity) -> bool:
    """Tell whether the draft's bound says more than the source's: 'over 3,500' for 'over 3,000'."""
    both = paired(ours, theirs)
    if both is None:
        return False
    a, b = (interval_of(q) for q in both)
    if a is None or b is None:
        return False
    if a.low is not None and b.low is not None:
        return a.low > b.low
    return a.high is not None and b.high is not None and a.high < b.high


def loosened(ours: Item, theirs: Item) -> bool:
    """Tell whether the draft gives bare what the source bounds: 'seven minutes' for 'nearly seven minutes'."""
    a, b = ours.value, theirs.value
    if not (isinstance(a, Quantity) and isinstance(b, Quantity)):
        return False
    if is_bound(a) and is_bound(b) and (a.low is None) == (b.low is None):
        return _tighter(a, b)
    loose = [q.approximate or q.low != q.high or q.low_open or q.high_open for q in (a, b)]
    return loose[1] and not loose[0]

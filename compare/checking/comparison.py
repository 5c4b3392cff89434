"""A draft's sentence beside one statement of a source: which of its items are met, faced, turned round or lost."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from compare.checking.alignment import Alignment, aligned
from compare.checking.counterparts import Counterparts, Likeness
from compare.checking.items import TYPED, Item
from compare.checking.likeness import opposes, siblings
from compare.checking.sentence import Sentence
from compare.checking.values import alike, comparable
from compare.language.en.assertion import ABSOLUTES, ATTRIBUTING, BOUNDS, HEDGES, NEGATING, RANKS
from compare.language.en.saying import SPEAKING
from compare.language.en.stopwords import EMPTY_VERBS
from compare.model import Name, Quantity

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
    number: int,
    likeness: Likeness,
    odds: float,
    most: float,
    counterparts: Counterparts,
) -> Comparison:
    """Return a draft's sentence laid against one statement."""
    other, theirs = counterparts.sentences[number], counterparts.items[number]
    laid = aligned(items, theirs)
    known = counterparts.known[number]
    meant = {i for i, a in enumerate(items) if isinstance(a.value, Name) and i not in laid.met and a.value.key in known}
    laid = Alignment(laid.met, tuple(f for f in laid.facing if f.ours not in meant))
    shares = tuple(laid.met[i][1] if i in laid.met else MEANT if i in meant else 0.0 for i in range(len(items)))
    return Comparison(
        number,
        likeness,
        odds,
        chance(odds - min(most, 0.0)),
        laid,
        shares,
        _opposed(items, theirs, laid),
        _negated(sentence, other, items, theirs, laid),
        *_links(items, theirs, laid, shares),
        _titles(items, theirs, laid),
        _swapped(sentence, other, items, theirs, laid),
        {
            "hedges": _dropped(sentence, other, items, theirs, laid, HEDGES),
            "bounds": _dropped(sentence, other, items, theirs, laid, BOUNDS),
            "attributions": _dropped(sentence, other, items, theirs, laid, ATTRIBUTING),
        },
        tuple(
            n for n, w in enumerate(sentence.words)
            if _is(w.lemma, w.text, ABSOLUTES) and not any(o.lemma == w.lemma for o in other.words)
        ),
    )  # fmt: skip


def _is(lemma: str, text: str, words: Collection[str]) -> bool:
    return lemma in words or text.lower() in words


def _opposed(items: Sequence[Item], theirs: Sequence[Item], laid: Alignment) -> tuple[tuple[int, int], ...]:
    """Return pairs of unmet words that exclude each other and hang together with words that meet."""
    met = {i: j for i, (j, _) in laid.met.items()}
    found = []
    for i, a in enumerate(items):
        if a.value is not None or (i in laid.met and laid.met[i][1] >= SURE):
            continue
        for j, b in enumerate(theirs):
            if b.value is None and opposes(a.key, b.key) and _linked(a, b, met):
                found.append((i, j))
    return tuple(found)


def _linked(left: Item, right: Item, met: Mapping[int, int]) -> bool:
    near = {n for n, _ in right.neighbours} | set(right.around)
    return any(met.get(n) in near for n in (*(n for n, _ in left.neighbours), *left.around))


def denials(sentence: Sentence, item: Item) -> int:
    """Return how many words deny an item: those that hang on it or on what it hangs on, up to its clause."""
    places = {item.anchor}
    place = item.anchor
    for _ in range(4):
        word = sentence.words[place]
        if word.head == place or word.dep in ("ccomp", "advcl", "relcl", "acl", "parataxis"):
            break
        place = word.head
        places.add(place)
    hung = {c for p in places for c in sentence.children[p]} | places
    words = (sentence.words[p] for p in hung - {item.anchor})
    return sum(_is(w.lemma, w.text, NEGATING) for w in words)


def _negated(
    ours: Sentence, theirs: Sentence, items: Sequence[Item], others: Sequence[Item], laid: Alignment
) -> tuple[tuple[int, int], ...]:
    found = []
    for i, (j, likeness) in sorted(laid.met.items()):
        if likeness < 0.55 or items[i].sort not in ("verb", "noun", "quality"):
            continue
        if denials(ours, items[i]) % 2 != denials(theirs, others[j]) % 2:
            found.append((i, j))
    return tuple(found)


def _links(
    items: Sequence[Item], theirs: Sequence[Item], laid: Alignment, shares: Sequence[float]
) -> tuple[dict[int, float], tuple[tuple[int, int, float], ...]]:
    """Return which items keep their link to what they hang on, and which lose their place there to another."""
    bound: dict[int, float] = {}
    lost = []
    for i, item in enumerate(items):
        for n, relation in item.neighbours:
            if n not in laid.met or laid.met[n][1] < 0.55:
                continue
            m, likeness = laid.met[n]
            near = dict(theirs[m].neighbours)
            reach = set(near) | {x for k in near for x, _ in theirs[k].neighbours} | set(theirs[m].around[2:4])
            j = laid.met[i][0] if i in laid.met else None
            if j is not None and j in reach:
                bound[i] = max(bound.get(i, 0.0), min(shares[i], likeness))
                continue
            if item.sort not in TYPED:
                continue
            for k, other in near.items():
                rival = theirs[k]
                if k == j or rival.sort != item.sort or alike(item, rival) >= 0.4 or not comparable(item, rival):
                    continue
                lost.append((i, k, round(likeness * (1.0 if other == relation else 0.7), 4)))
    return bound, tuple(x for x in lost if bound.get(x[0], 0.0) < SURE)


def _titles(items: Sequence[Item], theirs: Sequence[Item], laid: Alignment) -> tuple[tuple[int, int], ...]:
    """Return words like 'vice' or 'deputy' that stand beside a met word on one side only."""
    found = []
    used = {j for j, _ in laid.met.values()}
    near = {j: i for i, (j, _) in laid.met.items()}
    for i, item in enumerate(items):
        if item.key in RANKS and i not in laid.met and any(n in laid.met for n in item.around[2:4]):
            found.append((i, -1))
    for j, item in enumerate(theirs):
        beside = [near[n] for n in item.around[2:4] if n in near]
        if item.key in RANKS and j not in used and any(items[i].sort in ("noun", "name") for i in beside):
            found.append((-1, j))
    return tuple(found)


_DOERS = frozenset({"nsubj", "agent", "prep:by", "prep:from", "prep:since"})
_DONE_TO = frozenset({"dobj", "nsubjpass", "prep:to", "dative", "pobj", "prep:for", "prep:against", "prep:into"})


def _swapped(
    ours: Sentence, theirs: Sentence, items: Sequence[Item], others: Sequence[Item], laid: Alignment
) -> tuple[int, ...]:
    """Return items that do in one sentence what is done to them in the other, of a verb that both have."""
    found = []
    for i, (j, likeness) in sorted(laid.met.items()):
        if likeness < SURE:
            continue
        mine = {n: _role(r, ours, items[n]) for n, r in items[i].neighbours if not r.startswith("<")}
        other = {n: _role(r, theirs, others[n]) for n, r in others[j].neighbours if not r.startswith("<")}
        for n, role in mine.items():
            if n in laid.met and laid.met[n][0] in other:
                facing = other[laid.met[n][0]]
                if role and facing and role != facing:
                    found.append(i)
    return tuple(found)


def _role(relation: str, sentence: Sentence, verb: Item) -> str:
    del sentence, verb
    return "doer" if relation in _DOERS else "done-to" if relation in _DONE_TO else ""


def _dropped(
    ours: Sentence, theirs: Sentence, items: Sequence[Item], others: Sequence[Item], laid: Alignment,
    words: Collection[str],
) -> tuple[int, ...]:  # fmt: skip
    """Return the statement's words of a kind that stand near what is met, and that the draft does not have."""
    reach: set[int] = set()
    for j, likeness in laid.met.values():
        if likeness >= 0.55:
            anchor = others[j].anchor
            reach |= set(range(anchor - 3, anchor + 4)) | set(theirs.children[anchor]) | {theirs.words[anchor].head}
    own = {w.lemma for w in ours.words} | {w.text.lower() for w in ours.words}
    met = {p for j, s in laid.met.values() if s >= SURE for p in range(others[j].first, others[j].last + 1)}
    return tuple(
        n
        for n, w in enumerate(theirs.words)
        if n in reach
        and n not in met
        and _is(w.lemma, w.text, words)
        and w.lemma not in own
        and w.text.lower() not in own
    )


def loosened(ours: Item, theirs: Item) -> bool:
    """Tell whether the draft gives bare what the source bounds: 'seven minutes' for 'nearly seven minutes'."""
    a, b = ours.value, theirs.value
    if not (isinstance(a, Quantity) and isinstance(b, Quantity)):
        return False
    loose = [q.approximate or q.low != q.high or q.low_open or q.high_open for q in (a, b)]
    return loose[1] and not loose[0]


def exclusive(left: Item, right: Item) -> bool:
    """Tell whether two words that face each other are two kinds of one thing."""
    return left.value is None and right.value is None and siblings(left.key, right.key)

"""Which articles are about another event than the rest: they are named, and corroborate nothing.

An article's head (its headline and first sentences) says what it is about.  An article that appeared at another time
than the rest is another event's unless its headline surely says what another headline says, its head what another of
its own time says, or a good part of it surely what others say: a trial is told with the deed.
An undated one is another event's where its head meets no other head and it shares next to nothing with the rest.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from statistics import median

from compare.model import Pair, SetAside, Source, Statement
from compare.sources.publication import day_of

HEAD = 3  # sentences after the headline
SURE = 0.75  # probability from which a pair says that two heads are about one event
APART = 21  # days between an article and the middle one of the others
TWO_EVENTS = "The articles are about two events: what differs is no discrepancy."
TWO_TIMES = "The articles appeared weeks apart: what differs may have changed since."
MUCH = 0.35  # share of an article's statements that surely say what others say, from which it is about their event
FEW = 0.15  # share of an article's statements that an undated one may have in common with the rest


def other_events(sources: Sequence[Source], statements: Sequence[Statement], pairs: Sequence[Pair]) -> frozenset[str]:
    """Return the ids of the sources that are about another event; never half of them or more."""
    apart, sure = _apart(sources, statements, pairs)
    sizes = Counter(s.source for s in statements)
    return frozenset(s for s in apart if len(sure.get(s, ())) < MUCH * max(1, sizes[s]))


def told_apart_in_time(
    sources: Sequence[Source], statements: Sequence[Statement], pairs: Sequence[Pair]
) -> frozenset[str]:
    """Return the ids of the sources about another event, and of those that only tell of this one long before or after.

    What such a one has otherwise is no discrepancy: a trial has other facts than the deed.
    """
    return _apart(sources, statements, pairs)[0]


def _apart(
    sources: Sequence[Source], statements: Sequence[Statement], pairs: Sequence[Pair]
) -> tuple[frozenset[str], dict[str, set[str]]]:
    """Return the sources that stand apart, and source → its statements that surely say what another source says."""
    if len(sources) < 3:
        return frozenset(), {}
    source_of = {s.id: s.source for s in statements}
    heads = heads_of(statements)
    met: dict[str, set[str]] = defaultdict(set)  # source → other sources that its head meets
    headed: set[str] = set()  # sources of which a headline meets another headline
    headlines = {s.id for s in statements if s.kind == "headline"}
    told: dict[str, set[str]] = defaultdict(set)  # source → its statements that meet another source
    sure: dict[str, set[str]] = defaultdict(set)  # … that surely do
    for pair in pairs:
        for own, other in ((pair.left, pair.right), (pair.right, pair.left)):
            told[source_of[own]].add(own)
            if pair.score >= SURE:
                sure[source_of[own]].add(own)
            if own in heads and other in heads and pair.score >= SURE and pair.relation != "conflict":
                met[source_of[own]].add(source_of[other])
                if own in headlines and other in headlines:
                    headed.add(source_of[own])
    sizes = Counter(source_of.values())
    days = {s.id: day_of(s.published.when) for s in sources if s.published is not None}
    far = {s.id for s in sources if _far(s.id, days)}
    found = {s for s in far if s not in headed and not any(_close(s, other, days) for other in met[s])}
    found |= {s.id for s in sources if s.id not in days and not met[s.id] and _few(told[s.id], sizes[s.id])}
    core = [s.id for s in sources if met[s.id] and s.id not in found]
    return (frozenset(found) if len(core) >= 2 and len(found) < len(core) else frozenset()), sure


def of_one_event(
    pairs: Sequence[Pair], statements: Sequence[Statement], apart: frozenset[str], foreign: frozenset[str]
) -> tuple[tuple[Pair, ...], tuple[SetAside, ...]]:
    """Return the pairs without the discrepancies between an article that stands ``apart`` and the rest; these aside.

    ``foreign`` are those of them that are about another event.
    """
    source_of = {s.id: s.source for s in statements}

    def across(pair: Pair) -> bool:
        discrepant = pair.relation != "agreement"
        return discrepant and (source_of[pair.left] in apart) != (source_of[pair.right] in apart)

    def why(pair: Pair) -> str:
        return TWO_EVENTS if {source_of[pair.left], source_of[pair.right]} & foreign else TWO_TIMES

    kept = tuple(p for p in pairs if not across(p))
    return kept, tuple(SetAside(p.left, p.right, p.score, why(p)) for p in pairs if across(p))


def heads_of(statements: Sequence[Statement]) -> frozenset[str]:
    """Return the ids of the headlines and first sentences of each source."""
    sentences: Counter[str] = Counter()
    heads = set()
    for statement in statements:
        if statement.kind == "sentence":
            sentences[statement.source] += 1
        if sentences[statement.source] <= HEAD:
            heads.add(statement.id)
    return frozenset(heads)


def _far(source: str, days: dict[str, date]) -> bool:
    others = [day.toordinal() for name, day in days.items() if name != source]
    return source in days and bool(others) and abs(days[source].toordinal() - median(others)) > APART


def _close(one: str, other: str, days: dict[str, date]) -> bool:
    return other in days and abs((days[one] - days[other]).days) <= APART


def _few(told: set[str], size: int) -> bool:
    return len(told) < FEW * max(1, size)

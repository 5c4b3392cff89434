"""Which articles are about another event than the rest: they are named, and corroborate nothing.

An article's head (its headline and first sentences) says what it is about.  Where no head is paired with anything
of the others while the others' heads are, and it appeared at another time or shares next to nothing, it is another
event's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from statistics import median

from compare.model import Pair, Source, Statement
from compare.sources.publication import day_of

HEAD = 3  # sentences after the headline
SURE = 0.9  # probability from which a pair says that two heads are about one event
APART = 21  # days between an article and the middle one of the others
FEW = 0.15  # share of an article's statements that an undated one may have in common with the rest


def other_events(sources: Sequence[Source], statements: Sequence[Statement], pairs: Sequence[Pair]) -> frozenset[str]:
    """Return the ids of the sources that are about another event; never half of them or more."""
    if len(sources) < 3:
        return frozenset()
    source_of = {s.id: s.source for s in statements}
    heads = heads_of(statements)
    met: dict[str, set[str]] = defaultdict(set)  # source → other sources that its head meets
    told: dict[str, set[str]] = defaultdict(set)  # source → its statements that meet another source
    for pair in pairs:
        for own, other in ((pair.left, pair.right), (pair.right, pair.left)):
            told[source_of[own]].add(own)
            if own in heads and other in heads and pair.score >= SURE and pair.relation != "conflict":
                met[source_of[own]].add(source_of[other])
    sizes = Counter(source_of.values())
    days = {s.id: day_of(s.published.when) for s in sources if s.published is not None}
    found = {s.id for s in sources if not met[s.id] and _far(s.id, days, len(told[s.id]) / max(1, sizes[s.id]))}
    core = [s.id for s in sources if met[s.id]]
    return frozenset(found) if len(core) >= 2 and len(found) < len(core) else frozenset()


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


def _far(source: str, days: dict[str, date], share: float) -> bool:
    others = [day.toordinal() for name, day in days.items() if name != source]
    if source in days and others:
        return abs(days[source].toordinal() - median(others)) > APART
    return share < FEW

"""The answers of a fact folded: one row a distinct value, with every source that gives it, in the order of time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from compare.model import Answer, Source, Status
from compare.sources.publication import day_of

WAYS = 2  # wordings of one figure that one row may hold
_NUMBER = re.compile(r"\D*[\d.,]*\d(?: (?:million|billion|trillion))?(?:%| percent| to [\d.,]+)?")
OTHERS = frozenset({"other", "others"})
_LATEST = date.max  # a source without a date stands last


@dataclass(frozen=True, slots=True)
class Row:
    """One value and who gives it."""

    value: str  # in the words that most of its answers have
    status: Status
    answers: tuple[Answer, ...]  # in the order of the sources

    @property
    def times(self) -> dict[str, int]:
        """Source id → how many of its statements give the value."""
        found: dict[str, int] = {}
        for answer in self.answers:
            found[answer.source] = found.get(answer.source, 0) + 1
        return found


def days_of(sources: Iterable[Source]) -> dict[str, date]:
    """Return source id → day of publication, of those that give one."""
    return {s.id: day_of(s.published.when) for s in sources if s.published is not None}


def rows_of(answers: Sequence[Answer], days: Mapping[str, date], *, by_status: bool = True) -> tuple[Row, ...]:
    """Return the rows, ordered by the earliest publication of each and then by value.

    Without ``by_status`` what was expected and what is reported stand in one row where their values are one.
    """
    groups: dict[tuple[object, ...], list[Answer]] = {}
    for answer in answers:
        groups.setdefault(_same(answer)[not by_status :], []).append(answer)
    rows = [Row(_worded(group), group[0].status, tuple(group)) for group in groups.values()]

    def place(row: Row) -> tuple[date, float, str]:
        size = min((end for a in row.answers for end in (a.low, a.high) if end is not None), default=0.0)
        return min(days.get(a.source, _LATEST) for a in row.answers), size, row.value

    return tuple(sorted(rows, key=place))


def _same(answer: Answer) -> tuple[object, ...]:
    """Return what two answers of one row share: '5 people' and '5 dead' are one figure, 'more than 5' is another."""
    words = " ".join(answer.value.casefold().split())
    if answer.low is None and answer.high is None:
        return answer.status, words.strip("“”\"'.,;: ")
    before = re.match(r"\D*", words)
    return answer.status, answer.low, answer.high, before.group().strip() if before else ""


def _worded(answers: Sequence[Answer]) -> str:
    """Return the value in words that all its answers bear out: who says '2 people' does not say '2 children'."""
    values = Counter(a.value for a in answers)
    told = sorted(values, key=lambda v: (-values[v], len(v), v))
    if answers[0].low is None and answers[0].high is None:
        return told[0]
    ways = list({v.casefold(): v for v in reversed(told)}.values())[::-1]
    if not all(_nouns(v) for v in ways):  # '6' and '6 others': not both say 'others'
        ways = [v for v in ways if not OTHERS & set(v.casefold().split())] or ways
    nouned = [v for v in ways if _nouns(v)] or ways  # '1 person' beside '1'
    ways = [v for v in nouned if not any(_nouns(w) < _nouns(v) for w in nouned)]  # '3 gunshot victims' are '3 victims'
    ways = list({frozenset(_nouns(v)): v for v in reversed(ways)}.values())[::-1]
    if len(ways) <= WAYS:
        return " / ".join(ways)
    number = _NUMBER.match(told[0])
    return number.group().strip() if number else told[0]


def _nouns(value: str) -> set[str]:
    """Return the words of what is counted, 'other people' for 'others'."""
    number = _NUMBER.match(value)
    noun = value[number.end() if number else 0 :].casefold().replace("others", "other people")
    return set(re.findall(r"[^\W\d]+", noun))

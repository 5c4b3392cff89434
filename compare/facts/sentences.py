"""The one-sentence answer of a fact.  Every fixed sentence stands in ``SENTENCES``; letters name the sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from compare.facts.basis import is_compared
from compare.facts.room import SUMMED
from compare.facts.rows import Row
from compare.model import Pair, Relation

SENTENCES = {
    "agreement": "{who} say {value}.",
    "agreement-room": "{rows}: each leaves room for the {others}.",
    "agreement-quoted": "{who} quote the same words.",
    "agreement-nearly": "{who} quote nearly the same words.",
    "agreement-words": "{who} speak of the same; no value was compared.",
    "expected": "{reported}; {expected} had been expected.",
    "overtaken": "Overtaken: {rows}.",
    "spelling": "Spelled {ways} ways: {rows}.",
    "renderings": "{who} quote the same speech in different words; what differs is marked.",
    "values": "{rows}.",
    "many": "{number} values are given, from {first} to {last}.",
    "pair": "{left} and {right}: {reason}",
}
MANY = 5  # rows that one sentence may list
LONG = 80  # characters of a quotation that one sentence may hold
_WAYS = ("no", "one", "two", "three", "four", "five", "six")
TOLD = frozenset({"name", "age", "known", "plan", "address"})  # families of rules whose reason names the bearer


def listed(items: Sequence[str], last: str = " and ") -> str:
    """Return 'A', 'A and B', 'A, B and C'."""
    return last.join(part for part in (", ".join(items[:-1]), items[-1] if items else "") if part)


def times(number: int) -> str:
    """Return 'twice', 'three times', '12 times'."""
    return "twice" if number == 2 else f"{_WAYS[number] if number < len(_WAYS) else number} times"


def letters_of(row: Row, letters: Mapping[str, str]) -> str:
    """Return who gives a value: 'A, C', 'C, three times', 'A, C (twice)'."""
    found = [(letters[s], n) for s, n in sorted(row.times.items(), key=lambda item: _place(letters, item[0]))]
    if len(found) == 1:
        name, number = found[0]
        return name if number == 1 else f"{name}, {times(number)}"
    return ", ".join(name if number == 1 else f"{name} ({times(number)})" for name, number in found)


@dataclass(frozen=True, slots=True)
class Naming:
    """How sources are named in a sentence, by their id."""

    letters: Mapping[str, str]  # in the order of the sources
    names: Mapping[str, str]  # the publisher, else the letter
    days: Mapping[str, date]  # of publication, of those that are known


def summary_of(
    relation: Relation, lead: Pair, rows: Sequence[Row], ends: tuple[str, str], naming: Naming, *, room: bool = True
) -> str:
    """Return the answer; ``ends`` are the sources of the lead pair; ``room`` tells values that only leave room."""
    letters = naming.letters
    family, verdict = lead.verdict.rule.partition(".")[0], lead.verdict
    if not is_compared(lead):
        if relation == "agreement":
            return SENTENCES["agreement-words"].format(who=_all(rows, letters))
        return _of_the_pair(lead, letters, ends)
    if verdict.rule == "name.spelling":
        ways = _WAYS[len(rows)] if len(rows) < len(_WAYS) else str(len(rows))
        given = " / ".join(f"{row.value} ({letters_of(row, letters)})" for row in rows)
        return SENTENCES["spelling"].format(ways=ways, rows=given)
    if verdict.rule == SUMMED:
        return _of_the_pair(lead, letters, ends)
    if family == "quotation" and any(len(row.value) > LONG for row in rows):
        alike = "agreement-nearly" if verdict.rule == "quotation.variant" else "agreement-quoted"
        same = alike if relation == "agreement" else "renderings"
        return SENTENCES[same].format(who=_all(rows, letters))
    if family in TOLD and relation != "agreement" and len(rows) == 2:
        return _of_the_pair(lead, letters, ends)
    if relation == "update":
        return _update(rows, naming) or _of_the_pair(lead, letters, ends)
    if relation == "agreement":
        return _agreement(rows, letters, room=room)
    if len(rows) > MANY:
        sized = sorted((r for r in rows if _size(r) is not None), key=lambda r: _size(r) or 0.0) or rows
        return SENTENCES["many"].format(number=len(rows), first=sized[0].value, last=sized[-1].value)
    told = [f"{_told(row, rows)} ({letters_of(row, letters)})" for row in rows]
    return SENTENCES["values"].format(rows="; ".join(told)) if len(rows) > 1 else _of_the_pair(lead, letters, ends)


def _told(row: Row, rows: Sequence[Row]) -> str:
    """Return a value; with what is expected of it where another row has the same words and only that differs."""
    alike = [r for r in rows if r.value.casefold() == row.value.casefold()]
    return f"{row.value}, {row.status}" if len(alike) > 1 else row.value


def _agreement(rows: Sequence[Row], letters: Mapping[str, str], *, room: bool) -> str:
    if len({row.value for row in rows}) == 1:
        return SENTENCES["agreement"].format(who=_all(rows, letters), value=rows[0].value.rstrip("."))
    given = "; ".join(f"{row.value} ({letters_of(row, letters)})" for row in rows)
    template = SENTENCES["agreement-room" if room else "values"]
    return template.format(rows=given, others="other" if len(rows) == 2 else "others")


def _all(rows: Sequence[Row], letters: Mapping[str, str]) -> str:
    return listed([letters[s] for s in sorted({s for r in rows for s in r.times}, key=lambda s: _place(letters, s))])


def _size(row: Row) -> float | None:
    return next((end for a in row.answers for end in (a.low, a.high) if end is not None), None)


def _update(rows: Sequence[Row], naming: Naming) -> str | None:
    """Return what replaced what: an expectation by a report, else the earlier values by the later."""
    letters, days = naming.letters, naming.days
    expected = [r for r in rows if r.status == "expected"]
    reported = [r for r in rows if r.status == "reported"]
    if expected and reported and len(expected) + len(reported) == len(rows):
        told = [listed([f"{r.value} ({letters_of(r, letters)})" for r in part]) for part in (reported, expected)]
        return SENTENCES["expected"].format(reported=told[0], expected=told[1])
    if len(rows) < 2:
        return None
    early = [r for r in rows if r.status in ("superseded", "expected")]
    ordered = [*early, *(r for r in rows if r not in early)]
    if not early and len({min((days[s] for s in r.times if s in days), default=None) for r in rows}) < 2:
        return None  # nothing says which of them came first
    close = _within_a_week(rows, days)
    steps: dict[tuple[bool, str], list[str]] = {}  # what one article says on one day overtakes nothing of its own
    for row in ordered:
        steps.setdefault((row in early, _who_and_when(row, naming, close)), []).append(row.value)
    if len(steps) < 2:
        return None
    told = [f"{listed(values)} ({who})" for (_, who), values in steps.items()]
    return SENTENCES["overtaken"].format(rows=" → ".join(told))


def _who_and_when(row: Row, naming: Naming, close: bool) -> str:
    days = naming.days
    who = ", ".join(dict.fromkeys(naming.names[s] for s in row.times))
    first = min((days[s] for s in row.times if s in days), default=None)
    if first is None:
        return who
    return f"{who}, {first:%A}" if close else f"{who}, {first.day} {first:%B}"


def _within_a_week(rows: Sequence[Row], days: Mapping[str, date]) -> bool:
    found = [days[s] for row in rows for s in row.times if s in days]
    return bool(found) and (max(found) - min(found)).days < 7


def _of_the_pair(lead: Pair, letters: Mapping[str, str], ends: tuple[str, str]) -> str:
    reason = lead.verdict.reason
    lowered = reason[:1].lower() + reason[1:] if reason.split(" ", 1)[0] in _OPENINGS else reason
    return SENTENCES["pair"].format(left=letters[ends[0]], right=letters[ends[1]], reason=lowered)


_OPENINGS = frozenset("By One Two Both The A An What Words Each It They This Nothing Neither In On At".split())


def _place(letters: Mapping[str, str], source: str) -> int:
    return list(letters).index(source)

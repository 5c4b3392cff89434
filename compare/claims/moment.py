"""Dates and times of a statement, resolved against the day its source was published."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from compare.claims.cues import clause_of, cues_at
from compare.claims.dategrammar import read_dates
from compare.claims.datelike import is_date, token_at
from compare.claims.datetext import Reading
from compare.claims.resolution import Leaning, absolute, resolve
from compare.claims.zones import in_zone
from compare.language.en.zones import place_zones
from compare.model import Moment
from compare.sources.publication import day_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from compare.model import Published

Grain = Literal["year", "quarter", "month", "week", "day", "part", "hour", "minute", "vague"]

_JOINT = re.compile(r"[\s,]*(?:\(|on|at|around|about|at\s+about|at\s+around|by|early\s+on|late\s+on|in\s+the)?\s*")
_IN_PLACE = re.compile(r"\s+in\s+((?:[A-Z][\w.'’-]+\s?){1,2})")


def moments_in(span: Span, offset: int, published: Published | None) -> tuple[Moment, ...]:
    """Return the dates and times of ``span`` in order of place; ``offset`` is the place of its document in the source.

    ``earliest``/``latest`` bound the time, half open: UTC where the text names a zone, else naive local time of the
    source.  Without a day of publication only dates with a year are resolved; the rest have basis 'unresolved'.
    """
    text, base = span.text, span.start_char
    day = day_of(published.when) if published else None
    found = []
    readings = _joined(text, [r for r in read_dates(text) if is_date(span, r)])
    for reading in readings:
        host = _host(span, reading, readings)
        if host is not None:  # '18:00 UTC' in a clause that names its day elsewhere
            whole = replace(host, start=reading.start, end=reading.end, hour=reading.hour, minute=reading.minute)
            leaning = _leaning(span, token_at(span, base + host.start))
            moment = _moment(text, replace(whole, zone=reading.zone), offset + base, day, leaning)
            found.append(replace(moment, basis="context") if moment.earliest else moment)
            continue
        token = token_at(span, base + reading.start)
        if (
            reading.shape == "date"
            and reading.year is None
            and _names_event(span, base + reading.start, base + reading.end)
        ):
            found.append(_moment(text, reading, offset + base, None, "either"))
            continue
        leaning = _leaning(span, token) if day is not None and not absolute(reading) else "either"
        found.append(_moment(text, reading, offset + base, day, leaning))
    return tuple(found)


def _host(span: Span, clock: Reading, readings: list[Reading]) -> Reading | None:
    """Return the one day of the clause in which a bare time of day stands, if there is just one in the sentence."""
    days = [r for r in readings if r.shape in ("date", "day", "now")]
    if clock.shape != "clock" or clock.hour is None or len(days) != 1:
        return None
    day = days[0]
    if day.hour is not None or day.part is not None:
        return None
    places = (span.start_char + clock.start, span.start_char + day.start)
    here, there = (clause_of(token_at(span, place)) for place in places)
    return day if here.i == there.i else None


def _names_event(span: Span, start: int, end: int) -> bool:
    """Tell 'the September 11 attacks' from a date: the event that a day names may lie in any year."""
    own = [t for t in span if start <= t.idx < end]
    last = own[-1] if own else span[-1]
    after = last.nbor(1) if last.i + 1 < span.end else None
    definite = bool(own) and own[0].i > span.start and own[0].nbor(-1).lower_ in ("the", "its", "their")
    noun = after is not None and after.pos_ in ("NOUN", "PROPN", "ADJ")
    return definite and noun and any(t.head.i > last.i for t in own)


def _leaning(span: Span, token: Token) -> Leaning:
    cues = cues_at(span, _told_then(token) or token)
    if token.i > span.start and token.nbor(-1).lower_ in ("until", "till", "by", "through"):
        return "either"
    if cues.status == "expected":
        return "either" if cues.past else "future"
    if cues.past:
        return "past"
    return "future" if _announced(token) else "either"


def _told_then(token: Token) -> Token | None:
    """Return the verb of what is told as of a day: 'police say that on Saturday he was standing there'.

    The day stands behind a present 'say' and before what is said; nobody says it on that day.
    """
    verb = clause_of(token)
    if verb.tag_ not in ("VBP", "VBZ") or token.i < verb.i:
        return None
    return next((c for c in verb.children if c.dep_ == "ccomp" and c.i > token.i), None)


def _announced(token: Token) -> bool:
    """Tell 'the launch is on Sunday': what is on a day is still to come."""
    on = token.head
    verb = on.head
    return on.lower_ == "on" and on.dep_ == "prep" and verb.lemma_ == "be" and verb.tag_ in ("VBZ", "VBP")


# --- joining --------------------------------------------------------------------------------------


def _joined(text: str, readings: list[Reading]) -> list[Reading]:
    """Join a day and a time of day that stand side by side: '1 pm on Wednesday', 'Monday at dawn'."""
    found: list[Reading] = []
    for reading in readings:
        here = _placed(text, reading) if reading.shape == "clock" else reading
        if found and _JOINT.fullmatch(text[found[-1].end : here.start]):
            both = _both(found[-1], here)
            if both is not None:
                found[-1] = both
                continue
        found.append(here)
    return found


def _both(left: Reading, right: Reading) -> Reading | None:
    days = ("date", "day", "now")
    if left.shape in days and right.shape == "clock":
        day, clock = left, right
    elif right.shape in days and left.shape == "clock":
        day, clock = right, left
    elif left.shape == "day" and right.shape == "date" and right.weekday is None and left.direction is None:
        return replace(right, start=left.start, weekday=left.weekday, part=left.part, edge=left.edge)
    else:
        return None
    if day.hour is not None or (day.part and clock.part):
        return None
    return replace(
        day,
        start=left.start,
        end=right.end,
        hour=_after_noon(clock.hour, day.part),
        minute=clock.minute,
        zone=clock.zone,
        part=day.part or clock.part,
    )


def _after_noon(hour: int | None, part: str | None) -> int | None:
    """Return the hour of '2:46 this afternoon', '9:30 Friday night': twelve later than it is written."""
    first = {"afternoon": 1, "evening": 4, "night": 6}.get(part or "")
    return hour + 12 if hour is not None and first is not None and first <= hour < 12 else hour


def _placed(text: str, reading: Reading) -> Reading:
    """Add the zone of '10 am in Washington'."""
    match = _IN_PLACE.match(text, reading.end)
    if reading.zone is not None or reading.hour is None or match is None:
        return reading
    words = match[1].split()
    for count in (2, 1):
        zone = place_zones().get(" ".join(words[:count]).rstrip(".,").lower())
        if zone is not None:
            return replace(reading, zone=zone)
    return reading


# --- the value ------------------------------------------------------------------------------------


def _moment(text: str, reading: Reading, base: int, published: date | None, leaning: Leaning) -> Moment:
    interval = resolve(reading, published, leaning)
    if interval is not None:
        interval = in_zone(interval, reading.zone)
    return Moment(
        start=base + reading.start,
        end=base + reading.end,
        text=text[reading.start : reading.end],
        grain=_grain(reading),
        year=None if reading.years else reading.year,
        month=reading.month,
        day=reading.day,
        weekday=reading.weekday,
        hour=reading.hour,
        minute=reading.minute,
        zone=reading.zone,
        earliest=interval[0] if interval else None,
        latest=interval[1] if interval else None,
        basis="unresolved" if interval is None else "written" if absolute(reading) else "published",
    )


def _grain(reading: Reading) -> Grain:
    if reading.hour is not None:
        return "minute" if reading.minute is not None else "hour"
    if reading.part in ("noon", "midnight") or (reading.part and reading.shape in ("day", "date", "now", "clock")):
        return "part"
    if reading.edge and reading.shape in ("day", "date"):
        return "part"
    if reading.shape in ("date", "day", "now"):
        return "day"
    if reading.shape in ("month", "year"):
        return "month" if reading.shape == "month" else "year"
    if reading.shape == "span":
        return "quarter" if reading.quarter else "vague"
    if reading.shape == "shift" and not reading.edge and not reading.ago:
        return {"day": "day", "week": "week", "month": "month", "year": "year"}.get(reading.unit or "", "vague")  # type: ignore[return-value]
    if reading.shape == "shift" and reading.unit == "day":
        return "day"
    return "vague"

"""Written periods shorter than a year: quarters, halves, fiscal years, seasons."""

from __future__ import annotations

import re

from compare.claims.datetext import SHIFTS, Reading, said
from compare.language.en.calendar import ORDINALS


def read_quarter(m: re.Match[str]) -> Reading | None:
    got = m.groupdict()
    number = ORDINALS.get((got.get("nth") or "").lower()) or int(got.get("q") or 0)
    return said(m, "span", quarter=number, shift=_shift(m), fiscal="fiscal" in m.group().lower())


def read_half(m: re.Match[str]) -> Reading | None:
    return said(m, "span", half=1 if m["nth"].lower() == "first" else 2, shift=_shift(m))


def _shift(m: re.Match[str]) -> int | None:
    """Return how many years 'last year', 'this year', 'next year' is from that of publication."""
    return SHIFTS.get((m.groupdict().get("of_year") or "").lower())


def read_fiscal(m: re.Match[str]) -> Reading | None:
    return said(m, "vague", unit="year", fiscal=True)


def read_season(m: re.Match[str]) -> Reading | None:
    if m.groupdict().get("year"):
        return said(m, "span", years=1, part=m["season"].lower())
    return said(m, "vague", unit="season")


def read_part_of_year(m: re.Match[str]) -> Reading | None:
    """Read 'early 2022', 'the end of 2022': the half or the quarter that people mean by it, generously."""
    edge = (m["edge"] or m["end"]).lower()
    if edge in ("early", "late"):
        return said(m, "span", half=1 if edge == "early" else 2)
    if edge in ("start", "beginning", "end"):
        return said(m, "span", quarter=4 if edge == "end" else 1)
    return None

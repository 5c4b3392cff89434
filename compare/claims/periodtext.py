"""Written periods shorter than a year: quarters, halves, fiscal years, seasons."""

from __future__ import annotations

import re

from compare.claims.datetext import Reading
from compare.language.en.calendar import ORDINALS


def read_quarter(m: re.Match[str]) -> Reading | None:
    got = m.groupdict()
    number = ORDINALS.get((got.get("nth") or "").lower()) or int(got.get("q") or 0)
    year = got.get("year")
    fiscal = "fiscal" in m.group().lower()
    shift = {"last": -1, "this": 0, "next": 1}.get((got.get("of_year") or "").lower())
    return Reading(
        m.start(), m.end(), "span", year=int(year) if year else None, quarter=number, shift=shift, fiscal=fiscal
    )


def read_half(m: re.Match[str]) -> Reading | None:
    got = m.groupdict()
    shift = {"last": -1, "this": 0, "next": 1}.get((got.get("of_year") or "").lower())
    year = got.get("year")
    half = 1 if m["nth"].lower() == "first" else 2
    return Reading(m.start(), m.end(), "span", year=int(year) if year else None, half=half, shift=shift)


def read_fiscal(m: re.Match[str]) -> Reading | None:
    return Reading(m.start(), m.end(), "vague", year=int(m["year"]), unit="year", fiscal=True)


def read_season(m: re.Match[str]) -> Reading | None:
    got = m.groupdict()
    year = got.get("year")
    if year:
        return Reading(m.start(), m.end(), "span", year=int(year), years=1, part=m["season"].lower())
    return Reading(m.start(), m.end(), "vague", unit="season")


def read_part_of_year(m: re.Match[str]) -> Reading | None:
    """Read 'early 2022', 'the end of 2022': the half or the quarter that people mean by it, generously."""
    year, edge = int(m["year"]), (m["edge"] or m["end"]).lower()
    if edge in ("early", "late"):
        return Reading(m.start(), m.end(), "span", year=year, half=1 if edge == "early" else 2)
    if edge in ("start", "beginning", "end"):
        return Reading(m.start(), m.end(), "span", year=year, quarter=4 if edge == "end" else 1)
    return None

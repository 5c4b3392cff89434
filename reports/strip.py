"""The value strip: the answers to one question on a number line, as inline SVG and as characters.

Hollow means expected, filled means reported, a bar is a range, an arrow an end that is not given, dashes the gap
between what was expected and what was reported.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from compare.language.en.plurals import IRREGULAR, UNCHANGED
from compare.language.en.units import BY_NAME

PAD = 0.15  # of the span, on either side
LOG_RATIO = 50  # beyond this the scale is logarithmic; an axis is never broken
LARGER = {"second": (60, "minute"), "minute": (60, "hour")}  # unit → how many make the next, and its name
SHORT_UNITS = {"hour": "h", "minute": "min", "second": "s", "percent": "%", "kilometre": "km", "metre": "m"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One answer: ``low``/``high`` in the unit of the fact, None where that end is not given (not both)."""

    low: float | None
    high: float | None
    expected: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """The stretch between a reported value and the nearest expected one."""

    start: float
    end: float
    words: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A number line in the unit of the fact: ``low`` to ``high`` map to 0 to 1."""

    low: float
    high: float
    logarithmic: bool
    ticks: tuple[tuple[float, str], ...]  # value and its label, which may be in a larger unit

    def at(self, value: float) -> float:
        """Return the place of a value, from 0 to 1."""
        if self.logarithmic:
            return math.log(value / self.low) / math.log(self.high / self.low)
        return (value - self.low) / (self.high - self.low)

    def span(self, mark: Mark) -> tuple[float, float]:
        """Return the two ends of an answer, an open end reaching the edge."""
        low = 0.0 if mark.low is None else self.at(mark.low)
        return low, 1.0 if mark.high is None else self.at(mark.high)


def scale_of(marks: Sequence[Mark], unit: str | None) -> Scale | None:
    """Return a scale for two or more answers that differ; None where a number line would say nothing."""
    ends = [end for mark in marks for end in (mark.low, mark.high) if end is not None and math.isfinite(end)]
    if len(marks) < 2 or len({(m.low, m.high) for m in marks}) < 2 or not ends:
        return None
    low, high = min(ends), max(ends)
    if low == high:  # '58' and 'at least 58'
        low, high = low - (abs(low) or 1) * 0.1, high + (abs(high) or 1) * 0.1
    if low > 0 and high / low > LOG_RATIO:
        pad = (high / low) ** PAD
        powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
        every = max(1, math.ceil(len(powers) / 5))
        ticks = [10.0**p for p in powers if low / pad <= 10.0**p <= high * pad][::every]
        return Scale(low / pad, high * pad, True, tuple((t, tick_label(t, unit)) for t in ticks))
    margin = (high - low) * PAD
    low, high = (max(0.0, low - margin) if low >= 0 else low - margin), high + margin
    times, larger = LARGER.get(unit or "", (1, unit or ""))
    if high < 2 * times:  # '90 min', but '2 h'
        times, larger = 1, unit or ""
    labelled = [(t * times, tick_label(t, larger or None)) for t in _round_ticks(low / times, high / times)]
    return Scale(low, high, False, tuple(labelled))


def tick_label(value: float, unit: str | None) -> str:
    """Return '4 h', '1,200', '2.5 million'; a unit without a short form is left to the answers beside the line."""
    for power, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= power:
            number = f"{value / power:,.4g} {word}"
            break
    else:
        number = f"{value:,.4f}".rstrip("0").rstrip(".")
    number = number.replace("-", "−")
    short = SHORT_UNITS.get(unit or "", unit or "")
    if not short or len(short) > 4 or unit not in BY_NAME:  # what is counted is said beside the line
        return number
    if short == "%":
        return f"{number}%"
    plural = short == unit and short.isalpha() and abs(value) != 1 and short not in UNCHANGED
    return f"{number} {IRREGULAR.get(short, short + 's') if plural else short}"


def row_svg(scale: Scale, mark: Mark | None, gap: Gap | None = None) -> str:
    """Return the plot of one answer; x in percent, so that text and dots never scale."""
    lines = [
        f'<line class="grid" x1="{_pc(scale.at(t))}" x2="{_pc(scale.at(t))}" y1="0" y2="100%"/>' for t, _ in scale.ticks
    ]
    parts = [*lines, '<line class="base" x1="0" x2="100%" y1="50%" y2="50%" stroke-width="1"/>']
    if gap is not None:
        left, right = sorted((scale.at(gap.start), scale.at(gap.end)))
        parts.append(f'<line class="gap" x1="{_pc(left)}" x2="{_pc(right)}" y1="50%" y2="50%" stroke-width="3"/>')
        parts.append(f'<text class="gapt" x="{_pc(left)}" y="98%" dx="2">{escape(gap.words)}</text>')
    if mark is not None:
        parts.append(_shape(scale, mark))
    return f'<svg aria-hidden="true" focusable="false">{"".join(parts)}</svg>'


def axis_svg(scale: Scale) -> str:
    """Return the labels below the plots."""
    ticks = "".join(
        f'<text class="tick" x="{_pc(scale.at(t))}" y="14" text-anchor="middle">{escape(label)}</text>'
        for t, label in scale.ticks
    )
    return f'<svg focusable="false" aria-hidden="true">{ticks}</svg>'


def row_text(scale: Scale, mark: Mark | None, width: int) -> str:
    """Return the plot of one answer in ``width`` characters."""
    cells = [" "] * width
    for tick, _ in scale.ticks:
        cells[_cell(scale.at(tick), width)] = "·"
    if mark is not None:
        low, high = (_cell(place, width) for place in scale.span(mark))
        dot = "○" if mark.expected else "●"
        for i in range(low, high + 1):
            cells[i] = "─"
        cells[low] = "◀" if mark.low is None else dot
        cells[high] = "▶" if mark.high is None else dot
    return "".join(cells)


def axis_text(scale: Scale, width: int) -> str:
    """Return the labels above the plots, each centred on its tick; a label that would touch the last is left out."""
    line, free = "", 0
    for tick, label in scale.ticks:
        start = max(0, _cell(scale.at(tick), width) - len(label) // 2)
        if start >= free and start + len(label) <= width + 4:
            line = line.ljust(start) + label
            free = start + len(label) + 1
    return line


def _shape(scale: Scale, mark: Mark) -> str:
    style = "exp" if mark.expected else "rep"
    left, right = scale.span(mark)
    if mark.low is not None and mark.low == mark.high:
        return f'<circle class="{style}" cx="{_pc(left)}" cy="50%" r="6.5"/>'
    if mark.low is not None and mark.high is not None:
        return (
            f'<svg y="50%" overflow="visible"><rect class="{style}" x="{_pc(left)}" y="-6" '
            f'width="{_pc(right - left)}" height="12" rx="6"/></svg>'
        )
    # an end that is not given: a dot where the answer begins, and an arrow from there to the edge
    dot, edge, tip = (right, left, "M7 -5 1 0 7 5") if mark.low is None else (left, right, "M-7 -5 -1 0 -7 5")
    return (
        f'<line class="ray" x1="{_pc(left)}" x2="{_pc(right)}" y1="50%" y2="50%"/>'
        f'<svg x="{_pc(edge)}" y="50%" overflow="visible"><path class="ray" d="{tip}"/></svg>'
        f'<circle class="{style}" cx="{_pc(dot)}" cy="50%" r="6.5"/>'
    )


def _round_ticks(low: float, high: float) -> list[float]:
    power = 10.0 ** math.ceil(math.log10(high - low))
    steps = (power * shrink * m for shrink in (1.0, 0.1, 0.01) for m in (5, 2.5, 2, 1))
    for step in steps:  # the coarsest that gives three ticks
        ticks = [round(i * step, 10) for i in range(math.ceil(low / step), math.floor(high / step) + 1)]
        if len(ticks) >= 3:
            return ticks
    return [round(low, 10), round(high, 10)]


def _cell(place: float, width: int) -> int:
    return min(width - 1, max(0, round(place * (width - 1))))


def _pc(place: float) -> str:
    return f"{min(1.0, max(0.0, place)) * 100:.2f}%"

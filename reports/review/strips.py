"""The number strip of a finding on its review page, drawn from what was kept with the finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from reports.statement_view import speakers
from reports.strip import Mark, axis_svg, row_svg, scale_of


@dataclass(frozen=True, slots=True)
class Drawn:
    """The lines of a strip and the axis below them."""

    rows: Sequence[Mapping[str, Any]]
    axis: Markup


def strip_of(told: Mapping[str, Any]) -> Drawn | None:
    """Return the strip; None where the answers are on no scale, or were kept by an earlier release."""
    answers = [a for a in told["answers"] if a.get("low") is not None or a.get("high") is not None]
    marks = [Mark(a["low"], a["high"], a["status"] in ("expected", "superseded")) for a in answers]
    scale = scale_of(marks, told.get("unit"))
    if scale is None:
        return None
    rows = [
        {
            "label": a["label"],
            "value": a["value"],
            "status": a["status"],
            "who": speakers(a["said_by"]),
            "svg": Markup(row_svg(scale, mark)),  # noqa: S704 - numbers, and words escaped where it is built
        }
        for a, mark in zip(answers, marks, strict=True)
    ]
    return Drawn(rows, Markup(axis_svg(scale)))  # noqa: S704 - the same

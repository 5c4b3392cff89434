"""``json``: the model that every other output shows part of."""

from __future__ import annotations

from compare.checking.gate import GateResult
from compare.checking.model import DraftCheck
from compare.wire.check import check_json, dumps


def render_json(checked: DraftCheck, result: GateResult) -> str:
    """Return the check as JSON text."""
    return dumps(check_json(checked, result))

"""``json``: the model that every other output shows part of."""

from __future__ import annotations

from compare.check_wire import check_json, dumps
from compare.checking.model import DraftCheck
from compare.gate import GateResult


def render_json(checked: DraftCheck, result: GateResult) -> str:
    """Return the check as JSON text."""
    return dumps(check_json(checked, result))

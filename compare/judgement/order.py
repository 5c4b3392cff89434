"""The one place where the order of the rules stands: a table for each kind of claim."""

from __future__ import annotations

from compare.judgement import moment, place, proposition, quantity, quotation, state
from compare.judgement.rules import Row, decide
from compare.model import Claim, Verdict

TABLES: dict[str, tuple[Row, ...]] = {
    "quantity": quantity.TABLE,
    "moment": moment.TABLE,
    "place": place.TABLE,
    "quotation": quotation.TABLE,
    "proposition": proposition.TABLE,
    "state": state.TABLE,
    "unknown": (),
}
SILENT = Verdict("unrelated", "none", "Nothing says that both speak about the same fact.")


def judge_claims(left: Claim, right: Claim) -> Verdict:
    """Return what the rules say of two claims; 'unrelated' where they are of different kinds or no rule speaks."""
    if left.kind != right.kind:
        return SILENT
    return decide(TABLES[left.kind], left, right) or SILENT

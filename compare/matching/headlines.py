"""A headline rounds off what its article says: '100 injured' over 'more than 100 injured' is no exact figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from compare.claims.reading import Reading
from compare.model import Claim, Quantity


def loosened(reading: Reading) -> Mapping[str, Claim]:
    """Return claim id → the claim of a headline with the open end that the same figure has in its article's text."""
    headlines = {s.id for s in reading.statements if s.kind == "headline"}
    bounds: dict[tuple[str, str | None, object], Quantity] = {}
    for claim in reading.claims:
        value = claim.value
        if claim.statement not in headlines and isinstance(value, Quantity) and value.high is None:
            bounds.setdefault((claim.source, claim.attribute, value.low), value)
    found = {}
    for claim in reading.claims:
        value = claim.value
        if claim.statement not in headlines or not isinstance(value, Quantity) or value.low != value.high:
            continue
        bound = bounds.get((claim.source, claim.attribute, value.low))
        if bound is not None:
            found[claim.id] = replace(claim, value=replace(value, high=None, low_open=bound.low_open))
    return found

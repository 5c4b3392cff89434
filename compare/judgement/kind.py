"""Kinds of things that two statements give one place: an owner and a manager, a head and a shoulder."""

from __future__ import annotations

from collections.abc import Iterator

from compare.judgement import contrast_kinds
from compare.judgement.analysed import Analysed
from compare.judgement.clash import Clash, Told
from compare.judgement.contrast_claims import claims_of_contrast

LEAST_FIT = 0.25


def clashes(left: Analysed, right: Analysed, told: Told) -> Iterator[Clash]:
    """Yield the kinds that exclude each other, of each set those that fit best."""
    seen: set[str] = set()
    for fit, a, b in contrast_kinds.kinds_apart(left, right):
        if fit < LEAST_FIT or a.what.group in seen:
            continue
        seen.add(a.what.group)
        verdict = contrast_kinds.kinds_told(a, b, left)
        claims = claims_of_contrast(left, right, verdict)
        # whether each article gives the other's kind too
        known = [
            contrast_kinds.borne_out(kind, told.kinds.get(claim.source, ()))
            for kind, claim in zip((a.what, b.what), reversed(claims), strict=True)
        ]
        yield Clash("kind", *claims, verdict, fit, 0, sum(known) / 2)

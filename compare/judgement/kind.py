"""Kinds of things that two statements give one bearer or one act: an owner and a manager, a head and a shoulder."""

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
    for fit, a, b in contrast_kinds.excluding(left, right):
        if fit < LEAST_FIT or a.kind.group in seen:
            continue
        seen.add(a.kind.group)
        verdict = contrast_kinds.told(a, b, left)
        claims = claims_of_contrast(left, right, verdict)
        known = sum(
            contrast_kinds.borne_out(m.kind, sorted(told.kinds.get(c.source, ()), key=str))
            for m, c in ((a, claims[1]), (b, claims[0]))
        )
        yield Clash("kind", *claims, verdict, fit, 0, known / 2)

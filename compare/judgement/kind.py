"""Kinds of things that two statements give one place: an owner and a manager, a head and a shoulder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.claims.placed import Mention
from compare.judgement import contrast_kinds
from compare.judgement.analysed import Analysed
from compare.judgement.clash import Clash, Told
from compare.judgement.contrast_claims import claims_of_contrast
from compare.language.kinds import Kind
from compare.model import Claim

LEAST_FIT = 0.25


def clashes(left: Analysed, right: Analysed, told: Told) -> Iterator[Clash]:
    """Yield the kinds that exclude each other, of each set those that fit best."""
    seen: set[str] = set()
    for fit, a, b in contrast_kinds.kinds_apart(left, right):
        group = a.what.group if isinstance(a.what, Kind) else ""
        if fit < LEAST_FIT or group in seen:
            continue
        seen.add(group)
        verdict = contrast_kinds.kinds_told(a, b, left)
        claims = claims_of_contrast(left, right, verdict)
        yield Clash("kind", *claims, verdict, fit, 0, _known((a, b), claims, told))


def _known(pair: Sequence[Mention], claims: tuple[Claim, Claim], told: Told) -> float:
    """Return how many of two articles give the other's kind too, as a share."""
    return sum(_gives(told, c.source, m) for m, c in zip(pair, reversed(claims), strict=True)) / 2


def _gives(told: Told, source: str, mention: Mention) -> bool:
    kinds = sorted(told.kinds.get(source, ()), key=str)
    return isinstance(mention.what, Kind) and contrast_kinds.borne_out(mention.what, kinds)

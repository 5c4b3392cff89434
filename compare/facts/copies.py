"""Republished articles: a copy is compared through its original, so that duplicating an article changes no count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from compare.claims.reading import Reading
from compare.facts.independence import representatives
from compare.model import Claim, Origin, Pair, Verdict

SAME_WORDS = Verdict("agreement", "statement.copy", "The same words: one article republishes the other.")


def twins(reading: Reading, origins: Sequence[Origin]) -> dict[str, str]:
    """Return for each statement of a copy that stands word for word in its original the original's statement id."""
    stand = representatives(origins)
    originals: dict[tuple[str, str], str] = {}
    for statement in reading.statements:
        if statement.source not in stand:
            originals.setdefault((statement.source, _squeezed(statement.text)), statement.id)
    found = {}
    for statement in reading.statements:
        if statement.source in stand:
            original = originals.get((stand[statement.source], _squeezed(statement.text)))
            if original is not None:
                found[statement.id] = original
    return found


def mirrored(pairs: Sequence[Pair], twin: Mapping[str, str], reading: Reading) -> tuple[Pair, ...]:
    """Return the pairs with those that the copies make: each copied statement meets what its original meets.

    Claims are matched by their place in the statement.  A statement and its copy are paired only where the
    original is in a pair at all: a copy by itself makes no agreement.
    """
    copies: dict[str, list[str]] = {}
    for copy, original in twin.items():
        copies.setdefault(original, []).append(copy)
    order = {s.id: n for n, s in enumerate(reading.statements)}
    found = list(pairs)
    paired: dict[str, str] = {}
    for pair in pairs:
        for original, claim in ((pair.left, pair.left_claim), (pair.right, pair.right_claim)):
            if original in copies:
                paired.setdefault(original, claim)
        for left in (pair.left, *copies.get(pair.left, ())):
            for right in (pair.right, *copies.get(pair.right, ())):
                if (left, right) != (pair.left, pair.right):
                    found += _moved(pair, left, right, reading, order)
    for original, claim in paired.items():
        for copy in copies[original]:
            twin_claim = _counterpart(claim, copy, reading)
            if twin_claim is not None:
                found.append(_ordered(_copy_pair(original, copy, claim, twin_claim), order))
    return tuple(found)


def _moved(pair: Pair, left: str, right: str, reading: Reading, order: Mapping[str, int]) -> list[Pair]:
    if reading.by_id[left].source == reading.by_id[right].source:
        return []
    claims = [_counterpart(c, s, reading) for c, s in ((pair.left_claim, left), (pair.right_claim, right))]
    if claims[0] is None or claims[1] is None:
        return []
    moved = replace(pair, left=left, right=right, left_claim=claims[0], right_claim=claims[1])
    return [_ordered(moved, order)]


def _counterpart(claim: str, statement: str, reading: Reading) -> str | None:
    """Return the claim of ``statement`` that stands where ``claim`` stands in its own, of the same kind."""
    own = reading.claims_by_id[claim]
    if own.statement == statement:
        return claim
    here = reading.claims_of_statement[own.statement]
    there = reading.claims_of_statement[statement]
    alike = [c for c in here if _shape(c) == _shape(own)]
    matching = [c for c in there if _shape(c) == _shape(own)]
    place = next((n for n, c in enumerate(alike) if c.id == claim), 0)
    return matching[place].id if place < len(matching) else None


def _shape(claim: Claim) -> tuple[str, str | None, str]:
    return claim.kind, claim.attribute, claim.value.text if claim.value else claim.wording


def _copy_pair(original: str, copy: str, claim: str, twin_claim: str) -> Pair:
    return Pair(original, copy, "agreement", 1.0, SAME_WORDS, (), claim, twin_claim, copy=True)


def _ordered(pair: Pair, order: Mapping[str, int]) -> Pair:
    """Return the pair with the side first that comes first in the order of the sources."""
    if order[pair.left] < order[pair.right]:
        return pair
    words = replace(pair.verdict, left_words=pair.verdict.right_words, right_words=pair.verdict.left_words)
    return replace(
        pair, left=pair.right, right=pair.left, left_claim=pair.right_claim, right_claim=pair.left_claim, verdict=words
    )


def _squeezed(text: str) -> str:
    return " ".join(text.split())

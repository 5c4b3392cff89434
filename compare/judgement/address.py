"""Two addresses of one street that are two places: 'Skylark Road' beside 'Skylark Drive', two blocks of a street."""

from __future__ import annotations

from collections.abc import Iterator

from compare.claims.address import Address, addresses_in, apart
from compare.judgement.analysed import Analysed
from compare.judgement.clash import Clash, Told
from compare.judgement.rules import quote
from compare.matching.closeness import context
from compare.model import Claim, Verdict


def clashes(left: Analysed, right: Analysed, told: Told) -> Iterator[Clash]:  # noqa: ARG001  # one form for all kinds
    """Yield the addresses of one street that two statements give apart, where neither gives the other's too."""
    ours, theirs = _addresses(left), _addresses(right)
    for one, claim in ours:
        for other, counter in theirs:
            if apart(one, other) is not True:
                continue
            if any(apart(one, a) is False for a, _ in theirs) or any(apart(other, a) is False for a, _ in ours):
                continue
            reason = f"One says {quote(one.text)}, the other {quote(other.text)}."
            verdict = Verdict("conflict", "address.apart", reason, (one.text,), (other.text,))
            yield Clash("address", claim, counter, verdict, context(claim, counter))


def _addresses(side: Analysed) -> list[tuple[Address, Claim]]:
    """Return the addresses of a side, each with the innermost clause that holds it."""
    found = []
    for parsed in side.parsed:
        statement = parsed.statement
        own = [c for c in side.claims if c.statement == statement.id and c.kind == "proposition"]
        for address in addresses_in(statement.text) if own else ():
            place = statement.start + address.start
            holding = [c for c in own if c.start <= place < c.end]
            found.append((address, min(holding or own, key=lambda c: (c.end - c.start, c.start))))
    return found

"""Groups of pairs that an editor would read as one: the same two values of the same one, however often it is told.

Two groups merge where the pairs that decide them set the same values side by side by the same kind of rule, and where
they share a statement or whom they are about.  One spelling beside another is one finding wherever it is found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence

from compare.claims.reading import Reading
from compare.facts.basis import is_compared, lead_first
from compare.judgement.age import bearer
from compare.model import Claim, Moment, Pair, Quantity, Quotation, State

Groups = list[list[Pair]]


def spellings(pairs: Sequence[Pair]) -> Groups:
    """Return the pairs that only find a name spelled apart, those of one name together."""
    found = [[p] for p in pairs if p.verdict.rule == "name.spelling"]
    return _united(found, lambda a, b: not _forms(a[0]).isdisjoint(_forms(b[0])))


def _forms(pair: Pair) -> set[str]:
    sides = (pair.verdict.left_words, pair.verdict.right_words)
    return {" ".join(" ".join(side).casefold().split()) for side in sides if side}


def merged(groups: Groups, reading: Reading) -> Groups:
    """Return the groups, those that tell the same values of the same one as one group."""
    alike: dict[object, Groups] = defaultdict(list)
    for number, group in enumerate(groups):
        signature = _signature(min(group, key=lead_first), reading.claims_by_id)
        alike[signature if signature is not None else number].append(group)
    found = []
    for same in alike.values():
        found += _united(same, lambda a, b: _of_one(a, b, reading))
    return found


def _signature(lead: Pair, claims: Mapping[str, Claim]) -> tuple[object, ...] | None:
    """Return what two groups must share: relation, kind of rule, and the two values; None where none was compared."""
    if not is_compared(lead):
        return None
    values = [_value(claims[c]) for c in (lead.left_claim, lead.right_claim)]
    if None in values:
        return None
    return lead.relation, lead.verdict.rule.partition(".")[0], frozenset(values)


def _value(claim: Claim) -> tuple[object, ...] | None:
    value = claim.value
    if isinstance(value, Quantity):
        return claim.attribute, value.low, value.high, value.unit, value.head, value.direction
    if isinstance(value, Moment):
        return value.earliest, value.latest, value.grain, value.text.casefold()
    if isinstance(value, State):
        return value.ladder, value.rung, claim.cues.status, claim.cues.negated
    if isinstance(value, Quotation):
        return (" ".join(value.words.casefold().split()),)
    return None


def _of_one(left: Sequence[Pair], right: Sequence[Pair], reading: Reading) -> bool:
    """Tell whether two groups share a statement or whom they are about."""
    ours, theirs = ({s for p in group for s in (p.left, p.right)} for group in (left, right))
    if ours & theirs:
        return True
    about, of = (
        {w for p in group for c in (p.left_claim, p.right_claim) for w in _about(reading.claims_by_id[c], reading)}
        for group in (left, right)
    )
    return bool(about & of)


def _about(claim: Claim, reading: Reading) -> Collection[str]:
    """Return whom a claim is about: an age is of whom it stands beside, whoever does what its clause tells."""
    if isinstance(claim.value, Quantity) and claim.value.dimension == "age":
        key, nouns = bearer(reading.parsed_by_id[claim.statement], reading.names.get(claim.statement, ()), claim)
        return (key,) if key else nouns
    return claim.subject


def _united(groups: Groups, one: Callable[[list[Pair], list[Pair]], bool]) -> Groups:
    """Return the groups, each two that are ``one`` joined, in the order of the first of them."""
    found: Groups = []
    for group in groups:
        joined = list(group)
        apart: Groups = []
        at = None
        for known in found:
            if one(known, joined):
                joined = [*known, *joined]
                at = len(apart) if at is None else at
            else:
                apart.append(known)
        apart.insert(len(apart) if at is None else at, joined)
        found = apart
    return found

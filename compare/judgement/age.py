"""Ages of one person: '22-year-old Smith' beside 'Smith, 21'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from compare.claims.slots import anchor_of, tokens_at
from compare.judgement.analysed import Analysed
from compare.judgement.clash import Clash, Told
from compare.judgement.rules import quote
from compare.judgement.unnamed import surely_two
from compare.language.en.people import GENERIC
from compare.model import Claim, Name, Quantity, Verdict
from compare.statements.splitting import Parsed
from compare.values.measures import distance, meets, paired

ROUNDED = Fraction(1, 2)  # share of the larger by which an age in months and one in years may differ
CARRYING = frozenset({"amod", "nummod", "compound", "appos", "npadvmod", "nmod", "acl", "advmod"})


def clashes(left: Analysed, right: Analysed, told: Told) -> Iterator[Clash]:
    """Yield the ages that differ and are of one bearer; an age that stands on both sides clashes with none."""
    ours, theirs = _ages(left), _ages(right)
    for a in ours:
        for b in theirs:
            if _met(a, theirs) or _met(b, ours) or not _apart(a, b):
                continue
            (named, one), (called, other) = _bearer(left, a), _bearer(right, b)
            if (named or called) and named != called:
                continue
            both = named or ("" if not one & other else min(one & other))
            several = any(len(told.figures.get((c.source, "age"), ())) > 1 for c in (a, b))
            if not both or (not named and surely_two(left, a, right, b, several=several)):
                continue
            known = _given(a, b.source, told) + _given(b, a.source, told)
            if known and not named:
                continue  # 'a boy, 14' and 'a boy, 9' are two where one article tells of both
            words = (a.value.text if a.value else "",), (b.value.text if b.value else "",)
            whose = both.title() if named else f"the {both}"
            reason = f"Two ages of {whose}: {quote(words[0][0])} and {quote(words[1][0])}."
            fit = 1.0 if named else 0.7 if len(ours) == len(theirs) == 1 else 0.4
            yield Clash("age", a, b, Verdict("conflict", "age.differs", reason, *words), fit, 0, known / 2)


def of_two(clash: Clash, left: Analysed, right: Analysed, told: Told) -> bool:
    """Tell whether two ages are of two people whom nobody names: one article tells of both."""
    a, b = clash.left, clash.right
    if not {a.id, b.id} <= {c.id for c in (*_ages(left), *_ages(right))}:
        return False
    known = _given(a, b.source, told) or _given(b, a.source, told)
    return bool(known) and not (_bearer(left, a)[0] or _bearer(right, b)[0])


def _given(claim: Claim, source: str, told: Told) -> float:
    value = claim.value
    return float(isinstance(value, Quantity) and (value.low, value.high) in told.figures.get((source, "age"), ()))


def _ages(side: Analysed) -> list[Claim]:
    return [c for c in side.claims if isinstance(c.value, Quantity) and "age" in {c.attribute, c.value.dimension}]


def _apart(left: Claim, right: Claim) -> bool:
    a, b = left.value, right.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return False
    both = paired(a, b)
    if both is None or meets(*both):
        return False
    return a.unit == b.unit or (distance(*both) or 0) > ROUNDED  # 'a 21-month-old' is a two-year-old to others


def _met(claim: Claim, others: list[Claim]) -> bool:
    own = claim.value
    return any(
        isinstance(own, Quantity)
        and isinstance(c.value, Quantity)
        and own.low == c.value.low
        and own.unit == c.value.unit
        for c in others
    )


def _bearer(side: Analysed, claim: Claim) -> tuple[str, set[str]]:
    parsed = next((p for p in side.parsed if p.statement.id == claim.statement), None)
    return bearer(parsed, side.names, claim) if parsed is not None else ("", set())


def bearer(parsed: Parsed, names: Iterable[Name], claim: Claim) -> tuple[str, set[str]]:
    """Return whose an age is: the key of a name ('' without one), and the nouns: 'the 22-year-old driver'."""
    if claim.value is None:
        return "", set()
    tokens = tokens_at(parsed.span, claim.value.start - parsed.offset, claim.value.end - parsed.offset)
    if not tokens:
        return "", set()
    found: set[str] = set()
    people = [n for n in names if n.kind == "person"]
    here = anchor_of(tokens)
    for _ in range(4):
        for token in (here, *(c for c in here.children if c.dep_ == "appos")):
            place = parsed.offset + token.idx
            key = next((n.key for n in people if n.start <= place < n.end), None)
            if key:
                return key, set()
            found.add(token.lemma_.lower())
        if here.dep_ not in CARRYING or here.head.i == here.i:
            break
        here = here.head
    return "", {w for w in found if w.isalpha() and w in GENERIC}

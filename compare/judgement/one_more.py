"""'five people and an unborn baby' beside 'six people': who stands beside the number is one more."""

from __future__ import annotations

from compare.claims.slots import anchor_of, tokens_at
from compare.judgement.analysed import Analysed
from compare.language.antonyms import hypernym_words
from compare.language.en.people import ANYBODY, CHILDREN
from compare.model import Claim, Quantity

ONE = frozenset({"a", "an", "one", "his", "her", "their"})


def told_with_one_more(left: Analysed, a: Claim, right: Analysed, b: Claim) -> bool:
    """Tell whether two counts differ only by the one whom one side tells of beside its number."""
    sizes = [c.value.low if isinstance(c.value, Quantity) and c.value.dimension == "count" else None for c in (a, b)]
    if sizes[0] is None or sizes[1] is None or abs(sizes[0] - sizes[1]) != 1:
        return False
    return _beside(left, a) if sizes[0] < sizes[1] else _beside(right, b)


def _beside(side: Analysed, claim: Claim) -> bool:
    parsed = next((p for p in side.parsed if p.statement.id == claim.statement), None)
    if parsed is None or claim.value is None:
        return False
    tokens = tokens_at(parsed.span, claim.value.start - parsed.offset, claim.value.end - parsed.offset)
    if not tokens:
        return False
    number = anchor_of(tokens)
    noun = number.head if number.dep_ == "nummod" else number
    return any(
        c.dep_ == "conj"
        and any(d.lower_ in ONE for d in c.lefts)
        and (c.lemma_.lower() in ANYBODY | CHILDREN or "person" in hypernym_words(c.lemma_.lower()))
        for c in noun.children
    )

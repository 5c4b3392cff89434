"""What each statement answers: its value in words, its ends on the scale of the fact, the words to mark."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from compare.claims.reading import Reading
from compare.facts.room import SUMMED
from compare.language.en.questions import PRONOUNS
from compare.model import Answer, Claim, Pair, Quantity
from compare.values.intervals import base_of, interval_of, same_dimension

Marks = tuple[tuple[int, int], ...]


def scale_of(claims: Sequence[Claim]) -> Quantity | None:
    """Return the quantity whose unit serves as the scale of a fact: that of most answers, the first of equals."""
    found = [c.value for c in claims if isinstance(c.value, Quantity)]
    return max(found, key=lambda q: sum(q.unit == other.unit for other in found), default=None)


def _on(scale: Quantity | None, value: Quantity) -> tuple[float | None, float | None]:
    """Return the ends of a quantity in the unit of the scale; None where they have none, or no place on it."""
    interval = interval_of(value)
    if scale is None or interval is None or not same_dimension(scale, value):
        return None, None
    base = base_of(scale)
    low, high = (None if end is None else float((end - base.zero) / base.size) for end in (interval.low, interval.high))
    return low, high


# families of rules whose values are the words they name
WORDED = frozenset({"name", "state", "known", "plan", "address"})


def spoken_words(pairs: Iterable[Pair]) -> dict[str, str]:
    """Return claim id → the words that a rule for names, states or what is known sets against the other side's."""
    found: dict[str, str] = {}
    for pair in pairs:
        verdict = pair.verdict
        if verdict.rule.partition(".")[0] in WORDED:
            for claim, words in ((pair.left_claim, verdict.left_words), (pair.right_claim, verdict.right_words)):
                if words:
                    found.setdefault(claim, " ".join(" ".join(words).split()))
    return found


def answer_of(claim: Claim, marks: Marks, scale: Quantity | None, value: str) -> Answer:
    """Return what a claim answers; ``value`` is its value in words, ``scale`` the quantity whose unit is the fact's."""
    low, high = _on(scale, claim.value) if isinstance(claim.value, Quantity) else (None, None)
    return Answer(
        statement=claim.statement,
        claim=claim.id,
        source=claim.source,
        value=value,
        status=claim.cues.status,
        said_by=tuple(name for name in claim.cues.said_by if name.lower() not in PRONOUNS),
        hedges=claim.cues.hedges,
        marks=marks,
        low=low,
        high=high,
    )


def marks_of(pairs: Iterable[Pair], reading: Reading) -> dict[str, tuple[tuple[int, int], ...]]:
    """Return for each claim the places of the words that its verdicts name."""
    found: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for pair in pairs:
        for claim_id, words in (
            (pair.left_claim, pair.verdict.left_words),
            (pair.right_claim, pair.verdict.right_words),
        ):
            claim = reading.claims_by_id[claim_id]
            statement = reading.by_id[claim.statement]
            if claim.value is not None and claim.value.text in words:
                found[claim_id].add((claim.value.start, claim.value.end))
                continue
            for word in words:
                at = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", statement.text) if word else None
                if at is not None:
                    found[claim_id].add((statement.start + at.start(), statement.start + at.end()))
    return {claim: tuple(sorted(places)) for claim, places in found.items()}


def summed(answers: Sequence[Answer], pairs: Iterable[Pair]) -> tuple[Answer, ...]:
    """Return the answers; who gives the parts of another's figure gives their sum: '108 and four, together 112'."""
    told = {a.claim: a for a in answers}
    for pair in pairs:
        sides = ((pair.left_claim, pair.verdict.left_words), (pair.right_claim, pair.verdict.right_words))
        for (part, words), (whole, _) in (sides, sides[::-1]):
            if pair.verdict.rule == SUMMED and len(words) > 1 and part in told and whole in told and part != whole:
                total = told[whole]
                value = f"{', '.join(words[:-1])} and {words[-1]}, together {total.value}"
                told[part] = replace(told[part], value=value, low=total.low, high=total.high)
    return tuple(told[a.claim] for a in answers)

"""What keeps two likely statements from agreeing although no rule gainsays them.

A denial, figures that differ, or that they share little but names.
"""

from __future__ import annotations

from compare.judgement.analysed import Analysed
from compare.judgement.statements import ClaimVerdict
from compare.language.en.outcomes import GENERAL_PEOPLE, NEGATIVE_CARRIERS
from compare.matching.profiles import terms_of
from compare.model import Claim, Quantity
from compare.values.measures import meets

PLAIN = 2  # clauses of a statement that says one thing: the act, and who tells of it
STATES = frozenset({"be", "have", "do"})  # verbs too common to name an act
FEWEST_WORDS = 2  # shared words, close ones too, that two statements need beside one shared name
CLOSE = 0.55  # cosine from which two words count as one here
SETTING = frozenset({"age", "ordinal", "period"})  # figures of something beside the act: unlike ones are no objection


def denied(left: Analysed, right: Analysed) -> str | None:
    """Tell whether one statement denies an act that the other asserts, whoever is named as the doer."""
    ours, theirs = _acts(left), _acts(right)
    if any((act, not negated) in theirs and (act, negated) not in theirs for act, negated in ours):
        return "One says it, the other says that it is not so."
    return None


def _acts(side: Analysed) -> set[tuple[str, bool]]:
    """Return the acts of a plain statement, each with whether it is denied; none where more is woven into it."""
    clauses = [c for c in side.claims if c.kind == "proposition"]
    if len(clauses) > PLAIN or any(c.predicate in NEGATIVE_CARRIERS for c in clauses):
        return set()  # who denies, doubts or refuses what is not told apart here
    return {(c.predicate, c.cues.negated) for c in clauses if c.predicate and c.predicate not in STATES}


def unlike_figures(found: ClaimVerdict, left: Analysed, right: Analysed) -> str | None:
    """Tell whether two clauses that tell of one act give it figures of one kind that cannot both be true.

    'Nine in ten crews backed the walkout' and '78 per cent of the members backed it' are no agreement.
    """
    if found.verdict.relation != "agreement" or found.left.kind == "quantity" or found.right.kind == "quantity":
        return None
    ours, theirs = _figures(found.left, left), _figures(found.right, right)
    rivals = [(a, b) for a in ours for b in theirs if (a.dimension, a.unit) == (b.dimension, b.unit)]
    if not rivals or any(meets(a, b) for a, b in rivals):
        return None
    return f"Their figures differ: {rivals[0][0].text} and {rivals[0][1].text}."


def unlike_counts(left: Analysed, right: Analysed) -> str | None:
    """Tell whether two statements count the same things differently: 12,000 customers without power and 6,000.

    People are counted for so many reasons that only one outcome of theirs is compared.
    """
    for ours in _counts(left):
        for theirs in _counts(right):
            a, b = ours.value, theirs.value
            if not isinstance(a, Quantity) or not isinstance(b, Quantity) or ours.attribute != theirs.attribute:
                continue
            alike = a.head == b.head and (ours.attribute != "count" or a.head not in GENERAL_PEOPLE)
            if alike and not any(meets(x, y) for x in _all(left, ours) for y in _all(right, theirs)):
                return f"Their figures differ: {a.text} and {b.text}."
    return None


def _counts(side: Analysed) -> list[Claim]:
    found = [c for c in side.claims if isinstance(c.value, Quantity) and c.value.dimension == "count"]
    return [c for c in found if isinstance(c.value, Quantity) and c.value.head and not c.value.vague]


def _all(side: Analysed, like: Claim) -> list[Quantity]:
    """Return every figure of a side for the same things as a claim."""
    head = like.value.head if isinstance(like.value, Quantity) else None
    same = (c.value for c in _counts(side) if c.attribute == like.attribute)
    return [q for q in same if isinstance(q, Quantity) and q.head == head]


def names_alone(left: Analysed, right: Analysed) -> str | None:
    """Tell whether two statements share names and at most one other word: the same people, and two facts.

    Every shared name beyond the first counts as a word: who names the same three bodies speaks of one thing.
    """
    names = [{n.key for n in side.names} for side in (left, right)]
    sides = zip((left, right), names, strict=True)
    ours, theirs = ({t for p in side.parsed for t in terms_of(p, side.names)} - own for side, own in sides)
    met = min(_met(ours, theirs), _met(theirs, ours)) + max(0, len(names[0] & names[1]) - 1)
    return None if met >= FEWEST_WORDS else "Beside names they share no more than one word."


def _met(words: set[str], others: set[str]) -> int:
    from compare.language.vectors import similarity

    return sum(w in others or any(similarity(w, o) >= CLOSE for o in others) for w in words)


def _figures(claim: Claim, side: Analysed) -> list[Quantity]:
    """Return the figures inside a claim's clause, vague ones and those of the setting left out."""
    return [
        c.value
        for c in side.claims
        if isinstance(c.value, Quantity)
        and not c.value.vague
        and c.attribute not in SETTING
        and claim.start <= c.value.start < claim.end
    ]

"""Not known beside known: 'police have not named him' is overtaken by the statement that names him."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from compare.judgement.analysed import Analysed
from compare.judgement.clash import Clash, Told, order_of
from compare.judgement.rules import quote
from compare.language.en.people import SUSPECTS, VICTIMS
from compare.language.en.unknowns import MOTIVES
from compare.matching.closeness import context, meet
from compare.model import Claim, Quantity, State, Unknown, Verdict

REASONS = {
    "identity": "who it is",
    "motive": "why",
    "condition": "what the condition is",
    "suspect": "who did it",
    "cause": "what caused it",
    "number": "how many or how much",
}
CAUSES = frozenset({"cause", "trigger", "spark", "ignite", "blame"})
NAMES_GIVEN = frozenset({"name", "identity"})
ROLES = {"custody": "suspect", "condition": "victim", "treatment": "victim"}  # who stands on a ladder
ARRESTED = 3  # the level of 'arrested' on the ladder of custody


def clashes(left: Analysed, right: Analysed, told: Told) -> Iterator[Clash]:  # noqa: ARG001  # one form for all kinds
    """Yield what one side says is not known and the other tells."""
    for blind, seeing, turned in ((left, right, False), (right, left, True)):
        for claim in blind.claims:
            value = claim.value
            if not isinstance(value, Unknown) or value.asks not in ANSWERS or _asks(seeing, value.asks):
                continue
            answer = ANSWERS[value.asks](seeing)
            if answer is None or answer.cues.negated:  # 'had no information on a motive' tells none
                continue
            fit = _identified(claim, answer, seeing) if value.asks == "identity" else _of_one(claim, answer)
            if fit is None:
                continue
            reason = f"One says that it is not known {REASONS[value.asks]} ({quote(value.text)}); the other tells it."
            words = (value.text,), (answer.value.text if answer.value else answer.wording,)
            verdict = Verdict("update", "known.told", reason, *(words[::-1] if turned else words))
            pair = (answer, claim) if turned else (claim, answer)
            yield Clash("unknown", *pair, verdict, fit, order_of(blind, seeing))


def _of_one(claim: Claim, answer: Claim) -> float:
    """Return how surely an answer is to what was asked, 0 to 1; names of others speak against it."""
    others = claim.names and answer.names and not meet(claim.names, answer.names)
    return context(claim, answer) * (0.5 if others else 1.0)


def _identified(claim: Claim, answer: Claim, seeing: Analysed) -> float | None:
    """Return how surely a statement tells who it is that was not named: a suspect or a victim, by what is told of them.

    None where the one named is of the other kind.
    """
    persons = {n.key for n in seeing.names if n.kind == "person"}
    asked = _role(claim.words)
    told = {_role(answer.words)} | {
        ROLES[c.value.ladder]
        for c in seeing.claims
        if isinstance(c.value, State) and c.value.ladder in ROLES and set(c.subject) & persons
    }
    told -= {None}
    if asked and told and asked not in told:
        return None
    named = any(isinstance(c.value, State) and c.value.rung == "identified" for c in seeing.claims)
    if not asked and not named:
        return None  # 'who it was I do not know'
    return 0.2 + 0.4 * bool(asked and asked in told) + 0.4 * named


def _role(words: frozenset[str]) -> str | None:
    suspect, victim = bool(words & SUSPECTS), bool(words & VICTIMS)
    return None if suspect == victim else "suspect" if suspect else "victim"


def _asks(side: Analysed, asks: str) -> bool:
    return any(isinstance(c.value, Unknown) and c.value.asks == asks for c in side.claims)


def _first(side: Analysed, wanted: Callable[[Claim], bool]) -> Claim | None:
    return next((c for c in side.claims if wanted(c)), None)


def _motive(side: Analysed) -> Claim | None:
    """Return the clause that holds a word which tells why: 'motivated by', 'because'."""
    if not any(t.lemma_.lower() in MOTIVES for t in side.tokens):
        return None
    return _first(side, lambda c: c.kind == "proposition" and bool(c.words & MOTIVES)) or _first(
        side, lambda c: c.kind == "proposition"
    )


def _named(side: Analysed) -> Claim | None:
    """Return the clause that names somebody, or says that the names were given."""
    if any(n.kind == "person" for n in side.names):
        return _first(side, lambda c: c.kind == "proposition" and bool(c.names))
    return _first(
        side,
        lambda c: (
            c.kind == "proposition"
            and c.predicate in {"release", "identify", "name"}
            and c.cues.status == "reported"
            and not c.cues.negated
            and (c.predicate != "release" or bool(c.words & NAMES_GIVEN))
        ),
    )


def _cause(side: Analysed) -> Claim | None:
    """Return the clause that tells a cause: 'was caused by a spark'."""
    return _first(
        side,
        lambda c: c.kind == "proposition" and c.cues.status == "reported" and bool({c.predicate, *c.words} & CAUSES),
    )


ANSWERS: Mapping[str, Callable[[Analysed], Claim | None]] = {
    "identity": _named,
    "motive": _motive,
    "condition": lambda side: _first(side, lambda c: isinstance(c.value, State) and c.value.ladder == "condition"),
    "cause": _cause,
    "number": lambda side: _first(side, lambda c: isinstance(c.value, Quantity) and not c.value.vague),
    "suspect": lambda side: _first(
        side, lambda c: isinstance(c.value, State) and c.value.ladder == "custody" and c.value.level >= ARRESTED
    ),
}

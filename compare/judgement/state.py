"""Two states of one bearer: the later rung overtakes the earlier, rungs that exclude each other conflict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from compare.judgement.analysed import Analysed
from compare.judgement.clash import Clash, Told, level, order_of, same_bearer
from compare.judgement.rules import Row, decide, quote, say
from compare.judgement.unnamed import surely_two
from compare.language.antonyms import is_person
from compare.language.en.people import ANYBODY
from compare.model import Claim, State, Verdict

OF_PEOPLE = frozenset({"search", "custody", "condition", "treatment", "office"})  # ladders that only people stand on
OF_SUSPECTS = frozenset({"custody"})  # of an event mostly one person's, whether the words name them or not
OF_HARMED = frozenset({"condition", "treatment"})
NOBODY = frozenset({"one", "nobody", "none", "anybody", "anyone"})
OF_ANYBODY = 0.7
HARM = frozenset({"killed", "wounded", "shot"})  # slots of figures
# what was done stays done: who was charged was arrested all the same
LASTING = frozenset({"arrested", "charged", "convicted", "sentenced"})


Step: TypeAlias = tuple[str, Claim, Claim, Verdict, float]  # ladder, a claim of each, verdict, one bearer from 0 to 1


def _rungs(left: Claim, right: Claim) -> tuple[State, State] | None:
    a, b = left.value, right.value
    if not isinstance(a, State) or not isinstance(b, State) or a.ladder != b.ladder:
        return None
    return a, b


def same_state(left: Claim, right: Claim) -> Verdict | None:
    """Both tell of the same rung, or of two words for it."""
    both = _rungs(left, right)
    if both is None or both[0].rung != both[1].rung or level(left) != level(right):
        return None
    return say("agreement", f"Both say: {both[0].rung}.", (both[0].text,), (both[1].text,))


def excluding_states(left: Claim, right: Claim) -> Verdict | None:
    """'convicted' beside 'acquitted'."""
    both = _rungs(left, right)
    if both is None or level(left) != level(right) or both[0].rung == both[1].rung:
        return None
    reason = f"One says {quote(both[0].text)}, the other {quote(both[1].text)}: not both can be."
    return say("conflict", reason, (both[0].text,), (both[1].text,))


def _told(claim: Claim) -> str:
    """Return the words that tell a state, with its rung where they are not its name: '“manhunt” (wanted)'."""
    value = claim.value
    if not isinstance(value, State):
        return quote(claim.wording)
    rung = "" if claim.cues.negated or value.text.lower() == value.rung else value.rung
    short = "not, or not yet" if claim.cues.negated else claim.cues.status if level(claim) < value.level else ""
    asides = ", ".join(dict.fromkeys(part for part in (rung, short) if part))
    return f"{quote(value.text)} ({asides})" if asides else quote(value.text)


def _first_of_both(left: Claim, right: Claim) -> bool:
    """Tell whether both tell of the first rung of a ladder: a search that 'may help' is as much one as 'a search'."""
    first = all(isinstance(c.value, State) and c.value.level == 0 for c in (left, right))
    return first and left.cues.negated == right.cues.negated


def later_state(left: Claim, right: Claim) -> Verdict | None:
    """'missing' beside 'found', 'to be arraigned' beside 'arraigned'."""
    both = _rungs(left, right)
    if both is None or level(left) == level(right) or _first_of_both(left, right):
        return None
    early, late = (left, right) if level(left) < level(right) else (right, left)
    if late.cues.negated or late.cues.status in {"expected", "denied"}:
        return None  # 'has not been found' beside 'is sought': both hold at once
    ahead = "told as fact" if both[0].rung == both[1].rung else "a later stage"
    reason = f"One says {_told(early)}, the other {_told(late)}, {ahead}."
    return say("update", reason, (both[0].text,), (both[1].text,))


TABLE: tuple[Row, ...] = (
    Row("state.same", same_state),
    Row("state.excluding", excluding_states),
    Row("state.later", later_state),
)


def clashes(left: Analysed, right: Analysed, told: Told) -> Iterator[Clash]:
    """Yield the ladders on which two statements stand apart, by the highest rung of each, of one bearer.

    A statement often tells how somebody came to where they stand ('arrested and charged'): its highest rung counts.
    """
    for ladder, a, b, verdict, bearer in steps(left, right):
        if verdict.relation == "agreement" or not bearer:
            continue
        several = ladder in OF_HARMED and any(_several(c.source, told) for c in (a, b))
        if surely_two(left, a, right, b, several=several):
            continue
        first, early, late = (a, left, right) if level(a) < level(b) else (b, right, left)
        waits = _pending(first)
        if ladder in OF_SUSPECTS and not waits and {_rung(a), _rung(b)} <= LASTING:
            continue
        known = float(any(rung >= max(level(a), level(b)) for rung in told.levels.get((first.source, ladder), ())))
        order = order_of(early, late) if verdict.relation == "update" else 0
        yield Clash(f"state.{ladder}", a, b, verdict, bearer, order, known, {"waits": float(waits)})


def steps(left: Analysed, right: Analysed, *, widely: bool = False) -> Iterator[Step]:
    """Yield what two statements say of one ladder, by the highest rung of each, of those most surely one bearer.

    ``widely``: people's ladders are climbed by every name, and by whoever is a person by the dictionary, a 'nurse'.
    Of the statements of an event, where several may be meant, none of these was right.
    """
    ours, theirs = (_highest(side, widely=widely) for side in (left, right))
    for ladder in sorted(ours.keys() & theirs.keys()):
        a, b = max(
            ((x, y) for x in ours[ladder] for y in theirs[ladder]),
            key=lambda pair: (_one_bearer(*pair), -pair[0].start, -pair[1].start),
        )
        verdict = decide(TABLE, a, b)
        if verdict is not None:
            yield ladder, a, b, verdict, _one_bearer(a, b)


def _one_bearer(left: Claim, right: Claim) -> float:
    """Return how surely two states are one bearer's, 0 to 1; of nobody ('no one was arrested') is of anybody."""
    if any(c.cues.negated and c.subject and {*c.subject} <= NOBODY for c in (left, right)):
        return OF_ANYBODY
    return same_bearer(left.subject, right.subject)


def _several(source: str, told: Told) -> bool:
    """Tell whether an article tells of more than one who was harmed."""
    sizes = {ends for slot in HARM for ends in told.figures.get((source, slot), ())}
    return any(isinstance(ends, tuple) and (ends[0] or 0) > 1 for ends in sizes)


def _rung(claim: Claim) -> str:
    return claim.value.rung if isinstance(claim.value, State) else ""


def _pending(claim: Claim) -> bool:
    """Tell whether a state is one that waits to end: denied, expected, or the first of its ladder ('wanted')."""
    value = claim.value
    first = isinstance(value, State) and value.level == 0 and not claim.cues.past
    return first or claim.cues.negated or claim.cues.status in {"expected", "denied"}


def _highest(side: Analysed, *, widely: bool) -> dict[str, list[Claim]]:
    """Return the states on the highest rung that a statement tells, by ladder; people's ladders need people."""
    people = {n.key for n in side.names if widely or n.kind == "person"} | ANYBODY
    found: dict[str, list[Claim]] = {}
    for claim in side.claims:
        value = claim.value
        if not isinstance(value, State):
            continue
        person = not claim.subject or claim.subject[0] in people or (widely and is_person(claim.subject[0]))
        if value.ladder in OF_PEOPLE and not person:
            if value.ladder not in OF_SUSPECTS:
                continue
            claim = replace(claim, subject=())  # noqa: PLW2901  # a charge of murder, a warrant: of whom is not said
        best = found.setdefault(value.ladder, [])
        if best and level(best[0]) < level(claim):
            best.clear()
        if not best or level(best[0]) == level(claim):
            best.append(claim)
    return found

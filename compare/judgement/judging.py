"""Likely pairs of statements → judged pairs, and the near misses with the reason they were set aside.

Two statements are a discrepancy where the values of two of their claims surely fill one slot and cannot both hold, or
one overtakes the other; they agree where they surely speak of one fact and nothing surely differs.

What a desk's own second reader says is heard last and moves both by its weight.  It never overrules arithmetic: figures
and times that differ, or are the same, do so whatever it says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from compare.claims.reading import Reading
from compare.judgement.analysed import Analysed
from compare.judgement.clash import Clash, Told, told_in
from compare.judgement.clashing import clashes
from compare.judgement.contrast import contrasted
from compare.judgement.contrast_claims import claims_of_contrast
from compare.judgement.statements import ClaimVerdict, all_verdicts
from compare.judgement.weighing import Setting, Weights, weights
from compare.language.en.saying import SAYING
from compare.matching.alignment import LEAST, Aligned, probability
from compare.matching.scene import Scene
from compare.model import Claim, Evidence, Moment, Pair, Quantity, SetAside, Verdict
from compare.settings import Settings
from compare.statements.shingles import same_words

FITTING = 0.45  # how well two claims must fill one slot for their agreement to be named
TOO_COMMON = "What they share is too little to tell one fact."
POSSIBLE = 0.2  # probability of a discrepancy from which two statements of one fact are shown as differing
ONE_FACT = 0.6  # … from which values that meet in them are counted as the same
SAME_FACT = Verdict("agreement", "statement.same-fact", "Both statements tell this; no value in them was compared.")
UNSURE_FACT = Verdict(
    "agreement",
    "statement.same-fact",
    "A value in both meets; that they tell one fact is not sure enough to count it.",
)


@dataclass(frozen=True, slots=True)
class Bench:
    """What every pair is judged with."""

    reading: Reading
    sides: Sequence[Analysed]
    told: Told
    table: Weights


def bench_of(scene: Scene, table: Weights | None = None) -> Bench:
    """Return what the pairs of a scene are judged with."""
    sides = sides_of(scene.reading)
    return Bench(scene.reading, sides, told_in(sides), table or weights())


def sides_of(reading: Reading) -> list[Analysed]:
    """Return each statement with all that judging needs to know of it."""
    published = {s.id: s.published.when if s.published else None for s in reading.sources}
    return [
        Analysed(
            (p,),
            reading.claims_of_statement[p.statement.id],
            reading.names.get(p.statement.id, ()),
            published[p.statement.source],
        )
        for p in reading.parsed
    ]


def judged_pairs(
    bench: Bench, aligned: Sequence[Aligned], settings: Settings
) -> tuple[tuple[Pair, ...], tuple[SetAside, ...]]:
    """Return the pairs from ``settings.pair_at`` on, judged, every discrepancy, and the nearest below."""
    pairs: list[Pair] = []
    near: list[SetAside] = []
    for candidate in sorted(aligned, key=lambda a: (a.left, a.right)):
        weighed = _weighed(candidate, bench)
        found = _discrepancies(candidate, weighed, bench)
        heard = candidate if found else _heard(candidate, bench)
        if not found and heard.probability >= settings.pair_at:
            found = [_possible(heard, weighed, bench) or _otherwise(heard, bench) or _agreement(heard, bench)]
        pairs += found
        if not found and heard.probability >= settings.near_at:
            left, right = (bench.reading.statements[n].id for n in (heard.left, heard.right))
            near.append(SetAside(left, right, heard.probability, TOO_COMMON))
    near.sort(key=lambda s: (-s.score, s.left, s.right))
    return tuple(pairs), tuple(near[: settings.most_set_aside])


def settings_of(candidate: Aligned, bench: Bench) -> list[Setting]:
    """Return the clashes of two statements with what is known of them."""
    if candidate.probability < LEAST:
        return []
    key = (candidate.left, candidate.right)
    headlines = sum(bench.reading.statements[n].kind == "headline" for n in key)
    found = clashes(bench.sides[candidate.left], bench.sides[candidate.right], bench.told)
    return [Setting(clash, candidate.odds, headlines) for clash in found]


def _weighed(candidate: Aligned, bench: Bench) -> list[tuple[float, Clash]]:
    """Return the clashes of two statements with the log2 odds that they are discrepancies, the surest first."""
    rows = [(bench.table.odds(s) + _moved(candidate, s.clash), s.clash) for s in settings_of(candidate, bench)]
    found = [(round(odds, 4), clash) for odds, clash in rows]
    return sorted(found, key=lambda row: (-row[0], row[1].left.id, row[1].right.id))


def _moved(candidate: Aligned, clash: Clash) -> float:
    """Return what the second reader adds to the odds of a discrepancy; from figures and times it takes nothing."""
    if candidate.second is None:
        return 0.0
    return max(candidate.second.differs, 0.0) if _counted(clash.left, clash.right) else candidate.second.differs


def _heard(candidate: Aligned, bench: Bench) -> Aligned:
    """Return two statements with what the second reader says of them; it parts none that give the same value."""
    if candidate.second is None:
        return candidate
    if candidate.second.same >= 0:
        return candidate.heard(candidate.second.same)
    best = _meeting(candidate, bench)
    equal = best is not None and best.verdict.relation == "agreement" and _counted(best.left, best.right)
    return candidate.heard(0.0 if equal else candidate.second.same)


def _counted(left: Claim, right: Claim) -> bool:
    """Tell whether two claims were compared by arithmetic."""
    return all(isinstance(c.value, Quantity | Moment) for c in (left, right))


def _discrepancies(candidate: Aligned, weighed: Sequence[tuple[float, Clash]], bench: Bench) -> list[Pair]:
    """Return a pair for each clash that is surely a discrepancy, the surest of each kind."""
    found: dict[str, Pair] = {}
    for odds, clash in weighed:
        if probability(odds) >= bench.table.call_at:
            found.setdefault(clash.kind, _clashing(candidate, clash, odds, bench))
    if "contrast" in found and _told_already(found):
        del found["contrast"]
    return list(found.values())


def _told_already(found: Mapping[str, Pair]) -> bool:
    """Tell whether a closer rule calls what a contrast of the whole sentences calls: one finding is enough."""
    own = found["contrast"]
    return any(
        kind.startswith(("proposition", "state."))
        or own.left_claim == pair.left_claim
        or own.right_claim == pair.right_claim
        for kind, pair in found.items()
        if kind != "contrast"
    )


def _otherwise(candidate: Aligned, bench: Bench) -> Pair | None:
    """Return what a contrast of the whole sentences makes of two that seem to agree; None where there is none.

    What it turns is never counted as the same value, however unsure it is.
    """
    sides = bench.sides[candidate.left], bench.sides[candidate.right]
    found = contrasted(*sides)
    if found is None or found.relation == "agreement":
        return None
    claims = claims_of_contrast(*sides, found)
    return _pair(candidate, claims, found if found.relation == "difference" else SAME_FACT, bench)


def _possible(candidate: Aligned, weighed: Sequence[tuple[float, Clash]], bench: Bench) -> Pair | None:
    """Return two statements of one fact as differing where values may clash, of which no article tells both."""
    valued = [(o, c) for o, c in weighed if c.known < 1 and (c.traits or c.kind in {"age", "name", "kind", "contrast"})]
    if not valued or probability(valued[0][0]) < POSSIBLE:
        return None
    clash = valued[0][1]
    reason = f"This may differ: {clash.verdict.reason[:1].lower()}{clash.verdict.reason[1:]}"
    verdict = replace(clash.verdict, relation="difference", reason=reason)
    return _pair(candidate, (clash.left, clash.right), verdict, bench)


def _clashing(candidate: Aligned, clash: Clash, odds: float, bench: Bench) -> Pair:
    moved = _moved(candidate, clash)
    more = round(odds - moved - candidate.odds, 4)
    slot = Evidence("slot", f"Both give a value for one thing: {_thing(clash)}", more) if more > 0 else None
    if slot is not None:
        candidate = replace(
            candidate, odds=round(candidate.odds + more, 4), evidence=(*candidate.evidence, slot)
        )  # fmt: skip
    return _pair(candidate.heard(moved), (clash.left, clash.right), clash.verdict, bench)


def _thing(clash: Clash) -> str:
    return (clash.left.attribute or clash.kind).replace("_", " ")


def _agreement(candidate: Aligned, bench: Bench) -> Pair:
    """Return the pair as an agreement: by the value that meets best, else by its words alone.

    Values that meet are not counted where the two may well be of two facts, and that both were said by somebody is
    nothing that both tell.
    """
    best = _meeting(candidate, bench)
    if best is not None and best.left.kind == "proposition" and best.left.predicate in SAYING:
        best = None
    if best is not None and (_surely_counts(best) or candidate.probability >= ONE_FACT):
        return _pair(candidate, (best.left, best.right), best.verdict, bench)
    claims = _main_claim(bench, candidate.left), _main_claim(bench, candidate.right)
    return _pair(candidate, claims, SAME_FACT if best is None else UNSURE_FACT, bench)


def _surely_counts(best: ClaimVerdict) -> bool:
    """Tell whether two claims are of one fact whatever stands around them: the same words quoted, or a difference."""
    return best.verdict.relation != "agreement" or best.left.kind == "quotation"


def _meeting(candidate: Aligned, bench: Bench) -> ClaimVerdict | None:
    """Return the two claims whose values meet best; None where none do.  A place in a row ('the third') is no value."""
    sides = bench.sides[candidate.left], bench.sides[candidate.right]
    meeting = [
        v
        for v in all_verdicts(*sides)
        if v.verdict.relation in {"agreement", "difference"}
        and v.fit >= FITTING
        and not (isinstance(v.left.value, Quantity) and v.left.value.dimension == "ordinal")
    ]
    return max(meeting, key=lambda v: (v.left.kind != "proposition", v.fit), default=None)


def _main_claim(bench: Bench, number: int) -> Claim:
    """Return the longest bare claim of a statement."""
    claims = bench.reading.claims_of_statement[bench.reading.statements[number].id]
    bare = [c for c in claims if c.kind == "proposition"]
    return max(bare or claims, key=lambda c: (c.end - c.start, -c.start))


def _pair(candidate: Aligned, claims: tuple[Claim, Claim], verdict: Verdict, bench: Bench) -> Pair:
    left, right = bench.reading.statements[candidate.left], bench.reading.statements[candidate.right]
    relation = verdict.relation
    if relation == "unrelated":
        raise ValueError(f"an unrelated verdict cannot make a pair: {verdict.rule}")
    return Pair(
        left=left.id,
        right=right.id,
        relation=relation,
        score=probability(candidate.odds),
        verdict=verdict,
        evidence=candidate.evidence,
        left_claim=claims[0].id,
        right_claim=claims[1].id,
        copy=same_words(left.text, right.text),
    )

"""What the desk decided about its sources, in a review project, counts in the check of a draft.

'No conflict' and 'Wrong match' on the fact that joins what bears the draft out and what overtook it: the finding is
decided.  'Update' on a fact whose later report stands against the draft: the draft is overtaken.  'Conflict stands'
with another source to follow than the one that bears the draft out: the draft is contradicted.  A decision on which
new evidence came in, or that needs a call, changes nothing – and nothing but a decision on both sides ever hides a
finding: that a conflict between sources was settled does not make right what no source says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from compare.checking.locating import relabelled
from compare.checking.model import Assessment, Bearing, Check, DraftCheck, Witness
from compare.checking.verdicts import CheckVerdict
from compare.facts.decisions import LABELS, Decision
from compare.model import Comparison, Fact, Source

HARMLESS = frozenset({"no-conflict", "wrong-match"})


def with_decisions(checked: DraftCheck, project: Path) -> DraftCheck:
    """Return the check with the decisions of a review project.  Raises ``StoreError`` where there is none."""
    from compare.pipeline import compare_sources
    from reports.review.standings import decisions_for

    comparison = compare_sources(checked.sources)
    return decided(checked, comparison, decisions_for(str(project), comparison))


def decided(checked: DraftCheck, comparison: Comparison, decisions: Mapping[str, Decision]) -> DraftCheck:
    """Return the check with decisions given by the keys of the comparison's facts."""
    settled = [(f, decisions[f.key]) for f in comparison.facts if f.key in decisions]
    settled = [(fact, told) for fact, told in settled if told.settled and told.decision is not None]
    sources = {s.id: s for s in checked.sources}
    checks = tuple(_check(check, settled, sources) for check in checked.checks)
    return replace(checked, checks=relabelled(checks), settings={**checked.settings, "project": "given"})


def _check(check: Check, settled: list[tuple[Fact, Decision]], sources: Mapping[str, Source]) -> Check:
    for_it = [w for w in check.assessment.witnesses if w.bearing == "supports"]
    against = [w for w in check.assessment.witnesses if w.bearing in ("overtakes", "contradicts")]
    for fact, told in settled:
        speaking = {answer.statement for answer in fact.answers}
        mine = [w for w in for_it if w.statement in speaking]
        other = [w for w in against if w.statement in speaking]
        if not mine or not other:
            continue
        words = _words(told)
        if check.verdict == "overtaken" and told.decision in HARMLESS and check.state == "open":
            return replace(check, state="decided", decision=words)
        if check.verdict not in ("supported", "one-source"):
            continue
        followed = [w for w in other if told.follow == w.source] if told.follow not in {w.source for w in mine} else []
        if told.decision == "update" and (followed or (told.follow is None and _later(other, mine, sources))):
            return replace(check, assessment=_turned(check.assessment, "overtaken", (followed or other)[0], words))
        if told.decision == "conflict" and followed:
            return replace(check, assessment=_turned(check.assessment, "contradicted", followed[0], words))
    return check


def _later(other: list[Witness], mine: list[Witness], sources: Mapping[str, Source]) -> bool:
    """Tell whether what stands against the draft was published after all that bears it out."""
    days = [[sources[w.source].published for w in side] for side in (other, mine)]
    if not all(day is not None for side in days for day in side):
        return False
    late, early = ([str(day.when)[:10] for day in side if day is not None] for side in days)
    return max(late) > max(early)


def _words(told: Decision) -> str:
    follow = f", follow {told.follow}" if told.follow else ""
    who = ", ".join(part for part in (told.by, told.at) if part)
    return f"{LABELS[told.decision or '']}{follow} ({who})"


def _turned(told: Assessment, verdict: CheckVerdict, witness: Witness, words: str) -> Assessment:
    bearing: Bearing = "overtakes" if verdict == "overtaken" else "contradicts"
    return Assessment(
        verdict,
        f"The desk decided: {words}. {witness.reason}",
        tuple(replace(w, bearing=bearing) if w.bearing == "contradicts" else w for w in told.witnesses),
        mark=told.mark,
        notes=told.notes,
    )

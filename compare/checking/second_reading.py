"""Asks a desk's own second reader about what a check would call contradicted or not found, before it is shown.

The answer adds its weight to the verdicts that it speaks for.  It never overrules arithmetic: a figure or time that a
source has otherwise stays contradicted, and one that no source gives is borne out by nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import exp2

from compare.checking.assessing import decided
from compare.checking.beside import Beside, beside
from compare.checking.comparison import SURE, chance
from compare.checking.decision import BORNE_OUT, Weights, probabilities, ranked
from compare.checking.evidence import evidence
from compare.checking.grounds import against
from compare.checking.material import Material
from compare.checking.model import Assessment
from compare.checking.sentence import Sentence
from compare.checking.verdicts import CheckVerdict
from compare.matching.second_reader import Answer, Asked, Question, SecondReader, sides_of
from compare.matching.second_reader.opinion import DEFAULT, weight_of
from compare.model import Source, Statement

Progress = Callable[[str, float], None]
ASKED: tuple[CheckVerdict, ...] = ("contradicted", "not-found")  # in this order, where not all can be asked
FIGURES = ("number", "time")
Checked = tuple[Material, Weights]  # what the verdicts were reached with
Row = tuple[Sentence, Assessment]


def second_reading(
    second: SecondReader, draft: Source, rows: Sequence[Row], checked: Checked, progress: Progress
) -> tuple[list[Assessment], Asked]:
    """Return the verdicts on a draft's sentences with what the second reader says, and what became of the questions."""
    material, weights = checked
    found = [a for _, a in rows]
    laid = {n: beside(s, material, weights) for n, (s, a) in enumerate(rows) if a.verdict in ASKED}
    places = sorted((n for n in laid if laid[n].comparisons), key=lambda n: (ASKED.index(found[n].verdict), n))
    faced = {n: _faced(laid[n], found[n], material) for n in places}
    ours = sides_of([s.statement for s, _ in rows], {draft.id: draft})
    theirs = sides_of([s.statement for s in material.counterparts.sentences], material.by_id)
    told = second.ask([Question(ours[n], theirs[faced[n]]) for n in places], progress)
    weight = weight_of([(_chance(laid[places[k]], faced[places[k]]), a) for k, a in told.answers.items()], DEFAULT)
    for k, answer in told.answers.items():
        n = places[k]
        statement = material.counterparts.sentences[faced[n]].statement
        found[n] = _heard(found[n], laid[n], answer, weight, checked)
        found[n] = replace(found[n], notes=(*found[n].notes, _note(answer, told.model, statement)))
    return found, told


def _faced(laid: Beside, assessment: Assessment, material: Material) -> int:
    """Return the statement that a sentence is asked about with: the one that contradicts it, or comes nearest."""
    sentences = material.counterparts.sentences
    shown = {w.statement for w in assessment.witnesses if w.bearing == "contradicts"}
    own = (c.number for c in laid.comparisons if sentences[c.number].statement.id in shown)
    return next(own, laid.comparisons[0].number)


def _chance(laid: Beside, number: int) -> float:
    return next(chance(c.odds) for c in laid.comparisons if c.number == number)


def _heard(assessment: Assessment, laid: Beside, answer: Answer, weight: float, checked: Checked) -> Assessment:
    """Return the verdict after an answer of a weight in log2 odds."""
    material, weights = checked
    if assessment.verdict == "contradicted" and _by_arithmetic(laid, material):
        return assessment
    found = probabilities(weights, evidence(laid, material))
    moved = {verdict: p * exp2(weight * _speaks(answer, verdict, laid)) for verdict, p in found.items()}
    total = sum(moved.values())
    return decided(ranked(weights, {v: p / total for v, p in moved.items()}), laid, material)


def _speaks(answer: Answer, verdict: CheckVerdict, laid: Beside) -> float:
    """Return whether an answer speaks for a verdict, 1, against it, −1, or neither."""
    if answer.same == "unsure":
        return 0.0
    if answer.same == "no":
        return {"not-found": 1.0, "contradicted": -1.0}.get(verdict, 0.0)
    if answer.relation == "agreement":
        if verdict in BORNE_OUT:
            return 0.0 if _figure_unmet(laid) else 1.0
        return -1.0 if verdict == "contradicted" else 0.0
    wanted = "contradicted" if answer.relation == "conflict" else "overtaken"
    return 1.0 if verdict == wanted else -1.0 if verdict in BORNE_OUT else 0.0


def _by_arithmetic(laid: Beside, material: Material) -> bool:
    """Tell whether what contradicts a sentence is a figure or a time."""
    grounds = against(laid, material)
    return bool(grounds) and getattr(grounds[0].ours, "sort", None) in FIGURES


def _figure_unmet(laid: Beside) -> bool:
    """Tell whether the sentence gives a figure or a time that no source has."""
    return any(i.sort in FIGURES and share < SURE for i, share in zip(laid.items, laid.met, strict=True))


def _note(answer: Answer, model: str, statement: Statement) -> str:
    return f"Second reader ({model}), beside {statement.source}: {answer.words}."

"""What seems to bear a sentence out and says otherwise: 'almost sank' beside 'sank', 'all but the captain' beside him.

The weighing sees words that meet; where all but one small word of two sentences meet, the contrasts of ``judge`` have
the last word.  They are asked only about statements that would be shown as bearing the sentence out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache

from compare.checking.beside import Beside
from compare.checking.grounds import Ground
from compare.checking.material import Material
from compare.checking.verdicts import CheckVerdict
from compare.judgement.analysed import Analysed, analyse
from compare.judgement.clashing import of_other_kind
from compare.judgement.contrast import ALIKE, contrasted, likeness
from compare.judgement.contrast_claims import old_value, one_value
from compare.judgement.contrast_turns import same_ways
from compare.judgement.pair import judge_analysed
from compare.judgement.proposition import negation_differs, predicates_exclude
from compare.judgement.statements import all_verdicts
from compare.model import Verdict
from compare.values.measures import same_figures

# No conflict and yet no support: 'tried to open it' beside 'opened it', 'nine of ten farms' beside 'nine farms'.
SHORT_OF: Mapping[str, CheckVerdict] = {
    "contrast.attempt": "too-strong",
    "contrast.share": "not-found",
    "contrast.kind-of-figure": "not-found",
    "contrast.not-denied": "not-found",
    "contrast.part-of-all": "not-found",
    "contrast.currency": "not-found",
    "proposition.denial-reported": "too-strong",
    "quantity.nearly-same": "not-found",
}
# What ``judge`` says where two figures differ and nothing is wrong: two bounds, a part and its whole, two measures.
NO_CLASH = frozenset({"quantity.open-bounds", "quantity.rising-bounds", "pair.excluded", "quantity.sum"})
SUMMED = frozenset({"contrast.remainder", "contrast.since-and-for", "contrast.births"})  # other figures, one thing
VALUED = frozenset({"draft.other-value", "draft.other-figure"})  # grounds that no turn of words explains away
TURNED = frozenset({"draft.negated", "draft.swapped"})  # … that stand whatever figures do
CLOSE = 0.85  # share of the words of two sentences that are one but for a turn of words
FEW_MORE = 2  # words that one of them may have more
CLASHING = frozenset({"conflict", "update"})
MILDEST: tuple[CheckVerdict, ...] = ("not-found", "too-strong", "contradicted")  # what all of them bear out


def contrary(
    laid: Beside, material: Material, numbers: Sequence[int], *, widely: bool = False
) -> tuple[CheckVerdict, list[Ground]]:
    """Return what each of the statements has otherwise, with the verdict that this gives.

    ``widely``: by all that ``judge`` knows of two sentences that are one but for a word or two.

    Nothing where one of them may bear the sentence out: of two that only differ both may be, as where three were
    arrested, one was.
    """
    found: list[Ground] = []
    told: set[CheckVerdict] = set()
    for number in numbers:
        ours, theirs = _sides(laid, material, number)
        if widely:
            verdict = _nearly_one(ours, theirs)
        else:
            verdict = contrasted(ours, theirs) or _valued(ours, theirs) or _turned(ours, theirs)
        if verdict is None or (verdict.relation not in CLASHING and verdict.rule not in SHORT_OF):
            return MILDEST[0], []
        told.add("contradicted" if verdict.relation in CLASHING else SHORT_OF[verdict.rule])
        opening = "has it otherwise" if verdict.relation in CLASHING else "does not say quite this"
        reason = f"{material.counterparts.sources[number]} {opening}. {verdict.reason}"
        found.append(Ground(1.0, number, None, None, reason, "draft.contrary"))
    return next((v for v in MILDEST if v in told), MILDEST[0]), found


def holds(laid: Beside, material: Material, ground: Ground) -> bool:
    """Tell whether a ground speaks against the sentence: not where it only looks so, or where both figures may hold."""
    if ground.rule not in VALUED and tells_the_same(laid, material, ground.number):
        return False
    return ground.rule in TURNED or not no_clash(laid, material, ground.number)


def tells_the_same(laid: Beside, material: Material, number: int) -> bool:
    """Tell whether a statement only looks as if it said otherwise: 'not conclusive' beside 'inconclusive'."""
    ours, theirs = _sides(laid, material, number)
    found = contrasted(ours, theirs)
    if found is not None:
        return found.relation == "agreement"
    return same_ways(ours, theirs) or _denied_on_both(ours, theirs)


def no_clash(laid: Beside, material: Material, number: int) -> bool:
    """Tell whether two figures that differ may both hold: 'over 3,000' and 'over 3,500', gross and net."""
    ours, theirs = _sides(laid, material, number)
    if of_other_kind(ours, theirs) and ours.figures and theirs.figures:
        return not same_figures(ours.figures, theirs.figures)
    found = contrasted(ours, theirs)
    if found is not None:
        return found.relation == "unrelated" or (found.relation == "agreement" and found.rule in SUMMED)
    return likeness(ours, theirs, ALIKE) >= ALIKE and judge_analysed(ours, theirs).rule in NO_CLASH


def _denied_on_both(ours: Analysed, theirs: Analysed) -> bool:
    """Tell 'dismissed reports that the dam had cracked' beside 'the dam had not cracked'."""
    alike = likeness(ours, theirs, ALIKE) >= ALIKE
    return alike and judge_analysed(ours, theirs).rule == "proposition.denied-and-negated"


def _close(ours: Analysed, theirs: Analysed) -> bool:
    few = abs(len(ours.telling) - len(theirs.telling)) <= FEW_MORE
    return few and likeness(ours, theirs, CLOSE) >= CLOSE


def _nearly_one(ours: Analysed, theirs: Analysed) -> Verdict | None:
    """Return what ``judge`` has against two sentences that are one but for a word or two."""
    if not _close(ours, theirs) or contrasted(ours, theirs) is not None:
        return None
    judged = judge_analysed(ours, theirs)
    if judged.relation not in CLASHING and judged.rule not in SHORT_OF:
        return None
    return Verdict(judged.relation, judged.rule, judged.reason)


def _valued(ours: Analysed, theirs: Analysed) -> Verdict | None:
    """Return the value that alone tells two sentences apart, or that one of them says is no longer."""
    verdicts = all_verdicts(ours, theirs)
    found = next(one_value(ours, theirs, verdicts), None) or next(old_value(ours, theirs, verdicts), None)
    return found.verdict if found is not None else None


def _turned(ours: Analysed, theirs: Analysed) -> Verdict | None:
    """Return the one act that one side says and the other denies, where it is the only act of both."""
    acts = [[c for c in side.claims if c.kind == "proposition"] for side in (ours, theirs)]
    if len(acts[0]) != 1 or len(acts[1]) != 1 or _denied_on_both(ours, theirs):
        return None
    return negation_differs(acts[0][0], acts[1][0]) or predicates_exclude(acts[0][0], acts[1][0])


def _sides(laid: Beside, material: Material, number: int) -> tuple[Analysed, Analysed]:
    """Return the sentence and a statement of a source, as ``judge`` reads them."""
    sentence, source = material.counterparts.sentences[number], material.counterparts.sources[number]
    ours = _analysed(laid.sentence.statement.text, laid.sentence.published)
    return ours, _analysed(sentence.statement.text, material.published(source))


@lru_cache(maxsize=4096)
def _analysed(text: str, published: date | datetime | None) -> Analysed:
    return analyse((text,), (published,))[0]

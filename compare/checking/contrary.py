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
from compare.judgement.contrast import contrasted
from compare.judgement.contrast_claims import old_value, one_value
from compare.judgement.contrast_turns import same_ways
from compare.judgement.proposition import negation_differs, predicates_exclude
from compare.judgement.statements import all_verdicts
from compare.model import Verdict

# No conflict and yet no support: 'tried to open it' beside 'opened it', 'nine of ten farms' beside 'nine farms'.
SHORT_OF: Mapping[str, CheckVerdict] = {
    "contrast.attempt": "too-strong",
    "contrast.share": "not-found",
    "contrast.kind-of-figure": "not-found",
    "contrast.not-denied": "not-found",
}
CLASHING = frozenset({"conflict", "update"})
MILDEST: tuple[CheckVerdict, ...] = ("not-found", "too-strong", "contradicted")  # what all of them bear out


def contrary(laid: Beside, material: Material, numbers: Sequence[int]) -> tuple[CheckVerdict, list[Ground]]:
    """Return what each of the statements has otherwise, with the verdict that this gives.

    Nothing where one of them may bear the sentence out: of two that only differ both may be, as where three were
    arrested, one was.
    """
    found: list[Ground] = []
    told: set[CheckVerdict] = set()
    for number in numbers:
        sentence, source = material.counterparts.sentences[number], material.counterparts.sources[number]
        ours = _analysed(laid.sentence.statement.text, None)
        theirs = _analysed(sentence.statement.text, material.published(source))
        verdict = contrasted(ours, theirs) or _valued(ours, theirs) or _turned(ours, theirs)
        if verdict is None or (verdict.relation not in CLASHING and verdict.rule not in SHORT_OF):
            return MILDEST[0], []
        told.add("contradicted" if verdict.relation in CLASHING else SHORT_OF[verdict.rule])
        opening = "has it otherwise" if verdict.relation in CLASHING else "does not say quite this"
        found.append(Ground(1.0, number, None, None, f"{source} {opening}. {verdict.reason}", "draft.contrary"))
    return next((v for v in MILDEST if v in told), MILDEST[0]), found


def tells_the_same(laid: Beside, material: Material, number: int) -> bool:
    """Tell whether a statement only looks as if it said otherwise: 'not conclusive' beside 'inconclusive'."""
    sentence, source = material.counterparts.sentences[number], material.counterparts.sources[number]
    ours = _analysed(laid.sentence.statement.text, None)
    theirs = _analysed(sentence.statement.text, material.published(source))
    found = contrasted(ours, theirs)
    return (found is not None and found.relation == "agreement") or same_ways(ours, theirs)


def _valued(ours: Analysed, theirs: Analysed) -> Verdict | None:
    """Return the value that alone tells two sentences apart, or that one of them says is no longer."""
    verdicts = all_verdicts(ours, theirs)
    found = next(one_value(ours, theirs, verdicts), None) or next(old_value(ours, theirs, verdicts), None)
    return found.verdict if found is not None else None


def _turned(ours: Analysed, theirs: Analysed) -> Verdict | None:
    """Return the one act that one side says and the other denies, where it is the only act of both."""
    acts = [[c for c in side.claims if c.kind == "proposition"] for side in (ours, theirs)]
    if len(acts[0]) != 1 or len(acts[1]) != 1:
        return None
    return negation_differs(acts[0][0], acts[1][0]) or predicates_exclude(acts[0][0], acts[1][0])


@lru_cache(maxsize=4096)
def _analysed(text: str, published: date | datetime | None) -> Analysed:
    return analyse((text,), (published,))[0]

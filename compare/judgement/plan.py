"""Planned and done: 'will meet' beside 'met', 'has yet to endorse' beside 'endorsed', of the same ones."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from compare.judgement.analysed import Analysed
from compare.judgement.clash import Clash, Told, order_of, over_before
from compare.judgement.expectation import foretold, reported
from compare.judgement.rules import quote
from compare.language.en.saying import REPORTING
from compare.language.en.stopwords import EMPTY_VERBS
from compare.matching.closeness import alike, context, meet
from compare.model import Claim, Verdict

UNTELLING = REPORTING | EMPTY_VERBS | {"be", "have", "do", "get", "make", "take", "go", "come", "want", "try", "expect"}


def clashes(left: Analysed, right: Analysed, told: Told) -> Iterator[Clash]:  # noqa: ARG001  # one form for all kinds
    """Yield an act that one side only awaits and the other tells as done."""
    for ahead, behind, turned in ((left, right, False), (right, left, True)):
        done = [c for c in behind.claims if c.kind == "proposition" and _done(c)]
        for plan in (c for c in ahead.claims if c.kind == "proposition" and _awaited(c, ahead)):
            best = max(((f, c) for c in done if (f := _fit(plan, c))), key=lambda row: row[0], default=None)
            if best is None or any(
                _same_act(best[1], c) for c in ahead.claims if c is not plan and c.kind == "proposition" and _done(c)
            ):
                continue
            fit, news = best
            if over_before(news, ahead):
                continue
            outcome = "tells as not done" if news.cues.negated else "tells as done"
            reason = f"What one awaits ({quote(plan.wording)}) the other {outcome} ({quote(news.wording)})."
            words = tuple(plan.wording.split()[-1:]), tuple(news.wording.split()[-1:])
            rule = "plan.not-done" if news.cues.negated else "plan.done"
            verdict = Verdict("update", rule, reason, *(words[::-1] if turned else words))
            pair = (news, plan) if turned else (plan, news)
            yield Clash("plan", *pair, verdict, fit, order_of(ahead, behind))


def _awaited(claim: Claim, side: Analysed) -> bool:
    """Tell whether a clause looks ahead by its own words: 'will meet', 'has yet to endorse'; not 'to pay' alone."""
    words = [t.lower_ for t in side.tokens]
    if claim.cues.negated or ("yet", "to") in pairwise(words):
        return "yet" in words
    return foretold(claim)


def _done(claim: Claim) -> bool:
    """Tell whether a clause tells of an act that was done, or was not: 'did not resign', no 'has not resigned' yet."""
    cues = claim.cues
    open_still = cues.negated and claim.wording.lower().split()[0] not in {"did", "didn't", "didn’t"}
    return cues.status == "reported" and not open_still and not cues.hedges and not foretold(claim) and reported(claim)


def _same_act(plan: Claim, news: Claim) -> bool:
    if not news.predicate or news.predicate in UNTELLING:
        return False
    acts = {plan.predicate, *plan.object[:1]} - {None}
    return any(alike(act, news.predicate) for act in acts if act and act not in UNTELLING)


def _fit(plan: Claim, news: Claim) -> float:
    """Return how surely both tell of one act, 0 to 1: the same act of the same ones."""
    if not _same_act(plan, news):
        return 0.0
    ones, others = (*plan.subject, *plan.object), (*news.subject, *news.object)
    if not meet(ones, others):
        return 0.0
    both = bool(set(ones) & set(others))
    return 0.3 + 0.3 * both + 0.4 * context(plan, news)

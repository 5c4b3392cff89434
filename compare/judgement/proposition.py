"""Rules for two bare propositions: who did what to whom, and whether both can be true."""

from __future__ import annotations

from compare.claims.same_time import same_time
from compare.judgement.acts import opposite, opposite_acts, quoted, same_act
from compare.judgement.contrast_opposites import opposed_by_form
from compare.judgement.expectation import expected_and_done, sought_and_won
from compare.judgement.rules import Row, quote, say, say_acts
from compare.language.en.cues import NEGATIVE_WORDS
from compare.language.en.oppositions import INVERSES, OFFICES, OPPOSITE_STATES, SYMMETRIC, WITHOUT_OBJECT
from compare.language.en.saying import REPORTING
from compare.language.en.stopwords import EMPTY_VERBS
from compare.language.kinds import words_exclude
from compare.matching.closeness import NEAR, alike, context, meet, same_giver, same_head
from compare.model import Claim, Verdict

PERFECT = ("has ", "have ", "hasn", "haven")  # begins the words of a clause that tells how things stand so far
SESSIONS = frozenset({"stock", "share", "index", "market", "trading", "rupee", "yen", "yuan", "dollar", "euro"})


def _acted(claim: Claim) -> str:
    """Return who did what to whom in a few words: 'Rovers “beat” United'."""
    doer, thing = (words[0].title() if words[0] in claim.names else f"the {words[0]}" for words in _roles(claim))
    return f"{doer} {quoted(claim)} {thing}"


def _roles(claim: Claim) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return claim.subject or ("one",), claim.object or ("other",)


def negation_differs(left: Claim, right: Claim) -> Verdict | None:
    """'accepts the passport' beside 'will not accept the passport'."""
    if left.cues.negated == right.cues.negated or not same_act(left, right):
        return None
    if left.predicate == "be" and not (left.subject and right.subject):
        return None  # 'none is closer', 'there is no …': who is meant is not said
    if "expected" in {left.cues.status, right.cues.status} and left.cues.status != right.cues.status:
        return None
    if not _same_frame(left, right) and not _one_speaker(left, right):
        return None
    if _twice_turned(left, right):
        return None
    yes, no = (right, left) if left.cues.negated else (left, right)
    told = NEGATIVE_WORDS & set(no.wording.lower().replace("n't", " n't").replace("n’t", " n’t").split())
    reason = f"One says {quoted(yes)}, the other {quoted(no) if told else 'says that it was not so'}."
    # 'have not named him' holds until the day they do
    still = no.wording.lower().startswith(PERFECT) and yes.cues.status == "reported" and yes.cues.past
    return say_acts(left, right, "update" if still else "conflict", reason)


def _twice_turned(left: Claim, right: Claim) -> bool:
    """Tell 'is unsafe' beside 'is not safe', 'is open' beside 'is not closed': what 'not' turns is its opposite."""
    ours, theirs = left.words - right.words, right.words - left.words
    return any(opposed_by_form(x, y, adjectives=True) or opposite(x, y) for x in ours for y in theirs)


def denied_and_negated(left: Claim, right: Claim) -> Verdict | None:
    """'denied that he escaped' beside 'did not escape': a denial says that it was not so."""
    for denied, negated in ((left, right), (right, left)):
        if (
            denied.cues.status == "denied"
            and not denied.cues.negated
            and negated.cues.negated
            and same_act(left, right)
        ):
            if not _same_frame(left, right) and not (meet(left.object, right.object, NEAR) and left.object):
                return None
            reason = f"One reports that {quoted(denied)} is denied, the other says that it was not so."
            return say_acts(left, right, "agreement", reason)
    return None


def predicates_exclude(left: Claim, right: Claim) -> Verdict | None:
    """'passed the amendment' beside 'the amendment was rejected'."""
    if not opposite_acts(left, right) or left.cues.negated != right.cues.negated:
        return None
    if (left.words | right.words) & SESSIONS:
        return None  # markets open and close each day
    if not _same_frame(left, right):
        return None
    return say_acts(left, right, "conflict", f"One says {quoted(left)}, the other {quoted(right)}.")


def _one_speaker(left: Claim, right: Claim) -> bool:
    """Tell whether one and the same giver is said to have said a bare act of nobody named: 'he would appeal'."""
    named = left.subject or left.object or right.subject or right.object
    given = left.cues.said_by and right.cues.said_by and same_giver(left, right)
    return bool(given and not named and left.predicate == right.predicate and left.predicate not in EMPTY_VERBS)


def _same_frame(left: Claim, right: Claim) -> bool:
    """Tell whether doer and thing agree wherever both sides name them, with at least one of them named by both."""
    doers = bool(left.subject and right.subject)
    things = bool(left.object and right.object)
    if not doers and not things:
        return False
    if doers and not same_head(left, right):
        return False
    if things and not same_head(left, right, "object"):
        return False
    if other_days(left, right):
        return False
    return (doers and things) or context(left, right) >= 0.6


def other_days(left: Claim, right: Claim) -> bool:
    """Tell whether both are dated and no two of their dates can be one."""
    pairs = [same_time(a, b) for a in left.days for b in right.days]
    return False in pairs and True not in pairs


def _other_company(left: Claim, right: Claim) -> bool:
    """Tell whether each side has a doer by name whom the other has not: X and Y met jointly, X and Z separately."""
    ours, theirs = (set(c.subject) & c.names for c in (left, right))
    return bool(ours - theirs) and bool(theirs - ours)


def roles_swapped(left: Claim, right: Claim) -> Verdict | None:
    """'X beat Y' beside 'Y beat X'."""
    a, b = left.predicate, right.predicate
    if not a or not b or {a, b} & (SYMMETRIC | WITHOUT_OBJECT) or left.cues.negated != right.cues.negated:
        return None
    if not all((left.subject, left.object, right.subject, right.object)):
        return None
    straight = same_act(left, right)
    turned = INVERSES.get(a) == b or INVERSES.get(b) == a
    if not straight and not turned:
        return None
    crossed = meet(left.subject, right.object, 0.8) and meet(left.object, right.subject, 0.8)
    along = meet(left.subject, right.subject, 0.8) and meet(left.object, right.object, 0.8)
    if (straight and crossed and not along) or (turned and along and not crossed):
        reason = f"The roles are swapped: one has {_acted(left)}, the other {_acted(right)}."
        return say_acts(left, right, "conflict", reason)
    return None


def states_exclude(left: Claim, right: Claim) -> Verdict | None:
    """'opened lower' beside 'opened mixed', 'struck in the torso' beside 'struck in the neck'."""
    if left.cues.negated != right.cues.negated or not same_act(left, right):
        return None
    if not same_head(left, right) and not same_head(left, right, "object"):
        return None
    a, b = left.words - right.words, right.words - left.words
    if other_days(left, right) or _other_company(left, right):
        return None
    found = sorted((x, y) for x in a for y in b if frozenset({x, y}) in OPPOSITE_STATES or words_exclude(x, y))
    if not found or context(left, right) < 0.4:
        return None
    one, other = found[0]
    return say("conflict", f"One says {quote(one)}, the other {quote(other)}.", (one,), (other,))


def none_exists(left: Claim, right: Claim) -> Verdict | None:
    """'There is no gap' beside 'the gap was 200 billion'."""
    for nothing, thing in ((left, right), (right, left)):
        if not nothing.cues.negated or thing.cues.negated or nothing.predicate != "be" or nothing.subject:
            continue
        if nothing.object and thing.subject and nothing.object[0] in thing.subject and meet(nothing.names, thing.names):
            what = nothing.object[0]
            return say_acts(left, right, "conflict", f"One says there is no {what}, the other speaks of it as a fact.")
    return None


def other_holder(left: Claim, right: Claim) -> Verdict | None:
    """'X is president of Spain' beside 'Y is president of Spain'."""
    if left.predicate != "be" or right.predicate != "be" or left.cues.negated or right.cues.negated:
        return None
    if left.wording.lower() != right.wording.lower():
        return None  # 'was president' and 'is president': one after the other
    offices = (set(left.subject) | set(left.object)) & (set(right.subject) | set(right.object)) & OFFICES
    if not offices or not (left.names & right.names):
        return None
    a, b = left.names - right.names, right.names - left.names
    if not a or not b or any(alike(x, y, 0.9) for x in a for y in b):
        return None
    one, other = min(a), min(b)
    return say(
        "conflict", f"Who is {min(offices)}? One names {one.title()}, the other {other.title()}.", (one,), (other,)
    )


def denial_reported(left: Claim, right: Claim) -> Verdict | None:
    """'the firm knew of the fault' beside 'the firm denied that it had known of it'."""
    denied = [c.cues.status == "denied" for c in (left, right)]
    if denied[0] == denied[1] or left.cues.negated != right.cues.negated or not same_act(left, right):
        return None
    doers = meet(left.subject, right.subject, NEAR)
    if not doers and ((left.subject and right.subject) or not meet(left.object, right.object, NEAR)):
        return None  # the mayor denies that he closed it: who says that the guards did contradicts him in nothing
    yes = right if denied[0] else left
    return say_acts(left, right, "difference", f"One says {quoted(yes)}, the other reports that this is denied.")


def same_proposition(left: Claim, right: Claim) -> Verdict | None:
    """The same act by the same doer; what one says is denied is no agreement with one who tells it."""
    if (left.cues.status == "denied") != (right.cues.status == "denied"):
        return None
    if left.cues.negated != right.cues.negated or not same_act(left, right):
        return None
    if not meet(left.subject, right.subject, NEAR) and not meet(left.object, right.object, NEAR):
        return None
    told = dict.fromkeys((quoted(left), quoted(right)))
    telling = not {left.predicate, right.predicate} & (REPORTING | EMPTY_VERBS)
    reason = f"Both tell of the same: {' and '.join(told)}." if telling else "Both tell of the same in like words."
    return say_acts(left, right, "agreement", reason)


TABLE: tuple[Row, ...] = (
    Row("proposition.roles-swapped", roles_swapped),
    Row("proposition.expected-and-done", expected_and_done),
    Row("proposition.sought-and-won", sought_and_won),
    Row("proposition.denied-and-negated", denied_and_negated),
    Row("proposition.negation-differs", negation_differs),
    Row("proposition.predicates-exclude", predicates_exclude),
    Row("proposition.states-exclude", states_exclude),
    Row("proposition.none-exists", none_exists),
    Row("proposition.other-holder", other_holder),
    Row("proposition.denial-reported", denial_reported),
    Row("proposition.same", same_proposition),
)

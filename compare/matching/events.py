"""Do two claims speak of the same happening?  Told before their values are held against each other.

Most false alarms in comparing news are figures of another day, another strike, the whole war or a part of the whole.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from compare.claims.moment import same_time
from compare.judgement.quantity import RUNNING
from compare.language.en.happenings import BEARER_SLOTS, KINDS
from compare.language.en.outcomes import GENERAL_PEOPLE
from compare.matching.closeness import alike, meet, share
from compare.matching.happenings import Happening, Scene
from compare.matching.unlike_things import unlike_things
from compare.model import Claim, Moment, Quantity
from compare.values.measures import distance, meets

FAR_APART = timedelta(days=30)  # two articles so far apart look forward to different things
DAY_GRAINS = frozenset({"day", "part", "hour", "minute"})
LOOSE = timedelta(days=7)  # 'earlier this year' ends some days before the article
SAME_HISTORY = Fraction(1, 4)  # two totals of one war differ by no more than this share of the larger


def apart(left: Claim, right: Claim, scene: Scene) -> str | None:
    """Return in plain words why two claims speak of different happenings; None where nothing says so."""
    ours, theirs = scene.of_claim[left.id], scene.of_claim[right.id]
    return (
        _other_reach(ours, theirs)
        or _other_part(left, right, scene)
        or _other_people(left, right)
        or _other_bearer(left, right)
        or unlike_things(left, right)
        or _other_start(left, right, scene)
        or _other_day(left, right, scene)
        or _other_year(left, right, scene)
        or _own_days(left, right, scene)
        or _too_late(left, right, scene)
        or _other_season(left, right, scene)
    )


def _other_reach(ours: Happening, theirs: Happening) -> str | None:
    if ours.background != theirs.background:
        return "One figure is for something that went on much longer than this event."
    if ours.elsewhere != theirs.elsewhere:
        return "One figure is for another event."
    if ours.elsewhere and not _one_date(ours, theirs):
        return "Each figure is for another event."
    if ours.part != theirs.part:
        return "One figure is a part of the other."
    return None


def _one_date(ours: Happening, theirs: Happening) -> bool:
    """Tell whether two events told for comparison may be one: both undated, or dates of one size that can meet."""
    if not ours.dates or not theirs.dates:
        return not ours.dates and not theirs.dates
    return any(a.grain == b.grain and same_time(a, b) is not False for a in ours.dates for b in theirs.dates)


def _other_start(left: Claim, right: Claim, scene: Scene) -> str | None:
    """Five inches of rain since Friday and 15 since New Year's Day."""
    if left.kind != "quantity":  # since when somebody has ruled is what the articles may disagree on
        return None
    ours, theirs = scene.of_claim[left.id], scene.of_claim[right.id]
    if not ours.since or not theirs.since:
        return None
    if any(same_time(a, b) is not False for a in ours.since for b in theirs.since):
        return None
    return f"One is counted since {ours.since[0].text}, the other since {theirs.since[0].text}."


def _other_part(left: Claim, right: Claim, scene: Scene) -> str | None:
    """Parts of different wholes, and figures of long histories, are held against each other only where they agree."""
    a, b = left.value, right.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or meets(a, b):
        return None
    ours, theirs = scene.of_claim[left.id], scene.of_claim[right.id]
    if ours.background and distance(a, b) > SAME_HISTORY:
        return "Each is a figure of a longer history, and not of the same."
    if ours.part and (ours.share or theirs.share or a.head != b.head):
        return "Each is one of several figures that make up a total."
    return None


def _other_people(left: Claim, right: Claim) -> str | None:
    """'25 children' beside '47 people': those counted are only a kind of the others."""
    a, b = left.value, right.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or a.dimension != "count" or b.dimension != "count":
        return None
    heads = [(q.head or "people").lower() for q in (a, b)]
    if heads[0] == heads[1] or (a.low, a.high) == (b.low, b.high):
        return None
    kinds = [h in KINDS for h in heads]
    if any(kinds) and (all(kinds) or any(h in GENERAL_PEOPLE or h == "civilian" for h in heads)):
        return f"One counts {a.counted or heads[0]}, the other {b.counted or heads[1]}."
    return None


def _other_bearer(left: Claim, right: Claim) -> str | None:
    """The fall of one index is not the fall of another, nor one firm's profit another's."""
    if left.attribute not in BEARER_SLOTS or left.attribute != right.attribute or not left.subject or not right.subject:
        return None
    if meet(left.subject, right.subject):
        return None
    return f"One is about {' '.join(left.subject)}, the other about {' '.join(right.subject)}."


def _own_days(left: Claim, right: Claim, scene: Scene) -> str | None:
    """'today' in an article of Monday and 'today' in one of Tuesday: each speaks of its own day."""
    when = [scene.published[c.source] for c in (left, right)]
    if when[0] is None or when[1] is None or when[0] == when[1]:
        return None
    days = [{_day(m) for m in _moments(c, scene)} for c in (left, right)]
    own = [w in d for d, w in zip(days, when, strict=True)]
    others = [bool(d - {None, w}) for d, w in zip(days, when, strict=True)]
    return "Each article speaks of its own day." if all(own) and not any(others) else None


def _moments(claim: Claim, scene: Scene) -> tuple[Moment, ...]:
    days = scene.of_claim[claim.id].days
    return (*days, claim.value) if isinstance(claim.value, Moment) else days


def _day(moment: Moment) -> date | None:
    return moment.earliest.date() if moment.earliest is not None and moment.grain in DAY_GRAINS else None


def _other_day(left: Claim, right: Claim, scene: Scene) -> str | None:
    days = [scene.of_claim[c.id].days or scene.main_days.get(c.attribute or c.kind, ()) for c in (left, right)]
    known = [bool(scene.of_claim[c.id].days) for c in (left, right)]
    if left.kind != "quantity":  # of a proposition the day is what the articles may disagree on
        return None
    if not any(known) or not all(days):
        return None
    if any(same_time(a, b) is not False for a in days[0] for b in days[1]):
        return None
    return f"One happened {days[0][0].text}, the other {days[1][0].text}."


def _other_year(left: Claim, right: Claim, scene: Scene) -> str | None:
    """'In 1994 a ferry sank and 63 people died': a toll dated long before the other article was written."""
    if left.attribute not in RUNNING or right.attribute not in RUNNING:
        return None
    for old, new in ((left, right), (right, left)):
        dates, others = (scene.of_claim[c.id].dates for c in (old, new))
        since = min((m.earliest.date() for m in others if m.earliest is not None), default=scene.published[new.source])
        if since is None or not dates:
            continue
        if all(m.latest is not None and m.latest.date() < since - FAR_APART for m in dates):
            return f"One happened {dates[0].text}, long before the other."
    return None


def _too_late(left: Claim, right: Claim, scene: Scene) -> str | None:
    """What one article reports as done, a later one cannot still expect; nor do far-apart articles expect the same."""
    when = [scene.published[c.source] for c in (left, right)]
    if when[0] is None or when[1] is None:
        return _past_and_coming(left, right) or _past_and_coming(right, left)
    for past, coming, day in ((left, right, when[1]), (right, left, when[0])):
        if _over_before(past, coming, day, scene):
            return "One tells of what was over when the other still expected it."
    early, late = (left, right) if when[0] <= when[1] else (right, left)
    gap = abs(when[1] - when[0])
    if late.cues.status != "expected" or gap < timedelta(days=1) or not _same_act(early, late):
        return None
    if early.cues.status == "reported" and early.cues.past:
        return "The earlier article reports as done what the later one still expects."
    if early.cues.status == "expected" and gap > FAR_APART:
        return "The articles look forward to different events: they were published far apart."
    return None


def _over_before(past: Claim, coming: Claim, day: date, scene: Scene) -> bool:
    """Tell whether what one claim dates was over on the day when the other article still expected its own event."""
    if past.cues.status != "reported" or not past.cues.past or coming.cues.status != "expected":
        return False
    ends = [
        m.latest.date() - (LOOSE if m.grain == "vague" else timedelta(0))
        for m in scene.of_claim[past.id].dates
        if m.latest is not None
    ]
    return bool(ends) and all(end <= day for end in ends)


def _past_and_coming(past: Claim, coming: Claim) -> str | None:
    """'met last week' beside 'will meet': of articles without a date the past one is not what the other awaits."""
    if past.cues.status != "reported" or coming.cues.status != "expected":
        return None
    if not any(m.text.lower().startswith(("last ", "earlier ", "yesterday")) for m in past.days):
        return None
    return "One tells of what is past, the other of what is still to come."


def _other_season(left: Claim, right: Claim, scene: Scene) -> str | None:
    """Long after an event an article speaks of something new, unless a date in the sentence looks back."""
    when = [scene.published[c.source] for c in (left, right)]
    if when[0] is None or when[1] is None or abs(when[1] - when[0]) <= FAR_APART:
        return None
    late, written = (right, when[1]) if when[0] < when[1] else (left, when[0])
    dates = scene.of_claim[late.id].dates
    if any(m.earliest is not None and m.earliest.date() < written - FAR_APART / 2 for m in dates):
        return None
    return "The articles were published far apart, and the later one does not say that it looks back."


def _same_act(left: Claim, right: Claim) -> bool:
    """Tell whether two clauses may tell of one act: the same verb, or half of the words."""
    same = left.predicate is not None and right.predicate is not None and alike(left.predicate, right.predicate)
    return same or share(left.words, right.words) >= 0.5

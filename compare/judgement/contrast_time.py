"""Contrasts of time that two claims alone do not show: seasons, and how long beside since when."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from fractions import Fraction

from compare.claims.monthparts import other_season
from compare.judgement.analysed import Analysed
from compare.judgement.rules import quote, say
from compare.model import Moment, Quantity, Verdict
from compare.sources.publication import day_of
from compare.values.intervals import interval_of

ROUGHLY = Fraction(3, 5)  # share of its last place by which a length is told: 'a year' is not ten weeks
SINCE_REACH = 3  # words between 'since' and its date


def season(left: Analysed, right: Analysed) -> Verdict | None:
    """'in spring 2021' beside 'in autumn 2021'."""
    for a in left.moments:
        for b in right.moments:
            if other_season(a.text, b.text):
                return say("conflict", f"One says {quote(a.text)}, the other {quote(b.text)}.", (a.text,), (b.text,))
    return None


def since_and_for(left: Analysed, right: Analysed) -> Verdict | None:
    """'since 2020' beside 'for two years', by the day of publication of the side that gives the length."""
    for one, other in ((left, right), (right, left)):
        start, length = _since(one), _for(other)
        written = other.published or one.published
        if start is None or length is None or written is None or start.earliest is None or start.latest is None:
            continue
        amount = interval_of(length)
        if amount is None or (amount.low is None and amount.high is None):
            continue
        if start.earliest.tzinfo is not None or start.latest.tzinfo is not None:
            continue
        now = datetime.combine(day_of(written), time())
        least, most = (Fraction(int((now - end).total_seconds())) for end in (start.latest, start.earliest))
        grain = max(amount.grain * ROUGHLY, Fraction(int(timedelta(days=1).total_seconds())))
        meets = (amount.low is None or amount.low - grain <= most) and (
            amount.high is None or least <= amount.high + grain
        )
        words = (start.text, length.text) if one is left else (length.text, start.text)
        if meets:
            reason = f"Since {quote(start.text)} and for {quote(length.text)} come to the same on {now.date()}."
            return say("agreement", reason, words[:1], words[1:])
        reason = f"On {now.date()} it is not {quote(length.text)} since {quote(start.text)}."
        return say("conflict", reason, words[:1], words[1:])
    return None


def _since(side: Analysed) -> Moment | None:
    for moment in side.moments:
        before = _before(side, moment.start)
        if "since" in before[-SINCE_REACH:]:
            return moment
    return None


def _for(side: Analysed) -> Quantity | None:
    for claim in side.claims:
        value = claim.value
        ahead = claim.cues.status == "expected"  # 'has sat since 2020 and will sit for two years'
        if isinstance(value, Quantity) and value.dimension == "duration" and not ahead:
            words = value.text.lower().split()
            if "for" in (_before(side, value.start)[-1:] or words[:1]) or words[0] == "for":
                return value
    return None


def _before(side: Analysed, place: int) -> list[str]:
    """Return the words of a side that stand before a place, in lower case."""
    return [
        token.lower_
        for parsed in side.parsed
        for token in parsed.span
        if parsed.offset + token.idx + len(token) <= place
    ]

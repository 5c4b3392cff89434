"""Which tolls of an article belong to another event than the one the set of articles is about.

News dates its own event by the day.  A toll dated by the month or the year ('an attack last month', 'so far this
year') and one of 'a similar' or 'a second attack' are told for comparison.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from compare.claims.reading import Reading
from compare.judgement.amounts import RUNNING
from compare.language.en.happenings import COMPARING, COMPARING_ONE, LONG_SPANS, STRIKES
from compare.model import Claim, Moment
from compare.statements.clauses import governor
from compare.statements.splitting import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

COARSE = frozenset({"month", "quarter", "year", "vague"})
ASIDE = frozenset({"relcl", "acl", "advcl"})  # clauses that date themselves alone
MOSTLY = 0.5  # share of the dated tolls beyond which coarse dates are this set's way of dating its own event


def tolls_elsewhere(reading: Reading, dates: Mapping[str, Sequence[Moment]]) -> frozenset[str]:
    """Return the ids of the claims that give a toll of another event.

    ``dates`` are the moments that date each claim, those left out that only say since when.
    """
    tolls = [c for c in reading.claims if c.kind == "quantity" and c.attribute in RUNNING]
    parsed = {p.statement.id: p for p in reading.parsed}
    counts = Counter(c.statement for c in tolls)
    vague_past = _vague_past(reading)
    coarsely = {c.id for c in tolls if _coarse(c, [*dates[c.id], *vague_past[c.statement]], parsed[c.statement])}
    dated = sum(bool(dates[c.id]) for c in tolls)
    found = coarsely if len(coarsely) <= MOSTLY * dated else set()
    found |= {c.id for c in tolls if _compared(c, parsed[c.statement], dates[c.id], counts[c.statement] == 1)}
    return frozenset(found | _led_in(tolls, found, reading, dates))


def _vague_past(reading: Reading) -> Mapping[str, list[Moment]]:
    """Return for each statement its vague moments of the past: 'in the 1990s', 'earlier this month', 'a year after'."""
    published = {s.id: s.published.when for s in reading.sources if s.published}
    found: dict[str, list[Moment]] = defaultdict(list)
    for claim in reading.claims:
        moment, written = claim.value, published.get(claim.source)
        if not isinstance(moment, Moment) or moment.grain != "vague":
            continue
        words = moment.text.lower()
        ended = moment.latest is not None and written is not None and moment.latest.year < written.year
        if ended or words.startswith("earlier this") or (words.endswith(" after") and LONG_SPANS & set(words.split())):
            found[claim.statement].append(moment)
    return found


def _coarse(claim: Claim, moments: Sequence[Moment], parsed: Parsed) -> bool:
    """Tell whether the moments of the innermost clause that dates a toll give no day."""
    levels: dict[int, list[Moment]] = defaultdict(list)
    for moment in moments:
        level = _level(claim, moment, parsed)
        if level is not None:
            levels[level].append(moment)
    return bool(levels) and all(m.grain in COARSE for m in levels[min(levels)])


def _level(claim: Claim, moment: Moment, parsed: Parsed) -> int | None:
    """Return how many clauses above the claim's a moment stands; None where it dates another clause.

    'A man who lost his job in 2010' dates no toll; a moment of a clause beside it, before it, counts as outermost.
    """
    dated, valued = (parsed.token_at(v.start) if v else None for v in (moment, claim.value))
    if dated is None or valued is None:
        return None
    top = governor(dated)
    above = [valued.i, *(a.i for a in valued.ancestors)]
    if top.i in above:
        return above.index(top.i)
    return len(above) if dated.i < valued.i and top.dep_ not in ASIDE else None


def _compared(claim: Claim, parsed: Parsed, dates: Sequence[Moment], alone: bool) -> bool:
    """Tell whether the toll is that of 'a similar attack', 'a second blast', 'the fourth such raid this year'.

    ``alone``: it is the only toll of its sentence, whose other clauses then speak of it too.
    """
    inside = [t for t in parsed.span if alone or claim.start <= parsed.offset + t.idx < claim.end]
    return any(t.lemma_.lower() in STRIKES and _set_beside(t, dates) for t in inside)


def _set_beside(noun: Token, dates: Sequence[Moment]) -> bool:
    words = {c.lower_ for c in noun.children}
    if words & COMPARING or (words & COMPARING_ONE and words & {"a", "an"}):
        return True
    return "such" in words and any(m.grain in COARSE for m in dates)


def _led_in(
    tolls: Sequence[Claim], found: set[str], reading: Reading, dates: Mapping[str, Sequence[Moment]]
) -> set[str]:
    """Return the undated tolls of a paragraph whose sentence before speaks of another event."""
    own: dict[str, list[Claim]] = {}
    for claim in reading.claims:
        own.setdefault(claim.statement, []).append(claim)
    led: set[str] = set()
    previous: Parsed | None = None
    for parsed in reading.parsed:
        before, previous = previous, parsed
        if before is None or (before.statement.source, before.statement.paragraph) != (
            parsed.statement.source,
            parsed.statement.paragraph,
        ):
            continue
        lead = own.get(before.statement.id, [])
        if not any(c.id in found or c.id in led or _coarse(c, dates[c.id], before) for c in lead):
            continue
        here = {c.id for c in tolls if c.statement == parsed.statement.id and not dates[c.id] and not c.places}
        led |= here
    return led

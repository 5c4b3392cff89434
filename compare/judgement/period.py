"""Which period a figure is of: a quarter, a year, 'the past six weeks', 'last year'."""

from __future__ import annotations

from compare.judgement.analysed import Analysed
from compare.judgement.rules import say
from compare.language.en import periods
from compare.model import Verdict

Periods = dict[str, frozenset[str]]


def periods_of(text: str) -> Periods:
    """Return the periods a text names, a kind each: quarters, years, stretches, 'before'."""
    quarters = {str(periods.ORDINALS.get((a or "").lower(), b)) for a, b in periods.QUARTER.findall(text)}
    for month in periods.QUARTER_END.findall(text):
        number = periods.SHORT_MONTHS.get(month.lower(), 5 if month.lower() == "may" else 0)
        if number:
            quarters.add(str((number + 2) // 3))
    stretches = {f"{periods.NUMBERS.get(n.lower(), n)} {unit.lower()}" for n, unit in periods.STRETCH.findall(text)}
    before = {next(x for x in found if x).lower() for found in periods.BEFORE.findall(text)}
    found = {"quarter": quarters, "year": set(periods.YEAR.findall(text)), "stretch": stretches, "before": before}
    return {kind: frozenset(values) for kind, values in found.items()}


def _months(side: Analysed) -> frozenset[str]:
    return frozenset(str(d.month) for c in side.claims for d in c.days if d.month is not None)


def other_period(left: Analysed, right: Analysed) -> Verdict | None:
    """'first quarter' beside 'second quarter', 'March 2002' beside 'March 2003', 'last year' beside no such word."""
    ours, theirs = periods_of(left.text), periods_of(right.text)
    ours["month"], theirs["month"] = _months(left), _months(right)
    for kind in ("quarter", "year", "stretch", "month"):
        a, b = ours[kind], theirs[kind]
        if a and b and not a & b:
            return say(
                "unrelated",
                f"The figures are of different periods ({kind}: {', '.join(sorted(a))} and {', '.join(sorted(b))}).",
            )
    units = {u.split()[1] for u in ours["stretch"]} & {u.split()[1] for u in theirs["stretch"]}
    if bool(ours["before"]) != bool(theirs["before"]) and not units:
        word = min(ours["before"] | theirs["before"])
        return say("unrelated", f"One figure is of the {word} before, the other is not.")
    return None

"""The words that an editor may print: the latest report that all later ones bear out, in one source's own sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from compare.facts.basis import is_compared
from compare.language.en.questions import PRONOUNS
from compare.model import Answer, Pair, Relation, Statement

PARTING = frozenset({"conflict", "difference"})
_MARKS = (("“", "”"), ("(", ")"), ("[", "]"))


def supported_wording(
    relation: Relation,
    pairs: Sequence[Pair],
    answers: Sequence[Answer],
    statements: Mapping[str, Statement],
    days: Mapping[str, date],
) -> str | None:
    """Return a source's sentence that no source of the fact gainsays or has overtaken; None where there is none.

    Where sources differ it is None; of an update it is the latest report, if all that were published after it
    agree; of an agreement the shortest whole sentence whose value was compared.
    """
    if relation in PARTING or any(p.relation in PARTING for p in pairs):
        return None
    compared = {c for p in pairs if is_compared(p) for c in (p.left_claim, p.right_claim)}
    bearing = [a for a in answers if a.claim in compared and a.status == "reported"]
    if relation == "agreement":
        bearing = bearing or [a for a in answers if a.claim in compared]
    else:
        old = overtaken_claims(pairs, answers, days)
        if old is None:
            return None
        stale = {a.statement for a in answers if a.claim in old}
        bearing = _newest([a for a in bearing if a.claim not in old and a.statement not in stale], days)
    sure = {a.claim: 0.0 for a in bearing}
    if relation != "agreement":  # of several later reports the one that surely speaks of the same
        for pair in pairs:
            for claim in sure.keys() & {pair.left_claim, pair.right_claim}:
                sure[claim] = max(sure[claim], pair.score)
    texts = [(-sure[a.claim], " ".join(statements[a.statement].text.split())) for a in bearing]
    whole = [(place, len(t), t) for place, t in texts if is_whole(t)]
    return min(whole)[-1] if whole else None


def overtaken_claims(
    pairs: Sequence[Pair], answers: Sequence[Answer], days: Mapping[str, date]
) -> frozenset[str] | None:
    """Return the claims that a later one replaced; None where an update does not tell which of its two is later."""
    by_claim = {a.claim: a for a in answers}
    found = {a.claim for a in answers if a.status in ("expected", "superseded")}
    for pair in pairs:
        left, right = by_claim.get(pair.left_claim), by_claim.get(pair.right_claim)
        if pair.relation != "update" or left is None or right is None:
            continue
        if found & {left.claim, right.claim}:
            continue
        days_apart = (days.get(left.source), days.get(right.source))
        if None in days_apart or days_apart[0] == days_apart[1]:
            return None
        found.add(left.claim if days[left.source] < days[right.source] else right.claim)
    return frozenset(found)


def _newest(answers: Sequence[Answer], days: Mapping[str, date]) -> list[Answer]:
    """Return the answers of the latest day; all of them where none is dated."""
    latest = max((days[a.source] for a in answers if a.source in days), default=None)
    return [a for a in answers if latest is None or days.get(a.source) == latest]


def is_whole(text: str) -> bool:
    """Tell whether words can stand by themselves: a sentence with its marks in pairs that names what it speaks of."""
    first = re.match(r"\W*(\w+)", text)
    paired = all(text.count(a) == text.count(b) for a, b in _MARKS) and text.count('"') % 2 == 0
    return first is not None and paired and first.group(1).lower() not in PRONOUNS

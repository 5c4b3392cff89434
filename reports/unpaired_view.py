"""What was not paired: statements that one source makes, and near misses with the reason they were set aside."""

from __future__ import annotations

from dataclasses import dataclass

from compare.claims.behind import own_sentence
from compare.language.en.questions import PRONOUNS
from compare.model import Comparison, Quotation, SetAside, Statement
from reports.statement_view import Here, StatementView, speakers, statement_view
from reports.wording import squeezed


@dataclass(frozen=True, slots=True)
class Single:
    """A statement that only one source makes."""

    label: str
    what: str  # 'Number', 'Quotation', 'Date', 'Place' or 'Statement'
    statement: StatementView
    giver: str = ""  # 'quoting X' where the whole of it stands in a quotation, 'according to X' from the next sentence


@dataclass(frozen=True, slots=True)
class Aside:
    """Two statements that look alike and were not paired."""

    left: StatementView
    right: StatementView
    score: str
    reason: str


_VALUES = ("quantity", "quotation", "moment", "place")  # what an editor checks first
_WHAT = {"quantity": "Number", "quotation": "Quotation", "moment": "Date", "place": "Place"}


def singles(comparison: Comparison, here: Here) -> tuple[Single, ...]:
    kinds: dict[str, set[str]] = {}
    spoken: dict[str, str] = {}
    for claim in comparison.claims:
        kinds.setdefault(claim.statement, set()).add(claim.kind)
        said = here.statements[claim.statement]
        if isinstance(claim.value, Quotation) and claim.value.start <= said.start and said.end <= claim.value.end:
            spoken[said.id] = f"quoting {speakers(claim.cues.said_by, quoted=True)}"
        named = [name for name in claim.cues.said_by if name.lower() not in PRONOUNS]
        if named and not any(name in said.text for name in named):
            spoken.setdefault(said.id, f"according to {speakers(claim.cues.said_by)}")
    rows: list[tuple[int, Statement, str]] = []
    for key in comparison.single:
        if own_sentence(here.statements[key].text):
            continue  # 'That is according to police' says nothing of its own
        what = next((k for k in _VALUES if k in kinds.get(key, ())), None)
        rank = _VALUES.index(what) if what else len(_VALUES)
        rows.append((rank, here.statements[key], _WHAT[what] if what else "Statement"))
    order = {source.id: i for i, source in enumerate(comparison.sources)}
    rows.sort(key=lambda row: (row[0], order[row[1].source], row[1].start))
    return tuple(
        Single(f"O{i}", what, statement_view(s, here), spoken.get(s.id, "")) for i, (_, s, what) in enumerate(rows, 1)
    )


def near_miss(row: SetAside, here: Here) -> Aside:
    left, right = (statement_view(here.statements[key], here) for key in (row.left, row.right))
    return Aside(left, right, f"{row.score:.2f}", squeezed(row.reason))

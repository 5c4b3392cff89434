"""Facts that must survive: does the draft state each of them?  The draft is now the source, the fact the statement."""

from __future__ import annotations

from collections.abc import Sequence

from compare.checking.checker import Checker
from compare.checking.drafts import Draft, draft_from_text
from compare.checking.evidence.opposition import main_items
from compare.checking.model import RequiredFact
from compare.statements.splitting import read_statements

STATED = frozenset({"supported", "one-source"})


def required_facts(draft: Draft, facts: Sequence[str]) -> tuple[RequiredFact, ...]:
    """Return for each required fact whether the draft states it, and where.

    A fact is stated where the draft bears it out, values included; said more weakly or otherwise it is not.
    """
    if not facts:
        return ()
    checker = Checker([draft.source])
    return tuple(_required(fact, draft, checker) for fact in facts)


def _required(fact: str, draft: Draft, checker: Checker) -> RequiredFact:
    words = " ".join(fact.split())
    checks = checker.check(draft_from_text(words, "fact.txt")).checks
    nearest = next((w for c in checks for w in c.assessment.witnesses), None)
    line, column = draft.place(nearest.start) if nearest else (None, None)
    if checks and all(c.verdict in STATED for c in checks) and not _softened(words, checker):
        return RequiredFact(words, True, line, column, "The draft states it.")
    short = next((c for c in checks if c.verdict not in STATED), None)
    if short is None or short.verdict in ("not-found", "not-checkable"):
        return RequiredFact(words, False, line, column, "The draft does not state it.")
    said = next((w.text for w in short.assessment.witnesses), "")
    return RequiredFact(words, False, line, column, f"The draft says it otherwise: “{' '.join(said.split())}”.")


def _softened(words: str, checker: Checker) -> bool:
    """Tell whether the draft only plans, expects or supposes what the fact states: 'may have taken', 'is to sail'."""
    source = draft_from_text(words, "fact.txt").source
    laid = [checker.beside(s) for s in checker.sentences(source, read_statements(source))]
    return any(b.best is not None and any(i in main_items(b) for i, _ in b.best.softer) for b in laid)

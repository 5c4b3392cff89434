"""The one-line message of a finding, the same in every output."""

from __future__ import annotations

from compare.checking.model import Check, DraftCheck
from reports.wording import squeezed

OPEN = ("open",)


def message(check: Check) -> str:
    """Return 'Overtaken: after.md reports 3 hours 21 minutes …' on one line, safe to show."""
    return f"{check.row.word}: {squeezed(check.assessment.reason)}"


def label_message(check: Check) -> str:
    """Return the message with the finding's label before it."""
    return f"{check.label} {message(check)}"


def open_findings(checked: DraftCheck) -> tuple[Check, ...]:
    """Return the findings that still ask for something: not suppressed, decided, known or untouched."""
    return tuple(c for c in checked.findings if c.state in OPEN)


def state_words(check: Check) -> str:
    """Return why a finding is not open, in words; '' for one that is."""
    if check.state == "suppressed" and check.suppression is not None:
        return f"suppressed: {squeezed(check.suppression.reason)}"
    if check.state == "decided":
        return f"decided: {squeezed(check.decision or '')}"
    return {"known": "known from the baseline", "untouched": "not touched by the diff"}.get(check.state, "")


def trouble(checked: DraftCheck) -> tuple[str, ...]:
    """Return why the check can be no pass, each as one line."""
    return tuple(squeezed(p) for p in checked.problems)


def missing_facts(checked: DraftCheck) -> tuple[tuple[int, int, str], ...]:
    """Return for each required fact that is not stated the line, the column and the message."""
    return tuple(
        (f.line or 1, f.column or 1, f"Missing: the draft must state “{squeezed(f.text)}”. {squeezed(f.reason)}")
        for f in checked.required
        if not f.stated
    )

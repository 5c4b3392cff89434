"""The one-line message of a finding, the same in every output."""

from __future__ import annotations

import re

from compare.checking.model import Check, DraftCheck
from compare.facts.labels import letter
from reports.wording import SENTENCES, shortened, squeezed

QUOTED = 140  # characters of either wording of a quotation
MARKS = " “”„‟\"'‘’"

OPEN = ("open",)


def message(check: Check, checked: DraftCheck) -> str:
    """Return 'Overtaken: Harbour Courier reports 3 hours 21 minutes …' on one line, safe to show."""
    return f"{check.row.word}: {why(check, checked)}"


def label_message(check: Check, checked: DraftCheck) -> str:
    """Return the message with the finding's label before it."""
    return f"{check.label} {message(check, checked)}"


def why(check: Check, checked: DraftCheck) -> str:
    """Return the reason in a plain sentence: sources by publisher or letter, a misquotation by both its wordings."""
    told = check.assessment
    if check.verdict == "misquoted" and told.replacement is not None and told.mark is not None and told.witnesses:
        ours = shortened(check.statement.text[slice(*told.mark)].strip(MARKS), QUOTED)
        theirs = shortened(told.replacement.strip(MARKS), QUOTED)
        return SENTENCES["misquoted"].format(
            ours=ours, theirs=theirs, source=source_name(told.witnesses[0].source, checked)
        )
    return plain(told.reason, checked)


def plain(words: str, checked: DraftCheck) -> str:
    """Return words with each source's file name replaced by its publisher, else by its letter."""
    line = squeezed(words)
    names = {squeezed(s.id): source_name(s.id, checked) for s in checked.sources}
    if names:
        known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        line = re.sub(rf"(?<![\w/.-])(?:{known})(?![\w/-])", lambda found: names[found.group()], line)
    return line[:1].upper() + line[1:]


def source_name(name: str, checked: DraftCheck) -> str:
    """Return how a person knows a source: its publisher, where no other source has the same, else 'source B'."""
    number = next(i for i, s in enumerate(checked.sources) if s.id == name)
    publisher = checked.sources[number].publisher
    alone = sum(s.publisher == publisher for s in checked.sources) == 1
    return squeezed(publisher) if publisher and alone else f"source {letter(number)}"


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

"""Inline suppressions: ``<!-- crosscheck: ignore CMP104 because the agency corrected its figure -->``.

A suppression covers the paragraph that it stands in; alone between two paragraphs, the next one.  It names a rule, a
verdict or the label of a finding, and gives its reason: without one it is refused, for it would hide without a word.
"""

from __future__ import annotations

import re
from dataclasses import replace

from compare.checking.drafts import Comment, Draft
from compare.checking.model import Check, DraftCheck, Suppression
from compare.checking.verdicts import RULES, VERDICTS
from compare.errors import SettingsError
from compare.model import Block

OWN = re.compile(r"\s*crosscheck\s*:", re.IGNORECASE)
IGNORE = re.compile(
    r"\s*crosscheck\s*:\s*ignore\s+(?P<target>[\w-]+)\s+because\b[\s:]*(?P<reason>.*?)\s*", re.IGNORECASE | re.DOTALL
)
LABEL = re.compile(r"F\d+", re.IGNORECASE)
BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")
LEAST_REASON = 3  # letters


def suppressed(found: DraftCheck, draft: Draft) -> DraftCheck:
    """Return the check with what the draft itself asks to ignore marked as suppressed.

    Raises ``SettingsError`` for a suppression without a reason, or one that names nothing known.
    """
    asked = [_read(c, draft) for c in draft.comments if OWN.match(c.words)]
    checks = list(found.checks)
    rows = []
    for suppression in asked:
        covered = _covered(suppression, found, draft)
        used = False
        for place, check in enumerate(checks):
            if check.label and place in covered and _names(suppression.target, check):
                used = True
                checks[place] = replace(check, state="suppressed", suppression=replace(suppression, used=True))
        rows.append(replace(suppression, used=used))
    return replace(found, checks=tuple(checks), suppressions=tuple(rows))


def _read(comment: Comment, draft: Draft) -> Suppression:
    place = f"{draft.source.path}:{comment.line}:{comment.column}"
    match = IGNORE.fullmatch(comment.words)
    if match is None or sum(c.isalpha() for c in match["reason"]) < LEAST_REASON:
        raise SettingsError(
            f"{place}: a suppression needs a reason; write <!-- crosscheck: ignore CMP104 because … -->."
        )
    target = match["target"]
    known = {row.rule.upper() for row in RULES} | {v.upper() for v in VERDICTS}
    if target.upper() not in known and not LABEL.fullmatch(target):
        names = ", ".join(row.rule for row in RULES)
        raise SettingsError(
            f"{place}: '{target}' is no rule; use one of {names}, a verdict, or the label of a finding."
        )
    return Suppression(
        target, " ".join(match["reason"].split()), comment.line, comment.column, comment.start, comment.end
    )


def _covered(suppression: Suppression, found: DraftCheck, draft: Draft) -> frozenset[int]:
    """Return the places, among the checks, of the statements that a suppression covers."""
    block = _block_of(suppression, draft)
    if block is None:
        return frozenset()
    inside = (
        n for n, c in enumerate(found.checks) if block.start <= c.statement.start and c.statement.end <= block.end
    )
    return frozenset(inside)


def _block_of(suppression: Suppression, draft: Draft) -> Block | None:
    """Return the paragraph that a comment stands in or ends; where a blank line parts them, the next one."""
    text = draft.source.text
    worded = [b for b in draft.source.blocks if _has_words(b.start, b.end, draft)]
    before = [b for b in worded if b.start <= suppression.start]
    if before:
        last = max(before, key=lambda b: b.start)
        if not BLANK_LINE.search(text, last.end, max(suppression.start, last.end)):
            return last
    return min((b for b in worded if b.start >= suppression.end), key=lambda b: b.start, default=None)


def _has_words(start: int, end: int, draft: Draft) -> bool:
    """Tell whether a block holds words beside its comments."""
    text = draft.source.text[start:end]
    return any(c.isalnum() for c in re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL))


def _names(target: str, check: Check) -> bool:
    return target.upper() in (check.row.rule.upper(), check.verdict.upper(), check.label.upper())

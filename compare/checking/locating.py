"""Verdicts → checks: places in the draft's own file, labels, and keys that survive reflowing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from compare.checking.drafts import OWN_COMMENT, Draft
from compare.checking.model import Assessment, Check
from compare.checking.verdicts import FINDINGS
from compare.facts.decisions import digest
from compare.model import Furniture, Source
from compare.statements.splitting import Parsed

CODE = "code is not checked"


def located(draft: Draft, assessed: Sequence[tuple[Parsed, Assessment]]) -> tuple[Check, ...]:
    """Return the checks in the draft's order; what should be looked at is labelled F1, F2 …"""
    seen: Counter[str] = Counter()
    checks: list[Check] = []
    for parsed, assessment in sorted(assessed, key=lambda a: (a[0].statement.start, a[0].statement.end)):
        statement = parsed.statement
        words = " ".join(statement.text.split())
        identity = f"{assessment.verdict}\n{words}"
        seen[identity] += 1
        number = sum(1 for c in checks if c.label) + 1
        mark = assessment.mark or (0, statement.end - statement.start)
        first, last = statement.start + mark[0], statement.start + mark[1]
        line, column = draft.place(statement.start)
        checks.append(
            Check(
                "k-" + digest(f"{identity}\n{seen[identity]}"),
                f"F{number}" if assessment.verdict in FINDINGS else "",
                statement,
                line,
                column,
                *_end(draft, statement.end),
                assessment,
                *draft.place(first),
                *_end(draft, last),
            )
        )
    return tuple(checks)


def relabelled(checks: Sequence[Check]) -> tuple[Check, ...]:
    """Return checks labelled anew, after verdicts were changed by what people decided."""
    found: list[Check] = []
    number = 0
    for check in checks:
        number += check.verdict in FINDINGS
        found.append(replace(check, label=f"F{number}" if check.verdict in FINDINGS else ""))
    return tuple(found)


def _end(draft: Draft, offset: int) -> tuple[int, int]:
    """Return the place after the last character, on that character's line."""
    line, column = draft.place(max(offset - 1, 0))
    return line, column + 1


def skipped_words(source: Source) -> tuple[Furniture, ...]:
    """Return the words of a draft that were not checked: bylines and the like, and code."""
    code = [Furniture(b.start, b.end, CODE) for b in source.blocks if b.kind == "code"]
    own = [f for f in source.furniture if f.reason != OWN_COMMENT]
    return tuple(sorted([*own, *code], key=lambda f: (f.start, f.end)))

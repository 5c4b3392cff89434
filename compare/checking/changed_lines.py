"""Which lines of a draft a unified diff touched; only they are gated.

A line counts as touched where the diff adds it, and where it takes a line away: the two lines beside the gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from compare.checking.model import Check, DraftCheck
from compare.errors import SettingsError

HUNK = re.compile(r"@@ -\d+(?:,(?P<old>\d+))? \+(?P<start>\d+)(?:,(?P<new>\d+))? @@")
UNTOUCHED = "The diff touches no statement of the draft that can be checked."


def touched_lines(diff: str, path: str) -> frozenset[int]:
    """Return the line numbers of ``path`` that the diff touches.

    Raises ``SettingsError`` for a diff that breaks off, or that does not name the file: half a diff hides changes.
    """
    found: set[int] = set()
    named = False
    lines = diff.splitlines()
    at = 0
    current = ""
    while at < len(lines):
        line = lines[at]
        at += 1
        if line.startswith("+++ "):
            current = _name(line[4:])
            named = named or _same(current, path)
        elif hunk := HUNK.match(line):
            at = _read_hunk(lines, at, hunk, found if _same(current, path) else set())
    if not named:
        raise SettingsError(f"The diff does not speak of {path}; nothing would be checked. Give the diff of that file.")
    return frozenset(found)


def only_touched(checked: DraftCheck, lines: Iterable[int]) -> DraftCheck:
    """Return the check with every statement off the touched lines marked as untouched."""
    touched = frozenset(lines)
    checks = tuple(c if _touches(c, touched) else replace(c, state="untouched") for c in checked.checks)
    problems = checked.problems
    if not any(c.state != "untouched" and c.verdict != "not-checkable" for c in checks):
        problems = (*problems, UNTOUCHED)
    return replace(checked, checks=checks, problems=problems, settings={**checked.settings, "changed_lines": "only"})


def _touches(check: Check, touched: frozenset[int]) -> bool:
    return any(number in touched for number in range(check.line, check.end_line + 1))


def _read_hunk(lines: list[str], at: int, hunk: re.Match[str], found: set[int]) -> int:
    old, new = int(hunk["old"] or 1), int(hunk["new"] or 1)
    number = int(hunk["start"])
    if new == 0:  # an empty file starts at 0; a gap after line n is written as +n,0
        number += 1
    while old > 0 or new > 0:
        if at >= len(lines):
            raise SettingsError("The diff breaks off in the middle of a hunk; make it anew.")
        mark = lines[at][:1]
        at += 1
        if mark == "\\":
            continue
        if mark == "+":
            found.add(number)
            number, new = number + 1, new - 1
        elif mark == "-":
            found.update(n for n in (number - 1, number) if n > 0)
            old -= 1
        elif mark in (" ", ""):
            number, new, old = number + 1, new - 1, old - 1
        else:
            raise SettingsError(f"Line {at} of the diff is no line of a hunk; make it anew.")
    return at


def _name(written: str) -> str:
    name = written.split("\t", maxsplit=1)[0].strip().strip('"')
    return name[2:] if name[:2] in ("a/", "b/", "w/", "i/") else name


def _same(name: str, path: str) -> bool:
    """Tell whether a name in a diff, counted from its root, is the end of a path, or the other way round."""
    if not name or name == "/dev/null":
        return False
    ours, theirs = PurePosixPath(path.replace("\\", "/")).parts, PurePosixPath(name).parts
    shorter = min(len(ours), len(theirs))
    return ours[-shorter:] == theirs[-shorter:]

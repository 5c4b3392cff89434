"""Which lines of a draft a unified diff touched; only they are gated.

A line counts as touched where the diff adds it, and where it takes a line away: the two lines beside the gap.  Lines
are git's: a line feed ends one and nothing else does.  What cannot be understood is an error, never an empty answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath

from compare.checking.model import Check, DraftCheck
from compare.errors import SettingsError

HUNK = re.compile(r"@@ -\d+(?:,(?P<old>\d+))? \+(?P<start>\d+)(?:,(?P<new>\d+))? @@")
MERGE = re.compile(r"@@@+ -\d")
COLOUR = re.compile(r"\x1b\[[0-9;]*[mK]")
ESCAPE = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
ESCAPES = {b"a": 7, b"b": 8, b"t": 9, b"n": 10, b"v": 11, b"f": 12, b"r": 13}  # as git quotes names; others: themselves
PREFIX = re.compile(r"[abciow12]/")  # what git writes before a name, by its settings
LONGEST_NUMBER = 9  # digits of a line number; the longest file has fewer lines
AFTER = ("--- ", "-- ")  # lines that may follow a hunk though they begin as its own do: a head, a mail's signature
UNTOUCHED = "The diff touches no statement of the draft that can be checked."

Line = tuple[int, str]  # number and words, as the new side of a diff has them


def touched_lines(diff: str, path: str) -> frozenset[int]:
    """Return the line numbers of ``path`` that the diff touches, counted by line feeds.

    Raises ``SettingsError`` for a diff that breaks off, that does not name the file, that is the diff of a merge, or
    that does not fit the file as it is now: half a diff hides changes.
    """
    found: set[int] = set()
    seen: list[Line] = []
    named = False
    lines = COLOUR.sub("", diff).removeprefix("\ufeff").split("\n")
    if lines[-1] == "":
        lines.pop()
    at, ours, before = 0, False, ""
    while at < len(lines):
        line = lines[at]
        at += 1
        if line.startswith("+++ ") and before.startswith("--- "):
            ours = _same(_name(line[4:]), path)
            named = named or ours
        elif ours and MERGE.match(line):
            raise SettingsError("This is the diff of a merge, with two old sides; give a diff against one.")
        elif hunk := HUNK.match(line):
            at = _read_hunk(lines, at, hunk, found if ours else set(), seen if ours else [])
        before = line
    if not named:
        raise SettingsError(f"The diff does not speak of {path}; nothing would be checked. Give the diff of that file.")
    _must_fit(seen, path)
    return frozenset(found)


def only_touched(checked: DraftCheck, lines: Iterable[int]) -> DraftCheck:
    """Return the check with every statement off the touched lines marked as untouched.

    Raises ``SettingsError`` for a draft without lines.
    """
    if checked.unit != "line":
        raise SettingsError(f"{checked.draft.path}: this draft has no lines that a diff could name; check all of it.")
    touched = frozenset(lines)
    # the text of an HTML draft is not its file, and its places count line feeds already
    text = None if checked.draft.format == "html" else checked.draft.text
    checks = tuple(c if _touches(c, touched, text) else replace(c, state="untouched") for c in checked.checks)
    problems = checked.problems
    if not any(c.state != "untouched" and c.verdict != "not-checkable" for c in checks):
        problems = (*problems, UNTOUCHED)
    return replace(checked, checks=checks, problems=problems, settings={**checked.settings, "changed_lines": "only"})


def _touches(check: Check, touched: frozenset[int], text: str | None) -> bool:
    first, last = check.line, check.end_line
    if text is not None:
        first = text.count("\n", 0, check.statement.start) + 1
        last = first + text.count("\n", check.statement.start, check.statement.end)
    return any(number in touched for number in range(first, last + 1))


def _read_hunk(lines: list[str], at: int, hunk: re.Match[str], found: set[int], seen: list[Line]) -> int:
    if any(len(figure or "") > LONGEST_NUMBER for figure in hunk.groups()):
        raise SettingsError("A line number of the diff is too long to be one; make it anew.")
    old, new = int(hunk["old"] or 1), int(hunk["new"] or 1)
    number = int(hunk["start"])
    if new == 0:  # an empty file starts at 0; a gap after line n is written as +n,0
        number += 1
    while old > 0 or new > 0:
        if at >= len(lines):
            raise SettingsError("The diff breaks off in the middle of a hunk; make it anew.")
        mark, words = lines[at][:1], lines[at][1:]
        at += 1
        if mark == "\\":
            continue
        if mark == "+":
            found.add(number)
            seen.append((number, words))
            number, new = number + 1, new - 1
        elif mark == "-":
            found.update(n for n in (number - 1, number) if n > 0)
            old -= 1
        elif mark in (" ", "", "\r"):  # an editor may have stripped the blank of an empty line
            seen.append((number, words))
            number, new, old = number + 1, new - 1, old - 1
        else:
            raise SettingsError(f"Line {at} of the diff is no line of a hunk; make it anew.")
    if at < len(lines) and lines[at][:1] in ("+", "-", " ") and not lines[at].startswith(AFTER):
        raise SettingsError(f"Line {at + 1} of the diff is more than its hunk announces; make it anew.")
    return at


def _must_fit(seen: list[Line], path: str) -> None:
    """Raise ``SettingsError`` where the file is there and has other lines than the diff: its numbers would mislead."""
    try:
        text = Path(path).read_bytes().decode("utf-8", "replace")
    except (OSError, ValueError):
        return  # a draft from an editor or a test; there is nothing to hold the diff against
    lines = COLOUR.sub("", text).removeprefix("\ufeff").split("\n")
    for number, words in seen:
        if not 0 < number <= len(lines) or lines[number - 1].strip() != words.lstrip("\ufeff").strip():
            raise SettingsError(f"The diff does not fit {path}: line {number} reads otherwise there; make it anew.")


def _name(written: str) -> str:
    """Return the name that a header of a diff writes: without a time behind a tab, unquoted."""
    name = written.split("\t", maxsplit=1)[0].strip()
    if len(name) > 1 and name[0] == name[-1] == '"':
        raw = ESCAPE.sub(_unescaped, name[1:-1].encode("utf-8", "surrogatepass"))
        name = raw.decode("utf-8", "replace")
    return name


def _unescaped(escape: re.Match[bytes]) -> bytes:
    mark = escape[1]
    return bytes([int(mark, 8) & 255 if len(mark) == 3 else ESCAPES.get(mark, mark[0])])


def _same(name: str, path: str) -> bool:
    """Tell whether a name in a diff, counted from its root, is the end of a path.

    Where the draft is a file its whole path counts, so that 'other/draft.md' is not taken for 'draft.md'; of a draft
    that is no file the path may be the shorter of the two.
    """
    if not name or name == "/dev/null":
        return False
    names = {name, name[2:]} if PREFIX.match(name) else {name}
    whole = Path(path).resolve().as_posix() if Path(path).is_file() else path
    for given in {whole, whole.replace("\\", "/")}:  # where a backslash parts folders, and where names may hold one
        ours = PurePosixPath(given).parts
        for theirs in (PurePosixPath(n).parts for n in names):
            shorter = min(len(ours), len(theirs))
            if shorter and ours[-shorter:] == theirs[-shorter:]:
                return True
    return False

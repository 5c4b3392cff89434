"""Quotation marks → the stretches they enclose: curly, straight, single, double, nested, unbalanced, badly spaced."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"''|``|[“”„‟\"«»‘’‚']")
_DOUBLE_OPEN, _DOUBLE_CLOSE = "“„‟«", "”»"
_SPACED = " \t\n\r\u00a0\u2009\u202f"
_BEFORE_OPEN = _SPACED + "([{-–—/:;,.“‘\"'«"


@dataclass(frozen=True, slots=True)
class Marked:
    """A quoted stretch; ``start``/``end`` include the marks, ``depth`` is 0 outside other quotations."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    closed: bool = True


@dataclass(slots=True)
class _Open:
    start: int
    inner: int
    family: str  # 'double' or 'single'


def marked(text: str, start: int, end: int, stops: tuple[int, ...] = ()) -> tuple[Marked, ...]:
    """Return the quoted stretches of ``text[start:end]`` in order of place.

    An opening mark that is never closed ends at the first of ``stops`` (ends of sentences) after it; a closing mark
    that nothing opened is passed over.  Apostrophes are told from single marks by the letters beside them.
    """
    found: list[Marked] = []
    stack: list[_Open] = []
    for match in _MARK.finditer(text, start, end):
        mark, at, after = match.group(), match.start(), match.end()
        left = text[at - 1] if at > start else " "
        right = text[after] if after < end else " "
        family = "single" if mark in "‘’‚'" else "double"
        top = next((o for o in reversed(stack) if o.family == family), None)
        if family == "single":
            if top is None and _opens_single(mark, left, right, text[after:end]):
                stack.append(_Open(at, after, family))
            elif top is not None and mark != "‘" and not right.isalnum() and left not in _SPACED + "(":
                _close(found, stack, top, at, after)
            continue
        if top is not None and _closes_double(mark, left, right):
            _close(found, stack, top, at, after)
        elif top is None and mark not in _DOUBLE_CLOSE and (mark in _DOUBLE_OPEN or _may_open(left, right)):
            stack.append(_Open(at, after, family))
        elif top is not None and mark in _DOUBLE_OPEN:  # the open one was never closed
            _abandon(found, stack, top, _stop(stops, top.inner, at))
            stack.append(_Open(at, after, family))
    while stack:
        _abandon(found, stack, stack[0], _stop(stops, stack[0].inner, end))
    return tuple(sorted((m for m in found if text[m.inner_start : m.inner_end].strip()), key=lambda m: m.start))


def _opens_single(mark: str, left: str, right: str, rest: str) -> bool:
    """Tell an opening single mark from an apostrophe: a word begins here and a mark ends one further on."""
    if mark == "’" or left.isalnum() or left not in _BEFORE_OPEN or not (right.isalnum() or right in '“"$€£…['):
        return False
    if re.match(r"\d0s\b|(?:tis|twas|em|til|cause|n)\b", rest, re.IGNORECASE):
        return False
    closing = r"(?<=[\w.,!?…)\]”\"])['’](?!\w)"
    return re.search(closing, rest) is not None


def _may_open(left: str, right: str) -> bool:
    return left in _BEFORE_OPEN or right not in _SPACED


def _closes_double(mark: str, left: str, right: str) -> bool:
    """Tell whether a double mark closes the open one: straight marks do, unless they look like an opening."""
    if mark in _DOUBLE_CLOSE:
        return True
    if mark in _DOUBLE_OPEN:  # a curly opening mark put where a closing one belongs: 'so “much“ of it'
        return left not in _BEFORE_OPEN and not right.isalnum()
    return True


def _close(found: list[Marked], stack: list[_Open], top: _Open, at: int, after: int) -> None:
    depth = stack.index(top)
    found.append(Marked(top.start, after, top.inner, at, depth))
    del stack[depth:]


def _abandon(found: list[Marked], stack: list[_Open], top: _Open, stop: int) -> None:
    depth = stack.index(top)
    if top.family == "double":
        found.append(Marked(top.start, stop, top.inner, stop, depth, closed=False))
    del stack[depth:]


def _stop(stops: tuple[int, ...], after: int, limit: int) -> int:
    return min((s for s in stops if after < s <= limit), default=limit)

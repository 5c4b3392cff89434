"""Offsets as people and editors count them: line and column (from 1), and UTF-16 units."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

_LINE_END = re.compile(r"\r\n|\r|\n")
_LINE_FEED = re.compile(r"\n")


class Places:
    """The lines of one text.  Offsets are code points; lines and columns count from 1."""

    def __init__(self, text: str, *, as_git: bool = False) -> None:
        """Take a text; ``as_git`` counts lines as a diff does, where a lone carriage return ends none."""
        ends = _LINE_FEED if as_git else _LINE_END
        self._starts = [0, *(found.end() for found in ends.finditer(text))]
        # each character beyond the Basic Multilingual Plane takes two UTF-16 units
        self._wide = [i for i, c in enumerate(text) if c > "\uffff"] if text and max(text) > "\uffff" else []

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def utf16(self, offset: int) -> int:
        """Return the offset in UTF-16 code units, as browsers and language servers count."""
        return offset + bisect_left(self._wide, offset)

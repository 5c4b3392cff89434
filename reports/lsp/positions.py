"""Places as editors count them.

Lines and columns of Crosscheck count code points from 1.  The protocol counts from 0, and columns in UTF-16 units
unless client and server agreed on another encoding (Language Server Protocol 3.17, 'Position').  Line ends are the
same: ``\\n``, ``\\r\\n`` and ``\\r``.
"""

from __future__ import annotations

import re

from lsprotocol.types import Position, Range

LINE_END = re.compile(r"\r\n|\r|\n")
UNITS = {"utf-8": 1, "utf-16": 2, "utf-32": 4}  # bytes of one unit


class Lines:
    """The lines of one text, under one encoding of positions."""

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        self.text = text
        self.encoding = encoding
        self._codec = encoding if encoding == "utf-8" else f"{encoding}-le"
        self._width = UNITS[encoding]
        self._starts = [0, *(found.end() for found in LINE_END.finditer(text))]
        self._ends = [*(found.start() for found in LINE_END.finditer(text)), len(text)]

    def offset(self, line: int, column: int) -> int:
        """Return the offset in the text of a line and a column from 1; what lies beyond is brought inside."""
        row = min(max(line, 1), len(self._starts)) - 1
        return min(self._starts[row] + max(column, 1) - 1, self._ends[row])

    def position(self, line: int, column: int) -> Position:
        """Return a line and a column from 1 as the editor counts them."""
        row = min(max(line, 1), len(self._starts)) - 1
        before = self.text[self._starts[row] : self.offset(line, column)]
        return Position(row, len(before.encode(self._codec, "surrogatepass")) // self._width)

    def range(self, first: tuple[int, int], last: tuple[int, int]) -> Range:
        """Return a stretch; the end is exclusive."""
        return Range(self.position(*first), self.position(*last))

    def line_column(self, position: Position) -> tuple[int, int]:
        """Return an editor's position as line and column from 1; inside a wide character, the character itself."""
        row = min(position.line, len(self._starts) - 1)
        units = 0
        for number, character in enumerate(self.text[self._starts[row] : self._ends[row]]):
            units += len(character.encode(self._codec, "surrogatepass")) // self._width
            if units > position.character:
                return row + 1, number + 1
        return row + 1, self._ends[row] - self._starts[row] + 1

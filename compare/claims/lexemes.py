"""Text → lexemes: digits, words and signs with their places, finer than the parser's tokens.

The parser keeps '30Mbps' or '1h30' as one token; a number grammar needs its parts.  Places are offsets into
the text given, so a lexeme can always be traced to the parser's token that holds it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from compare.language.en.calendar import MONTHS

# Before these a comma with one or two digits behind it is a decimal comma: '3,5 million', '12,75 km', '4,5 %'.
_MEASURED: Final = (
    r"(?=[\s\u00a0-]?(?:million|billion|trillion|thousand|bn|per\s?cent|percentage|%|°|hours?|minutes?|seconds?|days?|weeks?"
    r"|months?|years?|metres?|meters?|kilomet|miles?|feet|inch|kilo|grams?|tonnes?|tons?|pounds?|lit[er]|degrees?|euros?"
    r"|dollars?|kron|francs?|square|sq\b|cubic|hectares?|acres?|knots?|volts?|watts?|km|kg|cm|mm|m\b|points?\b|times\b))"
)
_LEXEME: Final = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{1,3}(?:\.\d{3})+,\d+(?!\d)"
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?(?!\d)|\d{1,3}(?:['’]\d{3})+(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?![\d.]\d)"
    r"|(?P<spaced>(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:\.\d{1,2}(?!\d))?(?![\d%])(?![ .,:/-]\d))"
    r"|(?<![\d,])\d{1,3},\d{1,2}(?![\d,])" + _MEASURED + r"|(?<=[€$£])\d{1,3},\d{1,2}(?![\d,])"
    r"|\d+(?:\.\d+)?|(?<![\w.])\.\d+)"
    r"|(?P<word>(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)?)"
    r"|(?P<sign>\S)"
)
_DIGITS: Final = re.compile(r"(?P<number>\d+)(?P<word>(?!))?(?P<spaced>(?!))?")


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A number in digits, a word, or one sign."""

    text: str
    lower: str
    kind: Literal["number", "word", "sign"]
    start: int
    end: int
    glued: bool  # no blank stands between it and the lexeme before it


@dataclass(frozen=True, slots=True)
class Lexemes:
    """The lexemes of a text; reading past either end gives an empty lexeme."""

    text: str
    items: tuple[Lexeme, ...]

    def __getitem__(self, place: int) -> Lexeme:
        return self.items[place] if 0 <= place < len(self.items) else NOTHING

    def __len__(self) -> int:
        return len(self.items)

    def phrase(self, start: int, end: int) -> str:
        """Return the words of lexemes ``start`` to ``end`` (exclusive) as written, blanks squeezed."""
        if start < 0 or end > len(self.items) or start >= end:
            return ""
        return " ".join(self.text[self.items[start].start : self.items[end - 1].end].split())


# After these a number is a day or a label, and the three digits behind it begin another: 'On May 5 200 people'.
_LABELS: Final = frozenset(
    [*MONTHS, *"no nr number room flight route highway interstate article section channel airbus".split()]
)
NOTHING: Final = Lexeme("", "", "sign", -1, -1, False)
DASHES: Final = frozenset("-–—‑−‒")


def lexemes_of(text: str) -> Lexemes:
    """Split ``text`` into lexemes; nothing but white space is left out."""
    found: list[Lexeme] = []
    end = -1
    place = 0
    while match := _LEXEME.search(text, place):
        if match["spaced"] and found and found[-1].lower in _LABELS:
            match = _DIGITS.match(text, match.start()) or match
        place = match.end()
        kind: Literal["number", "word", "sign"] = "sign"
        if match["number"] is not None:
            kind = "number"
        elif match["word"] is not None:
            kind = "word"
        words = match.group()
        found.append(
            Lexeme(words, words.lower().replace("’", "'"), kind, match.start(), match.end(), match.start() == end)
        )
        end = match.end()
    return Lexemes(text, tuple(found))

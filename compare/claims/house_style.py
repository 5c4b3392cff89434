"""Words as every outlet writes them: one spelling, digits for small numbers, no dots in 'U.S.', 'number' for 'No.'.

For comparison only: what an outlet's style book decides alters no quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.language.en.numbers import ONES, ORDINALS, TENS
from compare.language.en.spelling import ABBREVIATED, CONTRACTED, american

NUMERALS = {word: str(number) for word, number in {**ONES, **TENS}.items()}
SINGLE = "|".join(word for word, number in ONES.items() if 0 < number <= 9)
COMPOUND = rf"(?P<tens>{'|'.join(TENS)})[-\u2010\u2011 ](?P<ones>{SINGLE})\b"
RANKS = {str(number): word for word, number in ORDINALS.items() if number <= 12}
WORD = re.compile(
    r"\d{1,3}(?:[\u0020\u00a0\u2009\u202f,'’]\d{3})+(?![\d])(?:\.\d+)?"  # 40 000, 40,000
    r"|(?P<rank>\d+)(?:st|nd|rd|th)\b"
    r"|\d+(?:[.,]\d+)*"
    r"|(?:[A-Za-z]\.){2,}[A-Za-z]?(?![A-Za-z])"  # U.S., p.m.
    rf"|\b{COMPOUND}"
    r"|per cent\b|%"
    r"|[^\W\d_]+(?:['’ʼ‘][^\W\d_]+)*(?P<dot>\.(?=\s+[\dA-Z]))?",
    re.IGNORECASE,
)
APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'"})
NUMBER = frozenset({"no", "nr"})

Placed = tuple[str, int, int]  # the word in one style, its start, its end (without a dot behind it)


def worded(text: str) -> Iterator[Placed]:
    """Yield the words of a text in one style, each with its place."""
    matches = list(WORD.finditer(text))
    for match, following in zip(matches, [*matches[1:], None], strict=False):
        end = match.end() - (match["dot"] is not None)
        written = text[match.start() : end]
        word = written.lower().translate(APOSTROPHES)
        if written[0].isdigit():
            word = RANKS.get(match["rank"] or "") or re.sub(r"(?<=\d)[\s,'](?=\d{3}(?:\D|$))", "", word)
        elif match["tens"]:
            word = str(int(TENS[match["tens"].lower()] + ONES[match["ones"].lower()]))
        elif word in ("%", "per cent"):
            word = "percent"
        elif "." in word:
            word = word.replace(".", "")
        elif word in NUMBER and following is not None and _counts(text[following.start() : following.end()]):
            word = "number" if match["dot"] else word
        else:
            full = ABBREVIATED.get(word) if match["dot"] else None
            word = full or NUMERALS.get(word) or american(word)
        yield word, match.start(), end


def _counts(word: str) -> bool:
    return word[:1].isdigit() or word.lower() in NUMERALS


def spelled_out(words: Sequence[str]) -> tuple[str, ...]:
    """Return words with contractions written out: 'can't' → 'can', 'not'; 'cannot' too."""
    found: list[str] = []
    for word in words:
        stem, mark, ending = word.partition("'")
        if word in CONTRACTED:
            found += CONTRACTED[word]
        elif word.endswith("n't"):
            found += [word[:-3], "not"]
        elif mark and ending in CONTRACTED:
            found += [stem, *CONTRACTED[ending]]
        else:
            found.append(word)
    return tuple(found)

"""Article → traits: the few things by which articles on one event are known, read without a parser.

A parser would read about twenty articles a second; this reads about a thousand, and grouping needs no more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from compare.model import Source

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,:]\d+)*")
LOWER = re.compile(r"\b[a-z][\w’'-]*")
CAPITAL = re.compile(r"\b[A-Z][\w’'-]{2,}")
NUMBER = re.compile(r"\b\d+(?:[.,:]\d+)*\b")
AGE = re.compile(r"\b(\d{1,3})-year-old\b|\b(?:age|aged) (\d{1,3})\b|, (\d{1,3}),")
LEAD = 600  # characters after the title: the lead and a little more
LONGEST = 200_000  # characters read of one article; what an event is called stands long before
LONGEST_WORD = 40  # letters; longer ones are addresses


@dataclass(frozen=True, slots=True)
class Traits:
    """What grouping knows of one article; every count is of the article without its furniture."""

    words: Mapping[str, int]  # lower-case word → times
    names: Mapping[str, int]  # word that the article writes with a capital only, in lower case → times
    numbers: Mapping[str, int]  # number as written → times
    title: Mapping[str, int]  # words of the title, or of the first 100 characters where there is none
    lead: Mapping[str, int]  # words of the first 600 characters of the text
    ages: tuple[str, ...]  # what looks like somebody's age, in years, sorted
    day: int | None  # day of publication, as ``date.toordinal``; None where it is not known


def traits_of(source: Source) -> Traits:
    """Return the traits of an article."""
    text = own_text(source)[:LONGEST]
    title = source.title or ""
    lower = set(LOWER.findall(text))
    capitals = Counter(w for m in CAPITAL.finditer(text) if len(w := m.group().lower()) <= LONGEST_WORD)
    numbers = Counter(n for n in NUMBER.findall(text) if len(n) <= LONGEST_WORD)
    return Traits(
        words=_words(text),
        names={name: times for name, times in capitals.items() if name not in lower},
        numbers=dict(numbers),
        title=_words(title or text[:100]),
        lead=_words(" ".join(text[len(title) if text.startswith(title) else 0 :].split())[:LEAD]),
        ages=tuple(sorted({age for found in AGE.findall(text) for age in found if age})),
        day=day_of(source),
    )


def own_text(source: Source) -> str:
    """Return the text of an article without the words of its page."""
    parts, place = [], 0
    for item in source.furniture:
        parts.append(source.text[place : item.start])
        place = max(place, item.end)
    return "\n".join([*parts, source.text[place:]])


def day_of(source: Source) -> int | None:
    """Return the day of publication as ``date.toordinal``; None where it is not known."""
    if source.published is None:
        return None
    when: date | datetime = source.published.when
    return when.toordinal()


def _words(text: str) -> dict[str, int]:
    return dict(Counter(w for w in (m.group().lower() for m in WORD.finditer(text)) if len(w) <= LONGEST_WORD))

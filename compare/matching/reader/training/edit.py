"""A changed sentence, and changes of the values in it: counts, ages, days and hours."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.matching.reader.training import word_groups as groups

if TYPE_CHECKING:
    from spacy.tokens import Doc

CLOCK = re.compile(r"\b(\d{1,2})(:\d\d)?( ?[ap]\.?m\b)", re.IGNORECASE)
AGE = re.compile(r"\b(\d{1,2})(?=-year-old|,? years? old)|(?<=, )(\d\d)(?=[,.])")


@dataclass(frozen=True, slots=True)
class Edit:
    """A changed text, and what was changed."""

    kind: str
    text: str
    old: str
    new: str


def put(doc: Doc | str, start: int, end: int, new: str, kind: str) -> Edit:
    """Return the text with one stretch replaced; a capital at the start stays one."""
    text = doc if isinstance(doc, str) else doc.text
    old = text[start:end]
    if start == 0 and new:
        new = new[0].upper() + new[1:]
    changed = " ".join((text[:start] + new + text[end:]).split())
    changed = re.sub(r"\b([Aa])n? (?=(8\d?|11|18)\b)", r"\1n ", changed)
    changed = re.sub(r"\b([Aa])n (?=(?!8|11|18)\d)", r"\1 ", changed)
    return Edit(kind, changed, old, new)


def numbers(doc: Doc, draw: random.Random) -> Iterator[Edit]:
    """Change a count, a sum, a share or a measure."""
    for token in doc:
        inside = token.ent_type_ in ("CARDINAL", "MONEY", "PERCENT", "QUANTITY") or (
            token.ent_type_ == "DATE" and token.i + 1 < len(doc) and token.nbor().lower_ in ("days", "years", "months")
        )
        if inside and (new := other_number(token.text, draw)):
            yield put(doc, token.idx, token.idx + len(token), new, "number")


def other_number(text: str, draw: random.Random) -> str | None:
    """Return another number in the same dress."""
    if text.lower() in groups.NUMBER_WORDS[1:]:
        at = groups.NUMBER_WORDS.index(text.lower())
        near = [n for n in range(max(2, at - 4), min(20, at + 5)) if n != at]
        return groups.NUMBER_WORDS[draw.choice(near)]
    if not re.fullmatch(r"\d[\d,]*(\.\d+)?", text):
        return None
    comma, point = "," in text, len(text.partition(".")[2])
    value = float(text.replace(",", ""))
    if value <= 12 and not point:
        new = draw.choice([n for n in range(max(2, int(value) - 4), int(value) + 6) if n != value])
        return str(new)
    for _ in range(10):
        factor = draw.choice((0.5, 0.6, 0.7, 0.8, 0.9, 1.1, 1.2, 1.3, 1.5, 1.7, 2))
        grain = 10 ** max(0, len(str(int(value))) - 2)
        new_value = round(value * factor, point) if point else round(value * factor / grain) * grain
        written = f"{new_value:,.{point}f}" if comma else f"{new_value:.{point}f}"
        if written != text and new_value > 0:
            return written
    return None


def ages(doc: Doc, draw: random.Random) -> Iterator[Edit]:
    """Change an age."""
    for found in AGE.finditer(doc.text):
        value = int(found[0])
        new = draw.choice([n for n in range(max(2, value - 9), value + 10) if n != value])
        yield put(doc, found.start(), found.end(), str(new), "age")


def days(doc: Doc, draw: random.Random) -> Iterator[Edit]:
    """Change a weekday, a month, a day of the month, a year, an hour or a part of the day."""
    for token in doc:
        word = token.text
        if word in groups.WEEKDAYS:
            new = draw.choice([d for d in groups.WEEKDAYS if d != word])
        elif word in groups.MONTHS and (word not in ("May", "March") or token.ent_type_ == "DATE"):
            new = draw.choice([m for m in groups.MONTHS if m != word])
        elif word in groups.SHORT_MONTHS:
            new = draw.choice([m for m in groups.SHORT_MONTHS if m != word])
        elif word.lower() in groups.DAY_PARTS:
            new = draw.choice([p for p in groups.DAY_PARTS if p != word.lower()])
        elif token.ent_type_ == "DATE" and re.fullmatch(r"(19|20)\d\d", word):
            new = str(int(word) + draw.choice((-4, -3, -2, -1, 1, 2, 3)))
        elif (
            token.ent_type_ == "DATE"
            and re.fullmatch(r"\d{1,2}", word)
            and token.i
            and token.nbor(-1).text[0].isupper()
        ):
            new = str(draw.choice([n for n in range(1, 29) if n != int(word)]))
        elif word.lower() in ("yesterday", "today", "tonight", "tomorrow"):
            new = draw.choice([w for w in ("yesterday", "today", "last week", "on Thursday") if w != word.lower()])
        else:
            continue
        yield put(doc, token.idx, token.idx + len(word), new, "day")
    for found in CLOCK.finditer(doc.text):
        hour = draw.choice([h for h in range(1, 13) if h != int(found[1])])
        yield put(doc, found.start(), found.end(), f"{hour}{found[2] or ''}{found[3]}", "hour")

"""What a sentence is made of when laid against another: typed values, names and content words, each in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from compare.checking.sentence import Sentence, Word
from compare.language.en.assertion import QUANTIFIERS
from compare.language.en.calendar import MONTHS, WEEKDAYS
from compare.language.en.cues import NEGATIVE_WORDS
from compare.model import Moment, Name, Quantity

Sort = Literal["number", "time", "person", "place", "organisation", "name", "noun", "verb", "quality"]
SORTS: tuple[Sort, ...] = ("number", "time", "person", "place", "organisation", "name", "noun", "verb", "quality")
TYPED = frozenset({"number", "time", "person", "place", "organisation", "name"})
_OF_NAME: dict[str, Sort] = {"person": "person", "place": "place", "organisation": "organisation"}
_OF_POS: dict[str, Sort] = {"NOUN": "noun", "PROPN": "name", "VERB": "verb", "AUX": "verb", "NUM": "number"}
_THROUGH = frozenset({"ADP", "AUX", "DET", "PUNCT", "PART", "SCONJ", "CCONJ", "PRON", "SPACE"})
NEAR = 3  # items to either side that count as the surface neighbours of one


@dataclass(frozen=True, slots=True)
class Item:
    """A typed value, a name or a content word."""

    sort: Sort
    key: str  # lemma or name key, lower case
    start: int  # place in the source's text
    end: int
    first: int  # places of its first and last word in the sentence
    last: int
    anchor: int  # place of its topmost word
    value: Quantity | Moment | Name | None
    neighbours: tuple[tuple[int, str], ...]  # items that it hangs on or that hang on it, and by which relation
    around: tuple[int, ...]  # items beside it


def items_of(sentence: Sentence) -> tuple[Item, ...]:
    """Return the items of a sentence in order of place; no two overlap."""
    spans = _spans(sentence)
    owner = {w: number for number, (_, places, _, _) in enumerate(spans) for w in places}
    anchors = [_anchor(sentence, places) for _, places, _, _ in spans]
    links: list[dict[int, str]] = [{} for _ in spans]
    for number, (_, places, _, _) in enumerate(spans):
        relation, governor = _governor(sentence, anchors[number], owner, set(places))
        if governor is not None and governor != number:
            links[number].setdefault(governor, relation)
            links[governor].setdefault(number, "<" + relation)
    found = []
    for number, (sort, places, value, key) in enumerate(spans):
        first, last = places[0], places[-1]
        around = tuple(n for n in range(number - NEAR, number + NEAR + 1) if 0 <= n < len(spans) and n != number)
        found.append(
            Item(
                sort, key, *_place(sentence, first, last, value), first, last, anchors[number], value,
                tuple(sorted(links[number].items())), around,
            )
        )  # fmt: skip
    return tuple(found)


def _spans(sentence: Sentence) -> list[tuple[Sort, tuple[int, ...], Quantity | Moment | Name | None, str]]:
    taken: set[int] = set()
    found: list[tuple[Sort, tuple[int, ...], Quantity | Moment | Name | None, str]] = []
    typed: list[tuple[Sort, Quantity | Moment | Name]] = [
        *(("time", m) for m in sentence.moments),
        *(("number", q) for q in sentence.quantities),
        *((_OF_NAME.get(n.kind, "name"), n) for n in sentence.names),
    ]
    for sort, value in typed:
        places = sentence.within(value.start, value.end)
        if not places or taken & set(places):
            continue
        if sort == "number":
            places = _bare(sentence, places)
            clock = _clock(sentence, places, value)
            if clock is not None:
                taken |= set(clock[1])
                found.append(("time", clock[1], clock[0], clock[0].text.lower()))
                continue
        taken |= set(places)
        found.append((sort, places, value, value.key if isinstance(value, Name) else value.text.lower()))
    for place, word in enumerate(sentence.words):
        if place in taken:
            continue
        sort, key = _plain(word)
        if key is not None:
            found.append((sort, (place,), None, key))
    return sorted(found, key=lambda f: f[1])


def _place(sentence: Sentence, first: int, last: int, value: Quantity | Moment | Name | None) -> tuple[int, int]:
    """Return the place that an editor reads: an amount with its unit, a count without what is counted."""
    if isinstance(value, Quantity) and value.unit is not None and value.dimension != "count":
        return value.start, value.end
    return sentence.words[first].start, sentence.words[last].end


def _bare(sentence: Sentence, places: tuple[int, ...]) -> tuple[int, ...]:
    """Return a quantity's words up to what is counted, which is a word of its own."""
    nouns = [p for p in places if sentence.words[p].pos in ("NOUN", "PROPN", "ADJ", "VERB")]
    numeric = [p for p in places if p not in nouns]
    return tuple(range(places[0], numeric[-1] + 1)) if numeric else places


def _clock(
    sentence: Sentence, places: tuple[int, ...], value: Quantity | Moment | Name
) -> tuple[Moment, tuple[int, ...]] | None:
    """Return '9 at night' and '10 in the morning' as times of day, with their words."""
    after = [w.text.lower() for w in sentence.words[places[-1] + 1 : places[-1] + 4]]
    part = next((p for p in ("morning", "afternoon", "evening", "night") if p in after[1:3]), None)
    if part is None or after[0] not in ("in", "at") or not isinstance(value, Quantity) or value.low is None:
        return None
    if value.dimension != "count" or not 1 <= value.low <= 12 or value.low % 1:
        return None
    hour = int(value.low) % 12 + (0 if part == "morning" else 12)
    last = places[-1] + 1 + after.index(part)
    end = sentence.words[last].end
    moment = Moment(value.start, end, f"{value.text} {' '.join(after[: after.index(part) + 1])}", "hour", hour=hour)
    return moment, tuple(range(places[0], last + 1))


def _plain(word: Word) -> tuple[Sort, str | None]:
    lower = word.text.lower()
    if lower in WEEKDAYS or (lower in MONTHS and word.pos == "PROPN"):
        return "time", lower
    if lower == "one":
        return "noun", None
    if lower in QUANTIFIERS:
        return "quality", lower
    if (word.pos == "NUM" and not lower[:1].isdigit()) or lower.strip("$£€%,.").replace(",", "").isdigit():
        return "number", lower
    if word.term is None and not (word.pos == "VERB" and word.lemma not in NEGATIVE_WORDS and word.dep != "aux"):
        return "noun", None
    return _OF_POS.get(word.pos, "quality"), word.term or word.lemma


def _anchor(sentence: Sentence, places: tuple[int, ...]) -> int:
    inside = set(places)
    for place in places:
        if sentence.words[place].head not in inside or sentence.words[place].head == place:
            return place
    return places[-1]


def _governor(sentence: Sentence, anchor: int, owner: dict[int, int], own: set[int]) -> tuple[str, int | None]:
    """Return the relation to, and the item that a word hangs on, small words passed through."""
    place, path = anchor, ""
    for _ in range(6):
        word = sentence.words[place]
        path = path or word.dep
        head = word.head
        if head == place:
            return path, None
        if head in owner and head not in own:
            return path, owner[head]
        if sentence.words[head].pos == "ADP":
            path = f"prep:{sentence.words[head].lemma}"
        elif sentence.words[head].pos not in _THROUGH and head not in own:
            return path, None
        place = head
    return path, None

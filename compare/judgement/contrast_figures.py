"""Two figures that are not of one kind: other currencies, a share beside a count, an age beside a toll."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from compare.judgement.analysed import Analysed
from compare.judgement.contrast_contest import spelled
from compare.judgement.rules import quote, say
from compare.language.en.currencies import SHARED_NAMES
from compare.language.en.numbers import ONES, SCALES, TENS
from compare.model import Quantity, Verdict
from compare.values.intervals import base_of
from compare.values.rates import may_meet

if TYPE_CHECKING:
    from spacy.tokens import Token

PART_OF_ALL = re.compile(
    r"\b(?P<few>[a-z]+|\d{1,3}) of (?:the|its|their|his|her|our) (?P<all>[a-z-]+|\d{1,4})\b", re.IGNORECASE
)
OTHER_KINDS = frozenset({"age", "ordinal", "fraction"})


def other_currency(left: Analysed, right: Analysed) -> Verdict | None:
    """'$20' beside '£15': one price in two currencies."""
    ours, theirs = _money(left), _money(right)
    if not ours or not theirs or {base_of(q).name for q in ours} & {base_of(q).name for q in theirs}:
        return None
    a, b = ours[0], theirs[0]
    if len(ours) > 1 or len(theirs) > 1:
        return None
    if _may_be_one(a, b) or _may_be_one(b, a):
        if (a.low, a.high) != (b.low, b.high):
            return say("conflict", f"One gives {quote(a.text)}, the other {quote(b.text)}.", (a.text,), (b.text,))
        reason = f"{quote(a.text)} and {quote(b.text)} are one sum; one leaves out whose money it is."
        return say("agreement", reason, (a.text,), (b.text,))
    if a.low != b.low and may_meet(a, b):
        return say(
            "difference",
            f"{quote(a.text)} and {quote(b.text)} may be one sum at some rate of exchange.",
            (a.text,),
            (b.text,),
        )
    return say(
        "conflict", f"One gives {quote(a.text)}, the other {quote(b.text)}: another currency.", (a.text,), (b.text,)
    )


def _may_be_one(bare: Quantity, full: Quantity) -> bool:
    """Tell whether '3 million pesos' leaves open whose pesos, and the other amount says it: 'Argentine pesos'."""
    words, told = bare.text.lower().split(), full.text.lower().split()
    noun = words[-1] if words else ""
    if noun not in SHARED_NAMES or len(words) < 2 or len(told) < 2:
        return False
    owner = words[-2].replace(",", "")
    named = owner.isalpha() and owner not in SCALES and owner not in ONES and owner not in TENS
    return not named and told[-1] in SHARED_NAMES[noun] and told != words


def _money(side: Analysed) -> list[Quantity]:
    return [q for q in side.figures if q.dimension.split(" per ")[0] == "money"]


def other_kind(left: Analysed, right: Analysed) -> Verdict | None:
    """'seven out of ten pupils' beside 'seven pupils'; 'a man, 77,' beside '77 people'."""
    for one, other in ((left, right), (right, left)):
        figures, counts = one.figures, [q for q in other.figures if q.dimension == "count"]
        if (
            not counts
            or any(q.dimension == "count" for q in figures)
            or any(q.dimension in OTHER_KINDS for q in other.figures)
        ):
            continue
        for figure in figures:
            same = next((c for c in counts if _same_number(figure, c) and (c.head or figure.dimension != "age")), None)
            if figure.dimension in OTHER_KINDS and same is not None:
                pair = (figure.text, same.text) if one is left else (same.text, figure.text)
                relation = "difference" if figure.dimension == "fraction" else "unrelated"
                reason = f"{quote(figure.text)} is {NAMES[figure.dimension]} and {quote(same.text)} a count."
                return say(relation, reason, pair[:1], pair[1:])  # type: ignore[arg-type]
    return None


NAMES = {"age": "an age", "ordinal": "a place in a row", "fraction": "a share"}


def other_share(left: Analysed, right: Analysed) -> Verdict | None:
    """'one in five homes' beside 'half of the homes'."""
    ours, theirs = ([q for q in s.figures if q.dimension in ("fraction", "percent")] for s in (left, right))
    if len(ours) != 1 or len(theirs) != 1 or "fraction" not in (ours[0].dimension, theirs[0].dimension):
        return None
    a, b = (float(q.low or 0) * (100 if q.dimension == "fraction" else 1) for q in (ours[0], theirs[0]))
    if abs(a - b) <= 0.1 * max(a, b) or any(q.low is None or q.high is None or q.direction for q in (*ours, *theirs)):
        return None
    one, other = ours[0].text, theirs[0].text
    return say("conflict", f"One says {quote(one)}, the other {quote(other)}.", (one,), (other,))


def part_of_all(left: Analysed, right: Analysed) -> Verdict | None:
    """'six of the nine councillors resigned' beside 'nine councillors resigned': the nine are all there are."""
    parts = [PART_OF_ALL.search(side.text) for side in (left, right)]
    for one, other, turned in ((0, 1, False), (1, 0, True)):
        part, side = parts[one], (left, right)[other]
        if part is None or parts[other] is not None:
            continue
        few, whole = (_spelled_or_plain(part[name]) for name in ("few", "all"))
        counts = [q for q in side.figures if q.dimension == "count" and q.low == q.high]
        if few is None or whole is None or few >= whole or any(q.low == few for q in counts):
            continue
        nouns = _lemmas_after(part, (left, right)[one])
        met = next((q for q in counts if q.low == whole and q.head in nouns), None)
        if met is None:
            continue
        sides = (met.text, part[0]) if turned else (part[0], met.text)
        return say("difference", f"One says {quote(sides[0])}, the other {quote(sides[1])}.", sides[:1], sides[1:])
    return None


def _lemmas_after(part: re.Match[str], side: Analysed) -> set[str]:
    after = side.text[part.end() :].split()[:3]
    return {t.lemma_.lower() for t in side.tokens if t.text in after}


def _spelled_or_plain(word: str) -> int | None:
    return int(word) if word.isdecimal() else spelled(word.lower())


def _same_number(figure: Quantity, count: Quantity) -> bool:
    if figure.dimension == "fraction":
        first = spelled(figure.text.split()[0].lower()) or (
            int(figure.text.split()[0]) if figure.text.split()[0].isdecimal() else None
        )
        return (
            first is not None and count.low == first and re.search(r"\bin\b|out of|of every", figure.text) is not None
        )
    return count.low == count.high == figure.low


def one_and_many(left: Analysed, right: Analysed) -> Verdict | None:
    """'a man was arrested' beside 'three men were arrested': one is not several."""
    for one, other, turned in ((left, right, False), (right, left, True)):
        if any(q.dimension == "count" for q in one.figures):
            continue
        for noun in _single_doers(one):
            many = next((q for q in _counted_doers(other) if q.head == noun.lemma_.lower()), None)
            if many is not None:
                words = f"{next(c.text for c in noun.children if c.pos_ == 'DET')} {noun.text}"
                sides = (many.text, words) if turned else (words, many.text)
                reason = f"One tells of {quote(sides[0])}, the other of {quote(sides[1])}."
                return say("difference", reason, sides[:1], sides[1:])
    return None


def _single_doers(side: Analysed) -> list[Token]:
    """Return the nouns that stand for one person or thing as the subject: 'a man', 'another man'."""
    subjects = [t for t in side.tokens if t.dep_ in ("nsubj", "nsubjpass") and t.tag_ == "NN"]
    return [t for t in subjects if any(c.lower_ in ("a", "an", "another") for c in t.children)]


def _counted_doers(side: Analysed) -> list[Quantity]:
    """Return the exact counts of several that are the subject of a side."""
    doers = {t.lower_ for t in side.tokens if t.dep_ in ("nsubj", "nsubjpass") and t.tag_ == "NNS"}
    counts = [q for q in side.figures if q.dimension == "count" and q.low is not None and q.low == q.high]
    return [q for q in counts if q.low and q.low >= 2 and q.counted and q.counted.lower().split()[-1] in doers]

"""Rules for two quotations: verbatim, variant, altered, or given to somebody else."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from compare.claims.folding import folded
from compare.claims.house_style import RANKS, spelled_out, worded
from compare.claims.nation import country_of, nations
from compare.claims.same_time import same_time
from compare.judgement.acts import opposite
from compare.judgement.rules import Row, quote, say, values
from compare.language.en.calendar import MONTHS, WEEKDAYS
from compare.language.en.oppositions import TURNS_OF_SENSE
from compare.language.en.saying import OCCASIONS
from compare.language.en.titles import TITLES
from compare.matching.closeness import alike
from compare.model import Claim, Quotation, Verdict

SAME_WORDS = 92.0  # similarity of the words, 0 to 100, above which two quotations are one
MOST_TOLD = 8  # words in which two renderings differ; of more only the pair itself is shown
LONGER = 1.25  # times: a quotation longer than that quotes more than the other
VARIANT = 70.0  # above which they are two renderings of one
NAMED = frozenset((*RANKS.values(), *(w for w in (*MONTHS, *WEEKDAYS) if w != "may")))  # as telling as digits
ONE_DAY = frozenset({"day", "part", "hour", "minute"})  # grains of moments that tell one day from another

# What alters no quotation: '[the mayor]', 'we … will'.
BRACKETED = re.compile(r"\[[^\]]{0,80}\]")
GAP = re.compile(r"\s*(?:\[?…\]?|\[?\.\s?\.\s?\.\]?|\[[^\]]{0,80}\])\s*")


def words_of(quotation: Quotation) -> tuple[str, ...]:
    """Return the words of a quotation, lower case, in one spelling and house style, without what stands in brackets."""
    return _words(quotation.words)


@lru_cache(maxsize=4096)  # each quotation is held against all others of its event
def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word, _, _ in worded(BRACKETED.sub(" ", text)))


def _cut(whole: Quotation, cut: Quotation) -> bool:
    """Tell whether one quotation is the other with words left out where it has an ellipsis or brackets."""
    pieces = [words_of(replace(cut, words=part)) for part in GAP.split(cut.words)]
    pieces = [piece for piece in pieces if piece]
    text, place = f" {' '.join(words_of(whole))} ", 0
    for piece in pieces:
        found = text.find(f" {' '.join(piece)} ", place)
        if found < 0:
            return False
        place = found + len(" ".join(piece))
    left_out = set(spelled_out(words_of(whole))) - set(spelled_out([word for piece in pieces for word in piece]))
    turned = bool(left_out & {"not", "never", "no"})
    return len(pieces) > 1 and not turned  # a cut that takes out 'not' alters the sense


def changed(left: Quotation, right: Quotation) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words that only the left and only the right quotation holds, in order."""
    a, b = spelled_out(words_of(left)), spelled_out(words_of(right))
    from rapidfuzz.distance import Indel

    only_left: list[str] = []
    only_right: list[str] = []
    for step in Indel.opcodes(a, b):
        if step.tag == "delete":
            only_left += a[step.src_start : step.src_end]
        elif step.tag == "insert":
            only_right += b[step.dest_start : step.dest_end]
    return tuple(only_left), tuple(only_right)


def _inside(left: Quotation, right: Quotation) -> tuple[Quotation, Quotation]:
    """Return two quotations, of a longer one only what the other renders: what a cut leaves out alters nothing."""
    from rapidfuzz import fuzz

    texts = [" ".join(spelled_out(words_of(q))) for q in (left, right)]
    long, short = (0, 1) if len(texts[0]) > len(texts[1]) else (1, 0)
    if len(texts[long]) <= len(texts[short]) * LONGER:
        return left, right
    place = fuzz.partial_ratio_alignment(texts[short], texts[long])
    if place is None:
        return left, right
    start = texts[long].rfind(" ", 0, place.dest_start + 1) + 1
    end = texts[long].find(" ", place.dest_end)
    texts[long] = texts[long][start : end if end >= 0 else None]
    return replace(left, words=texts[0]), replace(right, words=texts[1])


def _likeness(left: Quotation, right: Quotation) -> float:
    from rapidfuzz import fuzz

    a, b = (" ".join(spelled_out(words_of(side))) for side in (left, right))
    return max(fuzz.ratio(a, b), fuzz.partial_ratio(a, b) if min(len(a), len(b)) >= 12 else 0.0)


def verbatim(left: Claim, right: Claim) -> Verdict | None:
    """The same words, or one quotation inside the other."""
    both = values(left, right, Quotation)
    a, b = " ".join(words_of(both[0])), " ".join(words_of(both[1]))
    if a and b and (_cut(*both) or _cut(*both[::-1])):
        reason = "Both quote the same words, one with a cut or with words in brackets."
        return say("agreement", reason, (both[0].words,), (both[1].words,))
    if not a or not b or not (f" {a} " in f" {b} " or f" {b} " in f" {a} " or a.replace(" ", "") == b.replace(" ", "")):
        return None
    return say("agreement", "Both quote the same words.", (both[0].words,), (both[1].words,))


def two_speakers(left: Claim, right: Claim) -> Verdict | None:
    """The same words of two speakers: a conflict only where both sides give them to one occasion."""
    both = values(left, right, Quotation)
    if not _other_speaker(both):
        return None
    a, b = (f" {' '.join(words_of(q))} " for q in both)
    if not (a in b or b in a or _cut(*both) or _cut(*both[::-1])):
        return None
    given = f"The same words are given to {both[0].speaker} and to {both[1].speaker}"
    speakers = ((both[0].speaker or "",), (both[1].speaker or "",))
    if _one_occasion(left, right):
        return say("conflict", f"{given}, on one occasion.", *speakers)
    return say("difference", f"{given}; both may have said them.", *speakers)


def _one_occasion(left: Claim, right: Claim) -> bool:
    """Tell whether both sides name one occasion of speaking: a day, or a rally, a hearing, a letter."""
    days = [same_time(a, b) for a in left.days for b in right.days if {a.grain, b.grain} <= ONE_DAY]
    if any(day is False for day in days):
        return False
    said = {w for c in (left, right) if isinstance(c.value, Quotation) for w in words_of(c.value)}
    return any(days) or bool((left.words & right.words & OCCASIONS) - said)


def _other_speaker(both: tuple[Quotation, Quotation]) -> bool:
    a, b = both[0].speaker, both[1].speaker
    if not a or not b or min(len(words_of(q)) for q in both) < 4:
        return False
    if _speaks_for_many(a) or _speaks_for_many(b):
        return False
    a, b = a.removeprefix("The "), b.removeprefix("The ")
    named = a[:1].isupper() and b[:1].isupper()
    return named and not alike(a.lower(), b.lower(), 0.7) and not set(a.lower().split()) & set(b.lower().split())


def _speaks_for_many(speaker: str) -> bool:
    """Tell whether words are given to a country or its government, for which any of its people may have spoken."""
    name = folded(speaker).removeprefix("the ")
    return country_of(name) is not None or name in nations().governments


def _apart(both: tuple[Quotation, Quotation]) -> bool:
    """Tell whether two quotations that share a phrase are of two speakers: names differ, and so do the words."""
    if _likeness(*both) >= SAME_WORDS:
        return False
    said_by = [set(re.findall(r"\b[A-Z]\w+", q.speaker or "")) for q in both]
    names = [{w for w in words if w.lower() not in TITLES} for words in said_by]
    return bool(names[0] and names[1] and names[0].isdisjoint(names[1]))


def altered(left: Claim, right: Claim) -> Verdict | None:
    """Words inside the marks that change the sense: a number, a negation, a word and its opposite."""
    both = values(left, right, Quotation)
    if _likeness(*both) < VARIANT or _apart(both):
        return None
    gone, new = changed(*_inside(*both))
    digits = [tuple(w for w in side if w[0].isdigit() or w in NAMED) for side in (gone, new)]
    negated = [any(w in {"not", "never", "no"} for w in side) for side in (gone, new)]
    turned = any(opposite(a, b) or frozenset({a, b}) in TURNS_OF_SENSE for a in gone for b in new)
    if (all(digits) and digits[0] != digits[1]) or negated[0] != negated[1] or turned:
        return say("conflict", f"Inside the quotation marks {_wording(gone, new)}.", gone, new)
    return None


def variant(left: Claim, right: Claim) -> Verdict | None:
    """Nearly the same words: two renderings of one quotation."""
    both = values(left, right, Quotation)
    if _likeness(*both) < VARIANT or _apart(both):
        return None
    gone, new = changed(*both)
    relation = "agreement" if _likeness(*both) >= SAME_WORDS else "difference"
    reason = "Both quote the same words."
    if gone or new:
        brief = len(gone) + len(new) <= MOST_TOLD and all(map(_one_stretch, (gone, new), both))
        what = "Both quote nearly the same words" if relation == "agreement" else "Two renderings of one quotation"
        reason = f"{what}{': ' + _wording(gone, new) if brief else ''}."
    return say(relation, reason, gone, new)  # type: ignore[arg-type]


def _one_stretch(words: tuple[str, ...], quotation: Quotation) -> bool:
    return f" {' '.join(words)} " in f" {' '.join(spelled_out(words_of(quotation)))} "


def _wording(gone: tuple[str, ...], new: tuple[str, ...]) -> str:
    """Return in words what only the one and only the other quotation holds."""
    if gone and new:
        return f"one has {quote(' '.join(gone))}, the other {quote(' '.join(new))}"
    return f"{quote(' '.join(gone or new))} stands in one and not in the other"


def other_word(left: Claim, right: Claim) -> Verdict | None:
    """One short quoted word against another of the same speaker about the same: 'killer' and 'murderer'."""
    both = values(left, right, Quotation)
    if not both[0].speaker or not both[1].speaker:
        return None
    if max(len(words_of(q)) for q in both) > 3 or both[0].scare or both[1].scare:
        return None
    if not alike(both[0].speaker.lower(), both[1].speaker.lower(), 0.8):
        return None
    targets = (set(left.subject) | set(left.object) | left.names) & (
        set(right.subject) | set(right.object) | right.names
    )
    if not targets or left.predicate != right.predicate:
        return None
    reason = f"One quotes {quote(both[0].words)}, the other {quote(both[1].words)}."
    return say("conflict", reason, (both[0].words,), (both[1].words,))


TABLE: tuple[Row, ...] = (
    Row("quotation.two-speakers", two_speakers),
    Row("quotation.verbatim", verbatim),
    Row("quotation.altered", altered),
    Row("quotation.variant", variant),
    Row("quotation.other-word", other_word),
)

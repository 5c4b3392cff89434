"""Words that turn a sentence or stand for a number: 'never', 'did not deny', 'all but one of the 12', 'twins'."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from compare.judgement.analysed import Analysed
from compare.judgement.contrast_contest import spelled
from compare.judgement.rules import quote, say
from compare.language.en.cues import NEGATIVE_WORDS
from compare.language.en.numbers import BIRTHS, NEWBORN
from compare.language.en.saying import DENYING
from compare.model import Verdict

if TYPE_CHECKING:
    from spacy.tokens import Token

TWICE = frozenset({"without", "fail", "failed", "fails", "deny", "miss", "but", "refuse", "forget"})
REMAINDER = re.compile(
    r"\b(all\s+but\s+(?P<few>[\w-]+)\s+of\s+(?:(?:the|its|their|his|her|these|those)\s+)?(?P<all>[\w-]+))\b",
    re.IGNORECASE,
)


def never_and_always(left: Analysed, right: Analysed) -> Verdict | None:
    """'never with his dog' beside 'always with his dog'; 'never without' and 'never failed to' are 'always'."""
    for one, other, turned in ((left, right, False), (right, left, True)):
        ours, theirs = ({t.lower_ for t in side.tokens} for side in (one, other))
        if "never" not in ours or "always" not in theirs:
            continue
        if "without" in ours and "with" in theirs - ours and not (ours | theirs) & (TWICE - {"without"}):
            sides = ("always with", "never without") if turned else ("never without", "always with")
            return say("agreement", f"{quote(sides[0])} is {quote(sides[1])}.", sides[:1], sides[1:])
        if (ours | theirs) & TWICE:
            continue
        if theirs & NEGATIVE_WORDS or "always" in ours:
            continue
        sides = ("always", "never") if turned else ("never", "always")
        return say("conflict", f"One says {quote(sides[0])}, the other {quote(sides[1])}.", sides[:1], sides[1:])
    return None


def not_denied(left: Analysed, right: Analysed) -> Verdict | None:
    """'did not deny that he escaped' beside 'did not escape': not to deny is not to say no."""
    for one, other, turned in ((left, right, False), (right, left, True)):
        denial = next((t for t in one.tokens if t.lemma_.lower() in DENYING and t.pos_ == "VERB"), None)
        if denial is None or not _negated(denial) or any(t.lemma_.lower() in DENYING for t in other.tokens):
            continue
        said = {t.lemma_.lower() for t in denial.subtree if t.pos_ == "VERB"} - {denial.lemma_.lower()}
        turned_down = next((t for t in other.tokens if t.lemma_.lower() in said and _negated(t)), None)
        if turned_down is None:
            continue
        words = (f"not {denial.lemma_}", f"not {turned_down.lemma_}")
        sides = words[::-1] if turned else words
        return say("difference", "One does not deny what the other says is not so.", sides[:1], sides[1:])
    return None


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def remainder(left: Analysed, right: Analysed) -> Verdict | None:
    """'all but one of the 12 hostages' beside 'eleven hostages'."""
    for one, other, turned in ((left, right, False), (right, left, True)):
        match = REMAINDER.search(one.text)
        few, whole = (_number(match[name]) for name in ("few", "all")) if match else (None, None)
        if match is None or few is None or whole is None or REMAINDER.search(other.text) or few >= whole:
            continue
        counts = [q for q in other.figures if q.dimension == "count"]
        met = next((q for q in counts if q.low == q.high == whole - few), None)
        if met is not None:
            sides = (met.text, match[1]) if turned else (match[1], met.text)
            return say("agreement", f"{quote(match[1])} are {whole - few}.", sides[:1], sides[1:])
    return None


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() else spelled(word.lower())


def both_of(left: Analysed, right: Analysed) -> Verdict | None:
    """'both ministers' beside 'five ministers': both are two."""
    for one, other, turned in ((left, right, False), (right, left, True)):
        pairs = [t for t in one.tokens if t.lower_ == "both" and t.dep_ in ("det", "predet", "preconj")]
        nouns = {t.head.lemma_.lower() for t in pairs if t.head.tag_ == "NNS"}
        counts = [q for q in other.figures if q.dimension == "count" and q.head in nouns]
        if len(counts) != 1 or any(t.lower_ == "both" for t in other.tokens):
            continue
        [count] = counts
        if count.vague or count.low is None or count.low != count.high or count.low <= 2:
            continue
        words = f"both {next(t.head.text for t in pairs)}"
        sides = (count.text, words) if turned else (words, count.text)
        return say("conflict", f"One says {quote(sides[0])}, the other {quote(sides[1])}.", sides[:1], sides[1:])
    return None


def births(left: Analysed, right: Analysed) -> Verdict | None:
    """'twins were born' beside 'three babies were born'."""
    for one, other, turned in ((left, right, False), (right, left, True)):
        born = next((t.lower_ for t in one.tokens if t.lower_ in BIRTHS), None)
        counts = [q for q in other.figures if q.head in NEWBORN]
        if born is None or len(counts) != 1 or any(t.lower_ in BIRTHS for t in other.tokens):
            continue
        [count] = counts
        if count.vague or count.low is None or count.low != count.high:
            continue
        sides = (count.text, born) if turned else (born, count.text)
        if count.low == BIRTHS[born]:
            return say("agreement", f"{quote(born)} are {BIRTHS[born]}.", sides[:1], sides[1:])
        return say("conflict", f"One says {quote(sides[0])}, the other {quote(sides[1])}.", sides[:1], sides[1:])
    return None

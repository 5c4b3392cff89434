"""What a claim says, in words: its value for an answer, and the words in dispute for a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from compare.claims.reading import Reading
from compare.facts.phrases import phrase_at, shortest
from compare.judgement.rules import EDGES, HALF_DAY, quote
from compare.language.en.questions import HELPERS
from compare.model import Claim, Pair, Quantity, Quotation, State, Unknown
from compare.values.wording import describe

LONGEST = 60  # characters of a value that may stand in a heading
DIFFERING = 4  # words of a quotation that may
NOUN = 3  # words of a noun that is counted
_CLITIC = re.compile(r"n?['’](?:s|re|ve|ll|d|m|t)", re.IGNORECASE)  # 'it’s': by itself it tells nothing
_PARTED = re.compile(r"\s+(n['’]t|['’](?:s|re|ve|ll|d|m))\b", re.IGNORECASE)  # 'did n’t', as a parse parts it


def value_words(claim: Claim, reading: Reading | None = None) -> str:
    """Return an answer's value in words; for a bare proposition its predicate.

    With the ``reading`` a noun that is counted is written as its sentence does, or left out where it is none.
    """
    value = claim.value
    if isinstance(value, Quantity):
        if reading is not None and value.counted and not value.vague:
            noun = cased(value.counted, claim, reading)
            value = replace(value, counted=noun if 0 < len(noun.split()) <= NOUN else None)
        if value.dimension == "ordinal":
            parsed = None if reading is None else reading.parsed_by_id[claim.statement]
            told = phrase_at(parsed, value.start, value.end) if parsed is not None else ""
            return _bare(told) or value.text.strip()  # 'fourth suspect', for 'fourth' says nothing by itself
        return describe(value)
    if isinstance(value, Quotation):
        return quote(value.words)
    return HALF_DAY.sub(r"\1.m.", value.text) if value is not None else written(claim.wording or "")


def spoken(claim: Claim, word: str, reading: Reading) -> str:
    """Return a word that a rule names in the phrase that says it: 'guilty' is not what 'pleaded not guilty' says."""
    if not isinstance(claim.value, State | Unknown):
        return written(word)
    return _bare(_phrase(claim, (word,), reading)) or written(word)


def _bare(phrase: str) -> str:
    """Return a phrase without the 'was', 'has been', 'the' before it, unless it says 'not'."""
    told = phrase.split()
    while len(told) > 1 and told[0].lower() in HELPERS and told[1].lower() not in ("not", "n't", "no", "never"):
        told = told[1:]
    return " ".join(told)


def written(words: str) -> str:
    """Return words of a parse as they are written: 'didn’t have' for 'did n’t have'."""
    return _PARTED.sub(r"\1", " ".join(words.split()))


def disputed_words(lead: Pair) -> str:
    """Return the words that a verdict sets against each other."""
    sides = (lead.verdict.left_words, lead.verdict.right_words)
    return " / ".join(quote(" ".join(" ".join(side).split())) for side in sides if side)


def disputed(claims: Sequence[Claim], lead: Pair, reading: Reading) -> str:
    """Return the words in dispute with what makes sense of them: “136 passengers on board” / “139 passengers”.

    Where both sides have the same words they stand once; '' where they are too long to stand so.
    """
    ends = {c.id: c for c in claims}
    sides = ((lead.left_claim, lead.verdict.left_words), (lead.right_claim, lead.verdict.right_words))
    told = [_phrase(ends[c], side, reading) for c, side in sides if c in ends]
    told = told if len(told) == 2 else [value_words(c) for c in claims]
    if lead.relation == "agreement" and len({value_words(ends[c]).casefold() for c, _ in sides if c in ends}) == 1:
        told = [shortest(told)]
    if any(_CLITIC.fullmatch(v.strip()) for v in told):
        return ""
    found = list(dict.fromkeys(quote(" ".join(v.split())) for v in told if v.strip(EDGES)))[:3]
    return " / ".join(found) if all(len(v) <= LONGEST + 2 for v in found) else ""


def _phrase(claim: Claim, side: Sequence[str], reading: Reading) -> str:
    """Return what one side says in dispute, in the phrase that its sentence has for it."""
    statement, parsed = reading.by_id[claim.statement], reading.parsed_by_id[claim.statement]
    side = [written(words) for words in side]
    bare = " ".join(side)
    if claim.kind == "quotation" or (claim.value is None and len(bare.split()) > DIFFERING):
        return bare if len(bare.split()) <= DIFFERING else ""
    if claim.value is not None and (not side or claim.value.text in side or claim.kind in ("quantity", "moment")):
        start, end = claim.value.start, claim.value.end
    else:
        word = next(iter(side), "") or written(claim.wording)
        at = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", statement.text) if word else None
        if at is None:
            return bare or value_words(claim)
        start, end = statement.start + at.start(), statement.start + at.end()
    found, plain = phrase_at(parsed, start, end) or bare, value_words(claim, reading)
    return found if len(found.split()) >= len(plain.split()) or claim.kind == "proposition" else plain


def short(side: Sequence[str]) -> list[str]:
    """Return the words that a verdict names on one side as one stretch, where they are few enough."""
    joined = " ".join(" ".join(side).split())
    return [joined] if joined and len(joined.split()) <= DIFFERING else []


def cased(noun: str, claim: Claim, reading: Reading) -> str:
    """Return a noun with the capitals that a sentence gives it; a headline's capitals mean nothing."""
    statement = reading.by_id[claim.statement]
    pattern = rf"\b{re.escape(noun)}\b".replace(r"\ ", r"\s+")
    if statement.kind == "headline":  # the article must know it as a common noun: 'Injures Seven' counts no 'injures'
        body = next(s.text for s in reading.sources if s.id == claim.source)
        return noun if re.search(pattern, body) else ""
    found = re.search(pattern, statement.text, re.IGNORECASE)
    return noun if found is None or found.group().isupper() or found.start() == 0 else " ".join(found.group().split())

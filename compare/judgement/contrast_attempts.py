"""Tried and done: 'tried to open the safe' beside 'opened the safe', 'on the verge of collapse'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare.judgement.analysed import Analysed
from compare.judgement.rules import quote, say
from compare.language.antonyms import synonyms
from compare.language.en.attempts import ABANDONING, BRINKS, FUTILE, TRYING, UNDERTAKINGS
from compare.model import Verdict

if TYPE_CHECKING:
    from spacy.tokens import Token
NO_DEEDS = frozenset({"xcomp", "acl", "pcomp"})  # 'tried to open', 'an attempt to open', 'close to opening'
WITHHELD = frozenset({"will", "would", "may", "might", "could", "not", "to"})


def tried_and_done(left: Analysed, right: Analysed) -> Verdict | None:
    """'tried to open the safe' beside 'opened the safe': an attempt is no deed; a futile one excludes it."""
    for one, other, turned in ((left, right, False), (right, left, True)):
        for words, verb, lemma, futile in _undone(one):
            if not _done(other, lemma) or any(True for _ in _undone(other)) or _done(one, lemma, but=verb):
                continue
            sides = ((lemma,), (words,)) if turned else ((words,), (lemma,))
            if futile:
                return say("conflict", f"By one it did not come to that: {quote(words)}.", *sides)
            return say("difference", f"One says only {quote(words)}, the other that it was done.", *sides)
    return None


def _undone(side: Analysed) -> Iterator[tuple[str, Token, str, bool]]:
    """Yield (the words, the word for the act, its lemma, whether it surely was not done)."""
    tokens = side.tokens
    lowered = {t.lower_ for t in tokens}
    for at, token in enumerate(tokens):
        lemma = token.lemma_.lower()
        before = [t.lower_ for t in tokens[max(at - 2, 0) : at]]
        if token.pos_ == "VERB" and before == ["all", "but"] and token.tag_ in ("VBD", "VBN"):
            yield f"all but {token.text}", token, lemma, True
        if token.pos_ == "VERB" and token.dep_ in ("xcomp", "acl") and token.head.lemma_.lower() in TRYING:
            denied = any(c.dep_ == "neg" for c in token.head.children)
            if token.head.i < token.i and token.tag_ != "VBG" and not denied:
                words = f"{token.head.text} to {token.text}"
                yield words, token, lemma, bool(lowered & FUTILE)
        if token.pos_ == "VERB" and token.dep_ == "acl" and given_up(token.head):
            yield f"{token.head.head.text} {token.head.text} to {token.text}", token, lemma, True
        if (
            token.tag_ == "VBG"
            and before[-1:] == ["of"]
            and "within" in {t.lower_ for t in tokens[max(at - 5, 0) : at]}
        ):
            yield f"within … of {token.text}", token, lemma, True  # 'came within an inch of bursting'
        if token.lower_ == "of" and before[-1:] and before[-1] in BRINKS and "on" in {t.lower_ for t in tokens[:at]}:
            act = next((t for t in tokens[at + 1 : at + 5] if t.pos_ in ("NOUN", "VERB")), None)
            if act is not None:
                yield f"on the {before[-1]} of {act.text}", act, act.lemma_.lower(), True


def given_up(plan: Token) -> bool:
    """Tell 'abandoned plans to build a smelter' and 'the bid to build it was dropped'."""
    head = plan.head
    undone = plan.lemma_.lower() in UNDERTAKINGS and head.lemma_.lower() in ABANDONING
    return undone and plan.dep_ in ("dobj", "nsubjpass") and not any(c.dep_ == "neg" for c in head.children)


def _done(side: Analysed, lemma: str, but: Token | None = None) -> bool:
    """Tell whether a side says that an act was done, not planned, tried or denied."""
    for token in side.tokens:
        if (token.pos_ != "VERB" and token.dep_ != "ROOT") or (but is not None and token.i == but.i):
            continue
        if token.lemma_.lower() != lemma and token.lemma_.lower() not in synonyms(lemma):
            continue
        helpers = {c.lower_ for c in token.children if c.dep_ in ("aux", "neg")}
        if token.dep_ not in NO_DEEDS and not helpers & WITHHELD:
            return True
    return False

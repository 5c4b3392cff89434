"""A plan that the other statement says was called off: 'will sign a treaty' beside 'the signing was cancelled'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare.claims.cues import clause_of
from compare.judgement.analysed import Analysed
from compare.judgement.overtaking import Overtaking, Word, earlier, update, words_of
from compare.judgement.statements import ClaimVerdict
from compare.language.en.cues import EXPECTING_MODIFIERS
from compare.language.en.plans import CALLING_OFF, CALLING_OFF_PARTICLES, HOLDING
from compare.language.en.questions import EVENTS

if TYPE_CHECKING:
    from spacy.tokens import Token

THINGS = frozenset({"NOUN", "PROPN"})


def called_off(left: Analysed, right: Analysed) -> ClaimVerdict | None:
    """Return an update where one side expects what the other, no earlier one, says was called off or put off."""
    for plan, news, swapped in ((left, right, False), (right, left, True)):
        if any(True for _ in _calls_off(plan)) or earlier(news, plan):
            continue
        for told, thing in _calls_off(news):
            if not _happened(told):
                continue
            hoped = next((w for w in _expected(plan) if w.lemma == thing.lemma_.lower()), None)
            if hoped is None:
                continue
            words = (told.token.text, thing.text)
            reason = f"One expects the {hoped.token.text}; the other says: '{words[0]} … {words[1]}'."
            return update(plan, news, Overtaking(hoped, told, words, "plan.called-off", reason), swapped=swapped)
    return None


def _calls_off(side: Analysed) -> Iterator[tuple[Word, Token]]:
    """Yield the words of calling off and what each calls off: 'called off the talks', 'the cancelled lunch'."""
    for word in words_of(side):
        particle = next((c.lower_ for c in word.token.children if c.dep_ in ("prt", "advmod")), "")
        if word.lemma in CALLING_OFF or (word.lemma, particle) in CALLING_OFF_PARTICLES:
            yield from ((word, thing) for thing in _objects(word.token) if thing.pos_ in THINGS)


def _objects(word: Token) -> Iterator[Token]:
    if word.pos_ in THINGS:  # 'the cancellation of the talks'
        heads = [o for c in word.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"]
    elif word.dep_ == "amod":
        heads = [word.head]
    else:
        heads = [c for c in word.children if c.dep_ in ("dobj", "nsubjpass")]
    for head in heads:
        yield head
        yield from (t for t in head.conjuncts if t.i > head.i)


def _happened(told: Word) -> bool:
    cues = told.cues
    return cues.status == "reported" and not cues.negated and not cues.hedges


def _expected(side: Analysed) -> Iterator[Word]:
    """Yield the things that a side expects to happen: what is held, begun, given or planned, not what is used."""
    for word in words_of(side):
        if word.token.pos_ not in THINGS:
            continue
        planned = any(c.lower_ in EXPECTING_MODIFIERS for c in word.token.children)
        held = word.lemma in EVENTS or clause_of(word.token).lemma_.lower() in HOLDING
        if planned or (held and word.cues.status == "expected"):
            yield word

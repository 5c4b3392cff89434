"""A plan that the other statement says was called off: 'will sign a treaty' beside 'the signing was cancelled'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.claims.cues import clause_of, cues_at
from compare.judgement.analysed import Analysed
from compare.judgement.statements import ClaimVerdict
from compare.language.en.cues import EXPECTING_MODIFIERS
from compare.language.en.plans import CALLING_OFF, CALLING_OFF_PARTICLES, HOLDING
from compare.language.en.questions import EVENTS
from compare.model import Claim, Cues, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Token

    from compare.statements.splitting import Parsed

THINGS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a side, with the sentence that it stands in."""

    token: Token
    parsed: Parsed

    @property
    def lemma(self) -> str:
        """Its lemma in lower case."""
        return self.token.lemma_.lower()

    @property
    def cues(self) -> Cues:
        """How its clause is meant."""
        return cues_at(self.parsed.span, self.token)


def words_of(side: Analysed) -> Iterator[Word]:
    """Yield the words of a side, each with its sentence, in order."""
    return (Word(token, parsed) for parsed in side.parsed for token in parsed.span)


def called_off(left: Analysed, right: Analysed) -> ClaimVerdict | None:
    """Return an update where one side expects what the other, no earlier one, says was called off or put off."""
    for plan, news, swapped in ((left, right, False), (right, left, True)):
        if any(True for _ in _calls_off(plan)) or _earlier(news, plan):
            continue
        for told, thing in _calls_off(news):
            if not _happened(told):
                continue
            hoped = next((w for w in _expected(plan) if w.lemma == thing.lemma_.lower()), None)
            if hoped is None:
                continue
            ours, theirs = _claim(plan, hoped), _claim(news, told)
            if ours is None or theirs is None:
                return None
            words = ((hoped.token.text,), (told.token.text, thing.text))
            reason = f"One expects the {hoped.token.text}; the other says: '{told.token.text} … {thing.text}'."
            verdict = Verdict("update", "plan.called-off", reason, *(words[::-1] if swapped else words))
            return ClaimVerdict(*((theirs, ours) if swapped else (ours, theirs)), verdict, 1.0)
    return None


def _earlier(one: Analysed, other: Analysed) -> bool:
    """Tell whether the article of one side appeared on a day before the other's."""
    days = [str(side.published)[:10] for side in (one, other) if side.published is not None]
    return len(days) == 2 and days[0] < days[1]


def _claim(side: Analysed, word: Word) -> Claim | None:
    """Return the claim of the innermost clause that holds a word, else the first of its statement."""
    own = [c for c in side.claims if c.statement == word.parsed.statement.id and c.kind == "proposition"]
    place = word.parsed.offset + word.token.idx
    holding = [c for c in own if c.start <= place < c.end]
    return min(holding, key=lambda c: (c.end - c.start, c.start), default=own[0] if own else None)


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

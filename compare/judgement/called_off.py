"""A plan that the other statement says was called off: 'will sign a treaty' beside 'the signing was cancelled'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare.extraction.cues import clause_of, cues_at
from compare.judgement.analysed import Analysed
from compare.judgement.statements import ClaimVerdict
from compare.language.en.cues import EXPECTING_MODIFIERS
from compare.language.en.happenings import CALLING_OFF, CALLING_OFF_PARTICLES, HOLDING
from compare.language.en.questions import EVENTS
from compare.model import Claim, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Token

    from compare.statements import Parsed

THINGS = frozenset({"NOUN", "PROPN"})


def called_off(left: Analysed, right: Analysed) -> ClaimVerdict | None:
    """Return an update where one side expects what the other, no earlier one, says was called off or put off."""
    for plan, news, swapped in ((left, right, False), (right, left, True)):
        if any(True for _ in _calls_off(plan)) or earlier(news, plan):
            continue
        for verb, thing, parsed in _calls_off(news):
            if not _happened(verb, parsed):
                continue
            hoped = next((t for t in _expected(plan) if t[0].lemma_.lower() == thing.lemma_.lower()), None)
            if hoped is None:
                continue
            ours, theirs = claim_around(plan, *hoped), claim_around(news, verb, parsed)
            if ours is None or theirs is None:
                continue
            reason = f"One expects the {hoped[0].text}; the other says: '{verb.text} … {thing.text}'."
            words = ((hoped[0].text,), (verb.text, thing.text))
            verdict = Verdict("update", "plan.called-off", reason, *(words[::-1] if swapped else words))
            first, second = (theirs, ours) if swapped else (ours, theirs)
            return ClaimVerdict(first, second, verdict, 1.0)
    return None


def earlier(one: Analysed, other: Analysed) -> bool:
    """Tell whether the article of one side appeared on a day before the other's."""
    days = [str(side.published)[:10] for side in (one, other) if side.published is not None]
    return len(days) == 2 and days[0] < days[1]


def _calls_off(side: Analysed) -> Iterator[tuple[Token, Token, Parsed]]:
    """Yield the words of calling off and what each calls off: 'called off the talks', 'the cancelled lunch'."""
    for parsed in side.parsed:
        for token in parsed.span:
            lemma = token.lemma_.lower()
            particle = next((c.lower_ for c in token.children if c.dep_ in ("prt", "advmod")), "")
            if lemma not in CALLING_OFF and (lemma, particle) not in CALLING_OFF_PARTICLES:
                continue
            for thing in _objects(token):
                if thing.pos_ in THINGS:
                    yield token, thing, parsed


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


def _happened(verb: Token, parsed: Parsed) -> bool:
    cues = cues_at(parsed.span, verb)
    return cues.status == "reported" and not cues.negated and not cues.hedges


def _expected(side: Analysed) -> Iterator[tuple[Token, Parsed]]:
    """Yield the things that a side expects to happen: what is held, begun, given or planned, not what is used."""
    for parsed in side.parsed:
        for token in parsed.span:
            if token.pos_ not in THINGS:
                continue
            planned = any(c.lower_ in EXPECTING_MODIFIERS for c in token.children)
            held = token.lemma_.lower() in EVENTS or clause_of(token).lemma_.lower() in HOLDING
            if planned or (held and cues_at(parsed.span, token).status == "expected"):
                yield token, parsed


def claim_around(side: Analysed, token: Token, parsed: Parsed) -> Claim | None:
    """Return the claim of the innermost clause that holds a word, else the first of its statement."""
    own = [c for c in side.claims if c.statement == parsed.statement.id and c.kind == "proposition"]
    place = parsed.offset + token.idx
    holding = [c for c in own if c.start <= place < c.end]
    return min(holding, key=lambda c: (c.end - c.start, c.start), default=own[0] if own else None)

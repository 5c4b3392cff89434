"""Statements → claims: each value or bare proposition of a statement, with what it is about.

Values belong to clauses; what the clause leaves open (day, place) is inherited from its sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from compare.claims.behind import own_sentence, quoted_by, said_behind
from compare.claims.clause_claims import Sentence, make_claim
from compare.claims.cues import cues_at
from compare.claims.moment import moments_in
from compare.claims.quantity import quantities_in
from compare.claims.quotation import quotations_in
from compare.claims.scope import scope_of, superseded
from compare.claims.slots import anchor_of, slot_of, tokens_at
from compare.claims.states import state_claims
from compare.claims.unknowns import unknown_claims
from compare.language.en import outcomes as words
from compare.language.en.calendar import SHORTLY
from compare.model import Claim, Cues, Name, Quantity, Quotation, Source
from compare.statements.clauses import Clause, clauses_of, main_verb
from compare.statements.splitting import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token


def _cues(parsed: Parsed, token: Token) -> Cues:
    return cues_at(parsed.span, token, headline=parsed.statement.kind == "headline")


def _quantity_claims(sentence: Sentence) -> Iterable[Claim]:
    parsed = sentence.parsed
    before: set[str | None] = set()  # the slots of the figures before, in this sentence
    for quantity in quantities_in(parsed.span, parsed.offset):
        slot = slot_of(quantity, parsed.span, parsed.offset)
        if slot is None:
            continue
        clause = sentence.clause_at(slot.anchor)
        cues = _cues(parsed, slot.anchor)
        if superseded(slot.anchor, clause):
            cues = replace(cues, status="superseded")
        if cues.status == "superseded" and _reached(parsed, quantity.start):
            cues = replace(cues, status="reported")
        adds = not before or slot.attribute in before
        before.add(slot.attribute)
        claim = make_claim(
            sentence,
            clause,
            "quantity",
            quantity,
            predicate=slot.predicate,
            attribute=slot.attribute,
            cues=cues,
            scope=scope_of(slot.anchor, clause, parsed.span, adds=adds),
        )
        yield replace(claim, bearer=slot.bearer)


def _reached(parsed: Parsed, place: int) -> bool:
    """Tell whether 'to' stands before a figure: in 'rose from 12 to 19' the 19 is what holds, wherever it hangs."""
    words = parsed.span.doc.text[: place - parsed.offset].split()
    return words[-1:] == ["to"]


def _moment_claims(sentence: Sentence) -> Iterable[Claim]:
    parsed = sentence.parsed
    for moment in sentence.moments:
        tokens = tokens_at(parsed.span, moment.start - parsed.offset, moment.end - parsed.offset)
        if not tokens:
            continue
        clause = sentence.clause_at(tokens[0])
        verb = main_verb(clause.head).lemma_.lower()
        attribute = _dating(tokens, verb, clock=moment.hour is not None)
        yield make_claim(
            sentence, clause, "moment", moment, predicate=verb, attribute=attribute, cues=_cues(parsed, tokens[0])
        )


def _dating(tokens: tuple[Token, ...], verb: str, *, clock: bool) -> str:
    """Return how a date is meant: of the verb ('begin', 'when'), of a noun ('the 1978 heist'), or only as a bound."""
    if _bounded(tokens[0], clock=clock):
        return "bound"
    token = anchor_of(tokens)
    above = token.head if token.dep_ in {"compound", "nummod", "nmod", "amod", "poss"} else token.head.head
    if token.pos_ == "PROPN" or token.dep_ in {"npadvmod", "advmod", "ROOT"}:
        return words.EVENT_TIME_VERBS.get(verb, "when")
    if above.pos_ in {"NOUN", "PROPN"} and above.dep_ != "ROOT":
        return "named"
    return words.EVENT_TIME_VERBS.get(verb, "when")


def _bounded(token: Token, *, clock: bool) -> bool:
    """'after his death in 1973', 'since May 1': a date that only bounds when something happened.

    'just after 9 a.m.' tells the hour, 'after 9 a.m.' only bounds it.
    """
    here = token
    for _ in range(5):
        if here.lower_ in {"after", "since", "before", "until", "till", "by"} and here.pos_ in {"ADP", "SCONJ"}:
            return not (clock and any(c.lower_ in SHORTLY for c in here.children))
        if here.pos_ in {"VERB", "AUX"} or here.head.i == here.i:
            return False
        here = here.head
    return False


def _place_claims(sentence: Sentence) -> Iterable[Claim]:
    parsed = sentence.parsed
    for name in sentence.names:
        tokens = tokens_at(parsed.span, name.start - parsed.offset, name.end - parsed.offset)
        if name.kind != "place" or not tokens or not any(t.dep_ in {"pobj", "dobj"} for t in tokens):
            continue
        clause = sentence.clause_at(tokens[-1])
        verb = main_verb(clause.head).lemma_.lower()
        yield make_claim(
            sentence,
            clause,
            "place",
            name,
            predicate=verb,
            attribute=_direction(tokens[-1], verb),
            cues=_cues(parsed, tokens[-1]),
        )


def _direction(token: Token, verb: str) -> str:
    """Return how a place is meant: 'for Hawaii' a destination, 'left Hawaii' an origin, else where it happened."""
    if token.dep_ == "dobj":
        return "origin" if verb in words.LEAVING else "destination" if verb in words.REACHING else "where"
    preposition = token.head.lower_ if token.dep_ == "pobj" else ""
    if preposition == "from":
        return "origin"
    if (
        preposition in {"to", "for", "toward", "towards", "into"}
        and verb in words.LEAVING | words.REACHING | words.GOING
    ):
        return "destination"
    return "where"


def _quotation_claims(sentence: Sentence, quotations: Iterable[Quotation]) -> Iterable[Claim]:
    parsed = sentence.parsed
    for quotation in quotations:
        tokens = tokens_at(parsed.span, quotation.start - parsed.offset, quotation.end - parsed.offset)
        if not tokens:
            continue
        clause = sentence.clause_at(tokens[0])
        cues = _cues(parsed, tokens[min(1, len(tokens) - 1)])
        if quotation.speaker and not cues.said_by:
            cues = replace(cues, said_by=(quotation.speaker,))
        yield make_claim(
            sentence, clause, "quotation", quotation, predicate=quotation.verb, attribute="said", cues=cues
        )


def _proposition_claims(sentence: Sentence) -> Iterable[Claim]:
    carried = {main_verb(c.head).i for c in sentence.clauses if main_verb(c.head).i != c.head.i}
    for clause in sentence.clauses:
        if clause.head.i in carried:
            continue
        inner = main_verb(clause.head)
        whole = clause if inner.i == clause.head.i else _joined(clause, sentence, inner)
        cues = _cues(sentence.parsed, inner)
        yield make_claim(
            sentence,
            whole,
            "proposition",
            None,
            predicate=inner.lemma_.lower(),
            attribute=None,
            cues=replace(cues, negated=cues.negated or clause.negated),
        )


def _joined(clause: Clause, sentence: Sentence, inner: Token) -> Clause:
    """'plans to travel to Paris': the outer clause's subject with the inner clause's words and object."""
    under = next((c for c in sentence.clauses if c.head.i == inner.i), clause)
    tokens = tuple(sorted({t.i: t for t in (*clause.tokens, *under.tokens)}.values(), key=lambda t: t.i))
    return Clause(clause.head, tokens, clause.subject or under.subject, under.object or clause.object, under.passive)


def claims_of_statement(
    parsed: Parsed, names: Sequence[Name], quotations: Sequence[Quotation], source: Source
) -> tuple[Claim, ...]:
    """Return the claims of one statement in order of place, values before bare propositions."""
    moments = moments_in(parsed.span, parsed.offset, source.published)
    sentence = Sentence(parsed, tuple(names), tuple(moments), clauses_of(parsed.span))
    if not sentence.clauses:
        return ()
    found = [
        *_quantity_claims(sentence),
        *_moment_claims(sentence),
        *_place_claims(sentence),
        *_quotation_claims(sentence, quotations),
        *_proposition_claims(sentence),
        *state_claims(sentence),
        *unknown_claims(sentence),
    ]
    return tuple({claim.id: quoted_by(claim, quotations) for claim in found}.values())


def claims_of(source: Source, parsed: Sequence[Parsed], names: Mapping[str, tuple[Name, ...]]) -> tuple[Claim, ...]:
    """Return the claims of a source's statements, in the order of the statements.

    ``names`` holds the resolved names of each statement by its id; a statement without names may be absent.
    """
    quotations = quotations_in(parsed, source.text)
    found: list[Claim] = []
    before: tuple[Claim, ...] = ()
    last: Parsed | None = None
    for item in parsed:
        key = item.statement.id
        own = claims_of_statement(item, names.get(key, ()), quotations.get(key, ()), source)
        giver = own_sentence(item.statement.text)
        if giver and last is not None and last.statement.paragraph == item.statement.paragraph and before:
            found[-len(before) :] = said_behind(before, giver)
        before = tuple(_continued(claim, before) for claim in own)
        found += before
        last = item
    return tuple(found)


def _continued(claim: Claim, before: Sequence[Claim]) -> Claim:
    """Return a figure with the slot of the sentence before: 'a toll of 47. This was later updated to 82.'"""
    if claim.attribute != "count" or claim.predicate not in words.REVISING or claim.subject:
        return claim
    tolls = [c.attribute for c in before if is_count(c) and c.attribute != "count"]
    return replace(claim, attribute=tolls[-1]) if tolls else claim


def is_count(claim: Claim) -> bool:
    """Tell whether a claim counts things (and does not measure them)."""
    return isinstance(claim.value, Quantity) and claim.value.dimension == "count"

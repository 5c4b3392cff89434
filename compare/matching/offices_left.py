"""One statement gives somebody an office that the other says they have left: the first is overtaken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.claims.offices import NOT_HOLDING
from compare.judgement.analysed import Analysed
from compare.judgement.overtaking import Overtaking, Word, update, words_of
from compare.judgement.statements import ClaimVerdict
from compare.language.en.happenings import LEAVING, SUCCESSION

if TYPE_CHECKING:
    from spacy.tokens import Token

TITLED = frozenset({"appos", "attr", "compound", "nsubj", "nsubjpass", "pobj", "nmod"})


def office_left(left: Analysed, right: Analysed) -> ClaimVerdict | None:
    """Return an update where one side says that a person left an office which the other side still gives them.

    'the party's spokeswoman, Ann Lee, wrote …' beside 'Ms Lee has resigned as spokeswoman'.
    """
    for ours, theirs, swapped in ((left, right, False), (right, left, True)):
        gone = _left_office(theirs)
        if gone is None or any(t.lemma_.lower() in SUCCESSION for t in ours.tokens):
            continue
        verb, office = gone
        held = _held(ours, office, _leavers(theirs, verb.token))
        if held is None:
            continue
        words = (verb.token.text, office.text)
        reason = f"One calls somebody {held.token.text}; the other says that they have left: '{' … '.join(words)}'."
        found = Overtaking(held, verb, words, "office.left", reason)
        return update(ours, theirs, found, swapped=swapped)
    return None


def _left_office(side: Analysed) -> tuple[Word, Token] | None:
    """Return the verb of leaving and the office: 'resigned as director', 'stepped down as chairman'."""
    for word in words_of(side):
        token = word.token
        if token.lemma_.lower() not in LEAVING or any(c.dep_ == "neg" for c in token.children):
            continue
        if any(c.dep_ == "aux" and c.tag_ == "MD" for c in token.children):
            continue  # 'will resign' has not happened
        for child in token.children:
            office = next((c for c in child.children if c.dep_ == "pobj"), None)
            if child.lower_ == "as" and office is not None:
                return word, office
    return None


def _leavers(side: Analysed, verb: Token) -> set[str]:
    """Return who left: the one sacked, else the subject where it is a name, else any person of the statement."""
    roles = {c.dep_: c for c in verb.children}
    leaver = roles.get("dobj") or roles.get("nsubjpass") or roles.get("nsubj")
    named = _person(side, leaver) if leaver is not None else None
    return {named} if named else {n.key for n in side.names if n.kind == "person"}


def _held(side: Analysed, office: Token, people: set[str]) -> Word | None:
    """Return the word that gives one of these people the office."""
    for word in words_of(side):
        token = word.token
        if token.lemma_.lower() != office.lemma_.lower() or token.dep_ not in TITLED or _no_longer(token):
            continue
        kinds = [{c.lower_ for c in t.children if c.dep_ in ("compound", "amod")} for t in (token, office)]
        if kinds[0] and kinds[1] and kinds[0].isdisjoint(kinds[1]):
            continue  # the home secretary and the health secretary
        beside = [token.head, *(c for c in token.children if c.dep_ == "appos")]
        if token.dep_ == "attr":
            beside = [c for c in token.head.children if c.dep_ == "nsubj"]
        if any(_person(side, t) in people for t in beside):
            return word
    return None


def _no_longer(office: Token) -> bool:
    first = office.left_edge.i
    return any(t.lower_ in NOT_HOLDING for t in office.doc[max(first - 2, 0) : office.i])


def _person(side: Analysed, token: Token) -> str | None:
    """Return the key of the person whose name holds a token."""
    word = next((w for w in words_of(side) if w.token == token), None)
    if word is None:
        return None
    place = word.parsed.offset + token.idx
    return next((n.key for n in side.names if n.kind == "person" and n.start <= place < n.end), None)

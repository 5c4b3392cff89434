"""One statement gives somebody an office that the other says they have left: the first is overtaken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.judgement.analysed import Analysed
from compare.judgement.statements import ClaimVerdict
from compare.language.en.happenings import LEAVING
from compare.model import Claim, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Token

TITLED = frozenset({"appos", "attr", "compound", "nsubj", "nsubjpass", "pobj", "nmod"})


def office_left(left: Analysed, right: Analysed) -> ClaimVerdict | None:
    """Return an update where one side says that a person left an office which the other side still gives them.

    'the party's spokeswoman, Ann Lee, wrote …' beside 'Ms Lee has resigned as spokeswoman'.
    """
    for ours, theirs, swapped in ((left, right, False), (right, left, True)):
        gone = _left_office(theirs)
        if gone is None or _left_office(ours) is not None:
            continue
        verb, office = gone
        held = next((t for t in ours.tokens if t.lemma_.lower() == office.lemma_.lower() and t.dep_ in TITLED), None)
        if held is None or not _same_person(ours, theirs):
            continue
        reason = f"One calls somebody {held.text}; the other says that they have left: '{verb.text} … {office.text}'."
        words = ((held.text,), (verb.text, office.text))
        verdict = Verdict("update", "office.left", reason, *(words[::-1] if swapped else words))
        claims = [_claim(ours), _claim(theirs)]
        if claims[0] is None or claims[1] is None:
            return None
        first, second = (claims[1], claims[0]) if swapped else (claims[0], claims[1])
        return ClaimVerdict(first, second, verdict, 1.0)
    return None


def _left_office(side: Analysed) -> tuple[Token, Token] | None:
    """Return the verb of leaving and the office: 'resigned as director', 'stepped down as chairman'."""
    for token in side.tokens:
        if token.lemma_.lower() not in LEAVING or any(c.dep_ == "neg" for c in token.children):
            continue
        if any(c.dep_ == "aux" and c.tag_ == "MD" for c in token.children):
            continue  # 'will resign' has not happened
        for child in token.children:
            office = next((c for c in child.children if c.dep_ == "pobj"), None)
            if child.lower_ == "as" and office is not None:
                return token, office
    return None


def _same_person(left: Analysed, right: Analysed) -> bool:
    people = [{n.key for n in side.names if n.kind == "person"} for side in (left, right)]
    return bool(people[0] & people[1])


def _claim(side: Analysed) -> Claim | None:
    return next((c for c in side.claims if c.kind == "proposition"), None)

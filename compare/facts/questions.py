"""A fact in words: the question it answers, each answer's value, and what all sources bear out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from compare.judgement.rules import midsentence, quote
from compare.language.en import questions as words
from compare.language.en.outcomes import OUTCOME_ADJECTIVES, OUTCOME_NOUNS
from compare.model import Answer, Claim, Moment, Name, Quantity, Quotation, Relation, Statement
from compare.values.wording import describe

BEFALLEN = frozenset(OUTCOME_ADJECTIVES) | frozenset(OUTCOME_NOUNS) | {"others", "more"}
LONGEST = 110  # characters of a statement that may stand as a fact's title


def question_of(claims: Sequence[Claim], central: Statement) -> str:
    """Return the question that the claims answer, in plain words; for a bare proposition the central statement."""
    attribute = _most(c.attribute for c in claims)
    kind = _most(c.kind for c in claims) or "proposition"
    blanks = {
        "who": _counted(claims, attribute),
        "what": _event(claims),
        "speaker": _speaker(claims),
    }
    if kind == "quantity" and attribute in words.SLOT_QUESTIONS:
        return " ".join(words.SLOT_QUESTIONS[attribute].format(**blanks).split())
    if kind == "quantity" and attribute == "count" and blanks["who"].endswith("s"):
        return words.COUNT_QUESTION.format(**blanks)
    if kind == "moment" and attribute in words.SLOT_QUESTIONS:
        return words.SLOT_QUESTIONS[attribute].format(**blanks)
    if kind == "quotation":
        return words.QUOTATION_QUESTION.format(**blanks)
    return _title(central)


def value_words(claim: Claim) -> str:
    """Return an answer's value in words; for a bare proposition the words of its clause."""
    value = claim.value
    if isinstance(value, Quantity):
        return describe(value)
    if isinstance(value, Quotation):
        return quote(value.words)
    if isinstance(value, Moment | Name):
        return value.text
    return claim.wording or ""


def supported_wording(relation: Relation, answers: Sequence[Answer], statements: Mapping[str, Statement]) -> str | None:
    """Return words of a source that no other source of the fact gainsays; None where they conflict.

    An agreement is borne out by its shortest statement; an update by the latest report, never by the expectation.
    """
    if relation == "conflict":
        return None
    bearing = [a for a in answers if a.status == "reported"] if relation == "update" else list(answers)
    texts = [statements[a.statement].text.strip() for a in bearing]
    return min(texts, key=lambda t: (len(t), t)) if texts else None


def _most(values: object) -> str | None:
    counted = Counter(v for v in values if v is not None)  # type: ignore[attr-defined]
    return min(counted, key=lambda v: (-counted[v], v)) if counted else None


def _counted(claims: Sequence[Claim], attribute: str | None) -> str:
    """Return what is counted; 'people' for 'the dead' and the like, which only say what befell them."""
    named = [c.value.counted for c in claims if isinstance(c.value, Quantity) and c.value.counted]
    if attribute == "count":
        return _most(named) or ""
    several = [n for n in named if not _befallen(n) and (n.endswith("s") or n.split()[-1].lower() in words.PLURALS)]
    return _most(several) or ("" if attribute in words.OF_THINGS else words.PEOPLE)


def _befallen(noun: str) -> bool:
    last = noun.rsplit(maxsplit=1)[-1].lower()
    return not BEFALLEN.isdisjoint({last, last.removesuffix("s"), last.removesuffix("ies") + "y"})


def _event(claims: Sequence[Claim]) -> str:
    """Return what lasted or began, by the noun most claims name for it; 'it' where none names an event."""
    named = [word for c in claims for word in dict.fromkeys((*c.subject, *c.object)) if word in words.EVENTS]
    noun = _most(named)
    return f"the {noun}" if noun else words.EVENT


def _speaker(claims: Sequence[Claim]) -> str:
    """Return who is quoted, by name where any source gives one; a pronoun names nobody."""
    speakers = [c.value.speaker for c in claims if isinstance(c.value, Quotation) and c.value.speaker]
    return midsentence(_most(s for s in speakers if s.lower() not in words.PRONOUNS) or words.SPEAKER)


def _title(statement: Statement) -> str:
    text = re.sub(r"\s+", " ", statement.text).strip()
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " …"

"""The heading of a fact: a whole question built from its slot, else a short noun phrase, else the disputed words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from compare.claims.reading import Reading
from compare.facts.basis import is_compared
from compare.facts.topics import topic_of, whole_statement
from compare.judgement.rules import EDGES, HALF_DAY, midsentence, quote
from compare.language.en import questions as words
from compare.language.en.outcomes import OUTCOME_ADJECTIVES, OUTCOME_NOUNS
from compare.model import Claim, Fact, Pair, Quantity, Quotation, Relation
from compare.values.wording import describe

BEFALLEN = frozenset(OUTCOME_ADJECTIVES) | frozenset(OUTCOME_NOUNS) | {"others", "more", "dead"}
WHOSE = re.compile(r"Two ages of (.{1,60}?):")  # as the rule for ages names whose they are
LONGEST = 60  # characters of a value that may stand in a heading
DIFFERING = 4  # words of a quotation that may
NOUN = 3  # words of a noun that is counted


def question_of(claims: Sequence[Claim], relation: Relation, lead: Pair, reading: Reading) -> str:
    """Return the heading of a fact whose claims are given; ``lead`` is its gravest pair."""
    whose = WHOSE.match(lead.verdict.reason)
    if whose is not None and lead.verdict.rule.startswith("age."):
        return words.AGE_HEADING.format(who=whose.group(1))
    if lead.verdict.rule == "name.spelling":
        topic = topic_of(claims, (*lead.verdict.left_words, *lead.verdict.right_words), reading)
        return words.SPELLING_HEADING.format(words=disputed_words(lead)) + (f" ({topic})" if topic else "")
    if relation == "agreement" and not is_compared(lead):
        return whole_statement(claims, reading) or topic_of(claims, [], reading) or words.UNTOLD
    kind = _most(c.kind for c in claims) or "proposition"
    attribute = _most(c.attribute for c in claims if c.kind == kind)
    asked = _asked(kind, attribute, claims, reading)
    if asked:
        return asked
    topic = topic_of(claims, [value_words(c) for c in claims if c.value is not None], reading)
    said = disputed(claims, lead)
    if said and topic:
        return f"{topic}: {said}"
    return said or topic or words.UNTOLD


def value_words(claim: Claim, reading: Reading | None = None) -> str:
    """Return an answer's value in words; for a bare proposition its predicate.

    With the ``reading`` a noun that is counted is written as its sentence does, or left out where it is none.
    """
    value = claim.value
    if isinstance(value, Quantity):
        if reading is not None and value.counted and not value.vague:
            noun = _cased(value.counted, claim, reading)
            value = replace(value, counted=noun if 0 < len(noun.split()) <= NOUN else None)
        return value.text.strip() if value.dimension == "ordinal" else describe(value)
    if isinstance(value, Quotation):
        return quote(value.words)
    return HALF_DAY.sub(r"\1.m.", value.text) if value is not None else claim.wording or ""


def told_apart(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return the facts, no two with one heading: the disputed words are added, else a number."""
    found = list(facts)
    for more in (_with_values, _with_all_values):
        common = Counter(f.question.casefold() for f in found)
        found = [replace(f, question=more(f)) if common[f.question.casefold()] > 1 else f for f in found]
    seen: Counter[str] = Counter()
    for place, fact in enumerate(found):
        seen[fact.question.casefold()] += 1
        number = seen[fact.question.casefold()]
        if number > 1:
            found[place] = replace(fact, question=f"{fact.question} ({number})")
    return tuple(found)


def _with_values(fact: Fact) -> str:
    ends = {c for p in fact.pairs[:1] for c in (p.left_claim, p.right_claim)}
    values = [a.value for a in fact.answers if a.claim in ends and 0 < len(a.value) <= LONGEST]
    if fact.basis == "words" or not values:
        sides = [side for p in fact.pairs[:1] for side in (p.verdict.left_words, p.verdict.right_words)]
        values = [v for side in sides for v in _short(side)]
    return _joined(fact.question, values[:2])


def _with_all_values(fact: Fact) -> str:
    return _joined(fact.question, [a.value for a in fact.answers if 0 < len(a.value) <= LONGEST][:3])


def _joined(question: str, values: Sequence[str]) -> str:
    new = [v for v in dict.fromkeys(quote(v) for v in values if v.strip(EDGES)) if v not in question]
    return f"{question} {' / '.join(new)}" if new else question


def disputed_words(lead: Pair) -> str:
    """Return the words that a verdict sets against each other."""
    sides = (lead.verdict.left_words, lead.verdict.right_words)
    return " / ".join(quote(" ".join(" ".join(side).split())) for side in sides if side)


def disputed(claims: Sequence[Claim], lead: Pair) -> str:
    """Return the words in dispute: “136 passengers” / “139 passengers”; '' where they are too long to stand so."""
    ends = {c.id: c for c in claims}
    pair = [ends[c] for c in (lead.left_claim, lead.right_claim) if c in ends]
    values = [value_words(c) for c in (pair if len(pair) == 2 else claims)]
    sides = (lead.verdict.left_words, lead.verdict.right_words)
    if any(c.kind in ("proposition", "quotation") for c in pair) or any(len(v) > LONGEST for v in values):
        values = [v for side in sides for v in _short(side)]
    told = [quote(" ".join(v.split())) for v in dict.fromkeys(values) if v.strip(EDGES)]
    told = list(dict.fromkeys(told))[:3]
    return " / ".join(told) if all(len(v) <= LONGEST + 2 for v in told) else ""


def _short(side: Sequence[str]) -> list[str]:
    """Return the words that a verdict names on one side as one stretch, where they are few enough."""
    joined = " ".join(" ".join(side).split())
    return [joined] if joined and len(joined.split()) <= DIFFERING else []


def _asked(kind: str, attribute: str | None, claims: Sequence[Claim], reading: Reading) -> str:
    """Return the question of a slot, '' where a blank of it has no good filling."""
    if kind == "quotation":
        speaker = _speaker(claims)
        return words.QUOTATION_QUESTION.format(speaker=speaker) if speaker else ""
    if kind not in ("quantity", "moment"):
        return ""
    if attribute == "age":
        bearer = _most(c.bearer for c in claims)
        return words.AGE_HEADING.format(who=bearer) if bearer else ""
    if attribute == "count" and kind == "quantity":
        who = _counted(claims, attribute, reading)
        return words.COUNT_QUESTION.format(who=who) if who else ""
    template = words.SLOT_QUESTIONS.get(attribute or "")
    if template is None:
        return ""
    blanks = {"who": _counted(claims, attribute, reading), "what": _event(claims)}
    if any(f"{{{name}}}" in template and not filling for name, filling in blanks.items()):
        return ""
    return " ".join(template.format(**blanks).split())


def _most(values: Iterable[str | None]) -> str | None:
    counted = Counter(v for v in values if v is not None)
    return min(counted, key=lambda v: (-counted[v], v)) if counted else None


def _counted(claims: Sequence[Claim], attribute: str | None, reading: Reading) -> str:
    """Return what is counted, as a sentence writes it; 'people' for 'the dead'; '' where it is no plural."""
    places = {n.text.lower() for names in reading.names.values() for n in names if n.kind == "place"}
    nouns = [_cased(c.value.counted, c, reading) for c in claims if isinstance(c.value, Quantity) and c.value.counted]
    nouns = [n for n in nouns if _plural(n) and n.lower() not in places]
    if attribute == "count":
        return _most(nouns) or ""
    told = _most(n for n in nouns if not _befallen(n))
    if told:
        return told
    return "" if attribute in words.OF_THINGS else words.PEOPLE


def _plural(noun: str) -> bool:
    """Tell whether a noun may follow 'How many': one to three plain words, the last of them a plural."""
    parts = noun.split()
    last = parts[-1].lower() if parts else ""
    ends = last in words.PLURALS or (last.endswith("s") and not last.endswith(("ss", "us", "is")))
    return ends and len(parts) <= 3 and all(p.replace("-", "").isalpha() for p in parts)


def _cased(noun: str, claim: Claim, reading: Reading) -> str:
    """Return a noun with the capitals that a sentence gives it; a headline's capitals mean nothing."""
    statement = reading.by_id[claim.statement]
    pattern = rf"\b{re.escape(noun)}\b".replace(r"\ ", r"\s+")
    if statement.kind == "headline":  # the article must know it as a common noun: 'Injures Seven' counts no 'injures'
        body = next(s.text for s in reading.sources if s.id == claim.source)
        return noun if re.search(pattern, body) else ""
    found = re.search(pattern, statement.text, re.IGNORECASE)
    return noun if found is None or found.group().isupper() or found.start() == 0 else " ".join(found.group().split())


def _befallen(noun: str) -> bool:
    """Tell whether words only say what befell somebody: 'dead', 'injured civilians' is not, 'injured' is."""
    parts = [p.lower() for p in noun.split()]
    stems = [{p, p.removesuffix("s"), p.removesuffix("ies") + "y"} for p in parts]
    return not BEFALLEN.isdisjoint(stems[-1]) or any(not BEFALLEN.isdisjoint(s) for s in stems)


def _event(claims: Sequence[Claim]) -> str:
    """Return what lasted or began, by the noun most claims name for it; '' where none names an event."""
    named = [word for c in claims for word in dict.fromkeys((*c.subject, *c.object)) if word in words.EVENTS]
    noun = _most(named) or _most(c.bearer for c in claims if c.bearer in words.EVENTS)
    return f"the {noun}" if noun else ""


def _speaker(claims: Sequence[Claim]) -> str:
    """Return who is quoted, by name where any source gives one; '' where only a pronoun does."""
    speakers = [c.value.speaker for c in claims if isinstance(c.value, Quotation) and c.value.speaker]
    named = (re.sub(r"^(Mr|Mrs|Ms|Dr)\.?\s+", "", s) for s in speakers if s.lower() not in words.PRONOUNS)
    return midsentence(_most(named) or "")

"""The heading of a fact: a whole question built from its slot, else a short noun phrase, else the disputed words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from compare.claims.reading import Reading
from compare.facts.asking import clause_question
from compare.facts.basis import is_compared
from compare.facts.phrases import phrase_at, shortest
from compare.facts.topics import acted, aged, bearer_of, name_of, topic_of, whole_statement
from compare.judgement.rules import EDGES, HALF_DAY, midsentence, quote
from compare.language.en import questions as words
from compare.language.en.outcomes import OUTCOME_ADJECTIVES, OUTCOME_NOUNS
from compare.model import Claim, Fact, Pair, Quantity, Quotation, Relation
from compare.values.wording import describe

BEFALLEN = frozenset(OUTCOME_ADJECTIVES) | frozenset(OUTCOME_NOUNS) | {"others", "more", "dead"}
WHOSE = re.compile(r"Two ages of (.{1,60}?):")  # as the rule for ages names whose they are
LONGEST = 60  # characters of a value that may stand in a heading
STRETCH = 90  # … of a stretch of a long quotation
DIFFERING = 4  # words of a quotation that may
BARE = 3  # words of a time that says nothing of what happened then: 'on Friday evening'
NOUN = 3  # words of a noun that is counted


def question_of(claims: Sequence[Claim], relation: Relation, lead: Pair, reading: Reading) -> str:
    """Return the heading of a fact whose claims are given; ``lead`` is its gravest pair."""
    whose = WHOSE.match(lead.verdict.reason)
    if whose is not None and lead.verdict.rule.startswith("age."):
        return words.AGE_HEADING.format(who=whose.group(1))
    if lead.verdict.rule == "name.spelling":
        return words.SPELLING_HEADING.format(words=disputed_words(lead))
    if relation == "agreement" and not is_compared(lead):
        return whole_statement(claims, reading) or _said_of_one(claims, lead, reading)
    kind = _most(c.kind for c in claims) or "proposition"
    attribute = _most(c.attribute for c in claims if c.kind == kind)
    ends = [c for c in claims if c.id in (lead.left_claim, lead.right_claim)] or list(claims)
    asked = _asked(kind, attribute, claims, reading) or _asked_of_clauses(kind, ends, reading)
    if asked:
        return asked
    said = disputed(claims, lead, reading)
    about = words.STATE_HEADINGS.get(attribute or "") if kind == "state" else None
    who = bearer_of(ends, reading, people=attribute in words.OF_PERSONS) if about else ""
    if about and who:
        return f"{about.format(who=who)}: {said}" if said else about.format(who=who)
    if kind == "moment" and all(len(v.split()) <= BARE for v in said.split(" / ")):
        told = acted(ends, reading)
        values = " / ".join(dict.fromkeys(quote(value_words(c)) for c in ends))
        if told and len(values) <= 2 * LONGEST:
            return f"{told}: {values}"
    return _said_of_one(claims, lead, reading)


def _said_of_one(claims: Sequence[Claim], lead: Pair, reading: Reading) -> str:
    """Return the disputed words behind the one name that the sources share; without any what they speak of."""
    said = disputed(claims, lead, reading)
    name = name_of(claims, [said], reading)
    return (f"{name}: {said}" if said and name else said) or topic_of(claims, [], reading) or words.UNTOLD


def _asked_of_clauses(kind: str, ends: Sequence[Claim], reading: Reading) -> str:
    """Return the shortest question that the clause of one of two claims answers; '' where none can be asked."""
    if kind not in ("moment", "place", "quantity"):
        return ""
    found = [clause_question(c, reading.parsed_by_id[c.statement], bearer_of([c], reading)) for c in ends]
    return min((f for f in found if f), key=lambda f: (len(f), f), default="")


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
    given = [a.value for a in fact.answers if a.claim in ends]
    values = [v if len(v) <= LONGEST or not v.startswith("“") else _stretch(v) for v in given]
    values = [v for v in values if 0 < len(v) <= STRETCH]
    if fact.basis == "words" or not values:
        sides = [side for p in fact.pairs[:1] for side in (p.verdict.left_words, p.verdict.right_words)]
        values = [v for side in sides for v in _short(side)]
    return _joined(fact.question, values[:2])


def _stretch(words: str) -> str:
    """Return the first stretch of a long quotation, between two of its marks, that can stand in a heading."""
    parts = (" ".join(p.split()) for p in re.split(r"[.,;:?!–—“”\"]", words))
    return next((p for p in parts if len(p.split()) >= NOUN and len(p) <= STRETCH), "")


def _with_all_values(fact: Fact) -> str:
    return _joined(fact.question, [a.value for a in fact.answers if 0 < len(a.value) <= LONGEST][:3])


def _joined(question: str, values: Sequence[str]) -> str:
    new = [v for v in dict.fromkeys(quote(v) for v in values if v.strip(EDGES)) if v not in question]
    return f"{question} {' / '.join(new)}" if new else question


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
    found = list(dict.fromkeys(quote(" ".join(v.split())) for v in told if v.strip(EDGES)))[:3]
    return " / ".join(found) if all(len(v) <= LONGEST + 2 for v in found) else ""


def _phrase(claim: Claim, side: Sequence[str], reading: Reading) -> str:
    """Return what one side says in dispute, in the phrase that its sentence has for it."""
    statement, parsed = reading.by_id[claim.statement], reading.parsed_by_id[claim.statement]
    bare = " ".join(" ".join(side).split())
    if claim.kind == "quotation" or (claim.value is None and len(bare.split()) > DIFFERING):
        return bare if len(bare.split()) <= DIFFERING else ""
    if claim.value is not None and (not side or claim.value.text in side or claim.kind in ("quantity", "moment")):
        start, end = claim.value.start, claim.value.end
    else:
        word = next(iter(side), "") or claim.wording
        at = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", statement.text) if word else None
        if at is None:
            return bare or value_words(claim)
        start, end = statement.start + at.start(), statement.start + at.end()
    found, plain = phrase_at(parsed, start, end) or bare, value_words(claim, reading)
    return found if len(found.split()) >= len(plain.split()) or claim.kind == "proposition" else plain


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
    if attribute == "age" or any(isinstance(c.value, Quantity) and c.value.dimension == "age" for c in claims):
        whose = aged(claims, reading)
        return words.AGE_HEADING.format(who=whose) if whose else ""
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

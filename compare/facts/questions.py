"""The heading of a fact: a whole question built from its slot, else a short noun phrase, else the disputed words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from compare.claims.reading import Reading
from compare.facts.asking import clause_question
from compare.facts.basis import is_compared
from compare.facts.said import LONGEST, NOUN, cased, disputed, disputed_words, short, value_words
from compare.facts.topics import acted, aged, bearer_of, is_heading, name_of, topic_of, whole_statement
from compare.facts.twins import twins_told_apart
from compare.judgement.rules import EDGES, midsentence, quote
from compare.language.antonyms import hypernym_words
from compare.language.en import questions as words
from compare.language.en.outcomes import OUTCOME_ADJECTIVES, OUTCOME_NOUNS
from compare.model import Claim, Fact, Pair, Quantity, Quotation, Relation

BEFALLEN = frozenset(OUTCOME_ADJECTIVES) | frozenset(OUTCOME_NOUNS) | {"others", "more", "dead"}
WHOSE = re.compile(r"Two ages of (.{1,60}?):")  # as the rule for ages names whose they are
STRETCH = 90  # … of a stretch of a long quotation
BARE = 3  # words of a time that says nothing of what happened then: 'on Friday evening'


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
    about, who = state_of(ends, reading)
    if about and who:
        return f"{about.format(who=who)}: {said}" if said else about.format(who=who)
    if kind == "moment" and all(len(v.split()) <= BARE for v in said.split(" / ")):
        told = acted(ends, reading)
        values = " / ".join(dict.fromkeys(quote(value_words(c)) for c in ends))
        if told and len(values) <= 2 * LONGEST:
            return f"{told}: {values}"
    return _said_of_one(claims, lead, reading)


def state_of(ends: Sequence[Claim], reading: Reading) -> tuple[str, str]:
    """Return how a heading names a state, and whose it is; '' where the two claims do not name one and the same.

    Who is charged must be said by both: a victim, a judge or a town in one of them is not the accused.
    """
    ladders = {c.attribute for c in ends if c.kind == "state"}
    if len(ladders) != 1:
        return "", ""
    (ladder,) = ladders
    who = bearer_of(ends, reading, people=ladder in words.OF_PERSONS)
    plain = who.removeprefix("the ")
    texts = [reading.by_id[c.statement].text for c in ends]
    last = plain.split()[-1] if plain else ""
    both = bool(last) and all(re.search(rf"\b{re.escape(last)}\b", text, re.IGNORECASE) for text in texts)
    return words.STATE_HEADINGS.get(ladder or "", ""), who if both else ""


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


def told_apart(facts: Sequence[Fact], texts: Mapping[str, str] | None = None) -> tuple[Fact, ...]:
    """Return the facts, no two with one heading.

    Statements to be read together take another of them for their heading, by ``texts`` (statement → words); else the
    disputed words are added, else words of another of them; a number only where all their words are the same.
    """
    found = _headed_anew(facts, texts or {})
    for more in (_with_values, _with_all_values):
        common = Counter(f.question.casefold() for f in found)
        found = [replace(f, question=more(f)) if common[f.question.casefold()] > 1 else f for f in found]
    return twins_told_apart(found, texts or {})


def _headed_anew(facts: Sequence[Fact], texts: Mapping[str, str]) -> list[Fact]:
    """Return the facts; where several to be read have one heading, each next has a statement that none has yet."""
    taken: set[str] = set()
    found = []
    for fact in facts:
        own = fact
        if fact.basis == "words" and fact.relation == "agreement" and fact.question.casefold() in taken:
            told = [" ".join(texts.get(a.statement, "").split()) for a in fact.answers]
            fitting = sorted({t for t in told if is_heading(t)}, key=lambda t: (len(t), t))
            new = next((quote(t) for t in fitting if quote(t).casefold() not in taken), "")
            both = " / ".join(quote(t) for t in fitting[:2]) if len(fitting) > 1 else ""
            own = replace(fact, question=new or both or fact.question)
        taken.add(own.question.casefold())
        found.append(own)
    return found


def _with_values(fact: Fact) -> str:
    if fact.basis == "words" and fact.relation == "agreement":
        return fact.question  # nothing in them was compared: no words of theirs are in dispute
    lead = fact.pairs[0]
    given = [(a.value, said_of) for c, said_of in _sides(lead) for a in fact.answers if a.claim == c]
    if lead.verdict.rule == "quotation.verbatim":  # what both quote: of a longer quotation only that
        given = [min(given, key=lambda side: len(side[0]))] if given else []
    values = [v if len(v) <= LONGEST or not v.startswith("“") else _stretch(v, told) for v, told in given]
    values = [v for v in values if 0 < len(v) <= STRETCH]
    if fact.basis == "words" or not values:
        values = [v for _, side in _sides(lead) for v in short(side)]
    return _joined(fact.question, values[:2])


def _sides(pair: Pair) -> tuple[tuple[str, tuple[str, ...]], tuple[str, tuple[str, ...]]]:
    """Return the two claims of a pair, each with the words that its verdict names of it."""
    return (pair.left_claim, pair.verdict.left_words), (pair.right_claim, pair.verdict.right_words)


def _stretch(words: str, told: Sequence[str]) -> str:
    """Return the stretch of a long quotation, between two of its marks, that can stand in a heading.

    Of several the first that has most of the words ``told``, by which it differs.
    """
    parts = (" ".join(p.split()) for p in re.split(r"[.,;:?!–—“”\"]", words))
    fitting = [p for p in parts if len(p.split()) >= NOUN and len(p) <= STRETCH]
    telling = {w.casefold() for side in told for w in side.split()}
    return max(fitting, key=lambda p: sum(w in telling for w in p.casefold().split()), default="")


def _with_all_values(fact: Fact) -> str:
    if fact.basis == "words" and fact.relation == "agreement":
        return fact.question
    return _joined(fact.question, [a.value for a in fact.answers if 0 < len(a.value) <= LONGEST][:3])


def _joined(question: str, values: Sequence[str]) -> str:
    new = [v for v in dict.fromkeys(quote(v) for v in values if v.strip(EDGES)) if v not in question]
    return f"{question} {' / '.join(new)}" if new else question


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
    nouns = [cased(c.value.counted, c, reading) for c in claims if isinstance(c.value, Quantity) and c.value.counted]
    nouns = [n for n in nouns if _plural(n) and n.lower() not in places]
    told = [n for n in nouns if not _befallen(n)]
    if attribute in words.OF_THINGS:
        return _most(told) or ""
    if not told:
        return words.PEOPLE
    living = [n for n in told if _living(n)]
    if len(living) < len(told) and (attribute in words.OF_LIVING or living):
        return ""  # 'two counts of murder' killed no counts
    kinds = {_head(n) for n in told} - words.ANYBODY
    if len(kinds) > 1:  # children to one, civilians to another
        return words.PEOPLE if living else ""
    fit = [n for n in told if _head(n) in kinds] or told
    return min(fit, key=lambda n: (len(n.split()), -fit.count(n), n))  # 'workers' asks of 'mine workers' too


def _head(noun: str) -> str:
    """Return the last word of a noun as a singular: 'child' of 'young children'."""
    last = noun.rsplit(maxsplit=1)[-1].lower()
    return words.PLURALS.get(last) or (f"{last[:-3]}y" if last.endswith("ies") else last.removesuffix("s"))


def _living(noun: str) -> bool:
    """Tell whether a noun names people or animals; one that no dictionary knows may ('revelers')."""
    kinds = hypernym_words(_head(noun))
    return not kinds or not words.ALIVE.isdisjoint({*kinds, _head(noun)})


def _plural(noun: str) -> bool:
    """Tell whether a noun may follow 'How many': one to three plain words, the last of them a plural."""
    parts = noun.split()
    last = parts[-1].lower() if parts else ""
    ends = last in words.PLURALS or (last.endswith("s") and not last.endswith(("ss", "us", "is")))
    return ends and len(parts) <= 3 and all(p.replace("-", "").isalpha() for p in parts)


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

"""What statements speak of, in words: the names and nouns they share, or the shortest of them whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from compare.claims.reading import Reading
from compare.facts.phrases import clause_at
from compare.judgement.age import bearer
from compare.judgement.rules import quote
from compare.language.antonyms import is_person
from compare.language.en import questions as words
from compare.language.en.people import GENERIC
from compare.model import Claim, Statement

TOPIC = 3  # names and words that tell what bare statements speak of
WORDS = 4  # of a statement that may stand as a heading, at least
ACRONYM = 5  # letters; longer words in capitals are shouted
SENTENCE = 160  # … characters of it


def whole_statement(claims: Sequence[Claim], reading: Reading) -> str:
    """Return the shortest of the statements that can stand as a heading, in quotation marks; '' where none can."""
    told = [reading.by_id[s] for s in dict.fromkeys(c.statement for c in claims)]
    texts = [" ".join(s.text.split()) for s in told]
    fitting = [t for t in texts if is_heading(t)]
    if not fitting:
        plain = (clause_at(reading.parsed_by_id[c.statement], c.start, c.end) for c in claims)
        fitting = [t[:1].upper() + t[1:] for t in plain if is_heading(t)]
    if not fitting:
        clauses = [_clause(c, reading.by_id[c.statement]) for c in claims]
        fitting = [t[:1].upper() + t[1:] for t in clauses if is_heading(t) and t.split()[0].lower() not in words.BELOW]
    return quote(min(fitting, key=lambda t: (len(t), t))) if fitting else ""


def is_heading(text: str) -> bool:
    """Tell whether words may stand as a heading: enough of them, not too many, every bracket and mark closed."""
    closed = all(text.count(a) == text.count(b) for a, b in ("“”", "()", "[]")) and text.count('"') % 2 == 0
    return len(text.split()) >= WORDS and len(text) <= SENTENCE and closed


def _clause(claim: Claim, statement: Statement) -> str:
    return " ".join(statement.text[claim.start - statement.start : claim.end - statement.start].split())


def topic_of(claims: Sequence[Claim], values: Iterable[str], reading: Reading) -> str:
    """Return what several statements speak of: the names they share, then nouns they share; none of the ``values``."""
    by_source: dict[str, tuple[set[str], set[str]]] = {}
    nouns = nouns_of(dict.fromkeys(c.statement for c in claims), reading)
    for claim in claims:
        names, lemmas = by_source.setdefault(claim.source, (set(), set()))
        names |= {n.key for n in reading.names.get(claim.statement, ())}
        lemmas.update(nouns[claim.statement])
    shared = Counter(key for names, _ in by_source.values() for key in names)
    written = _written([key for key, n in shared.items() if n > 1], claims, reading)
    taken = {part.lower() for words in (*written, *values) for part in re.findall(r"\w+", words)}
    common = Counter(lemma for _, lemmas in by_source.values() for lemma in lemmas)
    told = sorted((-n, -len(lemma), lemma) for lemma, n in common.items() if n > 1 and lemma not in taken)
    things = [next(n[lemma] for n in nouns.values() if lemma in n) for _, _, lemma in told]
    names_told = [name for name in written if not taken_by(name, values)]
    topic = ", ".join([*names_told[: TOPIC - bool(things)], *things][:TOPIC])
    return topic[:1].upper() + topic[1:]


def bearer_of(claims: Sequence[Claim], reading: Reading, *, people: bool | None = None) -> str:
    """Return whom or what most claims are about: a name as written, else 'the girl'; '' where they do not say.

    ``people`` True asks for a person, False for what is none.
    """
    told: Counter[str] = Counter()
    for claim in claims:
        keys = {n.key for n in reading.names.get(claim.statement, ())}
        first = next((w for w in claim.subject if w in keys), None) or next(iter(claim.subject), None)
        if first is not None:
            told[first] += 1
    for key, _ in sorted(told.items(), key=lambda item: (-item[1], -len(item[0]), item[0])):
        kinds = {n.kind for c in claims for n in reading.names.get(c.statement, ()) if n.key == key}
        if people is not None and kinds and ("person" in kinds) != people:
            continue
        written = _written([key], claims, reading)
        if written:
            return written[0]
        if people is not None and (is_person(key) or key in GENERIC) != people:
            continue
        nouns = nouns_of(dict.fromkeys(c.statement for c in claims), reading)
        noun = next((n[key] for n in nouns.values() if key in n), "")
        if noun:
            return f"the {noun}"
    return ""


def acted(claims: Sequence[Claim], reading: Reading) -> str:
    """Return who did what, as one of the claims has it: 'Holm resigned'; '' where the doer is not named."""
    for claim in claims:
        who = bearer_of([claim], reading, people=True)
        verb = " ".join(claim.wording.split())
        if who and verb and len(verb.split()) <= TOPIC and not claim.cues.negated and not who.startswith("the "):
            return f"{who} {verb}"
    return ""


def aged(claims: Sequence[Claim], reading: Reading) -> str:
    """Return whose an age is, as most of the claims have it: a name as written, else 'the driver'; '' for neither."""
    told: Counter[tuple[str, str]] = Counter()
    for claim in claims:
        key, nouns = bearer(reading.parsed_by_id[claim.statement], reading.names.get(claim.statement, ()), claim)
        if key or nouns:
            told[key, min(nouns, default="")] += 1
    for key, noun in sorted(told, key=lambda k: (not k[0], -told[k], k)):
        written = _written([key], claims, reading) if key else []
        if written or noun:
            return written[0] if written else f"the {noun}"
    return ""


def name_of(claims: Sequence[Claim], values: Iterable[str], reading: Reading) -> str:
    """Return the one name that most sources share, the doer's, else a person's; none that is in the ``values``."""
    by_source: dict[str, set[str]] = {}
    for claim in claims:
        by_source.setdefault(claim.source, set()).update(n.key for n in reading.names.get(claim.statement, ()))
    shared = Counter(key for names in by_source.values() for key in names)
    doing = {key for c in claims for key in c.subject}
    people = {n.key for c in claims for n in reading.names.get(c.statement, ()) if n.kind == "person"}
    peoples = {n.key for c in claims for n in reading.names.get(c.statement, ()) if n.kind == "nationality"}
    fit = [k for k, n in shared.items() if n > 1 and k in (doing | people) - peoples]  # 'American' names nobody
    keys = sorted(fit, key=lambda k: (k not in doing, -shared[k], -len(k), k))
    for key in keys:
        written = _written([key], claims, reading)
        if written and not any(part.lower() in v.lower() for v in values for part in written[0].split()):
            return written[0]
    return ""


def taken_by(name: str, values: Iterable[str]) -> bool:
    """Tell whether a name stands in one of the values, which the heading gives anyway."""
    return any(name.lower() in value.lower() for value in values)


def nouns_of(statements: Iterable[str], reading: Reading) -> dict[str, dict[str, str]]:
    """Return statement id → lemma of each common noun in it → the noun as written, lower case."""
    wanted = {statement: dict[str, str]() for statement in statements}
    for parsed in reading.parsed:
        found = wanted.get(parsed.statement.id)
        if found is not None and parsed.statement.kind != "headline":
            for token in parsed.span:
                telling = token.text.isalpha() and len(token.text) > 3 and token.lemma_.lower() not in words.UNTELLING
                if token.pos_ == "NOUN" and telling:
                    found.setdefault(token.lemma_.lower(), token.text.lower())
    return wanted


def _written(keys: Iterable[str], claims: Sequence[Claim], reading: Reading) -> list[str]:
    """Return the names as most of the statements write them, those that most share first; never in capitals alone."""
    forms: dict[str, Counter[str]] = {key: Counter() for key in keys}
    for statement in dict.fromkeys(c.statement for c in claims):
        for name in reading.names.get(statement, ()):
            if name.key in forms and name.text.lower() not in words.PRONOUNS:
                forms[name.key][" ".join(name.text.split())] += 1
    told = [
        (-sum(n.values()), min(n, key=lambda t: (t.isupper() and len(t) > ACRONYM, -n[t], len(t), t)))
        for n in forms.values()
        if n
    ]
    plain = (text.title() if text.isupper() and len(text) > ACRONYM else text for _, text in sorted(told))
    return [text for text in plain if text[:1].isupper() and len(text) > 1]

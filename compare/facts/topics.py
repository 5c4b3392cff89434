"""What statements speak of, in words: the names and nouns they share, or the shortest of them whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from compare.claims.reading import Reading
from compare.judgement.rules import quote
from compare.language.en import questions as words
from compare.model import Claim, Statement

TOPIC = 3  # names and words that tell what bare statements speak of
WORDS = 4  # of a statement that may stand as a heading, at least
ACRONYM = 5  # letters; longer words in capitals are shouted
SENTENCE = 160  # … characters of it


def whole_statement(claims: Sequence[Claim], reading: Reading) -> str:
    """Return the shortest of the statements that can stand as a heading, in quotation marks; '' where none can."""
    told = [reading.by_id[s] for s in dict.fromkeys(c.statement for c in claims)]
    texts = [" ".join(s.text.split()) for s in told]
    fitting = [t for t in texts if _whole(t)]
    if not fitting:
        clauses = [_clause(c, reading.by_id[c.statement]) for c in claims]
        fitting = [t[:1].upper() + t[1:] for t in clauses if _whole(t) and t.split()[0].lower() not in words.BELOW]
    return quote(min(fitting, key=lambda t: (len(t), t))) if fitting else ""


def _whole(text: str) -> bool:
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

"""Changes that make a sentence of news false: one number, day, place, name, role, verb or claim is another one."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from compare.matching.reader.training import word_groups as groups

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

EXCLUSIVE = groups.exclusive()
PHRASE = re.compile(r"\b(" + "|".join(map(re.escape, sorted(EXCLUSIVE, key=len, reverse=True))) + r")\b")
CLOCK = re.compile(r"\b(\d{1,2})(:\d\d)?( ?[ap]\.?m\b)", re.IGNORECASE)
AGE = re.compile(r"\b(\d{1,2})(?=-year-old|,? years? old)|(?<=, )(\d\d)(?=[,.])")
BOUND = re.compile(
    r"\b(at least|more than|about|around|nearly|almost|up to|over) (?=\d|\$|two|three|four|five|six|ten)"
)
TURNED = {"at least": ("exactly", "no more than", "fewer than"), "more than": ("exactly", "fewer than", "at most")}


@dataclass(frozen=True, slots=True)
class Edit:
    """A changed text, and what was changed."""

    kind: str
    text: str
    old: str
    new: str


@dataclass
class Pools:
    """Names that may stand in for another: of the whole collection and of one article or event."""

    everywhere: dict[str, list[str]]
    near: dict[str, list[str]] = field(default_factory=dict)
    close_words: dict[tuple[str, str], list[str]] = field(default_factory=dict)


def put(doc: Doc | str, start: int, end: int, new: str, kind: str) -> Edit:
    """Return the text with one stretch replaced; a capital at the start stays one."""
    text = doc if isinstance(doc, str) else doc.text
    old = text[start:end]
    if start == 0 and new:
        new = new[0].upper() + new[1:]
    changed = " ".join((text[:start] + new + text[end:]).split())
    changed = re.sub(r"\b([Aa])n? (?=(8\d?|11|18)\b)", r"\1n ", changed)
    changed = re.sub(r"\b([Aa])n (?=(?!8|11|18)\d)", r"\1 ", changed)
    return Edit(kind, changed, old, new)


def numbers(doc: Doc, draw: random.Random) -> Iterator[Edit]:
    """Change a count, a sum, a share or a measure."""
    for token in doc:
        inside = token.ent_type_ in ("CARDINAL", "MONEY", "PERCENT", "QUANTITY") or (
            token.ent_type_ == "DATE" and token.i + 1 < len(doc) and token.nbor().lower_ in ("days", "years", "months")
        )
        if inside and (new := other_number(token.text, draw)):
            yield put(doc, token.idx, token.idx + len(token), new, "number")


def other_number(text: str, draw: random.Random) -> str | None:
    """Return another number in the same dress."""
    if text.lower() in groups.NUMBER_WORDS[1:]:
        at = groups.NUMBER_WORDS.index(text.lower())
        near = [n for n in range(max(2, at - 4), min(20, at + 5)) if n != at]
        return groups.NUMBER_WORDS[draw.choice(near)]
    if not re.fullmatch(r"\d[\d,]*(\.\d+)?", text):
        return None
    comma, point = "," in text, len(text.partition(".")[2])
    value = float(text.replace(",", ""))
    if value <= 12 and not point:
        new = draw.choice([n for n in range(max(2, int(value) - 4), int(value) + 6) if n != value])
        return str(new)
    for _ in range(10):
        factor = draw.choice((0.5, 0.6, 0.7, 0.8, 0.9, 1.1, 1.2, 1.3, 1.5, 1.7, 2))
        grain = 10 ** max(0, len(str(int(value))) - 2)
        new_value = round(value * factor, point) if point else round(value * factor / grain) * grain
        written = f"{new_value:,.{point}f}" if comma else f"{new_value:.{point}f}"
        if written != text and new_value > 0:
            return written
    return None


def ages(doc: Doc, draw: random.Random) -> Iterator[Edit]:
    """Change an age."""
    for found in AGE.finditer(doc.text):
        value = int(found[0])
        new = draw.choice([n for n in range(max(2, value - 9), value + 10) if n != value])
        yield put(doc, found.start(), found.end(), str(new), "age")


def days(doc: Doc, draw: random.Random) -> Iterator[Edit]:
    """Change a weekday, a month, a day of the month, a year, an hour or a part of the day."""
    for token in doc:
        word = token.text
        if word in groups.WEEKDAYS:
            new = draw.choice([d for d in groups.WEEKDAYS if d != word])
        elif word in groups.MONTHS and (word not in ("May", "March") or token.ent_type_ == "DATE"):
            new = draw.choice([m for m in groups.MONTHS if m != word])
        elif word in groups.SHORT_MONTHS:
            new = draw.choice([m for m in groups.SHORT_MONTHS if m != word])
        elif word.lower() in groups.DAY_PARTS:
            new = draw.choice([p for p in groups.DAY_PARTS if p != word.lower()])
        elif token.ent_type_ == "DATE" and re.fullmatch(r"(19|20)\d\d", word):
            new = str(int(word) + draw.choice((-4, -3, -2, -1, 1, 2, 3)))
        elif (
            token.ent_type_ == "DATE"
            and re.fullmatch(r"\d{1,2}", word)
            and token.i
            and token.nbor(-1).text[0].isupper()
        ):
            new = str(draw.choice([n for n in range(1, 29) if n != int(word)]))
        elif word.lower() in ("yesterday", "today", "tonight", "tomorrow"):
            new = draw.choice([w for w in ("yesterday", "today", "last week", "on Thursday") if w != word.lower()])
        else:
            continue
        yield put(doc, token.idx, token.idx + len(word), new, "day")
    for found in CLOCK.finditer(doc.text):
        hour = draw.choice([h for h in range(1, 13) if h != int(found[1])])
        yield put(doc, found.start(), found.end(), f"{hour}{found[2] or ''}{found[3]}", "hour")


def names(doc: Doc, draw: random.Random, pools: Pools) -> Iterator[Edit]:
    """Change a person, a place or an organisation for another of its kind, of the same article where there is one."""
    kinds = {"PERSON": "name", "GPE": "place", "LOC": "place", "FAC": "place", "ORG": "organisation"}
    for ent in doc.ents:
        kind = kinds.get(ent.label_)
        if not kind or not ent.text[0].isupper():
            continue
        label = "GPE" if kind == "place" else ent.label_
        old = set(ent.text.lower().split())
        size = len(ent.text.split())
        for pool in (pools.near.get(label, []), pools.everywhere.get(label, [])):
            fit = [n for n in pool if not old & set(n.lower().split()) and len(n.split()) == size]
            if fit and (pool is not pools.near.get(label) or draw.random() < 0.7):
                new = draw.choice(fit[:200])
                yield put(doc, ent.start_char, ent.end_char, new, kind)
                break
        if kind == "name" and size > 1 and draw.random() < 0.4 and pools.everywhere.get("PERSON"):
            first, _, last = ent.text.partition(" ")
            other = draw.choice(pools.everywhere["PERSON"]).split()[0]
            if other != first and other.lower() not in old:
                yield put(doc, ent.start_char, ent.end_char, f"{other} {last}", "name")


def phrases(doc: Doc, draw: random.Random) -> Iterator[Edit]:
    """Change a role, kinship, state, direction or thing for one that excludes it."""
    for found in PHRASE.finditer(doc.text):
        if found[0] in ("for", "up", "down", "will", "shot", "left", "right", "House") and draw.random() < 0.7:
            continue
        inside = doc.char_span(found.start(), found.end())
        if inside is None or any(t.ent_type_ in ("PERSON", "GPE", "DATE", "TIME", "ORG") for t in inside):
            continue
        kind, others = draw.choice(EXCLUSIVE[found[0]])
        if found[0] in ("for", "with", "left", "right", "up", "open") and inside[0].dep_ in (
            "prt",
            "aux",
            "ROOT",
            "dative",
        ):
            continue
        yield put(doc, found.start(), found.end(), draw.choice(others), kind)


def swapped(doc: Doc, _: random.Random) -> Iterator[Edit]:
    """Let doer and done-to change places."""
    chunk = {c.root.i: c for c in doc.noun_chunks}
    for verb in doc:
        if verb.pos_ != "VERB":
            continue
        doer = _chunk(verb, ("nsubj",), chunk)
        done = _chunk(verb, ("dobj",), chunk)
        if not doer and (by := next((t for t in verb.children if t.dep_ == "agent"), None)):
            doer, done = _chunk(by, ("pobj",), chunk), _chunk(verb, ("nsubjpass",), chunk)
        if doer and done and _agent(doer) and _agent(done):
            first, second = sorted((doer, done), key=lambda s: s.start)
            text = doc.text
            a, b = _mid(second.text, second.root), _mid(first.text, first.root)
            joined = (
                text[: first.start_char] + a + text[first.end_char : second.start_char] + b + text[second.end_char :]
            )
            yield Edit("swap", joined[0].upper() + joined[1:], first.text, second.text)


def _agent(chunk: Span) -> bool:
    return chunk.root.ent_type_ in ("PERSON", "ORG", "NORP", "GPE") or chunk.root.lower_ in groups.PEOPLE


def _chunk(head: Token, roles: tuple[str, ...], chunk: dict[int, Span]) -> Span | None:
    child = next((t for t in head.children if t.dep_ in roles), None)
    return chunk.get(child.i) if child is not None and child.pos_ != "PRON" else None


def _mid(text: str, root: Token) -> str:
    small = text.split(maxsplit=1)[0].lower() in ("the", "a", "an", "his", "her", "two", "three", "one", "police")
    return text[0].lower() + text[1:] if small and root.ent_type_ != "PERSON" else text


def negated(doc: Doc, draw: random.Random) -> Iterator[Edit]:
    """Deny the main verb, or take its denial away."""
    for token in doc:
        if token.dep_ == "neg" and token.lower_ in ("not", "n't", "never"):
            start = token.idx
            if token.lower_ == "n't" and token.i and token.nbor(-1).lower_ in ("ca", "wo"):
                continue
            yield put(doc, start, token.idx + len(token), "", "negation")
        if token.dep_ not in ("ROOT", "ccomp", "conj", "relcl", "advcl") or any(
            c.dep_ == "neg" for c in token.children
        ):
            continue
        if token.lemma_ in ("say", "tell", "accord") or not any(c.dep_.startswith("nsubj") for c in token.children):
            continue
        helper = next(
            (c for c in token.children if c.dep_ in ("aux", "auxpass") and c.tag_ in ("MD", "VBD", "VBZ", "VBP")), None
        )
        word = draw.choice(("not", "not", "not", "never")) if token.pos_ == "VERB" else "not"
        at = helper or (token if token.lemma_ == "be" else None)
        if at is not None and at.tag_ in ("MD", "VBD", "VBZ", "VBP") and "'" not in at.text:
            yield put(doc, at.idx + len(at), at.idx + len(at), f" {word}", "negation")
        elif token.tag_ in ("VBD", "VBZ") and token.pos_ == "VERB":
            do = "did not" if token.tag_ == "VBD" else "does not"
            yield put(doc, token.idx, token.idx + len(token), f"{do} {token.lemma_}", "negation")


def bounds(doc: Doc, draw: random.Random) -> Iterator[Edit]:
    """Make a bound or an estimate exact, or turn it round."""
    for found in BOUND.finditer(doc.text):
        new = draw.choice(TURNED.get(found[1].lower(), ("exactly", "precisely", "exactly")))
        yield put(doc, found.start(1), found.end(1), new, "bound")


def hedges(doc: Doc, draw: random.Random) -> Iterator[Edit]:
    """Say for certain what was only alleged or possible."""
    for token in doc:
        if token.lower_ in ("allegedly", "reportedly", "apparently", "probably", "possibly", "suspected", "alleged"):
            yield put(
                doc,
                token.idx,
                token.idx + len(token),
                draw.choice(("", "certainly")) if token.tag_ == "RB" else "",
                "hedge",
            )
        if token.lower_ in ("may", "might", "could") and token.tag_ == "MD" and token.i + 1 < len(doc):
            yield put(doc, token.idx, token.idx + len(token), "will", "hedge")


def other_words(doc: Doc, draw: random.Random, pools: Pools) -> Iterator[Edit]:
    """Change a noun, an adjective or a verb for one that is near in meaning and not the same."""
    for token in doc:
        near = pools.close_words.get((token.lower_, token.tag_))
        if near and not token.ent_type_:
            yield put(doc, token.idx, token.idx + len(token), draw.choice(near), "word")


def edits(doc: Doc, draw: random.Random, pools: Pools) -> dict[str, list[Edit]]:
    """Return the changes that can be made to a sentence, by kind."""
    plain: tuple[Callable[[Doc, random.Random], Iterator[Edit]], ...] = (
        *(numbers, ages, days, phrases, swapped, negated, bounds, hedges),
    )
    found: dict[str, list[Edit]] = {}
    for edit in (
        *(e for make in plain for e in make(doc, draw)),
        *names(doc, draw, pools),
        *other_words(doc, draw, pools),
    ):
        if edit.text != doc.text:
            found.setdefault(edit.kind, []).append(edit)
    return found

"""Changes that make a sentence of news false: one name, role, state, doer, word or claim is another one."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from compare.matching.reader.training import word_groups as groups
from compare.matching.reader.training.edit import Edit, ages, days, numbers, put

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

EXCLUSIVE = groups.exclusive()
PHRASE = re.compile(r"\b(" + "|".join(map(re.escape, sorted(EXCLUSIVE, key=len, reverse=True))) + r")\b")
BOUND = re.compile(
    r"\b(at least|more than|about|around|nearly|almost|up to|over) (?=\d|\$|two|three|four|five|six|ten)"
)
TURNED = {"at least": ("exactly", "no more than", "fewer than"), "more than": ("exactly", "fewer than", "at most")}


@dataclass
class Pools:
    """Names that may stand in for another: of the whole collection and of one article or event."""

    everywhere: dict[str, list[str]]
    near: dict[str, list[str]] = field(default_factory=dict)
    close_words: dict[tuple[str, str], list[str]] = field(default_factory=dict)


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

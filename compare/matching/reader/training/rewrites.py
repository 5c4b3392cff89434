"""Changes that leave a sentence of news true: rounded, shortened, turned round, said in other words."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare.matching.reader.training import word_groups as groups
from compare.matching.reader.training.edit import CLOCK, Edit, put

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

SYNONYMS = groups.synonyms()
PHRASE = re.compile(
    r"\b(" + "|".join(map(re.escape, sorted(SYNONYMS, key=len, reverse=True))) + r")(?!\w)", re.IGNORECASE
)
SAY = frozenset(("said", "says", "told", "added", "reported", "announced", "confirmed", "stated"))
PAST = frozenset(("died", "began", "took", "won", "resigned", "fled", "tried", "struck", "passed away"))
UNSURE = frozenset("show hurt due set fire found deal shot job hit shut movie".split())  # of many meanings
TENS = "x ten twenty thirty forty fifty sixty seventy eighty ninety".split()
DROPPED = frozenset(("advcl", "relcl", "appos", "prep", "npadvmod", "advmod", "acl"))


def synonyms(doc: Doc, draw: random.Random) -> Iterator[Edit]:
    """Say a word or phrase in another way."""
    for found in PHRASE.finditer(doc.text):
        old = found[0]
        others = SYNONYMS.get(old) or SYNONYMS.get(old.lower())
        inside = doc.char_span(found.start(), found.end())
        if not others or inside is None or any(t.ent_type_ in ("PERSON", "ORG") for t in inside):
            continue
        if (old.lower() in PAST and inside[0].tag_ != "VBD") or inside[0].dep_ == "compound":
            continue
        after = doc[inside[-1].i + 1] if inside[-1].i + 1 < len(doc) else None
        if old.lower() in ("about", "around", "near", "over") and after is not None and not after.like_num:
            continue
        if old.lower() in UNSURE and draw.random() < 0.6:
            continue
        new = draw.choice(others)
        if old[0].isupper() and not new[0].isupper():
            new = new[0].upper() + new[1:]
        yield put(doc, found.start(), found.end(), new, "synonym")


def numbers(doc: Doc, draw: random.Random) -> Iterator[Edit]:
    """Write a number in the other way, or round it."""
    for token in doc:
        text = token.text
        if token.ent_type_ not in ("CARDINAL", "MONEY", "QUANTITY", "PERCENT", "DATE"):
            continue
        before = doc.text[max(0, token.idx - 12) : token.idx].lower()
        if text.lower() in groups.NUMBER_WORDS[2:]:
            yield put(doc, token.idx, token.idx + len(text), str(groups.NUMBER_WORDS.index(text.lower())), "rewritten")
        elif text.isdigit() and 2 <= int(text) <= 20 and token.ent_type_ == "CARDINAL":
            yield put(doc, token.idx, token.idx + len(text), groups.NUMBER_WORDS[int(text)], "rewritten")
        elif (
            re.fullmatch(r"\d[\d,]*", text)
            and token.i + 1 < len(doc)
            and token.ent_type_ != "DATE"
            and not before.rstrip().endswith(
                ("about", "than", "nearly", "almost", "least", "over", "around", "approximately", "exactly", "to", "-")
            )
        ):
            value = int(text.replace(",", ""))
            phone = doc.text[token.idx - 1 : token.idx] in ("(", "-") or doc.text[token.idx + len(text)] in (
                ")",
                "-",
                ".",
            )
            if value > 20 and not phone and (rounded := rounds(value, draw, dollars=before.endswith("$"))):
                start = token.idx - before.endswith("$")
                yield put(doc, start, token.idx + len(text), rounded, "rounded")


def rounds(value: int, draw: random.Random, dollars: bool = False) -> str | None:
    """Return words for a rounded number that is near."""
    grain = 10 ** (len(str(value)) - 1)
    step = grain if value / grain > 4 else grain // 2 if grain >= 10 else grain
    nearest = round(value / step) * step
    if nearest == value or abs(nearest - value) > 0.15 * value:
        step = max(1, grain // 10)
        nearest = round(value / step) * step
    if nearest == value:
        return None
    words = ("nearly", "almost", "about", "just under") if nearest > value else ("more than", "over", "about", "some")
    shown = f"${nearest:,}" if dollars else f"{nearest:,}"
    if not dollars and nearest < 100 and nearest % 10 == 0 and draw.random() < 0.5:
        shown = TENS[nearest // 10]
    return f"{draw.choice(words)} {shown}"


def times(doc: Doc, draw: random.Random) -> Iterator[Edit]:
    """Write an hour, a month or a year of birth in another way."""
    for found in CLOCK.finditer(doc.text):
        morning = "a" in found[3].lower()
        hour = int(found[1])
        part = "in the morning" if morning else "in the afternoon" if hour in (12, 1, 2, 3, 4, 5) else "at night"
        if not found[2]:
            name = groups.NUMBER_WORDS[hour] if hour <= 12 and draw.random() < 0.5 else str(hour)
            end = found.end() + (doc.text[found.end() : found.end() + 1] == "." and found.end() + 1 < len(doc.text))
            yield put(doc, found.start(), end, f"{name} {part}", "time")
    for token in doc:
        if token.text in groups.SHORT_MONTHS:
            yield put(doc, token.idx, token.idx + len(token), groups.MONTHS[groups.SHORT_MONTHS[token.text]], "time")


def shortened(doc: Doc, draw: random.Random) -> Iterator[Edit]:
    """Leave out an adjunct, a relative clause, an apposition, or what stands in brackets."""
    for token in doc:
        if (
            token.dep_ not in DROPPED
            or token.head.dep_ == "neg"
            or token.lower_ in ("not", "never", "only", "allegedly")
        ):
            continue
        if token.dep_ in ("prep", "advmod", "npadvmod") and token.head.pos_ not in ("VERB", "AUX", "NOUN"):
            continue
        span = doc[token.left_edge.i : token.right_edge.i + 1]
        if not 1 <= len(span) <= 0.6 * len(doc) or any(t.dep_ in ("ROOT", "neg") for t in span):
            continue
        if token.dep_ == "advcl" and any(t.lower_ in ("if", "unless", "until") for t in span):
            continue
        if token.dep_ == "prep" and token.lower_ in ("of", "with", "to", "without") and draw.random() < 0.8:
            continue
        yield _without(doc, span, token)
    for found in re.finditer(r" \([^)]*\)", doc.text):
        yield put(doc, found.start(), found.end(), "", "shortened")


def _without(doc: Doc, span: Span, token: Token) -> Edit:
    start, end = span.start_char, span.end_char
    text = doc.text
    left, right = text[:start].rstrip(), text[end:].lstrip()
    if left.endswith(",") and (right.startswith((",", ".")) or token.dep_ in ("relcl", "appos", "acl")):
        left = left[:-1].rstrip()
    if right.startswith(",") and (not left or text[:start].rstrip().endswith(",")):
        right = right[1:].lstrip()
    glue = "" if not left or right[:1] in (".", ",", ";", "?", "'", "’") else " "
    whole = left + glue + right
    return Edit("shortened", whole[:1].upper() + whole[1:], span.text, "")


def saying(doc: Doc, _: random.Random) -> Iterator[Edit]:
    """Put 'X said' elsewhere, turn it into 'according to X', or leave it out."""
    text = doc.text
    found = re.fullmatch(r"([^\"“”]{25,}), ([^,\"“”]{3,60}?) (said|says)( on \w+day| \w+day)?\.", text)
    if found:
        said, who = found[1], found[2]
        low = (
            said[0].lower() + said[1:] if doc[0].ent_type_ == "" and doc[0].text != "I" and not said.isupper() else said
        )
        yield Edit("saying", f"{who[0].upper() + who[1:]} {found[3]} that {low}.", text, "")
        yield Edit("saying", f"According to {who}, {low}.", text, "")
        yield Edit("unsaid", f"{said}.", text, "")
        yield Edit("saying", f"{said}, according to {who}.", text, "")
    found = re.fullmatch(r"([^,\"“”]{3,60}?) (said|say|says)( on \w+day| \w+day)? (?:that )?([^\"“”]{25,})\.", text)
    if found and doc[0].ent_type_ + doc[0].pos_ != "PRON":
        who, said = found[1], found[4]
        low = (
            who[0].lower() + who[1:]
            if who.split()[0].lower() in ("the", "police", "authorities", "officials", "a")
            else who
        )
        high = said[0].upper() + said[1:]
        yield Edit("saying", f"{high}, {low} {found[2]}{found[3] or ''}.", text, "")
        yield Edit("saying", f"According to {low}, {said}.", text, "")
        yield Edit("unsaid", f"{high}.", text, "")


def passive(doc: Doc, participles: dict[str, str]) -> Iterator[Edit]:
    """Turn an active clause with a noun for its object into a passive one."""
    chunk = {c.root.i: c for c in doc.noun_chunks}
    for verb in doc:
        if verb.dep_ != "ROOT" or verb.tag_ != "VBD" or verb.lemma_ not in participles:
            continue
        doer = next((chunk.get(t.i) for t in verb.children if t.dep_ == "nsubj"), None)
        done = next((chunk.get(t.i) for t in verb.children if t.dep_ == "dobj"), None)
        if (
            doer is None
            or done is None
            or any(t.dep_ in ("aux", "neg", "dative", "conj", "prt") for t in verb.children)
        ):
            continue
        if doer.root.pos_ == "PRON" or done.root.pos_ == "PRON" or doer.end != verb.i or done.start != verb.i + 1:
            continue
        many = done.root.tag_ in ("NNS", "NNPS") or any(t.dep_ == "conj" for t in done.root.children)
        if any(t.dep_ in ("relcl", "acl", "prep", "conj", "appos") for t in (*done.root.children, *doer.root.children)):
            continue
        before = doc.text[: doer.start_char]
        be = "were" if many else "was"
        first = done.text[0].upper() + done.text[1:] if not before else done.text
        small = doer.text.split()[0].lower() in ("the", "a", "an", "police", "two", "three", "officers", "one")
        by = doer.text[0].lower() + doer.text[1:] if small else doer.text
        after = doc.text[done.end_char :]
        new = f"{before}{first} {be} {participles[verb.lemma_]} by {by}{after}"
        yield Edit("passive", new, doc.text, new)


def surnames(doc: Doc, _: random.Random) -> Iterator[Edit]:
    """Leave the first name out, or call a person by what the sentence tells of them."""
    for ent in doc.ents:
        parts = ent.text.split()
        if ent.label_ == "PERSON" and 2 <= len(parts) <= 3 and parts[-1].istitle():
            yield put(doc, ent.start_char, ent.end_char, parts[-1], "surname")


def parted(doc: Doc, _: random.Random) -> Iterator[Edit]:
    """Keep one of two joined clauses."""
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None or doc.text.count('"') or "“" in doc.text:
        return
    for other in root.children:
        joint = next((t for t in root.children if t.dep_ == "cc" and t.lower_ == "and"), None)
        if other.dep_ != "conj" or joint is None or other.pos_ != "VERB" or other.i < joint.i:
            continue
        subject = next((t for t in root.children if t.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None:
            continue
        if joint.i > root.i:
            first = doc[: joint.i].text.rstrip(" ,")
            yield Edit("parted", f"{first}.", doc.text, "")
        own = any(t.dep_ in ("nsubj", "nsubjpass") for t in other.children)
        rest = doc[joint.i + 1 :].text
        helper = next((t.text + " " for t in root.children if t.dep_ == "auxpass"), "") if other.tag_ == "VBN" else ""
        helped = any(t.dep_ in ("aux", "auxpass") for t in other.children)
        who = "" if own else doc[subject.left_edge.i : subject.i + 1].text + " " + ("" if helped else helper)
        whole = who + rest
        yield Edit("parted", whole[:1].upper() + whole[1:], doc.text, "")


def rewrites(doc: Doc, draw: random.Random, participles: dict[str, str]) -> dict[str, list[Edit]]:
    """Return the ways in which a sentence can be said otherwise, by kind."""
    found: dict[str, list[Edit]] = {}
    for edit in (
        *(e for make in (synonyms, numbers, times, shortened, saying, surnames, parted) for e in make(doc, draw)),
        *passive(doc, participles),
    ):
        if edit.text != doc.text and len(edit.text.split()) >= 5:
            found.setdefault(edit.kind, []).append(edit)
    return found

"""Quotations of one source: the words, who is said to have said them, and with which verb."""

from __future__ import annotations

from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from compare.claims.attribution import climb, name_behind, noun_phrase, subject_of
from compare.claims.marks import Marked, marked
from compare.claims.quotation_paragraphs import Paragraph, Voice, carried_on, spoken_across
from compare.language.en.saying import DENYING, DESCRIBING, QUOTING, SPEAKING, TELLING_OF_WORDS
from compare.model import Quotation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from compare.statements.splitting import Parsed

_VERBS = SPEAKING | DESCRIBING | DENYING | TELLING_OF_WORDS
_SHORT = 6  # words; a longer stretch in marks is no mere term


def quotations_in(parsed: Sequence[Parsed], text: str) -> dict[str, tuple[Quotation, ...]]:
    """Return statement id → the quotations that touch it, in order of place.

    ``parsed`` holds the statements of one source in order and ``text`` is its whole text.  A quotation that runs over
    several sentences is listed with each of them.  ``scare`` marks terms and names in marks that nobody is said to
    have uttered; it is judged by form (short, without verb of saying above), so treat it as a hint.
    """
    paragraphs = _paragraphs(parsed, text)
    spoken_across(paragraphs, text, lambda item: _sentence_voice(item, ()))
    found: dict[str, list[Quotation]] = {}
    for paragraph in paragraphs:
        for stretch, quotation in paragraph.said:
            for item in _touched(stretch, paragraph.statements):
                found.setdefault(item.statement.id, []).append(quotation)
    return {key: tuple(values) for key, values in found.items()}


def _paragraphs(parsed: Sequence[Parsed], text: str) -> list[Paragraph]:
    groups = [list(group) for _, group in groupby(parsed, key=lambda p: p.statement.paragraph)]
    paragraphs = []
    for statements, following in zip_longest(groups, groups[1:]):
        stops = tuple(p.statement.end for p in statements)
        end = statements[-1].statement.end
        after = text[following[0].statement.start :][:12] if following else ""
        stretches = carried_on(marked(text, statements[0].statement.start, end, stops), end, after)
        said: list[tuple[Marked, Quotation]] = []
        for stretch in stretches:
            said.append((stretch, _quotation(stretch, stretches, statements, text, said)))
        free = any(_outside(item, stretches) for item in statements)
        paragraphs.append(Paragraph(statements, said, free))
    return paragraphs


def _touched(stretch: Marked, statements: Sequence[Parsed]) -> list[Parsed]:
    return [p for p in statements if p.statement.start < stretch.inner_end and stretch.inner_start < p.statement.end]


def _quotation(
    stretch: Marked,
    stretches: Sequence[Marked],
    statements: list[Parsed],
    text: str,
    said: Sequence[tuple[Marked, Quotation]],
) -> Quotation:
    words = text[stretch.inner_start : stretch.inner_end].strip()
    touched = _touched(stretch, statements)
    speaker, verb = _voice(stretch, stretches, touched)
    outside = any(_outside(item, stretches) for item in touched)
    if verb is None and not outside and touched:
        speaker, verb = _neighbour(touched, statements, stretches, said)
    term = _is_term(words, stretch, touched)
    named = term and _is_title(words) and verb not in DESCRIBING
    scare = (term and verb is None and outside) or named
    return Quotation(
        start=stretch.start,
        end=stretch.end,
        text=text[stretch.start : stretch.end],
        words=words,
        speaker=None if scare else speaker,
        verb=None if scare else verb,
        scare=scare,
    )


def _inside(token: Token, offset: int, stretch: Marked) -> bool:
    return stretch.start <= token.idx + offset < stretch.end


def _outside(item: Parsed, stretches: Sequence[Marked]) -> list[Token]:
    """Return the words of a statement that stand in no quotation."""
    return [
        t for t in item.span if t.is_alpha and not any(_inside(t, item.offset, s) for s in stretches if s.depth == 0)
    ]


# --- who says it ----------------------------------------------------------------------------------


def _voice(stretch: Marked, stretches: Sequence[Marked], touched: Sequence[Parsed]) -> Voice:
    """Return the speaker from the statements the quotation touches: the last one first, where 'said X' stands."""
    for item in dict.fromkeys((*touched[-1:], *touched[:1])):
        for finder in (_governing, _beside, _colon):
            voice = finder(stretch, stretches, item)
            if voice is not None:
                return voice
    return None, None


def _governing(stretch: Marked, stretches: Sequence[Marked], item: Parsed) -> Voice | None:  # noqa: ARG001  (a row of finders)
    """Find the verb of saying above the quoted words in the parse, or 'according to' beside them."""
    tokens = [t for t in item.span if _inside(t, item.offset, stretch) and not t.is_punct and not t.is_space]
    if not tokens:
        return None
    here = {t.i for t in tokens}
    top = next((t for t in tokens if t.head.i not in here or t.head.i == t.i), tokens[0])
    for token in climb(top):
        for child in token.children:
            if child.lower_ == "according" and child.i not in here:
                things = [c for to in child.children if to.lower_ == "to" for c in to.children if c.dep_ == "pobj"]
                if things:
                    return noun_phrase(things[0]), "say"
        if token.i in here:
            voice = next((_spoken(c, here) for c in token.children if c.dep_ == "parataxis" and _says(c, here)), None)
        else:
            voice = _spoken(token, here) if _says(token, here) else None
        if voice is not None:
            return voice
    return None


def _says(token: Token, here: set[int]) -> bool:
    return token.i not in here and token.pos_ in ("VERB", "AUX") and token.lemma_.lower() in _VERBS


def _spoken(verb: Token, here: set[int]) -> Voice | None:
    """Return who is the speaker of a verb of saying: its subject, or the agent or object of 'quoted as saying'."""
    lemma = verb.lemma_.lower()
    if verb.dep_ == "pcomp" and verb.head.head.lemma_.lower() in QUOTING:
        quoting = verb.head.head
        thing = next((c for c in quoting.children if c.dep_ in ("dobj", "nsubjpass")), None)
        return (noun_phrase(thing) if thing is not None else None), lemma
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if passive or (verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl")):
        agent = next((c for a in verb.children if a.dep_ == "agent" for c in a.children if c.dep_ == "pobj"), None)
        return (noun_phrase(agent) if agent is not None else None), lemma
    subject = subject_of(verb)
    if subject is None and verb.dep_ in ("advcl", "acl", "pcomp"):  # 'Holm said, before claiming that …'
        above = verb.head.head if verb.dep_ == "pcomp" else verb.head
        subject = verb.head if verb.dep_ == "acl" else subject_of(above)
    if subject is not None and subject.i in here:
        return None
    if subject is not None and subject.lower_ == "who" and verb.dep_ == "relcl":
        subject = verb.head
    return (noun_phrase(subject) if subject is not None else name_behind(verb)), lemma


def _beside(stretch: Marked, stretches: Sequence[Marked], item: Parsed) -> Voice | None:
    """Find a verb of saying that stands right before or after the marks, where the parse lost it."""
    outer = {
        t.i for t in item.span if any(_inside(t, item.offset, s) for s in stretches) or t.is_space or t.text in ",.:–—-"
    }
    after = [t for t in item.span if t.idx + item.offset >= stretch.end and t.i not in outer]
    before = [t for t in item.span if t.idx + item.offset < stretch.start and t.i not in outer]
    for tokens in (after[:6], before[-3:]):
        for token in tokens:
            if token.pos_ == "VERB" and token.lemma_.lower() in SPEAKING:
                voice = _spoken(token, outer)
                if voice is not None and voice[0]:
                    return voice
    return None


def _colon(stretch: Marked, stretches: Sequence[Marked], item: Parsed) -> Voice | None:  # noqa: ARG001  (a row of finders)
    """Find the name before or after a colon: 'Minister: “We won”' and '“We won”: Minister'."""
    before = [t for t in item.span if t.idx + item.offset < stretch.start and not t.is_space]
    if len(before) > 1 and before[-1].text == ":":
        words = before[:-1]
        if len(words) <= 6 and all(t.pos_ in ("PROPN", "NOUN", "ADJ", "DET", "ADP") for t in words):
            return item.span.doc[words[0].i : words[-1].i + 1].text, "say"
    after = [t for t in item.span if t.idx + item.offset >= stretch.end and not t.is_space]
    if len(after) > 1 and after[0].text == ":" and after[1].pos_ == "PROPN":
        names = [t for t in after[1:7] if t.pos_ == "PROPN"]
        return item.span.doc[names[0].i : names[-1].i + 1].text, "say"
    return None


def _neighbour(
    touched: Sequence[Parsed],
    statements: list[Parsed],
    stretches: Sequence[Marked],
    said: Sequence[tuple[Marked, Quotation]],
) -> Voice:
    """Return who says a sentence that is all quotation: 'He said:' before it, 'X said.' after it, or as before."""
    first, last = statements.index(touched[0]), statements.index(touched[-1])
    if first > 0:
        previous = statements[first - 1]
        if previous.statement.text.rstrip().endswith(":"):
            voice = _sentence_voice(previous, stretches)
            if voice is not None:
                return voice
    if last + 1 < len(statements):
        voice = _tag_after(statements[last + 1])
        if voice is not None:
            return voice
    if first > 0:
        before = [
            q for s, q in said if s.depth == 0 and q.verb is not None and s.end > statements[first - 1].statement.start
        ]
        if before:
            return before[-1].speaker, before[-1].verb
    return None, None


def _sentence_voice(item: Parsed, stretches: Sequence[Marked]) -> Voice | None:
    verbs = [t for t in item.span if t.pos_ == "VERB" and t.lemma_.lower() in SPEAKING]
    free = [t for t in verbs if not any(_inside(t, item.offset, s) for s in stretches)]
    return _spoken(free[-1], set()) if free else None


def _tag_after(item: Parsed) -> Voice | None:
    """Read 'said the minister.' or 'He told the agency.': a short sentence that says nothing itself."""
    words = [t for t in item.span if t.is_alpha]
    verb = item.span.root
    if len(words) > 12 or verb.lemma_.lower() not in SPEAKING or verb.pos_ != "VERB":
        return None
    if any(c.dep_ in ("ccomp", "xcomp") for c in verb.children) or any(c.lower_ == "that" for c in words):
        return None
    if any(c.dep_ == "dobj" and c.pos_ not in ("PROPN", "PRON") and verb.lemma_ != "tell" for c in verb.children):
        return None
    return _spoken(verb, set())


def _is_title(words: str) -> bool:
    """Tell a name in marks ('City of Peace') from speech by its capitals."""
    long = [w for w in words.split() if len(w) > 3]
    return len(long) > 1 and all(w[0].isupper() for w in long)


def _is_term(words: str, stretch: Marked, touched: Sequence[Parsed]) -> bool:
    """Tell a short noun phrase or a name from a clause."""
    tokens = [t for item in touched for t in item.span if _inside(t, item.offset, stretch) and t.is_alpha]
    finite = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in tokens)
    return len(words.split()) <= _SHORT and not finite and not words.endswith((".", "!", "?", ","))

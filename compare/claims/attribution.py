"""Who says it: the speakers that stand above a clause, outermost first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.claims.behind import behind_mark
from compare.language.en.saying import (
    ACCUSING,
    FIGURING,
    GIVERS,
    QUOTING,
    RECORDS,
    SAYING_NOUNS,
    SHOWING,
    SPEAKING,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_INSIDE_NAME = ("det", "compound", "amod", "poss", "nummod", "nmod", "case", "quantmod", "punct", "advmod")


def climb(token: Token) -> Iterator[Token]:
    """Yield ``token`` and its heads up to the root of its sentence."""
    yield token
    while token.head.i != token.i:
        token = token.head
        yield token


def noun_phrase(head: Token) -> str:
    """Return the noun phrase of ``head`` as written, without relative clauses, appositions and asides."""
    left, right = head.i, head.i
    for child in head.lefts:
        if child.dep_ in _INSIDE_NAME and child.dep_ != "punct":
            left = min(left, child.left_edge.i)
    for child in head.rights:
        if child.i != right + 1:
            break
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "in", "at", "on", "from"):
            right = _plain_edge(child)
        elif child.dep_ == "case":
            continue
        else:
            break
    words: str = head.doc[left : right + 1].text
    before, mark, after = words.rpartition('"')
    if mark and after.strip() and before:  # a quotation ran into the name
        words = after
    return " ".join(words.strip(" \"'“”‘’,").split())


def _plain_edge(prep: Token) -> int:
    """Return the last token of a prepositional phrase that holds no clause of its own."""
    subtree = list(prep.subtree)
    clause = next((t for t in subtree if t.dep_ in ("relcl", "acl", "appos", "advcl")), None)
    if clause is None:
        return int(prep.right_edge.i)
    edge = int(clause.left_edge.i) - 1
    while edge > prep.i and prep.doc[edge].is_punct:
        edge -= 1
    return edge


def subject_of(verb: Token) -> Token | None:
    """Return the head of the subject of ``verb``, its own or the one it shares with its first conjunct."""
    while True:
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                return child
        if verb.dep_ in ("conj", "xcomp") and verb.head.pos_ in ("VERB", "AUX"):
            verb = verb.head
            continue
        return None


def name_behind(verb: Token) -> str | None:
    """Return the name between a verb of saying without a subject and a comma: '“…,” said Holm, whose firm …'."""
    doc, last = verb.doc, verb.i
    while last + 1 < verb.sent.end and doc[last + 1].pos_ == "PROPN" and doc[last + 1].ent_type_ != "DATE":
        last += 1
    ends = last + 1 < verb.sent.end and doc[last + 1].text == ","  # 'claims Lund “lied”' tells who lied
    return doc[verb.i + 1 : last + 1].text or None if ends else None


def speakers(span: Span, clause: Token, inside: Token | None = None) -> tuple[str, ...]:
    """Return who says what ``clause`` (a verb or noun of ``span``) asserts, outermost speaker first.

    ``inside`` is a word among the clause's arguments, where it is the word that is asked about: in 'analysts predict
    growth of 3 percent' the analysts vouch for the percentage, not for their own predicting.
    Found are: verbs of saying above the clause, asides ('activists said' between commas), 'according to',
    'quoted as saying', 'claims that', and a name with a colon at the start of a headline.
    """
    found: list[str] = []
    below: Token | None = None
    for token in climb(clause):
        if token.i < span.start or token.i >= span.end:
            break
        for words in _asides(token, below):
            _add(found, words)
        if below is not None:
            for words in _speaker(token, below, clause):
                _add(found, words)
        elif token.lemma_.lower() in FIGURING and inside is not None:
            _add(found, _own_subject(token))
        below = token
    _add(found, _before_colon(span, clause))
    if not found:
        _add(found, behind_mark(span, clause))
    return tuple(reversed(found))


def _add(found: list[str], words: str | None) -> None:
    if words and (not found or found[-1] != words):
        found.append(words)


def _speaker(verb: Token, below: Token, clause: Token) -> Iterator[str | None]:
    """Yield who says ``below`` when ``verb`` (its head) is a word of saying that governs it, innermost first."""
    if verb.pos_ == "NOUN" and verb.lemma_.lower() in SAYING_NOUNS and below.dep_ in ("ccomp", "acl", "relcl"):
        owner = next((c for c in verb.lefts if c.dep_ in ("poss", "compound", "amod") and c.ent_type_), None)
        if owner is not None:
            yield noun_phrase(owner)
        return
    yield _record(verb, below)
    if verb.pos_ not in ("VERB", "AUX"):
        return
    if below.pos_ == "NOUN" and below.lemma_.lower() in SAYING_NOUNS and below.dep_ == "dobj":
        yield _own_subject(verb) if verb.lemma_.lower() in SPEAKING else None
        return
    lemma = verb.lemma_.lower()
    if lemma in QUOTING and below.dep_ == "prep" and below.lower_ == "as":
        objects = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
        for thing in objects:
            yield noun_phrase(thing)
        if objects and objects[0].dep_ == "dobj":
            yield _own_subject(verb)
        return
    if lemma in ACCUSING and below.dep_ == "dobj" and clause.dep_ == "pcomp" and clause.head.head.i == below.i:
        yield _own_subject(verb)
        return
    if (lemma in SPEAKING or _shows(verb)) and governs_speech(verb, below):
        if verb.dep_ == "pcomp" and verb.head.head.lemma_.lower() in QUOTING:
            return
        if not any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
            yield _own_subject(verb)


def _record(verb: Token, below: Token) -> str | None:
    """Return the papers of '…, court records show', which the parser takes for one noun."""
    if below.dep_ != "ccomp" or below.i > verb.i or verb.lemma_.lower() not in SHOWING:
        return None
    own = [c for c in verb.lefts if c.dep_ in ("det", "compound", "amod", "poss") and c.i > below.i]
    return verb.doc[own[0].left_edge.i : verb.i].text if own and own[-1].lemma_.lower() in RECORDS else None


def _shows(verb: Token) -> bool:
    """Tell 'court records show', 'the Post has learned' from showing and learning at large."""
    subject = subject_of(verb)
    if subject is not None and subject.lemma_.lower().removesuffix("s") in RECORDS:
        return verb.lemma_.lower() in SHOWING
    return verb.lemma_.lower() == "learn" and any(c.lemma_.lower() == "have" for c in verb.children)


def governs_speech(verb: Token, below: Token) -> bool:
    """Tell whether ``below``, a child of ``verb``, is the speech itself and not an adjunct or the speaker."""
    if below.dep_ in ("ccomp", "xcomp"):
        return True
    if below.dep_ == "parataxis":
        return not any(c.dep_ == "ccomp" for c in verb.children)
    if below.dep_ == "prep" and verb.lemma_.lower() in ACCUSING:
        return below.lower_ in ("of", "for", "with")
    return False


def _own_subject(verb: Token) -> str | None:
    subject = subject_of(verb)
    if subject is None and verb.dep_ in ("acl", "advcl") and verb.tag_ == "VBG":
        subject = verb.head if verb.dep_ == "acl" else subject_of(verb.head)
    if subject is None or subject.lower_ in ("it", "which", "that", "there", "what"):
        return None
    if subject.lower_ == "who" and verb.dep_ == "relcl":
        subject = verb.head
    return noun_phrase(subject)


def _asides(token: Token, below: Token | None) -> Iterator[str | None]:
    """Yield speakers that hang on ``token`` itself: 'X said' between commas and 'according to X'."""
    for child in token.children:
        if below is not None and child.i == below.i:
            continue
        if child.dep_ == "prep" and child.lower_ == "according":
            to = next((c for c in child.children if c.lower_ == "to"), None)
            if to is not None:
                yield from (noun_phrase(c) for c in to.children if c.dep_ == "pobj")
        elif child.lower_ == "per":
            yield from (noun_phrase(c) for c in child.children if c.dep_ == "pobj" and c.lemma_.lower() in GIVERS)
        elif (child.dep_ in ("parataxis", "ccomp", "advcl") or _listed_behind(child)) and _is_aside(child):
            yield _own_subject(child)


def _listed_behind(verb: Token) -> bool:
    """Tell '…, the minister, Eva Brandt, told Channel 6', which the parser takes for one more deed, from 'and told'."""
    return verb.dep_ == "conj" and not any(c.dep_ == "cc" for c in verb.head.children) and verb.i > verb.head.i


def _is_aside(verb: Token) -> bool:
    """Tell 'activists said' in a sentence it does not govern from a clause that says something itself."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in SPEAKING:
        return False
    deps = {c.dep_ for c in verb.children}
    speaks = bool(deps & {"nsubj"}) and not deps & {"ccomp", "xcomp", "mark"}
    hearer = verb.lemma_.lower() == "tell"  # 'told Channel 6', 'told reporters'
    thing = not hearer and any(c.dep_ == "dobj" and c.pos_ != "PROPN" for c in verb.children)
    edge = verb.left_edge.i
    before = verb.doc[edge - 1] if edge else None
    parted = any(c.is_punct for c in verb.children) or (before is not None and before.is_punct)
    return speaks and not thing and parted


def _before_colon(span: Span, clause: Token) -> str | None:
    """Return the name before a colon that opens the span: 'Minister: talks went well'."""
    for token in span[:8]:
        if token.text == ":" and token.i > span.start:
            words = span[: token.i - span.start]
            named = all(t.pos_ in ("PROPN", "NOUN", "ADJ", "DET", "ADP") for t in words)
            known = words.root.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or words.root.lemma_.lower() in GIVERS
            someone = known or words.root.pos_ == "PROPN"
            if named and someone and clause.i > token.i and token.i + 1 < span.end and token.whitespace_:
                return " ".join(words.text.split())
            return None
    return None

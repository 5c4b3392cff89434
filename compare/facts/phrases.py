"""The words around a value that make sense of it: 'paid $84,000 in damages' for '$84,000', always as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from compare.statements.splitting import Parsed

LONGEST = 8  # words of a phrase
BRIEF = 3  # words; a phrase as short as that takes the word that governs it along
CLAUSE = 14  # words of a clause
DOERS = ("nsubj", "nsubjpass")
APART = 2  # words that may stand between a verb and its object
NOMINAL = frozenset({"NOUN", "PROPN", "SYM", "NUM", "PRON"})
MODIFYING = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "poss", "det", "case", "npadvmod"})
WITHIN = MODIFYING | {"advmod", "neg", "punct"}
ARTICLES = frozenset({"the", "a", "an"})
HELPING = frozenset({"aux", "auxpass", "neg"})
OF_VERB = frozenset({"dobj", "acomp", "attr", "oprd", "prt"})
GOVERNED = frozenset({"dobj", "attr", "oprd", "npadvmod", "acomp"})


def phrase_at(parsed: Parsed, start: int, end: int) -> str:
    """Return the phrase that holds a stretch of the source's text; '' where it cannot be told from the parse."""
    inside = [t for t in parsed.span if start < parsed.offset + t.idx + len(t) and parsed.offset + t.idx < end]
    if not inside or parsed.statement.text.isupper():
        return ""
    root = next((t for t in inside if t.head.i not in {o.i for o in inside} or t.head.i == t.i), inside[0])
    first, last = inside[0].i, inside[-1].i
    while root.dep_ in MODIFYING and root.head.pos_ in NOMINAL and root.head.i != root.i:
        root = root.head
    core = core_of(root)
    first, last = min(first, core[0]), max(last, core[1])
    if root.pos_ in ("VERB", "AUX"):
        first, last = _with_helpers(root, first), max(last, _reach(root, last))
    else:
        last = max(last, _tail(root, last))
        first, last = _governed(root, first, last, counted=any(t.pos_ == "NUM" for t in inside))
    found = _words(parsed, first, last)
    return found if len(found.split()) <= LONGEST else _words(parsed, inside[0].i, inside[-1].i)


def core_of(head: Token) -> tuple[int, int]:
    """Return the first and last token of a noun with what stands before it; of another word only its own place."""
    first = head.i
    for child in reversed(list(head.lefts)):
        if child.dep_ not in WITHIN or child.right_edge.i != first - 1:
            break
        if head.pos_ not in NOMINAL and child.dep_ not in ("advmod", "quantmod", "neg"):
            break
        first = child.left_edge.i
    return first, head.i


def _tail(noun: Token, last: int) -> int:
    """Return where a noun's phrase ends with the 'of …' or 'in …' right behind it."""
    for child in noun.rights:
        if child.dep_ == "prep" and child.i == last + 1:
            for inner in child.rights:
                if inner.dep_ == "pobj" and core_of(inner)[0] == child.i + 1:
                    return inner.i
        if child.i > last:
            break
    return last


def _governed(root: Token, first: int, last: int, *, counted: bool) -> tuple[int, int]:
    """Return a brief phrase widened by the verb or the noun that it hangs on, where that stands beside it."""
    if last - first >= BRIEF or root.head.i == root.i:
        return first, last
    head = root.head
    if root.dep_ == "pobj" and head.i == first - 1:
        first, root, head = head.i, head, head.head
        if head.i == first - 1 and head.pos_ in ("NOUN", "PROPN", "VERB"):
            first = core_of(head)[0] if head.pos_ != "VERB" else _with_helpers(head, head.i)
    elif root.dep_ in GOVERNED and head.pos_ in ("VERB", "AUX") and 0 < first - head.i <= APART:
        first = _with_helpers(head, head.i)
    elif counted and root.dep_ in ("nsubj", "nsubjpass") and head.pos_ == "VERB" and 0 < head.i - last <= APART + 1:
        last = _reach(head, head.i)
    return first, last


def _with_helpers(verb: Token, first: int) -> int:
    """Return where a verb begins with 'was', 'has not been' before it."""
    helping = {c.i for c in verb.lefts if c.dep_ in HELPING}
    while first - 1 in helping:
        first -= 1
    return first


def _reach(verb: Token, last: int) -> int:
    """Return where a verb's phrase ends with its object, its complement, or the 'in …' right behind it."""
    for child in verb.rights:
        if child.i <= last:
            continue
        if child.dep_ in OF_VERB and core_of(child)[0] == last + 1:
            last = max(child.i, _tail(child, child.i)) if child.i - verb.i <= BRIEF else child.i
        elif child.dep_ in ("prep", "agent") and child.i == last + 1:
            for inner in child.rights:
                if inner.dep_ == "pobj" and core_of(inner)[0] == child.i + 1:
                    return inner.i
            break
        else:
            break
    return last


def _words(parsed: Parsed, first: int, last: int) -> str:
    tokens = [t for t in parsed.span if first <= t.i <= last]
    while tokens and _before(tokens[0]):
        tokens = tokens[1:]
    if not tokens:
        return ""
    base = parsed.statement.start
    start = parsed.offset + tokens[0].idx - base
    end = parsed.offset + tokens[-1].idx + len(tokens[-1]) - base
    return " ".join(parsed.statement.text[start:end].split())


def _before(token: Token) -> bool:
    """Tell whether a word begins no phrase: a space, a mark, an article, the ’d of 'he’d used'."""
    return token.is_space or token.is_punct or token.lower_ in ARTICLES or token.text[:1] in "'’"


def clause_at(parsed: Parsed, start: int, end: int) -> str:
    """Return the subject, the verb and what stands right behind it of the clause of a stretch of the source's text.

    '' where the clause is not of that plain build, or where its subject is a pronoun.
    """
    inside = [t for t in parsed.span if start < parsed.offset + t.idx + len(t) and parsed.offset + t.idx < end]
    verb = next((t for t in inside if t.pos_ == "VERB" and any(c.dep_ in DOERS for c in t.lefts)), None)
    if verb is None or parsed.statement.text.isupper():
        return ""
    doer = next(c for c in verb.lefts if c.dep_ in DOERS)
    begin, last = core_of(doer)[0], _reach(verb, verb.i)
    if doer.pos_ == "PRON" or _with_helpers(verb, verb.i) - doer.i > APART or last == verb.i:
        return ""
    found = _words(parsed, begin, last)
    return found if len(found.split()) <= CLAUSE else ""


def shortest(phrases: Iterable[str]) -> str:
    """Return the shortest phrase of at least two words, else the longest; '' where there is none."""
    told = sorted({p for p in phrases if p}, key=lambda p: (len(p), p))
    return next((p for p in told if len(p.split()) > 1), told[-1] if told else "")

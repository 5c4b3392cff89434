"""Exceptions: 'nobody but the pilot survived', 'apart from the captain, everyone drowned', 'all but two'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare.judgement.acts import opposite
from compare.judgement.analysed import Analysed
from compare.judgement.rules import quote, say
from compare.language.en.contests import ALL, BUT, FRONTED, NONE
from compare.matching.closeness import alike
from compare.model import Claim, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACE = frozenset({"PROPN", "NOUN"})
COMPLEMENTS = frozenset({"acomp", "oprd"})
ASIDE = frozenset({"pcomp", "advcl", "acl", "amod"})  # 'after matching all but one': of what was not told
FORMS_OF_BE = frozenset("is are was were be been being 's 're".split())
REACH = 8  # words from 'all' to the end of 'with the exception of'


def excepted(left: Analysed, right: Analysed) -> Verdict | None:
    """'Nobody but the pilot survived' beside 'the pilot died'; 'all but two' beside 'two'."""
    for one, other, turned in ((left, right, False), (right, left, True)):
        for words, holds, verb in _exceptions(one):
            for claim in other.claims:
                if claim.kind != "proposition" or not claim.predicate or not _about(claim, words, other):
                    continue
                if any(True for _ in _exceptions(other)):
                    continue
                lemma = verb.lemma_.lower()
                stated = _complements(verb), {w for t in other.tokens for w in _complements(t)}
                said = {verb.lower_, *(c.lower_ for c in verb.children if c.dep_ in COMPLEMENTS)} - FORMS_OF_BE
                told_of = {t.lower_ for t in other.tokens if t.dep_ in COMPLEMENTS or t.pos_ == "VERB"}
                same = alike(claim.predicate, lemma, 0.9) or bool(said & told_of)
                against = opposite(claim.predicate, lemma) or _against(other, claim)
                if same and stated[0] and stated[1] and not stated[0] & stated[1]:
                    if not any(opposite(a, b) for a in stated[0] for b in stated[1]):
                        continue  # 'all but the captain were tired', 'the captain was ill'
                    against = True
                if not same and not against:
                    continue
                true = (same and not against) != claim.cues.negated
                relation = "agreement" if true == holds else "conflict"
                told = "the same" if true == holds else "otherwise"
                reason = f"By one {quote(words)} is the exception, and the other says {told} of it."
                sides = ((claim.wording,), (words,)) if turned else ((words,), (claim.wording,))
                return say(relation, reason, *sides)  # type: ignore[arg-type]
    return None


def _complements(verb: Token) -> set[str]:
    """Return the adjectives that a verb says of its subject: 'positive' of 'tested positive'."""
    return {c.lemma_.lower() for c in verb.children if c.dep_ in ("acomp", "oprd", "advmod") and c.pos_ == "ADJ"}


def _against(side: Analysed, claim: Claim) -> bool:
    """Tell whether 'against' turns a vote: 'voted against' is no 'voted for'."""
    return claim.predicate == "vote" and any(t.lower_ == "against" for t in side.tokens)


def _about(claim: Claim, words: str, side: Analysed) -> bool:
    last = words.rsplit(maxsplit=1)[-1].lower()
    figures = [q.text.lower() for q in side.figures]
    lemmas = {t.lemma_.lower() for t in side.tokens if t.lower_ == last} | {last}
    return (
        bool(lemmas & {word for phrase in (*claim.subject, *claim.object) for word in (phrase, *phrase.split())})
        or words.lower() in figures
        or any(f.split()[0] == words.lower() for f in figures)
        or any(t.lower_ == words.lower() and t.like_num and t.dep_.startswith("nsubj") for t in side.tokens)
    )


def _exceptions(side: Analysed) -> Iterator[tuple[str, bool, Token]]:
    """Yield (what is excepted, whether the verb holds of it, the verb)."""
    tokens = side.tokens
    yield from _fronted(tokens)
    for at, token in enumerate(tokens):
        many = token.lower_ in ALL
        if not many and not _none(tokens, at):
            continue
        reach = " ".join(t.lower_ for t in tokens[at + 1 : at + 1 + REACH])
        but = BUT.search(reach)
        if but is None:
            continue
        start = at + 1 + reach[: but.end()].count(" ") + (0 if reach[: but.end()].endswith(" ") else 1)
        words, past = noun_after(tokens, start)
        if not words and start < len(tokens) and tokens[start].like_num:
            words, past = tokens[start].text, start + 1
        yield from _told(words, tokens, past, many)


def _fronted(tokens: tuple[Token, ...]) -> Iterator[tuple[str, bool, Token]]:
    """Yield 'Apart from the captain, everyone drowned': the exception stands first."""
    text = " ".join(t.lower_ for t in tokens[:5])
    before = FRONTED.match(text)
    if before is None:
        return
    words, past = noun_after(tokens, before.end() and text[: before.end()].count(" "))
    if past < len(tokens) and tokens[past].text == ",":
        many = next((t for t in tokens[past : past + 3] if t.lower_ in ALL), None)
        none = any(_none(tokens, at) for at in range(past, min(past + 3, len(tokens))))
        if many is not None or none:
            yield from _told(words, tokens, past, many is not None)


def _none(tokens: tuple[Token, ...], at: int) -> bool:
    after = tokens[at + 1 : at + 2]
    return tokens[at].lower_ in NONE or (tokens[at].lower_ == "no" and bool(after) and after[0].lower_ == "one")


def _told(words: str, tokens: tuple[Token, ...], past: int, many: bool) -> Iterator[tuple[str, bool, Token]]:
    after = tokens[past:]
    verb = next((t for t in after if t.pos_ == "VERB" or (t.pos_ == "AUX" and t.dep_ not in ("aux", "auxpass"))), None)
    if verb is None:  # 'acquitted every defendant apart from Riley': what is done to all stands before them
        verb = next((t for t in tokens[past - 1].ancestors if t.pos_ == "VERB"), None)
        verb = None if verb is None or verb.dep_ in ASIDE else verb
    if words and verb is not None:
        plain = not any(c.dep_ == "neg" for c in verb.children)
        yield words, (not many) == plain, verb


def noun_after(tokens: tuple[Token, ...], at: int) -> tuple[str, int]:
    """Return the name or noun that stands at a place, and the place behind it."""
    words: list[str] = []
    while at < len(tokens) and (tokens[at].pos_ in PLACE or (not words and tokens[at].pos_ in ("DET", "ADJ", "PRON"))):
        if tokens[at].pos_ in PLACE:
            words.append(tokens[at].text)
        at += 1
    return " ".join(words), at

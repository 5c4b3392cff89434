"""A statement with its clauses, names and dates, and how a claim is made from one of its clauses."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from sys import intern
from typing import TYPE_CHECKING, Literal

from compare.claims.lexemes import DASHES
from compare.language.en.outcomes import COLLECTIVE
from compare.language.en.saying import SPEAKING
from compare.language.en.stopwords import STOP_LEMMAS
from compare.model import Claim, Cues, Moment, Name, Value
from compare.statements.clauses import Clause, content, governor, main_verb
from compare.statements.splitting import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

Kind = Literal["quantity", "moment", "place", "quotation", "proposition", "state", "unknown"]
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
JOINING = DASHES - {"—"}  # what ties a place to a word: 'US-led', 'Paris–based'
NONE: frozenset[str] = frozenset()  # one for all claims: a long article makes a hundred thousand
DATING = frozenset({"year", "quarter", "month", "week", "day", "part"})  # grains that say on which day, not only when


@dataclass(frozen=True)
class Sentence:
    """A statement with all that was read from it."""

    parsed: Parsed
    names: tuple[Name, ...]
    moments: tuple[Moment, ...]
    clauses: tuple[Clause, ...]

    def clause_at(self, token: Token) -> Clause:
        """Return the clause that a token stands in."""
        top = governor(token)
        return next((c for c in self.clauses if c.head.i == top.i), self.clauses[0])

    def names_in(self, tokens: Iterable[Token]) -> tuple[Name, ...]:
        """Return the names that any of the tokens belongs to."""
        places = {(t.idx + self.parsed.offset, t.idx + self.parsed.offset + len(t)) for t in tokens}
        return tuple(n for n in self.names if any(a < n.end and b > n.start for a, b in places))

    def is_place(self, name: Name) -> bool:
        """Tell whether a name says where: that of 'a UK-based monitor' or of 'Turkey's state agency said' does not."""
        return name in self._places

    @cached_property
    def _places(self) -> frozenset[Name]:
        return frozenset(n for n in self.names if self._says_where(n))

    def _says_where(self, name: Name) -> bool:
        after = name.end - self.parsed.offset
        if name.kind != "place" or self.parsed.span.doc.text[after : after + 1] in JOINING:
            return False
        token = self.parsed.token_at(name.start)
        return token is None or not any(_speaks(t) for t in (token, *token.ancestors))

    def moments_of(self, clause: Clause) -> tuple[Moment, ...]:
        """Return the moments that date a clause: its own, else those of the sentence."""
        dating = [m for m in self.moments if m.grain in DATING]
        offset = self.parsed.offset
        own = [
            m
            for m in dating
            if any(m.start < t.idx + offset + len(t) and m.end > t.idx + offset for t in clause.tokens)
        ]
        return tuple(own or dating)

    def phrase(self, token: Token | None) -> tuple[str, ...]:
        """Return a phrase as name keys and content lemmas without doubles, its head first."""
        if token is None:
            return ()
        if token.i not in self._phrases:
            self._phrases[token.i] = self._phrase(token)
        return self._phrases[token.i]

    @cached_property
    def _phrases(self) -> dict[int, tuple[str, ...]]:
        return {}  # a claim for each value of a clause, all with its subject and object

    def _phrase(self, token: Token) -> tuple[str, ...]:
        if token.lemma_.lower() in COLLECTIVE:  # 'scores of volunteers' are volunteers
            grouped = (c for of in token.children if of.lower_ == "of" for c in of.children if c.dep_ == "pobj")
            token = next(grouped, token)
        top = governor(token).i
        inside = [t for t in token.subtree if governor(t).i == top or t.i == token.i]
        keys = [n.key for n in self.names_in(inside)]
        named = {w for key in keys for w in key.split()}
        found = dict.fromkeys([*keys, *(w for w in content(token) if w not in named and w not in STOP_LEMMAS)])
        first = next((n.key for n in self.names_in([token])), token.lemma_.lower())
        return (first, *(w for w in found if w != first)) if first in found else tuple(found)


def _speaks(token: Token) -> bool:
    """Tell whether a word stands for who says something: the subject of 'said', what follows 'according to'."""
    said = token.dep_ == "nsubj" and token.head.lemma_.lower() in SPEAKING | {"put"}  # 'the agency put the toll at 12'
    return said or token.lower_ == "according"


def telling_words(tokens: Iterable[Token]) -> frozenset[str]:
    """Return the lemmas of words that tell something: no function words, no empty ones."""
    return _set(
        intern(t.lemma_.lower())
        for t in tokens
        if t.pos_ in CONTENT and t.lemma_.lower() not in STOP_LEMMAS and t.is_alpha
    )


def _set(words: Iterable[str]) -> frozenset[str]:
    return frozenset(words) or NONE


def make_claim(
    sentence: Sentence,
    clause: Clause,
    kind: Kind,
    value: Value | None,
    *,
    predicate: str | None,
    attribute: str | None,
    cues: Cues,
    scope: Literal["whole", "part", "running", "other"] = "whole",
) -> Claim:
    """Return a claim of a clause; names, words, days and places are those of the clause, else of its sentence."""
    parsed = sentence.parsed
    start, end = (x + parsed.offset for x in clause.bounds)
    if value is not None:
        start, end = min(start, value.start), max(end, value.end)
    names = sentence.names_in(clause.tokens)
    everywhere = names if any(sentence.is_place(n) for n in names) else sentence.names
    sort = f"{kind}.{attribute}" if kind == "state" else kind  # 'closed' may be a rung of two ladders
    seed = f"{parsed.statement.id}\n{sort}\n{value.start if value else start}\n{value.end if value else end}"
    return Claim(
        id="c-" + hashlib.sha256(seed.encode()).hexdigest()[:16],
        statement=parsed.statement.id,
        source=parsed.statement.source,
        kind=kind,
        start=start,
        end=end,
        value=value,
        cues=cues,
        predicate=predicate,
        attribute=attribute,
        wording=wording_of(clause),
        subject=sentence.phrase(clause.subject),
        object=sentence.phrase(clause.object),
        names=_set(n.key for n in names),
        words=telling_words(clause.tokens),
        days=sentence.moments_of(clause),
        places=_set(n.key for n in everywhere if sentence.is_place(n)),
        scope=scope,
    )


def wording_of(clause: Clause) -> str:
    """Return the predicate as written, with its auxiliaries, negation and carried verb."""
    parts = [t for t in clause.head.children if t.dep_ in {"aux", "auxpass", "neg", "prt"}]
    inner = main_verb(clause.head)
    between = [] if inner.i == clause.head.i else [inner]
    return " ".join(t.text for t in sorted([*parts, clause.head, *between], key=lambda t: t.i))

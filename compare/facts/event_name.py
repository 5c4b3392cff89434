"""The event of a set of articles in a few words, from what their heads share: 'the Geneva summit'."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from compare.facts.other_event import heads_of
from compare.language.en.questions import HAPPENINGS
from compare.model import Comparison

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")


def event_of(comparison: Comparison, left_out: Collection[str] = ()) -> str:
    """Return 'the Geneva summit' or 'Trump and Flynn'; '' where the articles share no name.

    A word counts once an article; the articles of ``left_out`` (ids) are about another event and do not count.
    """
    heads = heads_of(comparison.statements)
    texts: dict[str, list[str]] = {}
    for statement in comparison.statements:
        if statement.id in heads and statement.source not in left_out:
            texts.setdefault(statement.source, []).append(statement.text)
    if len(texts) < 2:
        return ""
    where: dict[str, frozenset[str]] = defaultdict(frozenset)
    for claim in comparison.claims:
        where[claim.statement] |= claim.places
    places = Counter(
        key
        for source in texts
        for key in {k for s in comparison.statements if s.source == source and s.id in heads for k in where[s.id]}
    )
    happened = _most(_happenings(" ".join(parts)) for parts in texts.values())
    names = _names(texts)
    place = next((n for n in names if any(n.lower() == key.lower() for key, count in places.items() if count > 1)), "")
    if happened and (place or names):
        return f"the {place or names[0]} {happened}"
    return " and ".join(names[:2])


def _happenings(text: str) -> set[str]:
    return {w.lower() for w in _WORD.findall(text) if w.lower() in HAPPENINGS}


def _most(found: Iterable[Collection[str]]) -> str:
    """Return the word that most articles have, where more than one has it."""
    counted = Counter(word for words in found for word in words)
    best = min(counted, key=lambda w: (-counted[w], w), default="")
    return best if counted[best] > 1 else ""


def _names(texts: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the capitalised words inside sentences, those of most articles first; such as two articles have."""
    by_source = []
    for parts in texts.values():
        inside: set[str] = set()
        for text in parts:
            words = list(_WORD.finditer(text))
            if sum(w.group()[0].isupper() for w in words) * 2 > len(words):
                continue  # a headline in capitals tells no name
            inside |= {w.group() for w in words[1:] if w.group()[0].isupper() and text[w.start() - 1] == " "}
        by_source.append(inside)
    counted = Counter(name for inside in by_source for name in {re.sub(r"[’']s$", "", n) for n in inside})
    told = [n for n, count in counted.items() if count > 1 and n.lower() not in HAPPENINGS and n.lower() not in _TIMES]
    return sorted(told, key=lambda n: (-counted[n], -len(n), n))


_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december president minister mr mrs ms dr i".split()
)

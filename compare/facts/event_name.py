"""The event of a set of articles in a few words, from what their heads share: 'the Larn summit'."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from compare.facts.other_event import heads_of
from compare.language.en.questions import HAPPENINGS
from compare.model import Comparison

NAMED = 2  # names that tell the event where no noun does


def event_of(comparison: Comparison, left_out: Collection[str] = ()) -> str:
    """Return 'the Larn summit' or 'Holm and Lind'; '' where the articles share no name.

    A word counts once an article, and then by how often the articles have it; the articles of ``left_out`` (ids) are
    about another event and do not count.
    """
    heads = heads_of(comparison.statements)
    texts: dict[str, str] = defaultdict(str)
    names: dict[str, set[str]] = defaultdict(set)
    places: dict[str, set[str]] = defaultdict(set)
    whole = {s.id: s.text for s in comparison.sources if s.id not in left_out}
    for statement in comparison.statements:
        if statement.id in heads and statement.source in whole:
            texts[statement.source] += f"{statement.text}\n"
    for claim in comparison.claims:
        if claim.statement in heads and claim.source in whole:
            names[claim.source] |= claim.names - claim.places
            places[claim.source] |= claim.places
    told = {source: set(re.findall(r"[a-z]+", text.lower())) & HAPPENINGS for source, text in texts.items()}
    happened = next(iter(_shared(told, whole)), "")
    where = _written(_shared(places, whole), texts)
    who = _written(_shared(names, whole), texts)
    if happened and (where or who):
        return f"the {(where or who)[0]} {happened}"
    return " and ".join((who + where)[:NAMED])


def _shared(words: Mapping[str, Collection[str]], texts: Mapping[str, str]) -> list[str]:
    """Return the words of more than one article, those of most articles first, then those said most often."""
    counted = Counter(word for found in words.values() for word in found)
    often = {w: sum(len(re.findall(rf"\b{re.escape(w)}\b", t, re.IGNORECASE)) for t in texts.values()) for w in counted}
    return sorted((w for w, n in counted.items() if n > 1), key=lambda w: (-counted[w], -often[w], w))


def _written(keys: Sequence[str], texts: Mapping[str, str]) -> list[str]:
    """Return names as the heads write them; a key that no head writes out is left out."""
    found = []
    for key in keys:
        pattern = rf"\b{re.escape(key)}\b"
        forms = Counter(m.group() for text in texts.values() for m in re.finditer(pattern, text, re.IGNORECASE))
        capital = [form for form in forms if form[:1].isupper()]
        if capital:
            found.append(min(capital, key=lambda form: (form.isupper() and len(form) > 3, -forms[form], form)))
    return found

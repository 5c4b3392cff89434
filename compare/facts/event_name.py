"""The event of a set of articles in a few words, from what their heads share: 'the Larn summit'."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from compare.facts.headline_words import shared_noun
from compare.facts.other_event import heads_of
from compare.language.en.questions import HAPPENINGS
from compare.model import Comparison

NAMED = 2  # names that tell the event where no noun does


def event_of(comparison: Comparison, left_out: Collection[str] = ()) -> str:
    """Return 'the Larn summit', 'Holm and Lind' or 'the school bus'; '' where the articles share no word for it.

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
    everywhere = set().union(*places.values())
    names = {source: found - everywhere for source, found in names.items()}
    told = {source: set(re.findall(r"[a-z]+", text.lower())) & HAPPENINGS for source, text in texts.items()}
    where = _written(_shared(places, whole), texts)
    who = _written(_shared(names, whole), texts)
    for happened in _shared(told, whole):
        for name in (*where, *who):
            if _is_of(name, happened, texts):
                return f"the {name} {happened}"
    titles = [s.text for s in comparison.statements if s.kind == "headline" and s.source in whole]
    people = [name for name in who if _told_in(name, titles) > 1 or _told_in(name.rsplit(maxsplit=1)[-1], titles) > 1]
    told_of = people or [name for name in where if _told_in(name, titles) > 1]  # who tells more than where
    told_of = [n for n in told_of if not any(set(n.split()) < set(other.split()) for other in told_of)]
    if told_of:
        return " and ".join(told_of[:NAMED])
    thing = shared_noun(titles, _proper(texts.values()))
    anywhere = _written(sorted(everywhere), texts)
    return thing or next((name for name in anywhere if _told_in(name, titles) > 1), "")


def _proper(texts: Collection[str]) -> set[str]:
    """Return the words that the first sentences write only with a capital, inside of a line: 'Belgian', 'Osby'."""
    body = "\n".join(text.partition("\n")[2] for text in texts)
    found = {m.group() for m in re.finditer(r"(?<=[\w,;] )[^\W\d_]+", body)}
    return {word.lower() for word in found if word[:1].isupper()} - {word for word in found if word.islower()}


def _told_in(name: str, texts: Collection[str]) -> int:
    """Return in how many of the texts a name stands."""
    return sum(re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) is not None for text in texts)


def _is_of(name: str, happened: str, texts: Mapping[str, str]) -> bool:
    """Tell whether an event is a name's: two articles say so, or one does and all the others have the name at least."""
    saying = sum(_of_it(name, happened, text) for text in texts.values())
    return saying > 1 or (saying == 1 and _told_in(name, texts.values()) == len(texts))


def _of_it(name: str, happened: str, text: str) -> bool:
    """Tell whether a text says that a name is the event's: 'the Larn summit', 'the summit in Larn', 'Larn's summit'.

    That both words stand somewhere in it says nothing: 'a shooting in Larn, said the United States'.
    """
    named = rf"\b{re.escape(name)}\b"
    before = rf"{named}(?:['’]s?)?(?:\s+[\w-]+)?\s+{happened}\b"
    within = r"(?:in|at|near|outside|on|of|between|during)\s+"
    through = rf"(?:{within}(?:[\w'’-]+\s+){{1,5}}?)?"  # 'shooting at a New Year's party in Larn'
    behind = rf"\b{happened}\s+(?:[\w-]+\s+){{0,2}}{through}{within}(?:[\w-]+\s+){{0,2}}{named}"
    return re.search(f"{before}|{behind}", text, re.IGNORECASE) is not None


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
        if capital and len(capital) == len(forms):  # 'barrel bomb' begins headlines with a capital and is no name
            found.append(min(capital, key=lambda form: (form.isupper() and len(form) > 3, -forms[form], form)))
    return found

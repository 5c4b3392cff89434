"""Organisations of one set of articles: acronyms and short forms brought to the full name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from compare.claims.folding import folded
from compare.claims.nation import country_of, nations
from compare.language.en.organisations import ALIASES, GENERIC_NAME_WORDS, LEGAL_FORMS, OPENING_COUNTRIES, SMALL_WORDS

Words = tuple[str, ...]
_BRACKETED = re.compile(r"((?:[\w’'&-]+\s+){2,9})\(\s*([A-Z][A-Za-z]*[A-Z]s?)\s*\)")


@dataclass(slots=True)
class Organisations:
    """Full names of the set, and what their short forms mean."""

    full: Counter[Words] = field(default_factory=Counter)
    acronyms: dict[str, str] = field(default_factory=dict)
    shorts: dict[str, str] = field(default_factory=dict)
    openings: set[str] = field(default_factory=set)  # first words of the longer names; asked, never listed

    @staticmethod
    def read(articles: Sequence[Sequence[str]], names: Iterable[Words]) -> Organisations:
        """Learn from the sentences of each article and from the organisations' names found in them."""
        known = Organisations()
        known.full = Counter(bare(words) for words in names)
        for article in articles:
            for text in article:
                for match in _BRACKETED.finditer(text):
                    _introduced(known, match)
        known.openings = {words[0] for words in known.full if len(words) > 1}
        _by_initials(known)
        _by_word(known)
        return known

    def key(self, words: Words, *, definite: bool, written: str = "") -> str:
        """Return the key of an organisation; ``definite`` tells 'the Observatory' from a bare word.

        ``written`` is the name as the article has it: 'WHO' and 'IS' are names only in capitals.
        """
        plain = bare(words)
        text = " ".join(plain)
        if text in ALIASES and (len(text) > 3 or not written.isalpha() or written.isupper()):
            return ALIASES[text]
        if text in self.acronyms:
            return self.acronyms[text]
        if len(plain) == 1 and definite and text in self.shorts:
            return self.shorts[text]
        return text


def bare(words: Words) -> Words:
    """Return a name without articles and legal form, its country in full: 'the US Acme Inc' → 'united states acme'."""
    kept = [w.removeprefix("al-").removeprefix("el-") for w in words if w not in ("the", "al", "el")]
    while len(kept) > 1 and kept[-1] in LEGAL_FORMS:
        kept.pop()
    if len(kept) > 1 and kept[0] in OPENING_COUNTRIES:
        kept[:1] = OPENING_COUNTRIES[kept[0]].split()
    return tuple(kept) or words


def _introduced(known: Organisations, match: re.Match[str]) -> None:
    """Learn 'the Board of Air Safety (BAS)' where the initials fit the words before the bracket."""
    words, acronym = match[1].split(), match[2].rstrip("s")
    for count in range(2, len(words) + 1):
        name = words[-count:]
        if not name[0][:1].isupper():
            continue
        if acronym.upper() in _initials([folded(w) for w in name]):
            full = bare(tuple(folded(" ".join(name)).split()))
            known.acronyms.setdefault(folded(acronym), ALIASES.get(" ".join(full), " ".join(full)))
            known.full[full] += 1
            return


def _initials(words: Sequence[str]) -> set[str]:
    """Return the acronyms that a name can have: with and without its small words."""
    parts = [p for w in words for p in w.split("-") if p]
    return {"".join(p[0] for p in parts).upper(), "".join(p[0] for p in parts if p not in SMALL_WORDS).upper()}


def _by_initials(known: Organisations) -> None:
    """Let an acronym of three letters or more stand for the one full name of the set with its initials."""
    singles = sorted(w[0] for w in known.full if len(w) == 1 and 3 <= len(w[0]) <= 6)
    names: dict[str, list[Words]] = {}
    for words in known.full:
        for initials in _initials(words) if len(words) > 2 else ():
            names.setdefault(initials, []).append(words)
    for single in singles:
        fitting = names.get(single.upper(), [])
        if len(fitting) == 1 and single not in known.acronyms:
            known.acronyms[single] = " ".join(fitting[0])


def _by_word(known: Organisations) -> None:
    """Let a word stand for the one full name of the set that holds it: 'Observatory', 'Nusra'."""
    holders: dict[str, set[str]] = {}
    longs: Counter[str] = Counter()  # how often names of several words hold the word
    for words, count in known.full.items():
        longs.update(dict.fromkeys(words if len(words) > 1 else (), count))
        if not 2 <= len(words) <= 6 or country_of(" ".join(words)):
            continue
        text = " ".join(words)
        key = ALIASES.get(text, text)
        for word in words:
            holders.setdefault(word, set()).add(key)
    for word, keys in holders.items():
        best = _longest_of_one(keys)
        if best is None or word in SMALL_WORDS or word in GENERIC_NAME_WORDS or len(word) < 4:
            continue
        if known.full[(word,)] > 3 * longs[word]:  # a name of its own: 'Airbus' is not short for 'Airbus A380 Club'
            continue
        if country_of(word) is None and word not in nations().cities:
            known.shorts[word] = best


def _longest_of_one(keys: set[str]) -> str | None:
    """Return the longest of several forms when each of the others is part of it ('Syrian X' in 'Syrian X for Y')."""
    ordered = sorted(keys, key=lambda k: (-len(k), k))
    longest = set(ordered[0].split())
    return ordered[0] if all(set(k.split()) <= longest for k in ordered[1:]) else None

"""Who is who among persons: full names, surnames, titles and spellings of one set of articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from compare.language.en.titles import GIVEN_NAMES, PARTICLES

Words = tuple[str, ...]


def given(name: str) -> str:
    """Return the common form of a given name: 'joe' and 'joseph' are one."""
    return GIVEN_NAMES.get(name, name)


def parts(words: Words) -> tuple[Words, Words]:
    """Split a person's words into given names and surname (with its particles): ('rami',), ('abdel', 'rahman')."""
    plain = tuple(p for w in words for p in w.split("-")) if any(_particled(w) for w in words) else words
    if len(plain) < 2 or plain[0] in PARTICLES:
        return (), _surname(plain)
    cut = len(plain) - 1
    while cut > 1 and plain[cut - 1] in PARTICLES:
        cut -= 1
    return tuple(w for w in plain[:cut] if len(w) > 1 or cut == 1), _surname(plain[cut:])


def _particled(word: str) -> bool:
    return "-" in word and any(p in PARTICLES for p in word.split("-"))


def _surname(words: Words) -> Words:
    """Return a surname without the article that outlets write or leave out ('al-Assad', 'Assad')."""
    kept = tuple(w for w in words if w not in ("al", "el", "ul", "ad", "as"))
    return tuple("abdel" if w in ("abdul", "abdal", "abd") else w for w in kept) or words


@lru_cache(maxsize=100_000)
def alike(left: str, right: str) -> bool:
    """Tell whether two words may be spellings of one name: 'sergey' and 'sergei', 'tokhar' and 'tukhar'."""
    if left == right:
        return True
    if min(len(left), len(right)) < 4 or left[0] != right[0]:
        return False
    from rapidfuzz.fuzz import ratio

    return ratio(left, right) >= 80 and skeleton(left) == skeleton(right)


def skeleton(word: str) -> str:
    """Return the consonants of a name as transliterations keep them: 'quriyah' and 'quria' → 'qr'."""
    found = ""
    for letter in word.rstrip("h").replace("ph", "f").replace("kh", "k").replace("dz", "z"):
        plain = {"q": "k", "c": "k", "z": "s"}.get(letter, letter)
        if plain not in "aeiouyw'-" and not found.endswith(plain):
            found += plain
    return found


def same_given(left: Words, right: Words) -> bool:
    """Tell whether two sets of given names can be one person's: equal, short forms, initials or spellings."""
    if not left or not right:
        return True
    a, b = given(left[0]), given(right[0])
    return a == b or alike(a, b) or (min(len(a), len(b)) == 1 and a[0] == b[0])


def same_surname(left: Words, right: Words) -> bool:
    return len(left) == len(right) and all(alike(a, b) for a, b in zip(left, right, strict=True))


@dataclass(slots=True)
class Person:
    """A person of the set: every full form that was seen, and the key they share."""

    forms: Counter[Words]
    givens: list[Words]
    surname: Words

    @property
    def key(self) -> str:
        """The most frequent full form, ties by spelling; the surname where no full form was seen."""
        best = min(self.forms, key=lambda f: (-self.forms[f], f))
        return " ".join(best)


def cluster(full: Iterable[Words]) -> list[Person]:
    """Return the persons that full names (two words or more) name; different given names are different people."""
    people: list[Person] = []
    for words, count in sorted(Counter(full).items(), key=lambda item: (-item[1], item[0])):
        first, last = parts(words)
        if not first:
            continue
        match = next(
            (
                p
                for p in people
                if same_surname(p.surname, last) and all(same_given(first, other) for other in p.givens)
            ),
            None,
        )
        if match is None:
            people.append(Person(Counter({words: count}), [first], last))
        else:
            match.forms[words] += count
            match.givens.append(first)
    return people


def by_surname(people: Sequence[Person], words: Words) -> list[Person]:
    """Return the persons whom a short form can mean: its words are their surname."""
    whole = _surname(tuple(p for w in words for p in w.split("-")))
    return [p for p in people if same_surname(p.surname, whole)]


def by_first_name(people: Sequence[Person], words: Words) -> list[Person]:
    """Return the persons whose names begin with the single word of a short form ('Malia', 'Ban')."""
    return [p for p in people if len(words) == 1 and any(g[0] == words[0] for g in p.givens if g)]

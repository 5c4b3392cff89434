"""Who is who among persons: full names, surnames, titles and spellings of one set of articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
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


def sounds(words: Iterable[str]) -> Words:
    """Return what all spellings of some words share: whatever is `alike` has the same; few others do."""
    return tuple(word[:1] + skeleton(word) for word in words)


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


class People:
    """The persons of a set, looked up by their names: a long set has thousands, and none is met one by one."""

    def __init__(self, full: Iterable[Words] = ()) -> None:
        """Take full names (two words or more); different given names are different people."""
        self._sounding: dict[Words, list[Person]] = defaultdict(list)  # by the sounds of the surname
        self._called: dict[str, list[Person]] = defaultdict(list)  # by first name, in the order of the persons
        self._forms: dict[Words, Person] = {}
        people: list[Person] = []
        for words, count in sorted(Counter(full).items(), key=lambda item: (-item[1], item[0])):
            first, last = parts(words)
            if not first:
                continue
            bearers = self._sounding[sounds(last)]
            match = next(
                (
                    p
                    for p in bearers
                    if same_surname(p.surname, last) and all(same_given(first, other) for other in p.givens)
                ),
                None,
            )
            if match is None:
                match = Person(Counter(), [], last)
                people.append(match)
                bearers.append(match)
            match.forms[words] += count
            match.givens.append(first)
            self._forms[words] = match
        for person in people:
            for name in dict.fromkeys(given_names[0] for given_names in person.givens):
                self._called[name].append(person)

    def of_form(self, words: Words) -> Person | None:
        """Return the person of whom this is a full form."""
        return self._forms.get(words)

    def by_surname(self, words: Words) -> list[Person]:
        """Return the persons whom a short form can mean: its words are their surname."""
        whole = _surname(tuple(p for w in words for p in w.split("-")))
        return [p for p in self._sounding.get(sounds(whole), ()) if same_surname(p.surname, whole)]

    def by_first_name(self, words: Words) -> list[Person]:
        """Return the persons whose names begin with the single word of a short form ('Malia', 'Ban')."""
        return list(self._called.get(words[0], ())) if len(words) == 1 else []

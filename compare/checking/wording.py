"""Texts folded for word-by-word comparison: case, marks, spelling and house style set aside."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from compare.claims.house_style import spelled_out, worded

LETTERS = 12  # letters from which a stretch is surely the same, whatever its borders


@dataclass(frozen=True)
class Folded:
    """A text as its words, each with its place."""

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    @cached_property
    def line(self) -> str:
        """The words, one blank between them and one at each end."""
        return f" {' '.join(self.words)} "

    @cached_property
    def starts(self) -> dict[int, int]:
        """Place in ``line`` of each word's first letter → number of the word."""
        found, place = {}, 1
        for number, word in enumerate(self.words):
            found[place] = number
            place += len(word) + 1
        return found

    def places_of(self, words: tuple[str, ...]) -> list[tuple[int, int]]:
        """Return the places in the text where the words stand one after the other."""
        wanted = f" {' '.join(words)} "
        found, at = [], self.line.find(wanted)
        while at >= 0:
            first = self.starts[at + 1]
            found.append((self.spans[first][0], self.spans[first + len(words) - 1][1]))
            at = self.line.find(wanted, at + 1)
        return found

    def places_of_letters(self, words: tuple[str, ...]) -> list[tuple[int, int]]:
        """Return where the same letters stand with other borders of words: 'cease-fire', 'ceasefire'."""
        wanted = "".join(words)
        at = self.letters.find(wanted)
        if at < 0 or at not in self.letter_starts or len(wanted) < LETTERS:
            return []
        first = self.letter_starts[at]
        last = max(n for place, n in self.letter_starts.items() if place < at + len(wanted))
        return [(self.spans[first][0], self.spans[last][1])]

    @cached_property
    def letters(self) -> str:
        """The words without anything between them."""
        return "".join(self.words)

    @cached_property
    def letter_starts(self) -> dict[int, int]:
        """Place in ``letters`` of each word's first letter → number of the word."""
        found, place = {}, 0
        for number, word in enumerate(self.words):
            found[place] = number
            place += len(word)
        return found

    def word_at(self, place: int) -> int:
        """Return the number of the word that a place in ``line`` lies in or before."""
        return next((n for begin, n in self.starts.items() if begin + len(self.words[n]) > place), len(self.words) - 1)


def folded(text: str, offset: int = 0) -> Folded:
    """Return a text folded; places are counted from ``offset``."""
    found = [(part, start, end) for word, start, end in worded(text) for part in spelled_out((word,))]
    return Folded(tuple(word for word, _, _ in found), tuple((start + offset, end + offset) for _, start, end in found))

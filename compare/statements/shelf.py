"""Parses that statements look at: in memory, or for a long article packed on a shelf and taken down when asked for.

A parse takes some thousand bytes a word, packed a fiftieth of it.  The parse of a five-megabyte article is therefore
never in memory whole; a statement's own is, as long as somebody looks at it.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from weakref import WeakValueDictionary

from compare.statements.parses import packed_parses, unpacked_parses

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONG = 100_000  # characters of an article from which its parses are shelved
TAKEN_DOWN = 128  # parses that stay in memory after somebody looked at them


class Held(Protocol):
    """Where the parse of a segment is."""

    @property
    def doc(self) -> Doc:
        """The parse."""
        ...


@dataclass(frozen=True, slots=True)
class Present:
    """A parse in memory."""

    doc: Doc


@dataclass(frozen=True, slots=True)
class Shelved:
    """A parse on a shelf."""

    shelf: Shelf
    number: int

    @property
    def doc(self) -> Doc:
        """The parse, the same object as long as anybody holds it or a token of it."""
        return self.shelf.taken(self.number)


class Shelf:
    """The packed parses of one article."""

    def __init__(self) -> None:
        self._packed: list[bytes] = []
        self._alive: WeakValueDictionary[int, Doc] = WeakValueDictionary()
        self._last: deque[Doc] = deque(maxlen=TAKEN_DOWN)

    def put(self, doc: Doc) -> Shelved:
        """Pack a parse and say where it is."""
        self._packed.append(packed_parses([doc]))
        return Shelved(self, len(self._packed) - 1)

    def taken(self, number: int) -> Doc:
        """Return a parse."""
        doc = self._alive.get(number)
        if doc is None:
            [doc] = unpacked_parses(self._packed[number])
            self._alive[number] = doc
            self._last.append(doc)
        return doc

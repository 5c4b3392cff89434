"""A parsed sentence as the quantity grammar reads it: its lexemes beside the parser's tokens."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from compare.claims.lexemes import Lexemes, lexemes_of
from compare.claims.lookalike import masked

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

TITLE_CASE = 0.6  # share of the longer words that begin with a capital in a headline set in title case


class Sentence:
    """What every step of the grammar needs: lexemes, the token of a lexeme, places where no amount can be."""

    __slots__ = ("_masks", "_starts", "base", "lexemes", "span", "title_case")

    def __init__(self, span: Span | Doc) -> None:
        self.span: Span = span[:]
        self.base: int = self.span.start_char  # place of lexeme offset 0 in ``span.doc``
        self.lexemes: Lexemes = lexemes_of(self.span.text)
        self._starts = [token.idx for token in self.span]
        self._masks = bytearray(len(self.span.text))  # 1 where no amount can be
        for first, past in masked(self.span.text):
            self._masks[first:past] = b"\1" * (past - first)
        longer = [lexeme.text for lexeme in self.lexemes.items if lexeme.kind == "word" and len(lexeme.text) > 3]
        self.title_case = len(longer) > 3 and sum(word[0].isupper() for word in longer) >= TITLE_CASE * len(longer)

    def token(self, place: int) -> Token:
        """Return the parser's token that holds the start of lexeme ``place``."""
        at = bisect_right(self._starts, self.base + self.lexemes[place].start) - 1
        return self.span[max(at, 0)]

    def before(self, place: int) -> Token | None:
        """Return the token left of the one that holds lexeme ``place``, or None at the start of the sentence."""
        token = self.token(place)
        return self.span.doc[token.i - 1] if token.i > self.span.start else None

    def is_masked(self, place: int) -> bool:
        """Tell whether the lexeme lies within a web address, a telephone number or a date in figures."""
        return bool(self._masks[self.lexemes[place].start])

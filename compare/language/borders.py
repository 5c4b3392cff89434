"""Sentence borders that the parser must keep or must not set: repairs for dirty and machine-translated text.

Runs before the parser, so that its trees never cross a border set here.  Measured on 200 gold sentences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from compare.language.en.titles import ABBREVIATED_TITLES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ENDS = frozenset((".", "!", "?", "…", "...", "..", "?!", "!?", "!!", "??"))
OPENING = frozenset("“‘«„")
CLOSING = frozenset("”’»")
STRAIGHT = frozenset(('"', "'", "''", "``"))
NEVER_FIRST = frozenset((",", ";", ":", ".", "..", "...", "!", "?", "%", "”", "’", "»", ")", "]", "}", "…"))


def mark_borders(doc: Doc) -> Doc:
    """Set ``is_sent_start`` where the characters leave no doubt; ``None`` stays for the parser to decide."""
    inside = _straight_quotes(doc)
    codes = [1] * min(len(doc), 1)  # as spaCy writes them: 1 begins a sentence, -1 does not, 0 is for the parser
    for i in range(1, len(doc)):
        known = doc[i].is_sent_start
        sure = starts_sentence(doc, i, inside) if known is None else known
        codes.append(0 if sure is None else 1 if sure else -1)
    if codes:  # in one go: the setter of a token looks through the whole text each time
        import numpy as np

        values: Any = np.array([codes], dtype=np.int64).T.astype(np.uint64)
        doc.from_array(["SENT_START"], values)
    return doc


def starts_sentence(doc: Doc, i: int, closing: frozenset[int]) -> bool | None:
    """Say whether token ``i`` begins a sentence: True, False, or None where the parser must decide.

    ``closing`` holds the places of straight quotation marks that close a quotation.
    """
    token = doc[i]
    if token.is_space:
        return False
    before = i - 1
    while before > 0 and doc[before].is_space:
        before -= 1
    last = doc[before]
    gap = bool(doc[i - 1].whitespace_) or doc[i - 1].is_space
    if token.text in NEVER_FIRST or i in closing or last.text in ABBREVIATED_TITLES:
        return False
    if last.text in ENDS and not gap and _glued(doc, before, token):
        return True
    if last.text in CLOSING or before in closing:
        return _after_closing(doc, before, token, closing)
    if last.text in ENDS and gap and before and doc[before - 1].text in CLOSING and token.text[:1].isupper():
        return True
    if last.text in ("…", "...") and gap and token.text[:1].isupper() and before and not doc[before - 1].whitespace_:
        return True
    if last.text in ("?", "!") and gap and token.text[:1].isupper():
        return True
    if last.text in (")", "]") and before and doc[before - 1].text not in ENDS:
        return False
    if last.text not in ENDS and token.text[:1].islower():
        return False
    return None


def _glued(doc: Doc, end: int, token: Token) -> bool:
    """'raised.The': a full stop after a word of lower-case letters, and a capital right behind it."""
    word = doc[end - 1].text if end else ""
    return len(word) > 1 and word.isalpha() and word[1:].islower() and token.text[:1].isupper() and token.text.isalpha()


def _after_closing(doc: Doc, mark: int, token: Token, closing: frozenset[int]) -> bool | None:
    """Decide behind a closing quotation mark: '.” “If' begins a sentence, '?” he asked' and ', ”said' do not."""
    if mark == 0:
        return None
    inner = doc[mark - 1]
    if token.text[:1].islower():
        return False
    if inner.text in ENDS and (token.text in OPENING or (token.text in STRAIGHT and token.i not in closing)):
        return True
    return None


def _straight_quotes(doc: Doc) -> frozenset[int]:
    """Return the places of straight double quotation marks that close: every second one, unless spaces differ."""
    closing = set()
    is_open = False
    for token in doc:
        if token.text not in ('"', "''", "``"):
            continue
        tight_left = token.i > 0 and not doc[token.i - 1].whitespace_ and not doc[token.i - 1].is_space
        if is_open and (tight_left or token.whitespace_ or token.i + 1 == len(doc)):
            closing.add(token.i)
            is_open = False
        else:
            is_open = True
    return frozenset(closing)

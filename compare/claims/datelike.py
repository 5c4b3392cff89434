"""Dates and their look-alikes: 'may' the verb, 'April Jones', 'the Sunday Times', '2000 people'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.claims.dategrammar import supported
from compare.language.en.calendar import NAMED_DAYS, PAPERS_AFTER_WEEKDAY

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from compare.claims.datetext import Reading


def token_at(span: Span, place: int) -> Token:
    """Return the token of ``span`` that holds the character ``place`` of its document."""
    return next((t for t in span if t.idx <= place < t.idx + max(1, len(t.text_with_ws))), span[0])


def is_date(span: Span, reading: Reading) -> bool:
    """Tell dates from look-alikes: 'may' and 'march' the verbs, 'April Jones', 'the Sunday Times', '2000 people'."""
    text = span.text
    token = token_at(span, span.start_char + reading.start)
    last = token_at(span, span.start_char + reading.end - 1)
    after = last.nbor(1) if last.i + 1 < len(last.doc) else None
    if reading.shape == "day":
        before = token.nbor(-1).lower_ if token.i else ""
        if before in NAMED_DAYS or (after is not None and after.text in PAPERS_AFTER_WEEKDAY):
            return False
        return not reading.bare or (after is not None and after.pos_ == "NOUN" and before not in ("on", "most"))
    if reading.shape == "month" and reading.bare:
        if token.tag_ == "MD" or token.pos_ in ("VERB", "AUX"):
            return False
        person = token.ent_type_ == "PERSON" or (after is not None and after.ent_type_ == "PERSON")
        if supported(text, reading):
            return not (person and after is not None and after.pos_ == "PROPN")
        return token.ent_type_ == "DATE" and not person and not (after is not None and after.pos_ == "PROPN")
    if reading.shape == "year":
        if token.i > span.start and token.nbor(-1).pos_ == "PROPN":
            return False  # 'the Russell 2000', 'Vision 2030'
        if after is not None and after.lower_ in {"block", "blk"}:
            return False  # 'the 1600 block of Elm Street'
        counts = after is not None and after.tag_ == "NNS" and after.ent_type_ != "DATE"
        if counts and token.dep_ == "nummod":
            return token.ent_type_ == "DATE" and token.i > 0 and token.nbor(-1).lower_ in ("the", "in", "its", "their")
        return supported(text, reading) or token.ent_type_ == "DATE"
    return True

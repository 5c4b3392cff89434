"""The parse of a source as bytes, and back: parsed once, compared as often as its event changes.

The bytes are spaCy's ``DocBin`` (deflated attributes of tokens, no pickle): what the stages after the parse look at,
in a twenty-fifth of what ``Doc.to_bytes`` takes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from compare.language.pipeline import english

if TYPE_CHECKING:
    from spacy.tokens import Doc

KEPT = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE"]


def packed_parses(docs: Iterable[Doc]) -> bytes:
    """Return parses as bytes, in order; each is let go once it is packed: a long article takes little memory."""
    from spacy.tokens import DocBin

    return DocBin(attrs=KEPT, docs=docs).to_bytes()


def unpacked_parses(data: bytes) -> Iterator[Doc]:
    """Yield the parses that `packed_parses` packed; raises ``ValueError`` where they are damaged."""
    from spacy.tokens import DocBin

    yield from DocBin().from_bytes(data).get_docs(english().vocab)

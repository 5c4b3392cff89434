"""Who says what is quoted in a paragraph that names nobody: a line under it, the paragraph before, or the one after."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from compare.claims.marks import Marked
from compare.model import Quotation

if TYPE_CHECKING:
    from compare.statements.splitting import Parsed

Voice = tuple[str | None, str | None]  # speaker as written, lemma of the verb
Reader = Callable[["Parsed"], Voice | None]

_NAME = r"(?:(?:The|the|An?|an?)\s)?[A-Z][\w.'’-]{0,30}(?:\s(?:of|for|the|de|van|von|[\w.'’-]{1,30})){0,6}"
# '— Ann Roe', '-- Ann Roe, mayor of Osby', '> – The mayor', behind the quotation or on the line under it
SIGNED = re.compile(
    rf"[ \t]{{0,4}}(?:\n[\s>]{{0,8}})?(?:[—–―]|--?(?=\s))\s?[*_]{{0,2}}(?P<name>{_NAME})[*_]{{0,2}}"
    r"(?:,[^\n“”\"!?]{1,100})?[.]?[ \t]{0,4}(?=\n|$)"
)
OPENING = re.compile(r"[\s>*_]{0,8}[“„\"«‘]")


@dataclass(slots=True)
class Paragraph:
    """The statements of a paragraph and what is quoted in it, in order of place."""

    statements: list[Parsed]
    said: list[tuple[Marked, Quotation]]
    free: bool  # some of its words stand in no quotation

    @property
    def headline(self) -> bool:
        """Whether the paragraph is the article's headline, which speaks for nobody behind it."""
        return self.statements[0].statement.kind == "headline"

    def outer(self) -> list[tuple[Marked, Quotation]]:
        """Return the quotations that stand in no other."""
        return [pair for pair in self.said if pair[0].depth == 0]


def carried_on(stretches: Sequence[Marked], end: int, after: str) -> list[Marked]:
    """Return the quoted stretches, the last one drawn to its paragraph's ``end`` where the next opens with a mark.

    So is speech printed that runs over paragraphs: each begins with a mark, only the last ends with one.
    """
    if not stretches or stretches[-1].closed or stretches[-1].depth or not OPENING.match(after):
        return list(stretches)
    return [*stretches[:-1], replace(stretches[-1], end=end, inner_end=end)]


def spoken_across(paragraphs: Sequence[Paragraph], text: str, announced: Reader) -> None:
    """Give speakers, in place, to quotations whose own paragraph names none.

    ``announced`` reads who speaks from a statement with a verb of saying, as in 'The mayor said:'.
    """
    for number, paragraph in enumerate(paragraphs):
        before = paragraphs[number - 1] if number and not paragraphs[number - 1].headline else None
        for stretch, quotation in paragraph.outer():
            if quotation.verb is None and (voice := _signed(text, stretch) or _before(paragraph, before, announced)):
                _give(paragraph, stretch, voice)
    for paragraph, after in reversed(list(pairwise(paragraphs))):
        last, first = paragraph.outer()[-1:], after.outer()[:1]
        if last and first and last[0][1].verb is None and not last[0][0].closed and first[0][1].verb is not None:
            _give(paragraph, last[0][0], (first[0][1].speaker, first[0][1].verb))


def _signed(text: str, stretch: Marked) -> Voice | None:
    match = SIGNED.match(text, stretch.end)
    return (" ".join(match["name"].split()), "say") if match else None


def _before(paragraph: Paragraph, before: Paragraph | None, announced: Reader) -> Voice | None:
    """Read the speaker from the paragraph before: 'She said:', speech that goes on, or the last to have spoken."""
    if before is None or paragraph.free:
        return None
    last = before.statements[-1]
    if last.statement.text.rstrip().endswith(":"):
        return announced(last)
    spoken = before.outer()[-1:]
    return (spoken[0][1].speaker, spoken[0][1].verb) if spoken and spoken[0][1].verb is not None else None


def _give(paragraph: Paragraph, stretch: Marked, voice: Voice) -> None:
    paragraph.said[:] = [
        (mark, replace(said, speaker=voice[0], verb=voice[1], scare=False) if mark == stretch else said)
        for mark, said in paragraph.said
    ]

"""One statement holds what the other says is over: what the rules for offices, plans and cases at law share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.claims.cues import cues_at
from compare.judgement.analysed import Analysed
from compare.judgement.statements import ClaimVerdict
from compare.model import Claim, Cues, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Token

    from compare.statements.splitting import Parsed


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a side, with the sentence that it stands in."""

    token: Token
    parsed: Parsed

    @property
    def lemma(self) -> str:
        """Its lemma in lower case."""
        return self.token.lemma_.lower()

    @property
    def cues(self) -> Cues:
        """How its clause is meant."""
        return cues_at(self.parsed.span, self.token)


@dataclass(frozen=True, slots=True)
class Overtaking:
    """What one side still holds, and what the other tells instead."""

    held: Word
    told: Word
    told_words: tuple[str, ...]  # exact words of the news
    rule: str
    reason: str


def words_of(side: Analysed) -> Iterator[Word]:
    """Yield the words of a side, each with its sentence, in order."""
    for parsed in side.parsed:
        for token in parsed.span:
            yield Word(token, parsed)


def earlier(one: Analysed, other: Analysed) -> bool:
    """Tell whether the article of one side appeared on a day before the other's."""
    days = [str(side.published)[:10] for side in (one, other) if side.published is not None]
    return len(days) == 2 and days[0] < days[1]


def update(holding: Analysed, news: Analysed, found: Overtaking, *, swapped: bool) -> ClaimVerdict | None:
    """Return the update; ``swapped`` says that the news is on the left.  None where a side makes no claim."""
    ours, theirs = _claim(holding, found.held), _claim(news, found.told)
    if ours is None or theirs is None:
        return None
    words = ((found.held.token.text,), found.told_words)
    verdict = Verdict("update", found.rule, found.reason, *(words[::-1] if swapped else words))
    first, second = (theirs, ours) if swapped else (ours, theirs)
    return ClaimVerdict(first, second, verdict, 1.0)


def _claim(side: Analysed, word: Word) -> Claim | None:
    """Return the claim of the innermost clause that holds a word, else the first of its statement."""
    own = [c for c in side.claims if c.statement == word.parsed.statement.id and c.kind == "proposition"]
    place = word.parsed.offset + word.token.idx
    holding = [c for c in own if c.start <= place < c.end]
    return min(holding, key=lambda c: (c.end - c.start, c.start), default=own[0] if own else None)

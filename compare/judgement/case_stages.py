"""A case at law moves on: 'is accused of fraud' is overtaken by 'was found guilty of fraud'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.extraction.cues import cues_at
from compare.judgement.analysed import Analysed
from compare.judgement.called_off import claim_around, earlier
from compare.judgement.statements import ClaimVerdict
from compare.language.en.courts import CHARGED, DECIDED, DECISIONS, GUILTY
from compare.model import Verdict

if TYPE_CHECKING:
    from spacy.tokens import Token

    from compare.statements import Parsed

Place = tuple["Token", "Parsed"]


def case_decided(left: Analysed, right: Analysed) -> ClaimVerdict | None:
    """Return an update where one side tells of a person still accused whom the other, no earlier one, tells decided.

    Both must name the person; a side that tells of the decision itself has not been overtaken.
    """
    for pending, news, swapped in ((left, right, False), (right, left, True)):
        open_, decided = _pending(pending), _decided(news)
        if open_ is None or decided is None or _decided(pending) is not None or earlier(news, pending):
            continue
        if not _people(pending) & _people(news):
            continue
        ours, theirs = claim_around(pending, *open_), claim_around(news, *decided)
        if ours is None or theirs is None:
            continue
        reason = f"One says '{open_[0].text}', the other already '{decided[0].text}'."
        words = ((open_[0].text,), (decided[0].text,))
        verdict = Verdict("update", "case.decided", reason, *(words[::-1] if swapped else words))
        first, second = (theirs, ours) if swapped else (ours, theirs)
        return ClaimVerdict(first, second, verdict, 1.0)
    return None


def _pending(side: Analysed) -> Place | None:
    """Return the word that says, in the present, that somebody is accused, or that a decision is still expected."""
    for parsed in side.parsed:
        for token in parsed.span:
            lemma = token.lemma_.lower()
            if token.pos_ == "VERB" and lemma in CHARGED and not cues_at(parsed.span, token).past:
                return token, parsed
            if lemma in DECISIONS and cues_at(parsed.span, token).status == "expected":
                return token, parsed
    return None


def _decided(side: Analysed) -> Place | None:
    """Return the word that says, as done, that somebody was convicted, cleared or sentenced."""
    for parsed in side.parsed:
        for token in parsed.span:
            found = token.lemma_.lower() in DECIDED and token.pos_ == "VERB"
            guilty = token.lower_ in GUILTY and token.head.lemma_.lower() == "find"
            if not (found or guilty):
                continue
            cues = cues_at(parsed.span, token)
            if cues.status == "reported" and not cues.negated:
                return token, parsed
    return None


def _people(side: Analysed) -> set[str]:
    return {name.key for name in side.names if name.kind == "person"}

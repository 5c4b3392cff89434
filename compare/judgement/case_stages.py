"""A case at law moves on: 'is accused of fraud' is overtaken by 'was found guilty of fraud'."""

from __future__ import annotations

from compare.judgement.analysed import Analysed
from compare.judgement.overtaking import Overtaking, Word, earlier, update, words_of
from compare.judgement.statements import ClaimVerdict
from compare.language.en.courts import CHARGED, DECIDED, DECISIONS, GUILTY


def case_decided(left: Analysed, right: Analysed) -> ClaimVerdict | None:
    """Return an update where one side tells of a person still accused whom the other, no earlier one, tells decided.

    Both must name the person; a side that tells of the decision itself has not been overtaken.
    """
    for pending, news, swapped in ((left, right, False), (right, left, True)):
        accused, decided = _pending(pending), _decided(news)
        if accused is None or decided is None or _decided(pending) is not None or earlier(news, pending):
            continue
        if not _people(pending) & _people(news):
            continue
        reason = f"One says '{accused.token.text}', the other already '{decided.token.text}'."
        found = Overtaking(accused, decided, (decided.token.text,), "case.decided", reason)
        return update(pending, news, found, swapped=swapped)
    return None


def _pending(side: Analysed) -> Word | None:
    """Return the word that says, in the present, that somebody is accused, or that a decision is still expected."""
    for word in words_of(side):
        accused = word.token.pos_ == "VERB" and word.lemma in CHARGED
        if (accused and not word.cues.past) or (word.lemma in DECISIONS and word.cues.status == "expected"):
            return word
    return None


def _decided(side: Analysed) -> Word | None:
    """Return the word that says, as done, that somebody was convicted, cleared or sentenced."""
    for word in words_of(side):
        done = word.token.pos_ == "VERB" and word.lemma in DECIDED
        found = word.token.lower_ in GUILTY and word.token.head.lemma_.lower() == "find"
        if (done or found) and word.cues.status == "reported" and not word.cues.negated:
            return word
    return None


def _people(side: Analysed) -> set[str]:
    return {name.key for name in side.names if name.kind == "person"}

"""A case at law that moved on: found either way round, and what must not be taken for it."""

from __future__ import annotations

from datetime import date

import pytest

from compare.judgement.analysed import analyse
from compare.judgement.case_stages import case_decided

MOVED_ON = [
    ("Viktor Sand is accused of bribing a judge.", "A court found Viktor Sand guilty of bribing a judge."),
    ("The verdict on Viktor Sand is expected on Monday.", "Viktor Sand was acquitted of bribery."),
    ("Prosecutors suspect Viktor Sand of bribery.", "Viktor Sand has been sentenced to three years for bribery."),
]
STANDING = [
    # another person, both decided, not yet decided, told as past, denied
    ("Viktor Sand is accused of bribing a judge.", "A court found Anna Lind guilty of bribing a judge."),
    ("Viktor Sand, who is accused of fraud, was convicted.", "Viktor Sand was convicted of fraud."),
    ("Viktor Sand is accused of bribing a judge.", "Viktor Sand may be convicted of bribing a judge."),
    ("Viktor Sand was accused of bribing a judge in May.", "Viktor Sand was found guilty of bribing a judge."),
    ("Viktor Sand is accused of bribing a judge.", "Viktor Sand was not convicted of bribing a judge."),
]


@pytest.mark.parametrize(("pending", "news"), MOVED_ON)
def test_a_decision_overtakes_the_accusation(pending: str, news: str) -> None:
    for pair in ((pending, news), (news, pending)):
        found = case_decided(*analyse(list(pair), [None, None]))
        assert found is not None
        assert found.verdict.relation == "update"
        for words, text in zip((found.verdict.left_words, found.verdict.right_words), pair, strict=True):
            assert all(word in text for word in words)


@pytest.mark.parametrize(("pending", "news"), STANDING)
def test_what_still_stands(pending: str, news: str) -> None:
    assert case_decided(*analyse([pending, news], [None, None])) is None


def test_an_accusation_of_later_articles_is_another_case() -> None:
    pending, news = MOVED_ON[0]
    assert case_decided(*analyse([pending, news], [date(2024, 5, 2), date(2024, 5, 1)])) is None

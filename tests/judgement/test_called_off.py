"""A plan beside the news that it was called off: found either way round, and what must not be taken for it."""

from __future__ import annotations

from datetime import date

import pytest

from compare.judgement.analysed import analyse
from compare.judgement.called_off import called_off

OFF = [
    ("The ministers will hold a signing ceremony on Friday.", "The ministers cancelled the ceremony on Friday."),
    ("The club plans to open the concert at noon.", "The concert was called off because of the storm."),
    ("A lunch and a press conference are scheduled for Monday.", "They put off the planned lunch and conference."),
    ("The minister is expected to give a speech in Lyon.", "After the cancellation of the speech he flew home."),
    ("The union will begin a strike on Monday.", "The union has postponed its strike by a week."),
]
ON = [
    # another thing, not off at all, not yet, both say it, no plan
    ("The ministers will hold a ceremony on Friday.", "The ministers cancelled the dinner on Friday."),
    ("The ministers will hold a ceremony on Friday.", "The ministers did not cancel the ceremony."),
    ("The ministers will hold a ceremony on Friday.", "The ministers may cancel the ceremony."),
    ("The ministers will cancel the ceremony.", "The ministers cancelled the ceremony on Friday."),
    ("The ministers held a ceremony on Friday.", "The ministers cancelled the ceremony of last year."),
    ("The union will begin a strike on Monday.", "The union called for a strike."),
    # what is used is not what is held
    ("The firm will use new chips next year.", "The firm is abandoning the chips of its rival."),
]


@pytest.mark.parametrize(("plan", "news"), OFF)
def test_a_plan_called_off_is_overtaken(plan: str, news: str) -> None:
    for pair in ((plan, news), (news, plan)):
        found = called_off(*analyse(list(pair), [None, None]))
        assert found is not None
        assert found.verdict.relation == "update"
        for words, text in zip((found.verdict.left_words, found.verdict.right_words), pair, strict=True):
            assert all(word in text for word in words)


@pytest.mark.parametrize(("plan", "news"), ON)
def test_what_was_not_called_off(plan: str, news: str) -> None:
    assert called_off(*analyse([plan, news], [None, None])) is None


def test_a_plan_made_after_the_cancellation_stands() -> None:
    plan, news = OFF[0]
    days = [date(2024, 5, 2), date(2024, 5, 1)]
    assert called_off(*analyse([plan, news], days)) is None
    assert called_off(*analyse([plan, news], days[::-1])) is not None

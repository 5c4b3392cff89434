"""A replacement is offered only where the same speaker, or nobody, gives another value for the same slot and day."""

from __future__ import annotations

from datetime import date

import pytest
from small_articles import articles

from compare.checking.draft import checker_for, draft_from_text, finish
from compare.checking.model import Check

DAYS = {"a": date(2016, 8, 15), "b": date(2016, 8, 17)}


def checked(draft: str, texts: dict[str, str]) -> list[Check]:
    sources = articles(texts, {name: DAYS[name] for name in texts})
    return [c for c in finish(draft_from_text(draft, "draft.txt"), checker_for(sources)).checks if c.label]


UNSAFE = {
    "another giver": (
        "The raid on Lask killed 56 people, the Observatory said.",
        {
            "a": "The raid on Lask killed 56 people, the Observatory said. Snow fell on the hills.",
            "b": "The raid on Lask killed over 100 people, the ministry said. Bread costs more in Larn.",
        },
    ),
    "the article itself": (
        "The raid on Lask killed 56 people, the Observatory said.",
        {"b": "The raid on Lask killed 100 people. Bread costs more in Larn."},
    ),
    "another day": (
        "The raid on Lask on Monday killed 56 people.",
        {
            "a": "The raid on Lask on Monday killed 56 people. Snow fell on the hills.",
            "b": "The raid on Lask on Tuesday killed 100 people. Bread costs more in Larn.",
        },
    ),
}


@pytest.mark.parametrize("name", UNSAFE)
def test_nothing_to_insert(name: str) -> None:
    for check in checked(*UNSAFE[name]):
        assert check.assessment.replacement is None
        assert check.assessment.suggestion is None


def test_a_figure_for_monday_is_not_overtaken_by_tuesdays() -> None:
    assert [c.verdict for c in checked(*UNSAFE["another day"]) if c.verdict == "overtaken"] == []


def test_the_same_speaker_may_be_put_right() -> None:
    (check,) = checked(
        "The raid on Lask killed 56 people, the ministry said.",
        {"b": "The raid on Lask killed 100 people, the ministry said. Bread costs more in Larn."},
    )
    assert check.assessment.replacement is not None
    assert "100" in check.assessment.replacement


def test_no_speaker_at_all_may_be_put_right() -> None:
    (check,) = checked(
        "The fire in Dorna killed seven workers.",
        {"b": "The fire in Dorna killed nine workers. Bread costs more in Larn."},
    )
    assert check.assessment.replacement is not None

"""An office that one statement gives and the other says was left: found, and what must not be taken for it."""

from __future__ import annotations

import pytest

from compare.judgement.analysed import analyse
from compare.matching.offices_left import office_left

LEFT = [
    (
        "Ann Lee, the spokeswoman for the harbour board, wrote that the ferry was safe.",
        "By Friday Ann Lee had resigned as spokeswoman for the harbour board.",
    ),
    ("Health secretary Tom Reed is in the clear.", "Tom Reed resigned as health secretary on Monday."),
    ("Tom Reed is the chairman of the club.", "Tom Reed stepped down on Monday as chairman."),
]
KEPT = [
    # another person, another office, not yet, not at all, both say it
    ("Ann Lee, the spokeswoman for the board, wrote a letter.", "Tom Reed resigned as spokesman of the union."),
    ("Ann Lee, the treasurer of the board, wrote a letter.", "Ann Lee resigned as spokeswoman."),
    ("Ann Lee, the spokeswoman for the board, wrote a letter.", "Ann Lee will resign as spokeswoman in May."),
    ("Ann Lee, the spokeswoman for the board, wrote a letter.", "Ann Lee has not resigned as spokeswoman."),
    ("Former treasurer Ann Lee will lead the inquiry.", "Ann Lee resigned as treasurer in May."),
    ("The ex-treasurer, Ann Lee, leads the inquiry.", "Ann Lee resigned as treasurer in May."),
    ("Home secretary Ann Lee wrote a letter.", "Ann Lee once resigned as health secretary."),
    ("Tom Reed met the treasurer, Ann Lee.", "Tom Reed resigned as treasurer of the club."),
    ("Treasurer Ann Lee was replaced on Monday.", "Ann Lee resigned as treasurer."),
    ("Ann Lee resigned as spokeswoman.", "Ann Lee has resigned as spokeswoman of the board."),
]


@pytest.mark.parametrize(("left", "right"), LEFT)
def test_an_office_left_overtakes_the_one_still_given(left: str, right: str) -> None:
    for pair in ((left, right), (right, left)):
        found = office_left(*analyse(list(pair), [None, None]))
        assert found is not None
        assert found.verdict.relation == "update"
        for words, text in zip((found.verdict.left_words, found.verdict.right_words), pair, strict=True):
            assert all(word in text for word in words)


@pytest.mark.parametrize(("left", "right"), KEPT)
def test_what_is_no_office_left(left: str, right: str) -> None:
    assert office_left(*analyse([left, right], [None, None])) is None

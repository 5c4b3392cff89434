"""Who says it, named in the next sentence or around a whole quotation."""

from __future__ import annotations

import pytest

from compare.judgement.analysed import analyse


@pytest.mark.parametrize(
    ("text", "value", "givers"),
    [
        ("Two people were killed. That is according to police.", "Two", ("police",)),
        ("Two people were killed. According to the coroner.", "Two", ("the coroner",)),
        ("Two people were killed. Police said so on Monday.", "Two", ("Police",)),
        ("Two people were killed, the mayor said. That is according to police.", "Two", ("the mayor",)),
        ("Two people were killed. According to police, 12 fled.", "Two", ()),
        ("Two people were killed.\n\nThat is according to police.", "Two", ()),
        ("Two people were killed. Police said so many were hurt that 12 came.", "Two", ()),
        ("Ann Roe said: “The dam broke. It killed 12 people. We ran.”", "12", ("Ann Roe",)),
        ("Ann Roe called it a “disaster”. It killed 12 people.", "12", ()),
    ],
)
def test_a_figure_has_the_giver_that_stands_behind_it(text: str, value: str, givers: tuple[str, ...]) -> None:
    (side,) = analyse((text,), (None,))
    (claim,) = [c for c in side.claims if c.kind == "quantity" and c.value and c.value.text == value]
    assert claim.cues.said_by == givers

"""What keeps two likely statements from agreeing: a denial, unlike figures of one act, figures of strangers."""

from __future__ import annotations

import pytest

from compare.judgement.analysed import analyse
from compare.judgement.statements import judge_statements
from compare.objections import denied, strangers, unlike_figures


@pytest.mark.parametrize(
    ("left", "right", "objection"),
    [
        ("His lawyer said that Sand would appeal.", "The defence said Sand would not appeal.", True),
        ("His lawyer said that Sand would appeal.", "The defence said Sand would appeal.", False),
        ("The bridge did not collapse.", "The bridge collapsed in the storm.", True),
        ("The bridge did not collapse.", "The bridge swayed.", False),
        ("There was no fog.", "There was snow.", False),
    ],
)
def test_denials(left: str, right: str, objection: bool) -> None:
    one, other = analyse((left, right), (None, None))
    assert (denied(one, other) is not None) is objection
    assert (denied(other, one) is not None) is objection


@pytest.mark.parametrize(
    ("left", "right", "objection"),
    [
        ("In May 91 percent of crews backed the walkout.", "Of members 78 percent backed the walkout.", True),
        ("In May 78.3 percent of crews backed the walkout.", "Of members 78 percent backed the walkout.", False),
        ("Most crews backed the walkout.", "Of members 78 percent backed the walkout.", False),
    ],
)
def test_unlike_figures_of_one_act(left: str, right: str, objection: bool) -> None:
    one, other = analyse((left, right), (None, None))
    acts = [v for v in judge_statements(one, other) if v.verdict.rule == "proposition.same"]
    assert acts
    assert any(unlike_figures(v, one, other) for v in acts) is objection


@pytest.mark.parametrize(
    ("left", "right", "objection"),
    [
        ("The talks in Larn lasted five hours.", "The power cut in Ostrand lasted nine hours.", True),
        ("The talks in Larn lasted five hours.", "The talks lasted nine hours.", False),
        ("The talks in Larn lasted five hours.", "It lasted nine hours.", False),
        ("The fire killed nine people.", "The blaze at the mill killed 12 people.", False),
    ],
)
def test_strangers(left: str, right: str, objection: bool) -> None:
    one, other = analyse((left, right), (None, None))
    figures = [(a, b) for a in one.claims for b in other.claims if a.kind == b.kind == "quantity"]
    assert figures
    assert any(strangers(a, b) for a, b in figures) is objection

"""What keeps two likely statements from agreeing: a denial, unlike figures of one act, nothing shared but names."""

from __future__ import annotations

import pytest

from compare.judgement.analysed import analyse
from compare.judgement.statements import judge_statements
from compare.matching.objections import denied, names_alone, unlike_figures


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
        ("Anna Sand of Orvelle writes books.", "Anna Sand grew up in a village.", True),
        ("Anna Sand resigned over a letter.", "Anna Sand married a baker.", True),
        ("Anna Sand resigned over a letter.", "Anna Sand quit over a letter.", False),
        ("The talks in Dorna ended early.", "The meeting in Dorna ended early.", False),
        # three names say as much as two words
        ("Anna Sand flew to Paris and Berlin.", "After Berlin and Paris, Anna Sand rested.", False),
    ],
)
def test_names_alone_are_no_fact(left: str, right: str, objection: bool) -> None:
    one, other = analyse((left, right), (None, None))
    assert (names_alone(one, other) is not None) is objection
    assert (names_alone(other, one) is not None) is objection

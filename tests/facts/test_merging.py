"""Groups that an editor would read as one stand once; what is about two things stays apart."""

from __future__ import annotations

import pytest
from small_articles import compared

AGES = {
    "a": "Mara Holm, 34, was found on Friday. Police looked for Mara Holm, 34, for a week. Snow fell on the lake.",
    "b": "Mara Holm, 34, was found on Friday. Friends of Mara Holm, 34, thanked the police. Bread costs more.",
}
SPELLED = {
    "a": "Frank Gamez was arrested in Larn. Police said Frank Gamez had fled to Dorna. Snow fell on the lake.",
    "b": "Frank Gomez was arrested in Larn. Police said Frank Gomez had fled to Dorna. Bread costs more.",
}


# What else article a tells of her must not matter: whoever does it, it is her age.
@pytest.mark.parametrize("act", ["looked for", "waited for", "cared for", "guarded", "praised"])
def test_one_age_of_one_person_is_told_once(act: str) -> None:
    found = compared({**AGES, "a": AGES["a"].replace("looked for", act)}).facts
    ages = [f for f in found if any("34" in a.value for a in f.answers) and f.relation == "agreement"]
    assert len(ages) == 1
    assert ages[0].question == "Age of Mara Holm"


def test_one_spelling_beside_another_is_one_finding() -> None:
    found = [f for f in compared(SPELLED).facts if f.question.startswith("Spelling of a name")]
    assert len(found) == 1


def test_two_figures_of_two_things_stay_apart() -> None:
    found = compared(
        {
            "a": "The fire in Dorna killed seven workers. The flood in Lask killed seven farmers. Rain fell in Larn.",
            "b": "Seven workers died in the fire in Dorna. In Lask seven farmers died in the flood. Bread costs more.",
        }
    )
    values = [f for f in found.facts if f.basis == "value"]
    assert len(values) == 2, [f.question for f in found.facts]

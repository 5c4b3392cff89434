"""What may be a discrepancy: which clashes two statements give, and which they must not."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from compare.judgement.analysed import analyse
from compare.judgement.clash import same_bearer, told_in
from compare.judgement.clashing import clashes
from compare.judgement.state import later_state
from compare.judgement.weighing import TABLE, family, weights
from compare.language.ladders import FOLDER
from compare.model import Claim, Cues, State

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parents[1] / "cases" / "clashes.toml").read_text("utf-8"))[
    "case"
]


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['kind']}: {c['left'][:40]}")
@pytest.mark.parametrize("turned", [False, True])
def test_a_clash_is_found_or_not(case: dict[str, Any], turned: bool) -> None:
    texts = (case["right"], case["left"]) if turned else (case["left"], case["right"])
    left, right = analyse(texts, (None, None))
    found = [c for c in clashes(left, right, told_in((left, right))) if c.kind == case["kind"]]
    if case.get("silent"):
        assert not found
        return
    assert found
    assert found[0].verdict.relation == case["relation"]
    assert found[0].verdict.reason.endswith(".")
    for clash in found:
        assert 0 <= clash.fit <= 1
        for words, text in zip((clash.verdict.left_words, clash.verdict.right_words), texts, strict=True):
            assert all(w in text for w in words), "the words that differ stand in the statement"


def test_every_kind_has_a_case_that_fires_and_one_that_must_not() -> None:
    fires = Counter(c["kind"].split(".")[0] for c in CASES if not c.get("silent"))
    silent = Counter(c["kind"].split(".")[0] for c in CASES if c.get("silent"))
    assert set(fires) == set(silent)


def test_every_kind_and_piece_of_evidence_has_a_weight() -> None:
    table = weights()
    assert set(table.rows) == {row.name for row in TABLE}
    assert {family(c["kind"]) for c in CASES} <= set(table.kinds) | {"state"}


@pytest.mark.parametrize(
    ("left", "right", "least", "most"),
    [
        (("anna moreau",), ("anna moreau", "girl"), 1.0, 1.0),
        (("girl",), ("girl", "texas"), 0.6, 0.8),
        (("suspect",), ("tom baker",), 0.4, 0.6),
        ((), ("tom baker",), 0.3, 0.5),
        (("tom baker",), ("clara holm",), 0.0, 0.0),
    ],
)
def test_one_bearer(left: tuple[str, ...], right: tuple[str, ...], least: float, most: float) -> None:
    assert least <= same_bearer(left, right) <= most
    assert same_bearer(left, right) == same_bearer(right, left)


BOYS = "Police said a 14-year-old boy was hurt in Larn.", "A 9-year-old boy was hurt in Larn, police said."


@pytest.mark.parametrize("both", [True, False])
def test_two_ages_are_of_two_whom_nobody_names_where_one_article_tells_of_both(both: bool) -> None:
    left, right = analyse(BOYS, (None, None))
    told = told_in((left, right))
    if both:
        ages = {ends for (_, slot), found in told.figures.items() if slot == "age" for ends in found}
        told = replace(told, figures=dict.fromkeys(told.figures, ages))
    assert [c.kind for c in clashes(left, right, told) if c.kind in ("age", "contrast")] == ([] if both else ["age"])


def test_fewer_are_missing_later_but_not_fewer_dead() -> None:
    days = date(2024, 3, 4), date(2024, 3, 5)
    for what, relation in (("are missing", "update"), ("died", "conflict")):
        texts = tuple(f"Rescuers said {n} people {what} after the ferry sank off Larn." for n in (14, 12))
        left, right = analyse(texts, days)  # type: ignore[arg-type]
        (found,) = [c for c in clashes(left, right, told_in((left, right))) if c.kind == "toll"]
        assert found.verdict.relation == relation


LATER = re.compile(
    r"One says (“[^”]+”(?: \([^)]+\))?), the other (“[^”]+”(?: \([^)]+\))?), (a later stage|told as fact)\."
)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.tsv")), ids=lambda path: path.stem)
def test_every_word_of_every_rung_stands_quoted_in_a_sentence_with_its_rung_beside_it(path: Path) -> None:
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    last, top = rows[-1][0].removeprefix("="), 99
    for name, _, words in rows:
        for word in words.split():
            for cues in (Cues(), Cues("expected"), Cues("denied"), Cues(negated=True)):
                early = _standing(path.stem, name.removeprefix("="), 1, word, cues)
                for late in (_reached(early, last, top), _reached(early, name.removeprefix("="), 2)):
                    verdict = later_state(early, late)
                    assert verdict is not None
                    told = LATER.fullmatch(verdict.reason)
                    assert told is not None, verdict.reason
                    assert f"“{word}”" in told[1]
                    assert ("not, or not yet" in told[1]) == cues.negated
                    for status in {"expected", "denied"} - {name}:
                        assert (status in told[1]) == (cues.status == status)


def _standing(ladder: str, rung: str, level: int, word: str, cues: Cues) -> Claim:
    value = State(0, len(word), word, ladder, rung, level)
    return Claim("c", "s", "a", "state", 0, len(word), value, cues)


def _reached(claim: Claim, rung: str, level: int) -> Claim:
    assert isinstance(claim.value, State)
    return replace(claim, value=replace(claim.value, text="its words", rung=rung, level=level), cues=Cues())

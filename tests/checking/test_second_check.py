"""A second reader in a check: asked about what would be called contradicted or not found, before it is shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from chat_server import Pair, Reply, answer, first_words, serving
from small_articles import articles

from compare.checking.checker import Checker
from compare.checking.draft import check_draft, draft_from_text
from compare.checking.gate import gate
from compare.checking.model import Check

SOURCES = {
    "a": "The rescue of the ferry in Osby took nine hours, the coast guard said. The captain was taken to hospital.",
    "b": "It took nine hours to rescue the ferry off Osby. A doctor examined the ferry's captain in Halden hospital.",
}
DRAFT = (
    "The rescue of the ferry in Osby took four hours.\n\nThe skipper received medical treatment.\n\n"
    "Bread will cost more in Halden next year.\n\nThe rescue of the ferry in Osby took nine hours.\n"
)


def checks(model: object = None) -> list[Check]:
    own = articles(SOURCES)
    if model is None:
        return list(check_draft(draft_from_text(DRAFT), own).checks)
    with serving(model) as server:  # type: ignore[arg-type]
        return list(check_draft(draft_from_text(DRAFT), own, second=server.reader()).checks)


def verdicts(found: list[Check]) -> list[str]:
    return [c.verdict for c in found]


def agreed(pair: Pair) -> Reply:
    """Say that the skipper's treatment is the captain's."""
    ours, theirs = pair["a"]["statement"], pair["b"]["statement"]
    if "skipper" in ours and "captain" in theirs:
        return answer("yes", "agreement", "medical treatment", "hospital")
    return answer("no")


def test_only_what_would_accuse_is_asked_and_the_answer_is_shown() -> None:
    plain = checks()
    assert verdicts(plain)[0] == "contradicted"
    assert verdicts(plain)[2] == "not-found"
    wanted = [c.statement.text for c in plain if c.verdict in ("contradicted", "not-found")]
    with serving(agreed) as server:
        found = check_draft(draft_from_text(DRAFT), articles(SOURCES), second=server.reader())
    assert sorted(p["a"]["statement"] for p in server.asked) == sorted(wanted)
    assert all("ferry" in p["b"]["statement"] or "captain" in p["b"]["statement"] for p in server.asked)
    noted = [c.statement.text for c in found.checks if any("Second reader" in n for n in c.assessment.notes)]
    assert sorted(noted) == sorted(wanted)
    [note] = [n for n in found.checks[0].assessment.notes if "Second reader" in n]
    assert re.fullmatch(r"Second reader \(test-model\), beside [ab]\.txt: not the same fact\.", note)
    assert re.match(r"an answer for each of \d pairs", found.settings["second_reader"])


@pytest.mark.parametrize(
    "model",
    [lambda _: answer("no"), lambda pair: first_words(pair, "agreement"), lambda pair: first_words(pair, "conflict")],
    ids=["no", "agreement", "conflict"],
)
def test_a_figure_that_a_source_has_otherwise_stays_contradicted(model: object) -> None:
    plain, found = checks(), checks(model)
    assert found[0].verdict == "contradicted"
    assert (found[0].assessment.reason, found[0].mark_column) == (plain[0].assessment.reason, plain[0].mark_column)
    assert verdicts(found)[3] == verdicts(plain)[3]


def test_a_figure_that_no_source_has_is_borne_out_by_nobody() -> None:
    own = articles({"a": "The museum in Halden opened. It rained.", "b": "A museum was opened in Halden by the king."})
    text = "The museum in Halden cost 71 million crowns to build.\n"
    with serving(lambda pair: first_words(pair, "agreement")) as server:
        found = check_draft(draft_from_text(text), own, second=server.reader())
    assert found.checks[0].verdict not in ("supported", "one-source")


def test_an_answer_can_move_what_is_doubtful() -> None:
    """Over all sentences, an agreement never makes a verdict graver, and a conflict never a lighter one."""
    out = ("supported", "one-source")
    plain = verdicts(checks())
    agreeing = verdicts(checks(lambda pair: first_words(pair, "agreement")))
    against = verdicts(checks(lambda pair: first_words(pair, "conflict")))
    assert all(b in out for a, b in zip(plain, agreeing, strict=True) if a in out)
    assert all(b not in out for a, b in zip(plain, against, strict=True) if a not in out)


def test_without_answers_the_check_is_the_same_and_says_so() -> None:
    own = articles(SOURCES)
    plain = check_draft(draft_from_text(DRAFT), own)
    with serving(lambda _: (500, "", {"Retry-After": "0"})) as server:
        found = check_draft(draft_from_text(DRAFT), own, second=server.reader())
        assert [c.assessment for c in found.checks] == [c.assessment for c in plain.checks]
        [note] = found.notes
        assert re.match(r"Second reader: no answer for (\d) of \1 pairs\.", note)
        assert gate(found).exit_code == gate(plain).exit_code
        strict = check_draft(
            draft_from_text("Bread will cost more in Halden.\n"), own, second=server.reader(required=True)
        )
    assert gate(strict, ()).exit_code == 3
    assert "Second reader: no answer for 1 of 1 pair." in gate(strict, ()).sentence


def test_an_edit_asks_only_about_what_it_touched(tmp_path: Path) -> None:
    with serving(lambda _: answer("no")) as server:
        checker = Checker(articles(SOURCES), second=server.reader(tmp_path / "kept.sqlite"))
        checker.check(draft_from_text(DRAFT))
        asked = len(server.asked)
        checker.check(draft_from_text(DRAFT))
        assert len(server.asked) == asked
        checker.check(draft_from_text(DRAFT.replace("four hours", "five hours")))
        assert len(server.asked) <= asked + 2  # the sentence, and the one of which it is the context

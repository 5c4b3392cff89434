"""What an editor reads: each verdict names its words, on both sides where there are two."""

from __future__ import annotations

from dataclasses import replace

import pytest
from draft_cases import CONTRADICTED, INVENTED, MISQUOTED, SUPPORTED, ferry, one

from compare.checking.checker import Checker
from compare.checking.draft import draft_from_text, finish
from compare.checking.explaining import EXPLAINED, misquotation
from compare.matching.reader import Reading
from compare.sources.collecting import read_bytes
from compare.statements.splitting import read_statements


def test_a_contradiction_names_both_values_and_their_places() -> None:
    told = one(CONTRADICTED).assessment
    first = told.witnesses[0]
    [(start, end)] = first.marks
    text = next(s.text for s in ferry().sources if s.id == first.source)
    assert (text[start:end], told.replacement) == ("41", "41")
    assert "‘41’" in told.reason
    assert "‘53’" in told.reason


def test_a_misquotation_names_the_words() -> None:
    told = one(MISQUOTED).assessment
    assert (told.verdict, "bang" in told.reason, "noise" in told.reason) == ("misquoted", True, True)


def test_one_source_says_who_has_it() -> None:
    told = one("The captain passed an alcohol test, Transport Minister Paul Reyes said.").assessment
    assert told.verdict == "one-source"
    assert told.witnesses[0].source in told.reason


def test_what_is_not_found_names_the_nearest_and_what_it_lacks() -> None:
    told = one(INVENTED).assessment
    assert told.verdict == "not-found"
    assert "‘" in told.reason
    assert told.mark is not None


@pytest.mark.parametrize("text", [SUPPORTED, CONTRADICTED, MISQUOTED, INVENTED, "The ferry may leave on Monday."])
@pytest.mark.parametrize("verdict", ["supported", "one-source", "not-found", "contradicted", "overtaken", "too-strong"])
def test_no_verdict_is_without_words(text: str, verdict: str) -> None:
    source = draft_from_text(text + "\n").source
    [sentence] = ferry().sentences(source, read_statements(source))
    told = EXPLAINED[verdict](ferry().beside(sentence), ferry().material)  # type: ignore[index]
    assert told is not None
    assert told.reason
    assert told.witnesses


def test_the_reader_is_asked_about_few_pairs_and_once() -> None:
    asked: list[tuple[str, str]] = []

    def read(pairs: object) -> list[Reading]:
        found = list(pairs)  # type: ignore[call-overload]
        asked.extend(found)
        return [Reading(0.5, 0.5, 0.5, 0.0, 0.0)] * len(found)

    checker = Checker(ferry().sources)
    checker.material = replace(checker.material, reader=read)
    draft = draft_from_text(f"{SUPPORTED} {CONTRADICTED}\n")
    checker.check(draft)
    assert 0 < len(asked) <= 2 * 3 * len(checker.sources)
    before = len(asked)
    checker.check(draft_from_text(f"{SUPPORTED} It was cold. {CONTRADICTED}\n"))
    assert len(asked) - before <= 3 * len(checker.sources)


def told(verdict: str, source: str, draft: str) -> str:
    """Return what is said of a draft's sentence beside the only sentence of a source, given its verdict."""
    article = read_bytes(f"News\n\n{source}\n".encode(), "a.txt", "text")
    checker = Checker([article])
    written = draft_from_text(f"{draft}\n").source
    [sentence] = checker.sentences(written, read_statements(written))
    found = EXPLAINED[verdict](checker.beside(sentence), checker.material)  # type: ignore[index]
    assert found is not None
    assert found.replacement is None
    return found.reason


GAINSAID = (
    (
        "Police said a total of five rounds were shot that day and the gun was brought from a house.",
        "Eight shots were fired in all, police said.",
        "a.txt has ‘five’, the draft ‘Eight’.",
    ),
    (
        "The jury took its time before it convicted Holm of the death of a girl.",
        "Holm, the man convicted, was glad.",
        "a.txt says otherwise: “The jury took its time before it convicted Holm of the death of a girl.”",
    ),
)


@pytest.mark.parametrize(("source", "draft", "reason"), GAINSAID)
def test_a_contradiction_names_what_differs_and_no_two_words_that_only_face_each_other(
    source: str, draft: str, reason: str
) -> None:
    assert told("contradicted", source, draft) == reason


def test_opposites_are_shown_with_the_word_that_turns_them() -> None:
    reason = told("contradicted", "The bridge is not open to lorries.", "The bridge is not closed to lorries.")
    assert reason == "a.txt has ‘not open’, the draft ‘not closed’."


def test_a_speaker_is_named_where_the_source_says_he() -> None:
    source = "Sheriff Jon Dahl spoke on Friday. He said that it was “a ridiculous thing to do to a town”."
    article = read_bytes(f"News\n\n{source}\n".encode(), "a.txt", "text")
    checker = Checker([article])
    written = draft_from_text("It was “a ridiculous thing to do to a town”, said Mayor Ida Lund.\n").source
    [sentence] = checker.sentences(written, read_statements(written))
    found = misquotation(checker.beside(sentence), checker.material)
    assert found is not None
    assert found.reason == "a.txt gives these words to Jon Dahl, the draft to Mayor Ida Lund."


FERRY = "A ferry sank off Larn on Thursday with 112 people on board, killing at least nine people, police said.\n"
AFTER = "Eleven dead as ferry sinks off Larn\n\nThe toll rose to eleven on Saturday. Rain fell in Larn.\n"


@pytest.mark.parametrize(("texts", "asked"), [((FERRY,), True), ((FERRY, AFTER), False)])
def test_a_bound_that_another_report_has_without_it_is_not_asked_for(texts: tuple[str, ...], asked: bool) -> None:
    sources = [read_bytes(text.encode(), f"{number}.txt", "text") for number, text in enumerate(texts)]
    draft = "Eleven people were killed when the ferry sank off Larn on Thursday with 112 people on board.\n"
    [found] = finish(draft_from_text(draft, "draft.md"), Checker(sources)).checks
    assert ("at least nine" in found.assessment.reason) == asked, found.assessment.reason

"""What a source plainly denies is contradicted; what it denies too, in other words, is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.checking.assessing import assess
from compare.checking.checker import Checker
from compare.checking.drafts import draft_from_text
from compare.checking.gainsaying import gainsaid
from compare.checking.model import Assessment
from compare.sources.collecting import read_bytes
from compare.statements.splitting import read_statements

SOURCE = (
    "The mayor has not resigned. The company does not know the two other men. The council opposes legalizing the sale "
    "of fireworks. Nobody was hurt in the fire. The governor refused to sign the bill. The driver has no insurance."
)
CHECKER = Checker([read_bytes(f"News of the day\n\n{SOURCE}\n".encode(), "a.txt", "text")])
WRONG = (
    "The mayor has resigned.",
    "The company knows the two other men.",
    "The council favors legalizing the sale of fireworks.",
    "Two people were hurt in the fire.",
    "The governor signed the bill.",
    "The driver has insurance.",
)
TRUE = (
    "The mayor has not stepped down.",
    "The company said it did not know the two other men.",
    "The council is not in favor of legalizing the sale of fireworks.",
    "There were no injuries in the fire.",
    "The governor did not sign the bill.",
    "The driver is not insured.",
)


def told(draft: str, checker: Checker = CHECKER) -> Assessment:
    written = draft_from_text(f"{draft}\n").source
    [sentence] = checker.sentences(written, read_statements(written))
    return assess(sentence, checker.material, checker.weights)


@pytest.mark.parametrize("draft", WRONG)
def test_what_a_source_denies_is_contradicted(draft: str) -> None:
    assert told(draft).verdict == "contradicted"


@pytest.mark.parametrize("draft", TRUE)
def test_what_a_source_denies_too_is_not(draft: str) -> None:
    assert told(draft).verdict != "contradicted"


def test_the_words_that_are_opposites_are_named() -> None:
    assert told(WRONG[2]).reason == "a.txt has ‘opposes’, the draft ‘favors’."


def test_without_the_reader_nothing_is_plainly_denied() -> None:
    written = draft_from_text(WRONG[0] + "\n").source
    [sentence] = CHECKER.sentences(written, read_statements(written))
    laid = CHECKER.beside(sentence)
    assert gainsaid(laid, CHECKER.material)
    assert not gainsaid(replace(laid, scores={}), CHECKER.material)

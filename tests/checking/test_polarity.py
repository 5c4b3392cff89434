"""Denials, opposites, roles turned round, and how firmly two sentences say the same."""

from __future__ import annotations

import pytest
from sentences import pairing

from compare.checking.manner import lost, open_there
from compare.checking.polarity import negated, opposed, swapped
from compare.language.en.assertion import BOUNDS, HEDGES


@pytest.mark.parametrize(
    ("draft", "source", "found"),
    [
        ("The captain answered questions.", "The captain did not answer questions.", True),
        ("The captain answered questions.", "The captain declined to answer questions.", True),
        ("The captain answered questions.", "The captain answered a few questions.", False),
        ("The captain never answered.", "The captain did not answer.", False),
    ],
)
def test_one_side_denies(draft: str, source: str, found: bool) -> None:
    assert bool(negated(pairing(draft, source))) is found


@pytest.mark.parametrize(
    ("draft", "source", "found"),
    [
        ("The shares rose on Monday.", "The shares fell on Monday.", True),
        ("The shares rose on Monday.", "The shares climbed on Monday.", False),
        ("The mayor encouraged the strike.", "The mayor discouraged the strike.", True),
        ("The mayor encouraged the strike.", "The mayor did not discourage the strike.", False),
        ("The guests came to the dinner.", "The guests went to the dinner.", False),
        ("A man fed the dog in the yard.", "A man fed the dog while a woman swept the yard.", False),
        ("The crowd cheered the victory in Larn.", "The crowd in Larn was defeated.", False),
    ],
)
def test_opposites(draft: str, source: str, found: bool) -> None:
    assert bool(opposed(pairing(draft, source))) is found


def test_roles_are_turned_round() -> None:
    assert swapped(pairing("Anna Berg accused Paul Reyes.", "Paul Reyes accused Anna Berg."))
    assert not swapped(pairing("Anna Berg accused Paul Reyes.", "Anna Berg accused Paul Reyes on Monday."))


def test_what_is_only_possible_there() -> None:
    assert open_there(pairing("The ferry sails on Monday.", "The ferry may sail on Monday."))
    assert not open_there(pairing("The ferry may sail on Monday.", "The ferry may sail on Monday."))


def test_words_of_caution_that_are_lost() -> None:
    pair = pairing("The crew left the ship.", "The crew allegedly left almost the whole ship.")
    assert [pair.source.words[n].text for n in lost(pair, HEDGES)] == ["allegedly"]
    assert "almost" in [pair.source.words[n].text for n in lost(pair, BOUNDS)]

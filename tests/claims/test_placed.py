"""Kinds of things and names in their place of the sentence, however the sentence is turned."""

from __future__ import annotations

import pytest

from compare.claims.placed import Mention
from compare.judgement.analysed import analyse
from compare.language.kinds import Kind
from compare.model import Name


def kinds(text: str) -> dict[str, Mention[Kind]]:
    return {m.what.name: m for m in analyse((text,), (None,))[0].kinds}


def named(text: str) -> dict[str, Mention[Name]]:
    return {m.text: m for m in analyse((text,), (None,))[0].named}


@pytest.mark.parametrize(
    ("text", "kind", "place", "governor"),
    [
        ("The dog bit a nurse.", "nurse", "object", "bite"),
        ("A nurse was bitten by the dog.", "nurse", "object", "bite"),
        ("A nurse was bitten by the dog.", "dog", "subject", "bite"),
        ("The dog bit a nurse.", "dog", "subject", "bite"),
        ("The fire began in the kitchen.", "kitchen", "in", "begin"),
        ("The fire began in the living room.", "living-room", "in", "begin"),
        ("The jury convicted Erik Brandt of perjury.", "perjury", "of", "convict"),
        ("Ida Holm, a plumber, won.", "plumber", "is", "holm"),
        ("Ida Holm is a plumber.", "plumber", "is", "holm"),
    ],
)
def test_a_kind_stands_in_its_place(text: str, kind: str, place: str, governor: str) -> None:
    found = kinds(text)[kind]
    assert (found.place, found.governor) == (place, governor)
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("She came back in the evening.", "back"),
        ("The head of the bank resigned.", "head"),
        ("Erik Church opened the debate.", "church"),
        ("The tower is 30 feet high.", "foot"),
        ("A lamp fell on the floor.", "gun"),
    ],
)
def test_what_only_sounds_like_a_kind_is_none(text: str, kind: str) -> None:
    assert kind not in kinds(text)


def test_how_many_and_whether_denied_is_read_beside_it() -> None:
    assert kinds("Two nurses were hurt.")["nurse"].count == "two"
    assert kinds("Nurses were hurt.")["nurse"].count == "many"
    assert kinds("A nurse was hurt.")["nurse"].count == ""
    assert kinds("No nurse was hurt, and the doctor was not hurt.")["doctor"].denied


def test_names_stand_in_their_place() -> None:
    assert named("The firm was sold to Norsk Hydro.")["Norsk Hydro"].place == "to"
    assert named("Elsa Brandt designed the bridge.")["Elsa Brandt"].place == "subject"
    assert named("The bridge was designed by Elsa Brandt.")["Elsa Brandt"].place == "subject"

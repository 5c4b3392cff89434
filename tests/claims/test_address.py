"""Street addresses: which are read, which words only look like one, and which two cannot be one place."""

from __future__ import annotations

import pytest

from compare.claims.address import addresses_in, apart


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Shots were fired in the 1400 block of East 44th Street.", [("44th", "street", 1400, True)]),
        ("He lives at 665 Skylark Drive, police said.", [("skylark", "drive", 665, False)]),
        ("At 6011 N.W. 32nd Ave., a door was open.", [("32nd", "avenue", 6011, False)]),
        ("On Elm Street nobody slept.", [("elm", "street", None, False)]),
        (
            "It stands at E. 55th St. near Harrow Road.",
            [("55th", "street", None, False), ("harrow", "road", None, False)],
        ),
        ("The house at 12 Mill Court burnt.", [("mill", "court", 12, False)]),
        # what only looks like an address
        ("The Supreme Court ruled on Monday.", []),
        ("In St. Olaf the river rose.", []),
        ("Wall Street's traders cheered.", []),
        ("He found a better way to the place.", []),
        ("She won first place.", []),
    ],
)
def test_addresses(text: str, found: list[tuple[str, str, int | None, bool]]) -> None:
    addresses = addresses_in(text)
    assert [(a.name, a.kind, a.number, a.block) for a in addresses] == found
    assert all(text[a.start : a.end] == a.text for a in addresses)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Skylark Road", "665 Skylark Drive", True),
        ("the 1400 block of Elm Street", "the 1600 block of Elm St.", True),
        ("the 1400 block of Elm Street", "1422 Elm Street", False),
        ("the 1400 block of Elm Street", "1522 Elm Street", True),
        ("Elm Street", "1522 Elm Street", False),
        ("Elm Street", "Oak Avenue", None),
    ],
)
def test_apart(one: str, other: str, verdict: bool | None) -> None:
    left, right = addresses_in(one)[0], addresses_in(other)[0]
    assert apart(left, right) is apart(right, left) is verdict

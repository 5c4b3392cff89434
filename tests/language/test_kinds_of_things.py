"""The tables of kinds: every row is sound, and what excludes each other does so both ways."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

from compare.language.kinds import FOLDER, Kind, exclude, named_at, phrases, words_exclude

ROWS = [
    (path.stem, *line.split("\t"))
    for path in sorted(FOLDER.glob("*.tsv"))
    for line in path.read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("group", sorted({row[0] for row in ROWS}))
def test_a_set_names_each_kind_once_and_what_it_is_a_kind_of(group: str) -> None:
    own = [row for row in ROWS if row[0] == group]
    names = [row[1] for row in own]
    words = [word for row in own for word in row[2].split()]
    assert len(names) == len(set(names)) > 1
    assert len(words) == len(set(words))
    assert all(above in names for row in own for above in " ".join(row[3:]).split())
    kinds = [Kind(group, name) for name in names]
    assert all(exclude(a, b) == exclude(b, a) for a, b in product(kinds, kinds))
    assert not any(exclude(kind, kind) for kind in kinds)
    assert any(exclude(a, b) for a, b in product(kinds, kinds))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("pistol", "rifle", True),
        ("pistol", "handgun", False),
        ("pistol", "gun", False),
        ("revolver", "knife", True),
        ("sedan", "bus", True),
        ("sedan", "car", False),
        ("pickup", "truck", False),
        ("thumb", "hand", False),
        ("thumb", "knee", True),
        ("murder", "manslaughter", True),
        ("murder", "homicide", False),
        ("brother", "sister", True),
        ("brother", "sibling", False),
        ("brother", "wife", False),  # he may be the brother of one and the husband of another
        ("man", "girl", False),  # every event has both
        ("church", "chapel", False),
        ("church", "school", True),
        ("church", "murder", False),
        ("house", "houses", False),
    ],
)
def test_words_exclude_each_other(one: str, other: str, apart: bool) -> None:
    assert words_exclude(one, other) is words_exclude(other, one) is apart


def test_the_longest_phrase_names_the_kind() -> None:
    words = ["a", "baseball", "bat", "and", "a", "heart", "attack"]
    assert named_at(words, 1) == [(3, Kind("weapon", "bat"))]
    assert named_at(words, 5) == [(7, Kind("illness", "heart-attack"))]
    assert named_at(words, 0) == named_at(words, 2) == []
    assert all(len(p) >= len(q) for own in phrases().values() for (p, _), (q, _) in pairwise(own))

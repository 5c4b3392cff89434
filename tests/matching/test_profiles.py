"""What a statement is made of, and how rare it is within the set."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.claims.name import resolve_names
from compare.matching.profiles import cosine, grams_of, profiles, rarity_of, term_of, terms_of, unit_of
from compare.statements.splitting import parse_text


def test_terms_are_content_words_by_their_lemmas() -> None:
    (parsed,) = parse_text("The two ministers had quickly signed 12 treaties.")
    assert terms_of(parsed) == ("two", "minister", "quickly", "sign", "12", "treaty")
    assert [t.text for t in parsed.span if term_of(t) is None] == ["The", "had", "."]


def test_a_name_is_one_term_whatever_its_form() -> None:
    parsed = parse_text("Mara Voss resigned. Voss had led the council since 2011.")
    names = resolve_names([list(parsed)])
    keys = [{n.key for n in names.get(p.statement.id, ()) if n.kind == "person"} for p in parsed]
    assert keys[0] == keys[1] != set()
    assert keys[0] <= set(terms_of(parsed[0], names[parsed[0].statement.id]))
    assert keys[1] <= set(terms_of(parsed[1], names[parsed[1].statement.id]))


def test_a_word_that_every_statement_uses_weighs_next_to_nothing() -> None:
    rarity = rarity_of([{"ferry", "sink"}, {"ferry", "rudder"}, {"ferry"}, {"ferry", "crew"}])
    assert 0 < rarity["ferry"] < 0.2
    assert rarity["rudder"] == pytest.approx(math.log2(5 / 1.5))
    assert rarity_of([]) == {}


def test_grams_run_over_word_borders_only_as_padding() -> None:
    assert set(grams_of("a to")) == {" a ", " to", "to ", " to "}
    assert grams_of("…!") == {}
    assert grams_of("Ferry") == grams_of("FERRY")


@given(st.dictionaries(st.text(max_size=3), st.floats(0.01, 50), max_size=8))
def test_scaled_weights_have_unit_length(weights: dict[str, float]) -> None:
    unit = unit_of(weights)
    assert not weights or sum(w * w for w in unit.values()) == pytest.approx(1)
    assert cosine(unit, unit) == pytest.approx(1 if weights else 0)
    assert cosine(unit, {}) == 0


def test_one_profile_a_statement_also_where_nothing_is_said() -> None:
    parsed = parse_text("The ferry sank. Oh! The ferry's rudder had failed.")
    found = profiles(parsed, {})
    assert len(found) == len(parsed) == 3
    assert {p.vector.shape for p in found if p.vector is not None} == {(256,)}
    assert cosine(found[0].grams, found[2].grams) > cosine(found[0].grams, found[1].grams)

"""Which sources are one origin: copies, shared paragraphs, one speaker; and which only look so."""

from __future__ import annotations

import pytest
from small_articles import articles, compared

from compare.facts.independence import (
    SHARED_COPY,
    Voice,
    credited_agency,
    independent,
    origins,
    representatives,
    same_speaker,
    same_words,
    shared,
    shingles,
)
from compare.model import Comparison, Origin, Source, Statement

WIRE = (
    "The ferry Alma ran aground off Skarholm shortly before midnight with 214 passengers on board, officials said. "
    "All of them were taken off in lifeboats within two hours. The master told investigators that the rudder had "
    "failed while the ship was turning into the narrows, and that two anchors did not hold."
)
OWN = (
    "Passengers described long queues in the dark and a calm crew. A teacher from Halden said that her class had "
    "sung until the boats came. The line has cancelled every crossing until the weekend and promises refunds. "
    "In the town hall blankets and soup were waiting for those who came ashore wet."
)
OTHER = (
    "The grounding is the third in five years on this route. Unions have asked for a second officer on the bridge at "
    "night since the last inquiry. The owner, a family firm with four ships, says that rosters follow the law. "
    "Insurers put the cost of the salvage at nine million crowns before the hull has even been inspected."
)


def statement(source: str, text: str) -> Statement:
    return Statement(f"s-{source}-{text[:12]}", source, 0, len(text), text, 0)


def found(texts: dict[str, str]) -> tuple[Origin, ...]:
    return origins(articles(texts), [statement(f"{name}.txt", text) for name, text in texts.items()])


def test_a_republished_article_is_one_origin() -> None:
    (origin,) = found({"a": WIRE, "b": WIRE.replace("shortly before", "just before")})
    assert origin.whole
    assert origin.share > 0.9
    assert representatives([origin]) == {"b.txt": "a.txt"}


def test_a_shared_paragraph_among_own_words_is_shared_copy() -> None:
    (origin,) = found({"a": f"{OWN}\n\n{WIRE}", "b": f"{WIRE}\n\n{OTHER}"})
    assert not origin.whole
    assert 0.3 <= origin.share < 0.6
    assert representatives([origin]) == {}


def test_a_third_of_the_runs_in_common_is_enough_and_one_event_alone_is_not() -> None:
    sentence = WIRE.split(". ", maxsplit=1)[0] + "."
    share = shared(shingles(f"{OWN} {sentence}"), shingles(f"{sentence} {OTHER}"))
    assert share > SHARED_COPY, "one long sentence of wire copy in two short articles"
    assert found({"a": OWN, "b": OTHER}) == ()
    retold = (
        "Shortly before midnight the Alma, with 214 people aboard, hit rocks near Skarholm; lifeboats took all off."
    )
    assert found({"a": WIRE, "b": f"{retold} {OTHER}"}) == ()


def test_agencies_are_credited_at_the_edges_of_an_article() -> None:
    credited, _ = articles({"a": f"SKARHOLM (AP) — {WIRE}", "b": WIRE})
    assert credited_agency(credited) == {"AP"}
    assert credited_agency(_) == frozenset()
    (origin,) = found({"a": f"SKARHOLM (AP) — {WIRE}", "b": f"{WIRE}\n\nAssociated Press"})
    assert "AP" in origin.reason


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (("Anna Berg",), ("Berg",), True),
        (("the coastguard",), ("coastguard",), True),
        (("The police",), ("police",), True),
        (("a reporter", "Anna Berg"), ("Anna Berg",), True),
        (("Anna Berg",), ("Per Lunde",), False),
        (("Anna Berg",), ("Anna",), False),
        (("Anna Berg",), (), False),
        ((), (), False),
        (("the fire police",), ("ice",), False),
        (("he",), ("he",), False),
        (("They",), ("they",), False),
    ],
)
def test_same_speaker(left: tuple[str, ...], right: tuple[str, ...], same: bool) -> None:
    assert same_speaker(left, right) is same
    assert same_speaker(right, left) is same


def test_same_words_need_length_and_nearly_every_word() -> None:
    first = WIRE.split(". ", maxsplit=1)[0]
    assert same_words(first, first)
    assert same_words(first, first.replace("shortly", "just"))
    assert not same_words("All were saved.", "All were saved.")
    assert not same_words(first, OWN)
    assert not same_words(first, f"{first} {OWN} {OTHER}"), "a sentence inside a page is not the page"


def test_voices_count_once_where_they_pass_on_one_word() -> None:
    one = Voice("a", "Two anchors did not hold, and the rudder had failed before.", ("Anna Berg",))
    same = Voice("b", "The rudder failed first.", ("Berg",))
    copy = Voice("c", one.text, ())
    own = Voice("d", "Rust had eaten the rudder.", ())
    assert independent([one], {}) == 1
    assert independent([one, same], {}) == 1
    assert independent([one, copy], {}) == 1
    assert independent([one, own], {}) == 2
    assert independent([one, same, copy, own], {}) == 2
    assert independent([one, own], {"d": "a"}) == 1
    assert independent([], {}) == 0


def test_one_spokesman_quoted_by_two_papers_is_one_voice() -> None:
    comparison = compared(
        {
            "a": "The ferry Alma ran aground. Coastguard spokeswoman Anna Berg said that the ferry's rudder failed.",
            "b": "A ferry is aground off Skarholm. The Alma's rudder failed, coastguard spokeswoman Anna Berg said.",
        }
    )
    facts = [
        f for f in comparison.facts if all("rudder" in comparison_text(comparison, a.statement) for a in f.answers)
    ]
    assert facts
    assert all((f.sources, f.independent) == (2, 1) for f in facts)


def comparison_text(comparison: Comparison, statement_id: str) -> str:
    return next(s.text for s in comparison.statements if s.id == statement_id)


def test_sources_without_words_share_nothing() -> None:
    empty = Source("a.txt", "a.txt", "…", "text", "0" * 64)
    assert origins([empty, Source("b.txt", "b.txt", "…", "text", "0" * 64)], []) == ()

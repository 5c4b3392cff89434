"""A republished article is compared through its original: it adds pairs to facts, and makes none."""

from __future__ import annotations

from small_articles import articles, compared

from compare.claims.reading import Reading, read
from compare.facts.copies import SAME_WORDS, mirrored, twins
from compare.facts.independence import origins

ORIGINAL = (
    "The talks in Larn lasted five hours, officials said. No deal was signed between the two ministers. "
    "Both sides will meet again in the autumn at a place not yet agreed."
)
OTHER = "The talks in Larn lasted three hours, a spokeswoman said. Snow fell on the lake."
COPIED = {"a": ORIGINAL, "b": ORIGINAL.replace("Both sides", "Both  sides"), "c": OTHER}


def reading_of(texts: dict[str, str]) -> Reading:
    return read(articles(texts), lambda _stage, _share: None)


def test_a_copy_finds_its_original_word_for_word() -> None:
    reading = reading_of(COPIED)
    found = twins(reading, origins(reading.sources, reading.statements))
    text = {s.id: " ".join(s.text.split()) for s in reading.statements}
    assert len(found) == 3
    assert all(text[copy] == text[original] for copy, original in found.items())
    assert {reading.by_id[c].source for c in found} == {"b.txt"}


def test_articles_that_are_no_copies_have_no_twins() -> None:
    reading = reading_of({"a": ORIGINAL, "c": OTHER})
    assert twins(reading, origins(reading.sources, reading.statements)) == {}
    assert mirrored((), {}, reading) == ()


def test_a_copy_meets_what_its_original_meets_and_makes_no_fact_alone() -> None:
    plain, double = compared({"a": ORIGINAL, "c": OTHER}), compared(COPIED)
    assert [f.relation for f in double.facts] == [f.relation for f in plain.facts]
    (fact,) = [f for f in double.facts if f.relation == "conflict"]
    assert (fact.sources, fact.independent) == (3, 2)
    assert fact.dissent is None, "an article and its copy are no majority"
    text = {s.id: s.text for s in double.statements}
    sides = {frozenset((p.left, p.right)): p for p in fact.pairs}
    assert sum(p.verdict == SAME_WORDS for p in sides.values()) == 1
    assert sum(p.relation == "conflict" for p in sides.values()) == 2
    assert not [p for p in double.pairs if "No deal" in text[p.left]]
    assert not {s for s in double.single if s.startswith("s-")} - {s.id for s in double.statements}


def test_words_change_sides_with_the_statements() -> None:
    found = compared({"b": OTHER, "a": ORIGINAL, "z": ORIGINAL})
    for pair in found.pairs:
        texts = {s.id: s.text for s in found.statements}
        assert all(w in texts[pair.left] for w in pair.verdict.left_words)
        assert all(w in texts[pair.right] for w in pair.verdict.right_words)

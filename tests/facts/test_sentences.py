"""The one-sentence answers: every fixed sentence with two and with three sources, letters and never file names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from compare.facts.answers import spoken_words, summed
from compare.facts.rows import rows_of
from compare.facts.said import disputed_words
from compare.facts.sentences import SENTENCES, Naming, letters_of, summary_of, times
from compare.model import Answer, Pair, Relation, Status, Verdict

LETTERS = {"a.txt": "A", "b.txt": "B", "c.txt": "C"}
NAMES = {"a.txt": "Post", "b.txt": "KTRK", "c.txt": "C"}
DAYS = {"a.txt": date(2021, 6, 14), "b.txt": date(2021, 6, 16), "c.txt": date(2021, 6, 17)}


def answer(source: str, value: str, status: Status = "reported", size: float | None = None) -> Answer:
    return Answer(f"s-{source}", f"c-{source}", source, value, status, (), (), (), size, size)


def told(relation: Relation, rule: str, answers: Sequence[Answer], reason: str = "One gives 5, the other 7.") -> str:
    lead = Pair("l", "r", relation, 0.99, Verdict(relation, rule, reason), (), "c-a.txt", "c-b.txt")
    rows = rows_of(answers, DAYS, by_status=relation != "agreement")
    return summary_of(relation, lead, rows, ("a.txt", "b.txt"), Naming(LETTERS, NAMES, DAYS))


A, B, C = "a.txt", "b.txt", "c.txt"
LONG = "“" + "many words " * 9 + "”"
TWO: list[tuple[Relation, str, list[Answer], str]] = [
    ("agreement", "moment.same", [answer(A, "Monday"), answer(B, "Monday")], "A and B say Monday."),
    (
        "agreement",
        "quantity.bound-holds",
        [answer(A, "58"), answer(B, "at least 58")],
        "58 (A); at least 58 (B): each leaves room for the other.",
    ),
    (
        "agreement",
        "statement.same-fact",
        [answer(A, "was"), answer(B, "is")],
        "A and B speak of the same; no value was compared.",
    ),
    ("agreement", "quotation.verbatim", [answer(A, LONG), answer(B, LONG)], "A and B quote the same words."),
    ("agreement", "quotation.variant", [answer(A, LONG), answer(B, LONG)], "A and B quote nearly the same words."),
    (
        "difference",
        "quotation.variant",
        [answer(A, LONG), answer(B, "“few”")],
        "A and B quote the same speech in different words; what differs is marked.",
    ),
    (
        "update",
        "quantity.planned-and-done",
        [answer(A, "5 hours", "expected"), answer(B, "3 hours")],
        "3 hours (B); 5 hours (A) had been expected.",
    ),
    (
        "update",
        "state.overtaken",
        [answer(A, "missing"), answer(B, "body found")],
        "Overtaken: missing (Post, Monday) → body found (KTRK, Wednesday).",
    ),
    (
        "difference",
        "name.spelling",
        [answer(A, "Gamez"), answer(B, "Gomez")],
        "Spelled two ways: Gamez (A) / Gomez (B).",
    ),
    ("conflict", "quantity.values-exclude", [answer(A, "5"), answer(B, "7")], "5 (A); 7 (B)."),
    ("conflict", "age.other", [answer(A, "5"), answer(B, "7")], "A and B: one gives 5, the other 7."),
    ("conflict", "proposition.same", [answer(A, "was"), answer(B, "is")], "A and B: one gives 5, the other 7."),
]
THREE: list[tuple[Relation, str, list[Answer], str]] = [
    ("agreement", "place.same", [answer(s, "Larn") for s in (A, B, C)], "A, B and C say Larn."),
    (
        "agreement",
        "quantity.bound-holds",
        [answer(A, "58"), answer(B, "at least 58"), answer(C, "58")],
        "58 (A, C); at least 58 (B): each leaves room for the other.",
    ),
    (
        "agreement",
        "statement.same-fact",
        [answer(s, s) for s in (A, B, C)],
        "A, B and C speak of the same; no value was compared.",
    ),
    ("agreement", "quotation.verbatim", [answer(s, LONG) for s in (A, B, C)], "A, B and C quote the same words."),
    ("agreement", "quotation.variant", [answer(s, LONG) for s in (A, B, C)], "A, B and C quote nearly the same words."),
    (
        "difference",
        "quotation.variant",
        [answer(A, LONG), answer(B, "“few”"), answer(C, "“less”")],
        "A, B and C quote the same speech in different words; what differs is marked.",
    ),
    (
        "update",
        "quantity.planned-and-done",
        [answer(A, "5 hours", "expected"), answer(B, "4 hours", "expected"), answer(C, "3 hours")],
        "3 hours (C); 5 hours (A) and 4 hours (B) had been expected.",
    ),
    (
        "update",
        "state.overtaken",
        [answer(A, "missing"), answer(B, "body found"), answer(C, "buried")],
        "Overtaken: missing (Post, Monday) → body found (KTRK, Wednesday) → buried (C, Thursday).",
    ),
    (
        "difference",
        "name.spelling",
        [answer(A, "Gamez"), answer(B, "Gomez"), answer(C, "Gámez")],
        "Spelled three ways: Gamez (A) / Gomez (B) / Gámez (C).",
    ),
    (
        "conflict",
        "quantity.values-exclude",
        [answer(A, "5", size=5), answer(B, "7", size=7), answer(C, "5", size=5), answer(C, "5", size=5)],
        "5 (A, C (twice)); 7 (B).",
    ),
    ("conflict", "proposition.same", [answer(s, s) for s in (A, B, C)], "A and B: one gives 5, the other 7."),
    (
        "conflict",
        "quantity.values-exclude",
        [answer(A, str(n), size=float(n)) for n in (9, 3, 5)]
        + [answer(B, "7", size=7), answer(C, "1", size=1)]
        + [answer(C, "12", size=12)],
        "6 values are given, from 1 to 12.",
    ),
]


@pytest.mark.parametrize(("relation", "rule", "answers", "sentence"), [*TWO, *THREE])
def test_sentences(relation: Relation, rule: str, answers: list[Answer], sentence: str) -> None:
    assert told(relation, rule, answers) == sentence


def test_every_row_of_the_table_is_rendered_above() -> None:
    rendered = " ".join(sentence for *_, sentence in (*TWO, *THREE))
    for name, template in SENTENCES.items():
        fixed = max(template.replace("{", "}").split("}")[::2], key=len).strip()
        assert fixed in rendered, name


def test_what_a_source_repeats_is_counted_in_its_row() -> None:
    (row,) = rows_of([answer(C, "5")] * 3, DAYS)
    assert letters_of(row, LETTERS) == "C, three times"
    assert [times(n) for n in (2, 3, 12)] == ["twice", "three times", "12 times"]


def test_rows_stand_in_the_order_of_publication_and_then_of_value() -> None:
    answers = [answer(C, "9", size=9), answer(A, "7", size=7), answer(A, "5", size=5)]
    assert [row.value for row in rows_of(answers, DAYS)] == ["5", "7", "9"]


def test_an_update_that_nothing_dates_names_no_order() -> None:
    naming = Naming(LETTERS, NAMES, {})
    lead = Pair("l", "r", "update", 0.9, Verdict("update", "quantity.grown-count", "It grew."), (), "x", "y")
    rows = rows_of([answer(A, "5"), answer(B, "7")], {})
    assert summary_of("update", lead, rows, (A, B), naming) == "A and B: it grew."


def test_what_one_article_says_on_one_day_overtakes_nothing_of_its_own() -> None:
    answers = [answer(A, "arrested"), answer(B, "indicted"), answer(B, "arraigned")]
    said = told("update", "state.later", answers)
    assert said == "Overtaken: arrested (Post, Monday) → arraigned and indicted (KTRK, Wednesday)."


def test_the_same_words_expected_and_reported_are_told_apart() -> None:
    said = told("difference", "state.later", [answer(A, "death"), answer(B, "death", "expected")])
    assert said == "death, reported (A); death, expected (B)."


def test_the_words_of_names_and_states_are_their_values() -> None:
    verdict = Verdict("difference", "name.spelling", "", ("Gamez",), ("Gomez",))
    pair = Pair("l", "r", "difference", 0.9, verdict, (), "x", "y")
    assert spoken_words([pair]) == {"x": "Gamez", "y": "Gomez"}
    assert disputed_words(pair) == "“Gamez” / “Gomez”"


def test_who_counts_others_makes_no_others_of_a_bare_number() -> None:
    (row,) = rows_of([answer(A, "6", size=6), answer(B, "6 others", size=6)], DAYS)
    assert row.value == "6"


def test_parts_stand_with_the_sum_that_they_make() -> None:
    verdict = Verdict("agreement", "quantity.sum", "108 and four add up to 112 people.", ("112",), ("108", "four"))
    pair = Pair("l", "r", "agreement", 0.9, verdict, (), f"c-{A}", f"c-{B}")
    whole, part = summed([answer(A, "112 people", size=112), answer(B, "108 passengers", size=108)], [pair])
    assert (whole.value, part.value, part.low) == ("112 people", "108 and four, together 112 people", 112)
    (row,) = rows_of([whole, part], DAYS)
    assert row.times == {A: 1, B: 1}, "nobody is set against the figure that their parts make up"


def test_nobody_is_made_to_count_what_only_another_counts() -> None:
    (row,) = rows_of([answer(A, "2 children", size=2), answer(C, "2 other people", size=2)], DAYS)
    assert row.value == "2 children / 2 other people"
    (bare,) = rows_of([answer(A, "1", size=1), answer(C, "1 person", size=1)], DAYS)
    assert bare.value == "1 person"
    for told, shown in (
        (("7 people", "7 young people", "7 victims"), "7 people / 7 victims"),
        (("7 men", "7 migrants", "7 workers"), "7"),
        (("7 others", "7 other people", "7 other young people"), "7 others"),
    ):
        (row,) = rows_of([answer(s, value, size=7) for s, value in zip((A, B, C), told, strict=True)], DAYS)
        assert row.value == shown


def test_values_that_are_the_same_leave_no_room() -> None:
    lead = Pair("l", "r", "agreement", 0.9, Verdict("agreement", "moment.same", ""), (), "x", "y")
    rows = rows_of([answer(A, "Wednesday"), answer(B, "June 16")], DAYS)
    said = summary_of("agreement", lead, rows, (A, B), Naming(LETTERS, NAMES, DAYS), room=False)
    assert said == "Wednesday (A); June 16 (B)."

"""A fact in words: the question, the value of each answer, what all sources bear out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_articles import articles, compared

from compare.claims.reading import read
from compare.facts.asking import clause_question
from compare.facts.event_name import event_of
from compare.facts.grouping import Material, gather
from compare.facts.phrases import phrase_at
from compare.facts.questions import question_of, state_of, told_apart
from compare.facts.room import leave_room
from compare.facts.said import spoken, value_words, written
from compare.facts.topics import name_of, whole_statement
from compare.judgement.rules import quote
from compare.model import Pair, Quantity, State, Verdict

CASES = """
The meeting in Larn lasted five hours.   | The meeting in Larn lasted three hours.      | How long did the meeting last?
The fire in Dorna killed seven workers.  | Seven workers died in the fire in Dorna.     | How many workers were killed?
There were 186 people on board the Alma. | The Alma was carrying 168 people.            | How many people were on board?
The storm in Lask injured 12 people.     | In Lask 12 people were injured by the storm. | How many people were wounded?
"""
VALUES = ({"5 hours", "3 hours"}, {"7 workers"}, {"186 people", "168 people"}, {"12 people"})


@pytest.mark.parametrize(("case", "values"), list(zip(CASES.strip().splitlines(), VALUES, strict=True)))
def test_the_question_and_the_answers(case: str, values: set[str]) -> None:
    left, right, question = (" ".join(part.split()) for part in case.split("|"))
    found = compared({"a": f"{left} Snow fell on the lake.", "b": f"{right} Bread costs more."})
    (fact,) = [f for f in found.facts if f.question == question] or [None]
    assert fact is not None, [f.question for f in found.facts]
    assert {a.value for a in fact.answers} == values


NO_QUESTION = """
The parcel in Lask weighed two tons.    | The parcel in Lask weighed three tons.
The lorry in Dorna was 24 years old.    | The lorry in Dorna was 26 years old.
"""


@pytest.mark.parametrize("case", NO_QUESTION.strip().splitlines())
def test_where_no_good_question_can_be_built_the_disputed_words_stand(case: str) -> None:
    left, right = (" ".join(part.split()) for part in case.split("|"))
    for fact in compared({"a": f"{left} Snow fell on the lake.", "b": f"{right} Bread costs more."}).facts:
        if fact.relation != "agreement":
            assert "“" in fact.question
            assert " / " in fact.question
        assert not fact.question.endswith(("…", "?")) or fact.question.startswith(("How many", "How long", "What"))


def test_no_heading_stands_twice_and_none_is_cut() -> None:
    found = compared(
        {
            "a": "The fire in Dorna killed seven workers. The flood in Lask killed 30 people. Rain fell in Larn.",
            "b": "The fire in Dorna killed nine workers. The flood in Lask killed 40 people. Rain fell in May.",
        }
    )
    titles = [f.question.casefold() for f in found.facts]
    assert len(titles) == len(set(titles))
    assert not any("…" in t for t in titles)


def test_equal_headings_are_told_apart_by_their_values_and_then_by_number() -> None:
    (fact,) = [f for f in compared({"a": FIRE, "b": FIRE.replace("seven", "nine")}).facts if f.supported is None]
    told = [
        f.question for f in told_apart([fact, replace(fact, key="f-2"), replace(fact, key="f-3", question="Other")])
    ]
    assert told == [
        "How many workers were killed? “7 workers” / “9 workers”",
        "How many workers were killed? “7 workers” / “9 workers” (2)",
        "Other",
    ]


def test_statements_to_be_read_have_another_of_them_for_a_heading() -> None:
    (fact,) = [f for f in compared({"a": FIRE, "b": FIRE.replace("seven", "nine")}).facts if f.supported is None]
    one = replace(fact, question="“Snow fell on the lake”", relation="agreement", basis="words")
    texts = {fact.answers[0].statement: "Snow fell on the lake.", fact.answers[1].statement: "It snowed in Larn again."}
    told = [f.question for f in told_apart([one, replace(one, key="f-2"), replace(one, key="f-3")], texts)]
    assert told == [
        "“Snow fell on the lake”",
        "“It snowed in Larn again”",
        "“Snow fell on the lake” / “It snowed in Larn again”",
    ]
    assert [f.question for f in told_apart([one, replace(one, key="f-2")])][1] == "“Snow fell on the lake” (2)"


FIRE = "The fire in Dorna killed seven workers. Snow fell on the lake."


def test_statements_to_be_read_together_are_headed_by_the_shortest_of_them() -> None:
    short = "The mayor of Dorna thanked the firemen for their courage."
    long = f"On the steps of the town hall, {short[0].lower()}{short[1:-1]} and gave a dinner for all who had come."
    reading = read(articles({"a": long, "b": short}), lambda _stage, _share: None)
    assert whole_statement(reading.claims, reading) == "“The mayor of Dorna thanked the firemen for their courage”"
    endless = read(articles({"a": f"{long[:-1]}, {long[:-1].lower()}."}), lambda _stage, _share: None)
    assert not whole_statement(endless.claims, endless).startswith(("“Which", "“Who", "“And"))


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("11 a. m", "“11 a.m.”"),
        ("11 a.m.", "“11 a.m.”"),
        ("7 p. m. on Monday", "“7 p.m. on Monday”"),
        ("the U.S.", "“the U.S.”"),
        ("a plan,", "“a plan”"),
        ("it ended.", "“it ended”"),
        ("“We lost,” the coach said.", "“‘We lost,’ the coach said”"),
        ('"We lost" it said.', "“‘We lost’ it said”"),
        ("he said “no”", "“he said ‘no’”"),
        ("“all” and “none”", "“‘all’ and ‘none’”"),
        ("“the whole of it.”", "“the whole of it”"),
    ],
)
def test_abbreviations_keep_their_stops_in_quotation_marks(words: str, shown: str) -> None:
    assert quote(words) == shown


HEADS = {
    "Anna Lund and Ole Berg": (  # a headline gives the last name alone
        "Lund calls Berg a liar\n\nAnna Lund spoke of Ole Berg.",
        "Berg hits back at Lund\n\nOle Berg answered Anna Lund.",
    ),
    "the ferry": (  # 'Danish' names nothing by itself
        "Danish ferry hits pier\n\nThe Danish ferry was new. A Danish crew was on it.",
        "Crew of Danish ferry saved\n\nThe ferry had hit a pier, and Danish police came.",
    ),
    "the Larn attack": (
        "Barrel bomb attack in Larn kills two. A barrel bomb fell on a market.",
        "Barrel bomb attack in Larn: two dead. The barrel was dropped on a street.",
    ),
    "the Geneva shooting": (
        "Man hurt in shooting at a party in Geneva. It rained.",
        "Police in Geneva seek a gunman after a shooting. He fled.",
    ),
    "the Larn summit": ("The summit in Larn ends. All left.", "Leaders leave the Larn summit. Rain fell."),
    "": ("A shooting in Osby, Norway says. It is cold.", "Police seek gunman after shooting. Norway mourns. Rain."),
}


@pytest.mark.parametrize("event", HEADS)
def test_an_event_is_named_only_as_the_articles_name_it(event: str) -> None:
    one, other = HEADS[event]
    assert event_of(compared({"a": one, "b": other})) == event


CLAUSES = (
    ("The mayor resigned on Friday.", "Friday", "When did the mayor resign?"),
    ("The council will open the bridge on Friday.", "Friday", "When will the council open the bridge?"),
    ("Two suspects were arrested on Friday.", "Friday", "When were two suspects arrested?"),
    ("Mara Holm said on Friday that the bridge was safe.", "Friday", "When did Mara Holm say so?"),
    ("Four men entered the shop.", "Four", "How many men entered the shop?"),
    ("He did not resign on Friday.", "Friday", ""),
    ("They were tried by Judge Holm on Friday.", "Friday", ""),
)


@pytest.mark.parametrize(("text", "value", "question"), CLAUSES)
def test_a_question_from_the_clause(text: str, value: str, question: str) -> None:
    reading = read(articles({"a": text, "b": "Bread costs more."}), lambda _stage, _share: None)
    claim = next(c for c in reading.claims if c.value is not None and c.value.text.startswith(value))
    assert clause_question(claim, reading.parsed_by_id[claim.statement], "Judge Holm") == question


PHRASES = (
    ("Holm used $84,000 in public money to settle.", "$84,000", "$84,000 in public money"),
    ("The navy sent nine boats to Dorna.", "nine boats", "sent nine boats"),
    ("The suspect has not been charged with murder.", "charged", "has not been charged with murder"),
)


@pytest.mark.parametrize(("text", "value", "phrase"), PHRASES)
def test_a_value_stands_in_the_phrase_that_makes_sense_of_it(text: str, value: str, phrase: str) -> None:
    reading = read(articles({"a": text, "b": "Bread costs more."}), lambda _stage, _share: None)
    parsed = next(p for p in reading.parsed if value in p.statement.text)
    start = parsed.statement.start + parsed.statement.text.index(value)
    assert phrase in phrase_at(parsed, start, start + len(value))


SPOKEN = (
    ("The driver pleaded not guilty.", "guilty", "pleaded not guilty"),
    ("The suspect has not been charged with murder.", "charged", "has not been charged with murder"),
    ("Jon Lind has been arrested in Dorna.", "arrested", "arrested in Dorna"),
)


@pytest.mark.parametrize(("text", "word", "said"), SPOKEN)
def test_a_state_is_given_in_the_phrase_that_says_it(text: str, word: str, said: str) -> None:
    reading = read(articles({"a": text}), lambda _stage, _share: None)
    claim = next(c for c in reading.claims if isinstance(c.value, State))
    assert spoken(claim, word, reading) == said


def test_words_of_a_parse_are_written_as_a_reader_expects() -> None:
    assert written("did n’t have") == "didn’t have"
    assert written("Holm 's  boat") == "Holm's boat"


CASES_AGAINST = (
    ("Jon Lind was charged in court.", "Jon Lind was arrested on Friday.", "Jon Lind"),
    ("Jon Lind was charged in court.", "A man was arrested for the murder of Mara Holm.", ""),
    ("The suspect was charged in court.", "The suspect was arrested on Friday.", "the suspect"),
)


@pytest.mark.parametrize(("one", "other", "who"), CASES_AGAINST)
def test_a_case_is_against_nobody_whom_only_one_side_names(one: str, other: str, who: str) -> None:
    reading = read(articles({"a": one, "b": other}), lambda _stage, _share: None)
    ends = [next(c for c in reading.claims if isinstance(c.value, State) and c.source == s) for s in ("a.txt", "b.txt")]
    assert state_of(ends, reading)[1] == who


def test_a_victim_s_state_and_a_suspect_s_make_no_one_finding() -> None:
    texts = {
        "a": "Jon Lind was arrested and Mara Holm died.",
        "b": "Jon Lind was charged and Mara Holm is in critical condition.",
    }
    reading = read(articles(texts), lambda _stage, _share: None)
    told = {(c.source, c.value.ladder): c for c in reading.claims if isinstance(c.value, State)}
    pairs = []
    for ladder in ("custody", "condition"):
        left, right = told["a.txt", ladder], told["b.txt", ladder]
        verdict = Verdict("update", "state.later", "It changed.", (left.value.text,), (right.value.text,))
        pairs.append(Pair(left.statement, right.statement, "update", 0.9, verdict, (), left.id, right.id))
    facts = gather(pairs, Material(reading, (), {}))
    assert sorted(len(f.pairs) for f in facts) == [1, 1]


COUNTED = (
    ("The blast killed 11 children.", "The blast killed eight civilians.", "How many people were killed?"),
    ("The blast killed 11 workers.", "The blast killed eight people.", "How many workers were killed?"),
    ("The blast killed 11 young workers.", "The blast killed eight workers.", "How many workers were killed?"),
    ("The blast killed 11 revelers.", "The blast killed eight revelers.", "How many revelers were killed?"),
)


@pytest.mark.parametrize(("one", "other", "question"), COUNTED)
def test_what_is_counted_is_what_both_count(one: str, other: str, question: str) -> None:
    reading = read(articles({"a": one, "b": other}), lambda _stage, _share: None)
    left, right = (
        next(c for c in reading.claims if c.source == s and c.kind == "quantity") for s in ("a.txt", "b.txt")
    )
    verdict = Verdict("conflict", "quantity.values-exclude", "One says 11, the other 8.", ("11",), ("8",))
    lead = Pair(left.statement, right.statement, "conflict", 0.9, verdict, (), left.id, right.id)
    assert question_of([left, right], "conflict", lead, reading) == question


def test_what_does_not_live_is_not_killed() -> None:
    reading = read(articles({"a": "Lind faces two counts of murder."}), lambda _stage, _share: None)
    claim = next(c for c in reading.claims if isinstance(c.value, Quantity))
    killed = replace(claim, attribute="killed")
    verdict = Verdict("agreement", "quantity.same-value", "Both say 2.", ("two",), ("two",))
    lead = Pair(claim.statement, claim.statement, "agreement", 0.9, verdict, (), claim.id, claim.id)
    assert "killed" not in question_of([killed], "agreement", lead, reading)


def test_a_place_in_an_order_says_what_is_ordered() -> None:
    reading = read(articles({"a": "Lind is the fourth man charged."}), lambda _stage, _share: None)
    claim = next(c for c in reading.claims if isinstance(c.value, Quantity))
    assert value_words(claim, reading) == "fourth man"
    assert not leave_room([claim, claim], ["fourth man", "fourth suspect"])


def test_a_nationality_names_nobody() -> None:
    texts = {"a": "The American ambassador left Moscow.", "b": "American envoys went from Moscow, Mara Holm said."}
    reading = read(articles(texts), lambda _stage, _share: None)
    assert name_of(reading.claims, [], reading) != "American"

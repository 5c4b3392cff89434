"""What the second reader answered, from the words of the model: its form and the words it quotes are checked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

from compare.matching.second_reader.question import Question

LONGEST = 20_000  # characters of an answer that are looked at
TRIED = 50  # places at which a JSON object may begin
THOUGHT = re.compile(r"</think(?:ing)?>", re.IGNORECASE)  # what stands before it is no answer yet
MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\xa0": " "})

Same = Literal["yes", "no", "unsure"]
Relation = Literal["agreement", "conflict", "update", "unrelated"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model says of two statements."""

    same: Same
    relation: Relation  # 'unrelated' unless ``same`` is 'yes'
    left: str = ""  # the words of each statement that decide, as they stand there
    right: str = ""

    @property
    def words(self) -> str:
        """The answer in words: 'the same fact, conflict: ‘five hours’ and ‘three hours’'."""
        if self.same != "yes":
            return "not the same fact" if self.same == "no" else "unsure"
        return f"the same fact, {self.relation}: ‘{self.left}’ and ‘{self.right}’"


def answer_of(content: str, question: Question) -> Answer | None:
    """Return the answer that a model's words give; None where they are no answer.

    No answer are words without the object that was asked for, one that contradicts itself, and one that quotes words
    which do not stand in the statement.
    """
    for found in _objects(THOUGHT.split(content[:LONGEST])[-1]):
        told = _read(found, question)
        if told is not None:
            return told
    return None


def _objects(content: str) -> Iterator[Mapping[str, Any]]:
    """Yield the JSON objects that stand in some words and have the fields, the last first."""
    decoder = json.JSONDecoder()
    found = []
    end = 0
    for place in [m.start() for m in re.finditer(r"\{", content)][:TRIED]:
        if place < end:
            continue
        try:
            value, end = decoder.raw_decode(content, place)
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict) and "same_fact" in value:
            found.append(value)
    yield from reversed(found)


def _read(found: Mapping[str, Any], question: Question) -> Answer | None:
    same, relation = _word(found.get("same_fact")), _word(found.get("relation", "unrelated"))
    same = {"true": "yes", "false": "no"}.get(same, same)
    if same not in ("yes", "no", "unsure") or relation not in ("agreement", "conflict", "update", "unrelated"):
        return None
    words = found.get("words_a", ""), found.get("words_b", "")
    if not all(isinstance(w, str) for w in words):
        return None
    left, right = _place(words[0], question.left.statement), _place(words[1], question.right.statement)
    if left is None or right is None:
        return None
    if same != "yes":
        return Answer(cast(Same, same), "unrelated", left, right)
    return (
        None
        if relation == "unrelated" or not left or not right
        else Answer("yes", cast(Relation, relation), left, right)
    )


def _word(value: object) -> str:
    return str(value).strip().lower() if isinstance(value, str | bool) else ""


def _place(words: str, statement: str) -> str | None:
    """Return the words as they stand in the statement, '' for none; None where they do not stand there.

    Case and the shape of quotation marks and dashes may differ, nothing else; they begin and end with a whole word.
    """
    wanted = " ".join(words.translate(MARKS).split())
    if len(wanted) > 1 and wanted[0] == wanted[-1] == '"':
        wanted = wanted[1:-1].strip()
    if not wanted:
        return ""
    pattern = rf"(?<!\w){re.escape(wanted)}(?!\w)"
    found = re.search(pattern, statement.translate(MARKS), re.IGNORECASE)
    return statement[found.start() : found.end()] if found else None

"""Small comparisons made by hand for the tests of the review store and its pages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from compare.model import (
    Answer,
    Block,
    Comparison,
    Evidence,
    Fact,
    Pair,
    Relation,
    Source,
    Statement,
    Verdict,
)

Said = tuple[str, str]  # statement text, value


@dataclass(frozen=True)
class Asked:
    """A question and what sources answer: file name → (statement, value)."""

    question: str
    answers: dict[str, Said]
    relation: Relation = "conflict"
    severity: str = "high"
    kind: str = "count"
    headlines: frozenset[str] = field(default_factory=frozenset)


FERRY = (
    Asked(
        "How many people were on board?",
        {
            "harbour.txt": ("The ferry carried 212 people when it left the pier.", "212 people"),
            "coast.txt": ("There were 221 people aboard, the owner said.", "221 people"),
        },
    ),
    Asked(
        "How long did the rescue last?",
        {
            "harbour.txt": ("The rescue may take six hours, the coast guard said.", "6 hours"),
            "coast.txt": ("It took the lifeboats four hours to bring everyone ashore.", "4 hours"),
        },
        "update",
        "medium",
        "duration",
    ),
    Asked(
        "Who owns the ferry?",
        {
            "harbour.txt": ("The ship belongs to a family firm from the island.", "a family firm"),
            "coast.txt": ("Its owner is an island firm run by two brothers.", "an island firm"),
        },
        "difference",
        "low",
        "proposition",
    ),
    Asked(
        "When did it leave?",
        {
            "harbour.txt": ("It left at nine in the morning.", "9:00"),
            "coast.txt": ("The ferry had sailed at nine.", "9:00"),
        },
        "agreement",
        "low",
        "time",
    ),
)


def comparison(asked: Iterable[Asked] = FERRY, sources: Sequence[str] = ("harbour.txt", "coast.txt")) -> Comparison:
    """Build a comparison in which every source says its statements in the order of the questions."""
    asked = tuple(asked)
    texts: dict[str, str] = {}
    statements: dict[tuple[str, str], Statement] = {}
    built = []
    for name in sources:
        text, blocks = "", []
        for question in asked:
            if name in question.answers and (name, question.answers[name][0]) not in statements:
                said = question.answers[name][0]
                start = len(text)
                text += said + "\n\n"
                kind = "headline" if name in question.headlines else "sentence"
                mark = "s-" + hashlib.sha256(f"{name}\n{said}".encode()).hexdigest()[:16]
                statements[name, said] = Statement(mark, name, start, start + len(said), said, len(blocks), kind)
                blocks.append(Block(start, start + len(said), "paragraph"))
        texts[name] = text
        built.append(
            Source(
                name,
                name,
                text,
                "text",
                hashlib.sha256(text.encode()).hexdigest(),
                f"Title of {name}",
                blocks=tuple(blocks),
            )
        )
    facts = tuple(_fact(question, sources, statements) for question in asked)
    return Comparison(tuple(built), tuple(statements.values()), (), facts, (), (), ())


def rekeyed(found: Comparison, suffix: str) -> Comparison:
    """The same comparison as an engine would give it that names its facts otherwise."""
    keys = ["f-" + hashlib.sha256(f"{fact.key}{suffix}".encode()).hexdigest()[:16] for fact in found.facts]
    return replace(found, facts=tuple(replace(f, key=k) for f, k in zip(found.facts, keys, strict=True)))


def many(number: int) -> Comparison:
    """A comparison with this many findings, of every kind and severity."""
    kinds: tuple[Relation, ...] = ("conflict", "update", "difference")
    grades = ("high", "medium", "low")
    return comparison(
        Asked(
            f"How many boats did number {place} count?",
            {
                "harbour.txt": (f"Watchman {place} counted {place + 3} boats.", f"{place + 3} boats"),
                "coast.txt": (f"The log of watchman {place} has {place + 5} boats.", f"{place + 5} boats"),
            },
            kinds[place % 3],
            grades[place // 3 % 3],
        )
        for place in range(number)
    )


def _fact(question: Asked, sources: Sequence[str], statements: dict[tuple[str, str], Statement]) -> Fact:
    said = [(name, *question.answers[name]) for name in sources if name in question.answers]
    answers = tuple(
        Answer(
            statements[name, text].id, f"c-{name}", name, value, "reported", (), (),
            ((statements[name, text].start, statements[name, text].start + 3),),
        )
        for name, text, value in said
    )  # fmt: skip
    pairs = tuple(
        Pair(
            statements[said[0][0], said[0][1]].id,
            statements[name, text].id,
            question.relation,
            0.93,
            Verdict(question.relation, "quantity.apart", "The two numbers cannot both be right."),
            (Evidence("prior", "Start", -3.0), Evidence("rare", "Shared rare words: ferry", 4.25)),
            "c-1",
            "c-2",
        )
        for name, text, _ in said[1:]
    )
    key = (
        "f-"
        + hashlib.sha256(("\n".join(sorted(a.statement for a in answers)) + question.question).encode()).hexdigest()[
            :16
        ]
    )
    return Fact(
        key, question.question, question.kind, question.relation, question.severity,  # type: ignore[arg-type]
        f"Answers differ: {question.question}", answers, pairs, len(said), len(said), None, None,
    )  # fmt: skip

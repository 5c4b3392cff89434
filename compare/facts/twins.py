"""Facts whose headings are still the same: each next one is told by words of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from compare.judgement.rules import quote
from compare.language.en.questions import QUOTATION_QUESTION
from compare.model import Fact

LEAST, MOST = 3, 110  # words, characters of a stretch that a heading may take up
MARKS = re.compile(r"(?<!\d)[,;:](?!\d)|[.!?](?=\s|$)|[–—“”\"()\[\]]")


def twins_told_apart(facts: Sequence[Fact], texts: Mapping[str, str]) -> tuple[Fact, ...]:
    """Return the facts, no two with one heading; ``texts`` has the words of each statement."""
    seen: Counter[str] = Counter()
    found = []
    for fact in facts:
        own = fact
        if seen[fact.question.casefold()]:
            fitting = (q for q in _own_words(fact, texts) if not seen[q.casefold()])
            number = seen[fact.question.casefold()] + 1
            own = replace(fact, question=next(fitting, f"{fact.question} ({number})"))
        seen[fact.question.casefold()] += 1
        if own is not fact:
            seen[own.question.casefold()] += 1
        found.append(own)
    return tuple(found)


def _own_words(fact: Fact, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield the heading with a stretch of one of the statements, the longest stretches that it has not first.

    Behind 'What words did … use?' only words that are quoted may stand.
    """
    stretches = []
    quoted = fact.question.startswith(QUOTATION_QUESTION.partition("{")[0])
    for answer in fact.answers:
        said = answer.value if answer.value.startswith("“") else ""
        words = said if quoted else texts.get(answer.statement, "")
        parts = (" ".join(p.split()) for p in MARKS.split(words))
        fitting = [p for p in parts if len(p.split()) >= LEAST and len(p) <= MOST and p not in fact.question]
        stretches += [max(fitting, key=lambda p: (len(p), p))] if fitting else []
    for stretch in sorted(dict.fromkeys(stretches), key=lambda p: (-len(p), p)):
        yield f"{fact.question} / {quote(stretch)}"

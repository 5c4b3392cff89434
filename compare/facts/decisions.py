"""What people may decide about a finding, and how a finding is known again after a re-run.

A finding is known by the words of its statements, not by their place: reflowed lines, another order of the
sources, a renamed folder or typographic quotes change nothing.  A word or a number that changed does.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from compare.model import Fact, Statement

DecisionName = Literal["conflict", "update", "no-conflict", "wrong-match", "needs-call"]
State = Literal["open", "decided", "needs a call", "decided, new evidence", "two opinions", "not found again"]

STATES: tuple[State, ...] = (
    "open",
    "decided, new evidence",
    "two opinions",
    "needs a call",
    "decided",
    "not found again",
)
UNSETTLED: frozenset[State] = frozenset({"open", "decided, new evidence", "two opinions", "needs a call"})


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of the form: a decision, its key on the keyboard and its words."""

    name: DecisionName
    key: str  # '1' to '5'
    label: str
    means: str  # one line under the label


CHOICES = (
    Choice("conflict", "1", "Conflict stands", "Report both, attributed"),
    Choice("update", "2", "Update", "The later report replaces the earlier"),
    Choice("no-conflict", "3", "No conflict", "Both can be true, or only wording"),
    Choice("wrong-match", "4", "Wrong match", "Not the same fact; teaches the matcher"),
    Choice("needs-call", "5", "Needs a call", "Park it and say whom to ask"),
)
HOLDS = "Holds"  # what 'no conflict' is called on an agreement
LABELS: Mapping[str, str] = {choice.name: choice.label for choice in CHOICES}


def called(kind: str, decision: str) -> str:
    """Return the words of a decision on a finding of a kind: that no conflict is there, an agreement 'holds'."""
    return HOLDS if kind == "agreement" and decision == "no-conflict" else LABELS[decision]


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one person decided and nothing later replaced."""

    event: str  # id of the event
    decision: DecisionName
    by: str
    at: str  # UTC, ISO 8601
    follow: str | None  # ``Source.id`` to follow; None: nobody yet
    note: str  # Markdown as typed; '' for none


@dataclass(frozen=True, slots=True)
class Decision:
    """Where a finding stands.  Reports show it; only ``settled`` ones count as done for the gate."""

    finding: str  # key of the finding in the project
    state: State
    decision: DecisionName | None  # of the newest opinion; None where nobody decided
    by: str | None
    at: str | None
    follow: str | None
    note: str
    assignee: str | None
    opinions: tuple[Opinion, ...]  # more than one where people decided differently

    @property
    def settled(self) -> bool:
        """True where a person decided, on the evidence there is now, and nobody disagrees."""
        return self.state == "decided"


# --- identity ------------------------------------------------------------------------------------

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+|[%$€£¥°\"]")
_MARKS = str.maketrans(dict.fromkeys("“”„‟«»", '"'))


@dataclass(frozen=True, slots=True)
class Identity:
    """What makes a finding the same finding in the next run."""

    key: str  # ``Fact.key`` in the run it comes from
    slot: str  # what kind of question it is: 'duration', 'count' …
    statements: frozenset[str]  # fingerprints of the words
    items: frozenset[str]  # fingerprint and value, for each answer
    evidence: str  # digest of what a reviewer sees: the 'statement set'


def fingerprint(text: str) -> str:
    """Return 16 hex digits that stay as long as the words, numbers and quotation marks stay."""
    return digest(words_of(text))


def words_of(text: str) -> str:
    """Return the words, numbers and quotation marks of a text, one space between them, whatever its layout."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_MARKS).replace("''", '"')
    return " ".join(_TOKEN.findall(plain))


def headline_says(value: str, text: str) -> str:
    """Return what of a headline is evidence: its value and its numbers, however else it is worded."""
    return " ".join([words_of(value), *sorted({w for w in words_of(text).split() if w[0].isdigit()})])


def identify(fact: Fact, statements: Mapping[str, Statement]) -> Identity:
    """Return the identity of a fact; ``statements`` holds every statement of the comparison by its id."""
    prints = {answer.statement: fingerprint(statements[answer.statement].text) for answer in fact.answers}
    told = {
        (answer.source, headline_says(answer.value, statements[answer.statement].text))
        for answer in fact.answers
        if statements[answer.statement].kind != "headline"
    }
    evidence = set()
    for answer in fact.answers:
        value = headline_says(answer.value, statements[answer.statement].text)
        if statements[answer.statement].kind != "headline":
            evidence.add(prints[answer.statement])
        elif (answer.source, value) not in told:  # a headline that says what its article says is no evidence of its own
            evidence.add(f"headline {value}")
    return Identity(
        fact.key,
        fact.kind,
        frozenset(prints.values()),
        frozenset(f"{prints[a.statement]} {fingerprint(a.value)}" for a in fact.answers),
        digest("\n".join(sorted(evidence))),
    )


def match_findings(known: Sequence[Identity], found: Sequence[Identity]) -> dict[str, str]:
    """Return, for each found key that was known before, the key it was known by; one to one, best first.

    Two findings can be one where they bear the same key, or share a statement and either its value or the
    kind of question: one sentence often gives both the dead and the wounded.
    """
    holders: defaultdict[str, set[int]] = defaultdict(set)
    by_key = {identity.key: place for place, identity in enumerate(known)}
    for place, identity in enumerate(known):
        for mark in identity.statements:
            holders[mark].add(place)
    candidates = []
    for new in found:
        near = {place for mark in new.statements for place in holders.get(mark, ())}
        if new.key in by_key:
            near.add(by_key[new.key])
        candidates += [(score, old.key, new.key) for old in _at(known, near) if (score := _likeness(old, new))]
    matched: dict[str, str] = {}
    taken: set[str] = set()
    for _, old_key, new_key in sorted(candidates, key=lambda c: (tuple(-part for part in c[0]), c[1], c[2])):
        if new_key not in matched and old_key not in taken:
            matched[new_key] = old_key
            taken.add(old_key)
    return matched


def _likeness(old: Identity, new: Identity) -> tuple[int, int, int, int] | None:
    """Return (same key, shared answers, shared statements, same kind) to sort by, or None."""
    items, words = len(old.items & new.items), len(old.statements & new.statements)
    same = int(old.slot == new.slot)
    if old.key == new.key or items or (words and same):
        return int(old.key == new.key), items, words, same
    return None


def _at(known: Sequence[Identity], places: Iterable[int]) -> list[Identity]:
    return [known[place] for place in sorted(places)]


def digest(text: str) -> str:
    """Return the text's SHA-256, its first 16 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]

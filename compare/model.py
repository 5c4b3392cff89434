"""The values that flow through Crosscheck: from a source to a comparison, each stage adds one type.

All offsets are code points into ``Source.text``; ``end`` is exclusive.  Everything is frozen, so a stage
can only add what it knows and never change what an earlier stage found.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

Relation = Literal["agreement", "difference", "update", "conflict"]
Judged = Literal["agreement", "difference", "update", "conflict", "unrelated"]
Status = Literal["expected", "reported", "denied", "superseded"]
BlockKind = Literal["title", "heading", "paragraph", "list", "caption", "table", "code", "quote"]


# --- what was read -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Published:
    """When a source was published, and how we know."""

    when: date | datetime  # a ``datetime`` only where the source gives a time of day
    basis: Literal["manifest", "metadata", "text"]  # never guessed: unknown is ``Source.published is None``
    words: str  # the words or the metadata field that say so, for the report


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item … of a source: never overlapping, in order of place."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Furniture:
    """Words of the page, not of the article: kept, listed, never compared."""

    start: int
    end: int
    reason: str  # plain words: 'comment form', 'link to another story', 'repeated headline' …


@dataclass(frozen=True, slots=True)
class Source:
    """One article.  ``id`` is unique within a comparison and ends in the file's name."""

    id: str  # shortest tail of the path that is unique among the sources: 'voa.txt', else 'a/voa.txt'
    path: str  # as the user gave it; 'stdin' for standard input
    text: str
    format: str  # 'text', 'markdown', 'html', 'pdf', 'docx', 'json'
    sha256: str  # of the bytes read (of the JSON record for one line of JSONL)
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: Published | None = None
    blocks: tuple[Block, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    notes: tuple[str, ...] = ()  # what a user should know: contradictory dates, decoding doubts …


@dataclass(frozen=True, slots=True)
class Unread:
    """A source that could not be read: listed in every report, never skipped in silence."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence (or headline) of a source with its exact place: ``source.text[start:end] == text``."""

    id: str  # content-derived: file name, words, and which occurrence; survives reflowing and reordering
    source: str  # ``Source.id``
    start: int
    end: int
    text: str
    paragraph: int  # 0-based index into ``Source.blocks``
    kind: Literal["headline", "sentence"] = "sentence"


# --- typed values --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount: an interval with a grain, in the unit the text uses.

    'five hours' is [5, 5] hour with grain 1; 'at least 12' is [12, None]; 'four- to five-hour' is [4, 5].
    """

    start: int
    end: int
    text: str
    low: Decimal | None  # None: no lower end is given
    high: Decimal | None  # None: no upper end is given
    grain: Decimal  # the step to which the number is given, in ``unit``: '1.2 billion' → 100,000,000
    unit: str | None = None  # canonical singular: 'hour', 'percent', 'dollar', 'kilometre'; None for a bare count
    dimension: str = "count"  # 'count', 'duration', 'money', 'percent', 'length', 'ordinal', 'multiple', 'age' …
    counted: str | None = None  # the thing counted, as written, lower case: 'russian diplomats'
    head: str | None = None  # lemma of its head noun: 'diplomat'
    low_open: bool = False  # 'more than 100': 100 itself is excluded
    high_open: bool = False  # 'less than 5'
    approximate: bool = False  # 'about 12', and vague counts
    vague: bool = False  # 'dozens', 'several', 'hundreds of'
    direction: Literal["up", "down"] | None = None  # the number is a rise or a fall, not a level


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or a time of day.  Parts not said are None; ``earliest``/``latest`` are None until resolved."""

    start: int
    end: int
    text: str
    grain: Literal["year", "quarter", "month", "week", "day", "part", "hour", "minute", "vague"]
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # 0 is Monday
    hour: int | None = None
    minute: int | None = None
    zone: str | None = None  # IANA name or 'UTC±hh:mm' where the text names one: 'Paris time' → Europe/Paris
    earliest: datetime | None = None  # inclusive; aware (UTC) where ``zone`` is known, else naive local time
    latest: datetime | None = None  # exclusive
    basis: Literal["written", "published", "context", "unresolved"] = "unresolved"


@dataclass(frozen=True, slots=True)
class Name:
    """A person, organisation, place … as written, with the key its short forms share."""

    start: int
    end: int
    text: str
    kind: Literal["person", "organisation", "place", "nationality", "event", "work", "other"]
    key: str  # lower-case canonical form shared by all mentions within the set of articles


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words inside quotation marks; ``start``/``end`` include the marks, ``words`` do not."""

    start: int
    end: int
    text: str
    words: str
    speaker: str | None = None  # who is said to have said it, as written
    verb: str | None = None  # lemma of the verb of saying: 'say', 'describe', 'agree'
    scare: bool = False  # a name or a term in marks, not somebody's speech


@dataclass(frozen=True, slots=True)
class State:
    """A rung of a ladder of states, told of a bearer (the claim's ``subject``)."""

    start: int
    end: int
    text: str
    ladder: str  # 'custody', 'condition', 'search' … : a file of ``language/en/states``
    rung: str  # 'arrested', 'charged' …
    level: int  # 0 is the lowest; two rungs of one level exclude each other


@dataclass(frozen=True, slots=True)
class Unknown:
    """What a statement says is not known, not told or still being looked into."""

    start: int
    end: int
    text: str  # the words that say so: 'has not been identified'
    asks: str  # what is not known: 'identity', 'motive', 'cause', 'condition', 'number', 'suspect', 'other'


@dataclass(frozen=True, slots=True)
class Cues:
    """How a stretch of text is meant: who says it, is it expected, denied, hedged."""

    status: Status = "reported"
    negated: bool = False
    hedges: tuple[str, ...] = ()  # words as written: 'may', 'likely', 'reportedly'
    said_by: tuple[str, ...] = ()  # outermost speaker first; empty where the article itself says it
    past: bool = True  # the clause looks back (past or perfect); False for present and future


# --- claims and what becomes of them -------------------------------------------------------------

Value = Quantity | Moment | Name | Quotation | State | Unknown


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement's mention of a value, or its bare proposition, and what it is about."""

    id: str
    statement: str  # ``Statement.id``
    source: str  # ``Source.id``
    kind: Literal["quantity", "moment", "place", "quotation", "proposition", "state", "unknown"]
    start: int  # the clause that carries the claim
    end: int
    value: Value | None  # None for a bare proposition
    cues: Cues = Cues()
    predicate: str | None = None  # lemma of the verb or noun that governs the value: 'last', 'kill', 'begin'
    attribute: str | None = None  # the slot: 'duration', 'killed', 'wounded', 'arrested', 'price', 'begin' …
    wording: str = ""  # the predicate as written, for the report: 'was rejected'
    subject: tuple[str, ...] = ()  # content lemmas / name keys of the subject (of the doer, in a passive clause)
    object: tuple[str, ...] = ()  # content lemmas / name keys of the object (of who it was done to)
    names: frozenset[str] = frozenset()  # keys of the names in the clause
    words: frozenset[str] = frozenset()  # content lemmas of the clause
    days: tuple[Moment, ...] = ()  # moments that date the clause (own, else inherited from the sentence)
    places: frozenset[str] = frozenset()
    scope: Literal["whole", "part", "running", "other"] = "whole"  # part: 'including 11 children'
    bearer: str | None = None  # lemma of what a length of time belongs to: 'trial' of 'a three-week trial'


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence for or against an alignment."""

    name: str  # row of the weights table
    text: str  # in plain words, with the words found: 'Shared rare words: ambassador, recall'
    weight: float  # log2 odds; positive speaks for


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule says of two claims."""

    relation: Judged
    rule: str  # id of the rule's row, e.g. 'quantity.bound-holds'
    reason: str  # one sentence for an editor
    left_words: tuple[str, ...] = ()  # exact words that differ (or agree) on the left
    right_words: tuple[str, ...] = ()
    gap: str | None = None  # the difference computed, in words: '39 minutes less'


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements of different sources that speak about one fact, judged."""

    left: str  # ``Statement.id``; the left source comes first in the order of the sources
    right: str
    relation: Relation
    score: float  # probability that both speak about the same fact, 0 to 1, four digits
    verdict: Verdict
    evidence: tuple[Evidence, ...]
    left_claim: str  # ``Claim.id``
    right_claim: str
    copy: bool = False  # the same words: republished or shared wire copy


@dataclass(frozen=True, slots=True)
class Answer:
    """What one statement answers to a fact's question."""

    statement: str
    claim: str
    source: str
    value: str  # in words: '3 hours 21 minutes'
    status: Status
    said_by: tuple[str, ...]
    hedges: tuple[str, ...]
    marks: tuple[tuple[int, int], ...]  # places in the source's text to mark as differing
    low: float | None = None  # for the value strip, in ``Fact.unit``; None where there is no scale
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One question and the answers that the sources give."""

    key: str  # content-derived: 'f-' and 16 hex digits
    question: str
    kind: str  # 'duration', 'count', 'money', 'quotation', 'date', 'proposition' …
    relation: Relation  # the gravest relation among its pairs: conflict > update > difference > agreement
    severity: Literal["high", "medium", "low"]
    summary: str  # one sentence: the answer
    answers: tuple[Answer, ...]
    pairs: tuple[Pair, ...]
    sources: int  # how many sources speak
    independent: int  # how many of them are independent origins
    supported: str | None  # wording that all sources bear out; None where there is none
    caveat: str | None
    unit: str | None = None  # for the value strip
    dissent: str | None = None  # 'E alone says …' where one stands against many
    basis: Literal["value", "words"] = "value"  # 'words': no value was compared; both are to be read


@dataclass(frozen=True, slots=True)
class SetAside:
    """A near miss: two statements that look alike and were not paired, and why not."""

    left: str
    right: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Sources (or parts of them) that come from one origin and so count once."""

    sources: tuple[str, ...]
    reason: str  # 'same text', 'shared wire copy (AP)', 'both quote the same spokesman'
    share: float  # of the shorter text that is shared, 0 to 1
    whole: bool  # True: the articles are copies; False: paragraphs are


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that was found; every report renders from this alone."""

    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...]  # in order: conflict, update, difference, agreement; then severity, then key
    single: tuple[str, ...]  # statements that only one source makes
    set_aside: tuple[SetAside, ...]
    origins: tuple[Origin, ...]
    unread: tuple[Unread, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Every judged pair of every fact, in the order of the facts."""
        return tuple(pair for fact in self.facts for pair in fact.pairs)

"""A comparison made by hand, in our own words, for the tests of every report."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal

from compare.model import (
    Answer,
    Block,
    Claim,
    Comparison,
    Cues,
    Evidence,
    Fact,
    Furniture,
    Origin,
    Pair,
    Published,
    Quantity,
    Quotation,
    SetAside,
    Source,
    Statement,
    Unread,
    Verdict,
)

HOSTILE = (
    '<script>document.title="owned"</script> | the "mayor" said `rm -rf` *now* _here_ '
    "[x](javascript:alert(1)) \x1b[31mred "
    "\u202eevil\u202c <img src=x onerror=\"document.title='owned'\"> & #1 </style></mark>"
)

TEXTS = {
    "harbour/alpha.txt": (
        "Ministers to meet on Friday\n\n"
        "The palace said the talks may last for five hours, with breaks. Both envoys left in spring.\n\n"
        "The premier called his guest a “killer” last winter.\n\nLeave a Reply\n"
    ),
    "harbour/beta.txt": (
        "Talks set for the old harbour\n\n"
        "Officials said it was likely a four- to five-hour meeting. Both envoys left in spring.\n\n"
        "It is the first visit in ten years.\n"
    ),
    "harbour/gamma.txt": (
        "After the talks\n\n"
        "The delegation reported that the talks took 3 hours and 21 minutes. Both envoys had gone home in spring.\n\n"
        "The premier had called his guest a “murderer”, 🎻 the paper wrote.\n"
    ),
    "odd/hostile.txt": f"{HOSTILE}\n\nNo time frame is set for the later call. {HOSTILE}\n",
}
TITLES = {"harbour/alpha.txt": "Ministers to meet on Friday", "odd/hostile.txt": HOSTILE}
CONFLICT, UPDATE, AGREEMENT = "f-00000000000000c0", "f-00000000000000b0", "f-00000000000000a0"
HOSTILE_FACT, ALIKE = "f-00000000000000d0", "f-00000000000000e0"


def _source(path: str) -> Source:
    text = TEXTS[path]
    blocks, furniture, at = [], [], 0
    for i, part in enumerate(text.split("\n\n")):
        end = at + len(part.rstrip("\n"))
        if part.startswith("Leave"):
            furniture.append(Furniture(at, end, "comment form"))
        else:
            blocks.append(Block(at, end, "title" if i == 0 else "paragraph"))
        at += len(part) + 2
    return Source(
        id=path.rsplit("/", 1)[1],
        path=path,
        text=text,
        format="text",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=TITLES.get(path),
        publisher="The Quay" if "alpha" in path else None,
        published=Published(date(2021, 6, 15), "text", "on June 15, 2021") if "beta" in path else None,
        blocks=tuple(blocks),
        furniture=tuple(furniture),
        notes=("Two dates are given: 15 and 16 June.",) if "beta" in path else (),
    )


SOURCES = tuple(_source(path) for path in TEXTS)


def _statement(source: int, words: str) -> Statement:
    text = SOURCES[source].text
    start = text.index(words)
    block = next(i for i, b in enumerate(SOURCES[source].blocks) if b.start <= start < b.end)
    digest = hashlib.sha256(f"{source}{words}".encode()).hexdigest()[:16]
    kind = "headline" if block == 0 else "sentence"
    return Statement("s-" + digest, SOURCES[source].id, start, start + len(words), words, block, kind)


FIVE = _statement(0, "The palace said the talks may last for five hours, with breaks.")
FOUR = _statement(1, "Officials said it was likely a four- to five-hour meeting.")
TOOK = _statement(2, "The delegation reported that the talks took 3 hours and 21 minutes.")
LEFT = (
    _statement(0, "Both envoys left in spring."),
    _statement(1, "Both envoys left in spring."),
    _statement(2, "Both envoys had gone home in spring."),
)
KILLER = _statement(0, "The premier called his guest a “killer” last winter.")
MURDERER = _statement(2, "The premier had called his guest a “murderer”, 🎻 the paper wrote.")
FIRST = _statement(1, "It is the first visit in ten years.")
ODD = _statement(3, HOSTILE)
CALL = _statement(3, "No time frame is set for the later call.")

STATEMENTS = (FIVE, LEFT[0], KILLER, FOUR, LEFT[1], FIRST, TOOK, LEFT[2], MURDERER, ODD, CALL)


def _place(statement: Statement, words: str) -> tuple[int, int]:
    start = statement.start + statement.text.index(words)
    return start, start + len(words)


def _claim(statement: Statement, value: object, **more: object) -> Claim:
    kind = "quantity" if isinstance(value, Quantity) else "quotation" if isinstance(value, Quotation) else "proposition"
    name = f"c-{statement.id[2:]}"
    return Claim(name, statement.id, statement.source, kind, statement.start, statement.end, value, **more)  # type: ignore[arg-type]


def _hours(statement: Statement, words: str, low: str, high: str, status: str) -> Claim:
    start, end = _place(statement, words)
    value = Quantity(start, end, words, Decimal(low), Decimal(high), Decimal(1), "hour", "duration")
    return _claim(statement, value, cues=Cues(status), attribute="duration", words=frozenset({"talk", "last"}))  # type: ignore[arg-type]


def _quote(statement: Statement, words: str) -> Claim:
    start, end = _place(statement, f"“{words}”")
    return _claim(statement, Quotation(start, end, f"“{words}”", words, "The premier", "call"))


C_FIVE = _hours(FIVE, "five hours", "5", "5", "expected")
C_FOUR = _hours(FOUR, "four- to five-hour", "4", "5", "expected")
C_TOOK = _hours(TOOK, "3 hours and 21 minutes", "3.35", "3.35", "reported")
C_KILLER, C_MURDERER = _quote(KILLER, "killer"), _quote(MURDERER, "murderer")
C_LEFT = tuple(_claim(s, None) for s in LEFT)
C_FIRST, C_CALL, C_ODD = _claim(FIRST, None), _claim(CALL, None), _claim(ODD, None)

EVIDENCE = (
    Evidence("prior", "Start: two sentences picked at random rarely match", -3.0),
    Evidence("measure", "Same measure: a length of time, of the talks", 4.25),
    Evidence("words", "Shared rare words: talks, last", 2.2),
    Evidence("wording", "Wording is not close", -0.8),
)


def _pair(left: Claim, right: Claim, relation: str, rule: str, reason: str, **more: object) -> Pair:
    gap = more.pop("gap", None)
    lw, rw = more.pop("words", ((), ()))  # type: ignore[misc]
    verdict = Verdict(relation, rule, reason, lw, rw, gap)  # type: ignore[arg-type]
    return Pair(left.statement, right.statement, relation, 0.9756, verdict, EVIDENCE, left.id, right.id, **more)  # type: ignore[arg-type]


def _answer(claim: Claim, value: str, words: str = "", **more: object) -> Answer:
    statement = next(s for s in STATEMENTS if s.id == claim.statement)
    marks = (_place(statement, words),) if words else ()
    fixed = (more.pop("status", "reported"), more.pop("said_by", ()), more.pop("hedges", ()), marks)
    return Answer(claim.statement, claim.id, claim.source, value, *fixed, **more)  # type: ignore[arg-type]


F_UPDATE = Fact(
    UPDATE,
    "How long did the talks last?",
    "duration",
    "update",
    "high",
    "3 hours 21 minutes, says the delegation (C); five hours (A) and four to five hours (B) had been expected.",
    (
        _answer(
            C_FIVE,
            "5 hours",
            "five hours",
            status="expected",
            said_by=("the palace",),
            hedges=("may",),
            low=5.0,
            high=5.0,
        ),
        _answer(
            C_FOUR,
            "4 to 5 hours",
            "four- to five-hour",
            status="expected",
            said_by=("officials",),
            hedges=("likely",),
            low=4.0,
            high=5.0,
        ),
        _answer(
            C_TOOK, "3 hours 21 minutes", "3 hours and 21 minutes", said_by=("the delegation",), low=3.35, high=3.35
        ),
    ),
    (
        _pair(
            C_FIVE,
            C_FOUR,
            "agreement",
            "quantity.overlap",
            "Both expect up to five hours.",
            words=(("five hours",), ("four- to five-hour",)),
        ),
        _pair(
            C_FIVE,
            C_TOOK,
            "update",
            "quantity.expectation-replaced",
            "A expects, C reports.",
            gap="1 hour 39 minutes less",
        ),
        _pair(
            C_FOUR, C_TOOK, "update", "quantity.expectation-replaced", "B expects, C reports.", gap="39 minutes less"
        ),
    ),
    3,
    3,
    "The talks lasted 3 hours and 21 minutes, according to the delegation.",
    "A counts breaks.",
    unit="hour",
)
F_CONFLICT = Fact(
    CONFLICT,
    "Which word did the premier use?",
    "quotation",
    "conflict",
    "high",
    "“killer” in A, “murderer” in C.",
    (
        _answer(C_KILLER, "“killer”", "“killer”", said_by=("The premier",)),
        _answer(C_MURDERER, "“murderer”", "“murderer”", said_by=("the paper", "The premier")),
    ),
    (_pair(C_KILLER, C_MURDERER, "conflict", "quotation.other-words", "Words in quotation marks must be identical."),),
    2,
    2,
    None,
    None,
)
F_HOSTILE = Fact(
    HOSTILE_FACT,
    f"What about {HOSTILE}?",
    "proposition",
    "difference",
    "low",
    HOSTILE,
    (_answer(C_FIRST, HOSTILE, "first visit"), _answer(C_ODD, HOSTILE, HOSTILE, said_by=(HOSTILE,), hedges=("mayor",))),
    (_pair(C_FIRST, C_ODD, "difference", "proposition.detail", HOSTILE),),
    2,
    2,
    HOSTILE,
    HOSTILE,
    dissent="D alone says so.",
)
F_AGREEMENT = Fact(
    AGREEMENT,
    "Did both envoys leave in spring?",
    "proposition",
    "agreement",
    "low",
    "Both envoys left in spring.",
    tuple(_answer(c, s.text) for c, s in zip(C_LEFT, LEFT, strict=True)),
    (
        _pair(C_LEFT[0], C_LEFT[1], "agreement", "moment.same", "The same words.", copy=True),
        _pair(C_LEFT[0], C_LEFT[2], "agreement", "moment.same", "Both say spring."),
        _pair(C_LEFT[1], C_LEFT[2], "agreement", "moment.same", "Both say spring."),
    ),
    3,
    2,
    "Both envoys left in spring.",
    None,
)

F_ALIKE = Fact(
    ALIKE,
    "Talks, harbour",
    "proposition",
    "agreement",
    "low",
    "B and D speak of the same; no value was compared.",
    (_answer(C_FIRST, "is"), _answer(C_CALL, "is set")),
    (_pair(C_FIRST, C_CALL, "agreement", "statement.same-fact", "Both statements tell this."),),
    2,
    2,
    None,
    None,
    basis="words",
)


def sample_comparison() -> Comparison:
    """Return four sources, five facts (one of each relation, one of words alone) and one of everything else."""
    return Comparison(
        sources=SOURCES,
        statements=STATEMENTS,
        claims=(C_FIVE, C_FOUR, C_TOOK, C_KILLER, C_MURDERER, *C_LEFT, C_FIRST, C_CALL, C_ODD),
        facts=(F_CONFLICT, F_UPDATE, F_HOSTILE, F_AGREEMENT, F_ALIKE),
        single=(FIRST.id, CALL.id),
        set_aside=(SetAside(FIVE.id, CALL.id, 0.41234, "another event: the later call"),),
        origins=(Origin((SOURCES[0].id, SOURCES[1].id), "shared wire copy", 0.25, whole=False),),
        unread=(Unread("harbour/broken.pdf", "the file is not a PDF"),),
        settings={"floor": "0.5"},
    )

"""Two to four sentences at the top of every report: what differs, gravest first, and what was left out."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Comparison
from compare.wire.report import copy_of
from reports.finding_view import Finding
from reports.wording import SENTENCES, counted, listed, spelled

NO_ANSWER = "no answer"  # how the settings begin where a second reader left pairs without one
NAMED = 3  # findings that the lead names after the gravest
SPOKEN = 160  # characters of an answer that the lead repeats


def summary_of(
    comparison: Comparison,
    findings: Sequence[Finding],
    agreements: Sequence[Finding],
    alike: Sequence[Finding],
    elsewhere: Sequence[str],
) -> tuple[str, ...]:
    """Return the sentences; ``elsewhere`` are the letters of the articles that are about another event."""
    number = len(comparison.sources)
    if number < 2:
        return (SENTENCES["nothing read"].format(have=SENTENCES["one" if number else "none"]), *_left_out(comparison))
    sentences = list(
        _parts(number - len(elsewhere), findings) if findings else [_nothing(comparison, agreements, alike)]
    )
    if agreements and len(sentences) < 3:
        sentences.append(_agreed(agreements))
    if elsewhere:
        who, it = (" is", "it is") if len(elsewhere) == 1 else (" are", "they are")
        sentences.append(SENTENCES["other event"].format(who=listed(elsewhere) + who, it=it))
    return (*sentences, *_left_out(comparison))


def _parts(number: int, findings: Sequence[Finding]) -> list[str]:
    order = ("conflict", "update", "difference")
    found = [(key, sum(1 for f in findings if f.kind.key == key)) for key in order]
    kinds = listed([counted(n, key) for key, n in found if n])
    told = [
        SENTENCES["parts"].format(
            articles=spelled(number, "article"), number=counted(len(findings), "point"), kinds=kinds
        )
    ]
    first, *rest = findings
    answer = first.answer if len(first.answer) <= SPOKEN else ""
    stop = "" if first.question.endswith(("?", ".")) else "."
    told.append(SENTENCES["gravest"].format(question=first.question, stop=stop, answer=answer).strip())
    if rest:
        names = [f.question.rstrip(".") for f in rest[:NAMED]]
        if len(rest) > NAMED:
            names.append(f"{len(rest) - NAMED} more")
        told.append(SENTENCES["also"].format(questions="; ".join(names)).replace("?.", "?"))
    return told


def _agreed(agreements: Sequence[Finding]) -> str:
    """Say how many values are the same, and how many are compatible: these are not the same."""
    room = sum(1 for f in agreements if f.kind.key == "room")
    same = len(agreements) - room
    sentence = SENTENCES["agrees" if not room else "agrees and room" if same else "room"]
    are, be = ("is" if number == 1 else "are" for number in (same, room))
    return sentence.format(values=_were(same), are=are, room=room if same else _were(room), be=be)


def _nothing(comparison: Comparison, agreements: Sequence[Finding], alike: Sequence[Finding]) -> str:
    """Say that nothing differs, and how much could not have: silence is no agreement."""
    compared = {s.id for f in agreements for s in f.compared}
    uncompared = len({s.id for f in alike for s in f.statements} - compared)
    alone = len(comparison.single)
    return SENTENCES["no difference"].format(
        single=f"{counted(alone, 'statement')} {'stands' if alone == 1 else 'stand'} alone",
        uncompared=f"{uncompared:,} {'was' if uncompared == 1 else 'were'} not compared",
    )


def _were(number: int) -> str:
    return f"{counted(number, 'value')} {'was' if number == 1 else 'were'}"


def _left_out(comparison: Comparison) -> list[str]:
    copies, told = copy_of(comparison), []
    if copies:
        are = "is" if len(copies) == 1 else "are"
        told.append(SENTENCES["copies"].format(articles=spelled(len(copies), "article"), are=are))
    if comparison.unread:
        told.append(SENTENCES["unread"].format(sources=spelled(len(comparison.unread), "source")))
    second = comparison.settings.get("second_reader", "")
    if second.startswith(NO_ANSWER):
        told.append(SENTENCES["second reader"].format(words=second))
    return told

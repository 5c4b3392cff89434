"""Misquoted: words inside quotation marks that differ from the source's, or are given to somebody else.

The words are looked for in the sources' whole texts: a quotation may stand in a paragraph of which nothing else is
used.  Verbatim is word for word; case, marks, kinds of quotation mark, ellipses and [insertions] do not count.
"""

from __future__ import annotations

from dataclasses import replace

from compare.checking.case import PAIRED, Case, Meeting
from compare.checking.library import (
    Found,
    Library,
    Spoken,
    nearly_at,
    segments_of,
    speaker_keys,
    verbatim_at,
    verbatim_in,
)
from compare.checking.model import Assessment, Witness
from compare.checking.wording import folded
from compare.judgement.statements import ClaimVerdict
from compare.matching.closeness import alike
from compare.model import Quotation, Statement

FEWEST = 4  # words; fewer may be near by chance and are judged beside their statement only
SPOKEN = 3  # words from which it matters who said them; fewer are judged beside their statement only
SURE = 0.8  # probability that a statement is the one that fewer words were taken from


def quotations(case: Case) -> list[Quotation]:
    """Return the quotations of the draft's statement that somebody is said to have uttered or that are long."""
    found = [_own_part(c.value, case.statement) for c in case.claims if isinstance(c.value, Quotation)]
    return [q for q in found if q.words and (not q.scare or len(folded(q.words).words) >= FEWEST)]


def _own_part(quotation: Quotation, statement: Statement) -> Quotation:
    """Return what of a quotation stands in a statement: one of several sentences is judged for its own words."""
    if statement.start <= quotation.start and quotation.end <= statement.end:
        return quotation
    start, end = max(quotation.start, statement.start), min(quotation.end, statement.end)
    text = statement.text[start - statement.start : end - statement.start]
    return replace(quotation, start=start, end=end, text=text, words=text.strip(" “”\"‘’'«»„"))


def misquoted(case: Case, library: Library) -> Assessment | None:
    """Return 'misquoted' for the first quotation that a source words otherwise or gives to another speaker."""
    for quotation in quotations(case):
        found = _altered(case, quotation, library) or _other_speaker(case, quotation, library)
        if found is not None:
            return found
    return None


def unquoted(case: Case, library: Library) -> Quotation | None:
    """Return the first quotation that no source holds, not even nearly."""
    for quotation in quotations(case):
        segments = segments_of(quotation)
        if any(segments) and not any(verbatim_at(segments, library.texts[s.id]) for s in library.sources):
            return quotation
    return None


def _altered(case: Case, quotation: Quotation, library: Library) -> Assessment | None:
    if any(True for _ in verbatim_in(quotation, library)):
        return None
    words = tuple(w for segment in segments_of(quotation) for w in segment)
    if len(words) < FEWEST:
        return _short(case, quotation)
    near = [n for s in library.sources if (n := nearly_at(words, s.id, library.texts[s.id])) is not None]
    if not near:
        return None
    best = max(near, key=lambda n: (n.likeness, n.source))
    exact = next(s.text for s in library.sources if s.id == best.source)[best.start : best.end]
    gone, new = _changed(words, folded(exact).words)
    told = " and ".join(
        part
        for part in (
            f"the draft has “{' '.join(gone)}”" if gone else "",
            f"{best.source} has “{' '.join(new)}”" if new else "",
        )
        if part
    )
    reason = f"Inside the marks {told or 'the words stand in another order'}."
    inner = _inner(quotation)
    return Assessment(
        "misquoted",
        reason,
        tuple(_witness(case, n, library, reason) for n in sorted(near, key=lambda n: (-n.likeness, n.source))),
        mark=case.relative(quotation.start, quotation.end),
        suggestion=f"“{' '.join(exact.split())}”",
        replacement=quotation.text[: inner[0]] + " ".join(exact.split()) + _tail(quotation, inner[1]),
    )


def _short(case: Case, quotation: Quotation) -> Assessment | None:
    """Judge a word or two beside the quotation of the statement they were taken from: 'killer' and 'murderer'."""
    claim = next((c for c in case.claims if isinstance(c.value, Quotation) and c.value.end == quotation.end), None)
    if claim is None:
        return None
    for meeting, found in case.verdicts_on(claim):
        if isinstance(found.right.value, Quotation) and _same_utterance(case, meeting, found, quotation):
            words = found.right.value.words
            return Assessment(
                "misquoted",
                f"{meeting.source} quotes “{words}”, not “{quotation.words}”.",
                (case.witness(meeting, "quotes", found.verdict.reason, found),),
                mark=case.relative(quotation.start, quotation.end),
                suggestion=f"“{words}”",
                replacement=found.right.value.text,
            )
    return None


def _same_utterance(case: Case, meeting: Meeting, found: ClaimVerdict, ours: Quotation) -> bool:
    """Tell whether a source quotes other words of the same speaker, said with the same verb in a statement so alike."""
    theirs = found.right.value
    if found.verdict.relation not in ("conflict", "difference") or meeting.near.probability < PAIRED:
        return False
    if not isinstance(theirs, Quotation) or theirs.scare or len(folded(theirs.words).words) > FEWEST:
        return False
    if ours.verb is None or ours.verb != theirs.verb:
        return False
    speakers = (
        speaker_keys(ours.speaker, case.side.names, case.statement),
        speaker_keys(theirs.speaker, meeting.side.names, meeting.statement),
    )
    return not all(speakers) or _same(*speakers)


def _changed(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[list[str], list[str]]:
    from rapidfuzz.distance import Indel

    gone: list[str] = []
    new: list[str] = []
    for step in Indel.opcodes(ours, theirs):
        if step.tag in ("delete", "replace"):
            gone += ours[step.src_start : step.src_end]
        if step.tag in ("insert", "replace"):
            new += theirs[step.dest_start : step.dest_end]
    return gone, new


def _other_speaker(case: Case, quotation: Quotation, library: Library) -> Assessment | None:
    ours = speaker_keys(quotation.speaker, case.side.names, case.statement)
    if not ours:
        return None
    short = len(folded(quotation.words).words) < SPOKEN
    beside = {m.statement.id for m in case.paired if m.near.probability >= SURE}
    others: list[tuple[Found, Spoken]] = []
    for place in verbatim_in(quotation, library):
        for spoken in library.spoken[place.source]:
            if short and (spoken.statement.id not in beside or spoken.quotation.verb != quotation.verb):
                continue
            if spoken.quotation.start <= place.start and place.end <= spoken.quotation.end and spoken.speaker:
                if _same(ours, spoken.speaker):
                    return None
                others.append((place, spoken))
    if not others:
        return None
    speaker = others[0][1].quotation.speaker or ""
    reason = f"{others[0][0].source} gives these words to {speaker}, the draft to {quotation.speaker}."
    return Assessment(
        "misquoted",
        reason,
        tuple(_witness(case, place, library, reason) for place, _ in others),
        mark=case.relative(quotation.start, quotation.end),
        suggestion=f"{others[0][1].statement.text}",
    )


def _same(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return any(alike(a, b, 0.95) or set(a.split()) & set(b.split()) for a in ours for b in theirs)


def _witness(case: Case, found: Found, library: Library, reason: str) -> Witness:
    inside = [s for s in library.statements[found.source] if s.start < found.end and found.start < s.end]
    start, end = (inside[0].start, inside[-1].end) if inside else (found.start, found.end)
    text = case.sources.by_id[found.source].text[start:end]
    line, column = case.sources.places[found.source].line_column(start)
    identity = inside[0].id if inside else ""
    return Witness(
        found.source, identity, start, end, text, line, column, "quotes", reason,
        "draft.misquoted", round(found.likeness / 100, 4), marks=((found.start, found.end),),
    )  # fmt: skip


def _inner(quotation: Quotation) -> tuple[int, int]:
    at = quotation.text.find(quotation.words)
    return (at, at + len(quotation.words)) if at >= 0 else (1, len(quotation.text) - 1)


def _tail(quotation: Quotation, inner_end: int) -> str:
    closing = quotation.text[inner_end:]
    mark = quotation.words[-1:] if quotation.words[-1:] in (",", ".", "!", "?") else ""
    return mark + closing


def borrowed(case: Case, library: Library) -> Assessment | None:
    """'The aid is a drop in the ocean' where a source gives these words to a speaker: stated as fact, too strong."""
    if any(c.kind == "quotation" or c.cues.said_by for c in case.claims):
        return None
    ours = folded(case.statement.text, case.statement.start)
    beside = {m.statement.id: m for m in case.paired}
    for source in library.sources:
        for spoken in library.spoken[source.id]:
            words = folded(spoken.quotation.words).words
            meeting = beside.get(spoken.statement.id)
            if meeting is None or len(words) < FEWEST or spoken.quotation.speaker is None or spoken.quotation.scare:
                continue
            places = ours.places_of(words)
            if places:
                reason = f"{source.id} has these words from {spoken.quotation.speaker}; the draft states them as fact."
                return Assessment(
                    "too-strong",
                    reason,
                    (case.witness(meeting, "tempers", reason, rule="draft.borrowed-words"),),
                    mark=case.relative(*places[0]),
                    suggestion=" ".join(meeting.statement.text.split()),
                )
    return None

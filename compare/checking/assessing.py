"""The verdict on one statement of the draft: a table of questions, and the first that is answered with yes decides."""

from __future__ import annotations

from collections.abc import Callable

from compare.checking.case import Case, Meeting
from compare.checking.coverage import Cover, covers
from compare.checking.gainsaid import contradicted, is_against
from compare.checking.later import overtaken
from compare.checking.library import Library
from compare.checking.model import Assessment
from compare.checking.quoting import borrowed, misquoted, unquoted
from compare.checking.replacing import only_safe
from compare.checking.strength import denied, too_strong
from compare.checking.swapped import substituted
from compare.facts.questions import value_words
from compare.judgement.statements import ClaimVerdict

Question = Callable[[Case, list[Cover]], Assessment | None]
SHOWN = 4  # witnesses shown a statement


def assess(case: Case, library: Library) -> Assessment:
    """Return the verdict on one statement; what it offers to insert is safe to insert."""
    return only_safe(_judged(case, library), case)


def _judged(case: Case, library: Library) -> Assessment:
    told = not_checkable(case) or misquoted(case, library) or borrowed(case, library)
    if told is not None:
        return told
    held = covers(case)
    for question in QUESTIONS:
        told = question(case, held)
        if told is not None:
            return told
    lost = unquoted(case, library)
    if lost is not None:
        return Assessment(
            "not-found",
            f"No source holds the words “{' '.join(lost.words.split())}”.",
            _near(case),
            mark=case.relative(lost.start, lost.end),
        )
    return borne_out(case, held) or not_found(case, held)


def not_checkable(case: Case) -> Assessment | None:
    """Words that claim nothing: a question, an order to the reader, a label."""
    tokens = [t for t in case.side.tokens if not t.is_space]
    if not case.claims or not any(t.is_alpha or t.like_num for t in tokens):
        return Assessment("not-checkable", "The words make no claim.")
    if tokens[-1].text == "?" or (len(tokens) > 1 and tokens[-2].text == "?" and tokens[-1].text in "”\"'’)"):
        return Assessment("not-checkable", "A question claims nothing.")
    finite = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in tokens)
    values = any(c.kind in ("quantity", "moment", "quotation") for c in case.claims)
    told = finite or any(t.pos_ == "VERB" for t in tokens)
    if not values and not (told if case.statement.kind == "headline" else finite):
        return Assessment("not-checkable", "A label, not a sentence: it claims nothing.")
    root = next((t for t in tokens if t.dep_ == "ROOT"), tokens[0])
    bare = root.tag_ == "VB" and not any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in root.children)
    if bare and not values and case.statement.kind != "headline":
        return Assessment("not-checkable", "A request to the reader claims nothing.")
    return None


QUESTIONS: tuple[Question, ...] = (contradicted, overtaken, too_strong, denied, substituted)


def borne_out(case: Case, held: list[Cover]) -> Assessment | None:
    """Supported, or said by one source only; what another source says against it is noted."""
    good = [c for c in held if c.bears_out]
    if not good:
        return None
    best = [c.meetings[0] for c in good]
    sources, independent = case.counted(best)
    against = _against(case, {m.statement.id for m in best})
    notes = tuple(f"{m.source} says otherwise: {v.verdict.reason}" for m, v in against)
    witnesses = (
        *(case.witness(m, "supports", _reason(m)) for m in best[:SHOWN]),
        *(case.witness(m, "contradicts", v.verdict.reason, v) for m, v in against[:SHOWN]),
    )
    if independent > 1:
        reason = f"{sources} sources say this, {independent} of them independent."
        return Assessment("supported", reason, witnesses, sources=sources, independent=independent, notes=notes)
    only = best[0].source
    reason = f"Only {only} says this." if sources == 1 else f"{sources} sources say this, all of one origin."
    return Assessment("one-source", reason, witnesses, sources=sources, independent=independent, notes=notes)


def _against(case: Case, bearing: set[str]) -> list[tuple[Meeting, ClaimVerdict]]:
    """Return the strongest verdict against the draft of each source statement that does not bear it out."""
    found: dict[str, tuple[Meeting, ClaimVerdict]] = {}
    for claim in case.claims:
        for meeting, verdict in case.verdicts_on(claim):
            if meeting.statement.id not in bearing and is_against(case, meeting, verdict):
                found.setdefault(meeting.statement.id, (meeting, verdict))
    return sorted(found.values(), key=lambda x: (-x[0].chance(x[1]), x[0].near.number))


def _reason(meeting: Meeting) -> str:
    agreeing = [v for v in meeting.verdicts if v.verdict.relation == "agreement" and v.left.value is not None]
    return agreeing[0].verdict.reason if agreeing else "It says the same, and nothing in it disagrees."


def not_found(case: Case, held: list[Cover]) -> Assessment:
    """No source says it; where sources speak of the matter, name what they leave out."""
    if not held:
        return Assessment("not-found", "No source says this.", _near(case))
    best = max(held, key=lambda c: (c.share, -len(c.unmet)))
    if best.unmet and best.share >= 0.4:
        claim = best.unmet[0]
        value = claim.value
        mark = None if value is None else case.relative(value.start, value.end)
        reason = f"{best.source} speaks of this, but no source gives '{value_words(claim)}'."
        return Assessment("not-found", reason, _near(case), mark=mark)
    if best.strangers:
        stranger = best.strangers[0]
        reason = f"No source has '{stranger.text}' here; {best.source} comes nearest."
        return Assessment("not-found", reason, _near(case), mark=case.relative(stranger.start, stranger.end))
    if best.unsaid:
        clause = best.unsaid[0]
        reason = f"{best.source} says part of this; no source says that with '{clause.wording or clause.predicate}'."
        return Assessment("not-found", reason, _near(case), mark=case.relative(clause.start, clause.end))
    words = ", ".join(f"'{w}'" for w in best.missing[:3])
    reason = f"No source says this; {best.source} comes nearest" + (f" and does not have {words}." if words else ".")
    return Assessment("not-found", reason, _near(case))


def _near(case: Case) -> tuple:  # type: ignore[type-arg]
    near = [m for m in case.paired if m.chance() >= 0.5][:2]
    return tuple(case.witness(m, "near", "It comes nearest.") for m in near)

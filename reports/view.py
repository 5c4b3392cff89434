"""The one model that every report renders from: order, labels, letters, counts and wording, all decided here.

All text in it is safe to show (no control characters) but not escaped: each format escapes for itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from compare.facts.event_name import event_of
from compare.facts.labels import fact_labels, letter, reading_order
from compare.facts.other_event import other_events
from compare.model import Comparison, Source
from compare.sources.positions import Places
from compare.wire.report import copy_of, created_at, tool_version
from reports.article_view import Article, articles_of
from reports.finding_view import Decision, Finding, finding_of
from reports.statement_view import Here
from reports.summary import summary_of
from reports.timeline import Timeline, timeline_of
from reports.unpaired_view import Aside, Single, near_miss, singles
from reports.wording import KINDS, Kind, counted, dated, shortened, spelled, squeezed, why_unread

ARTICLES = ("full", "excerpts", "none")
SINGLE_SHOWN = 60  # statements of one source that pages list; all are in the JSON
Articles = Literal["full", "excerpts", "none"]


@dataclass(frozen=True, slots=True)
class Count:
    """One of the counts at the top."""

    number: int
    kind: Kind
    anchor: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source as the reports list it."""

    letter: str
    file: str  # the id
    path: str
    title: str
    short: str
    publisher: str
    when: str
    basis: str
    url: str | None  # only http and https
    sha256: str
    words: int
    findings: int
    copy_of: str | None  # letter of the source that this one copies
    other_event: bool  # about another event than the rest: it corroborates nothing
    furniture: int  # stretches of the page that were not compared
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """Everything a report shows, in order."""

    title: str
    summary: tuple[str, ...]
    counts: tuple[Count, ...]
    meta: tuple[str, ...]
    sources: tuple[SourceView, ...]
    findings: tuple[Finding, ...]
    agreements: tuple[Finding, ...]  # values that were compared and are the same
    alike: tuple[Finding, ...]  # statements that speak of the same, to be read together
    single: tuple[Single, ...]
    timeline: Timeline
    aside: tuple[Aside, ...]
    origins: tuple[str, ...]  # one sentence each
    unread: tuple[tuple[str, str], ...]  # path, reason
    articles: tuple[Article, ...]
    reviewed: bool  # whether decisions were passed
    settings: tuple[tuple[str, str], ...]
    version: str
    created: str | None
    comparison: Comparison
    decisions: Mapping[str, Decision]
    mode: Articles

    @property
    def facts(self) -> tuple[Finding, ...]:
        """Findings, then what agrees: the rows of 'Who says what'."""
        return self.findings + self.agreements

    @property
    def standing(self) -> tuple[Finding, ...]:
        """The findings that nobody rejected: those that lead and counts speak of."""
        return tuple(f for f in self.findings if not f.rejected)

    @property
    def open(self) -> int:
        """How many findings nobody has decided."""
        return sum(1 for finding in self.findings if finding.is_open)


def build_view(
    comparison: Comparison,
    *,
    decisions: Mapping[str, Decision] | None = None,
    articles: Articles = "full",
    title: str | None = None,
) -> View:
    """Return the view of a comparison.

    ``decisions`` maps a fact's key to what a reviewer decided (None: no review); ``articles`` says how much of the
    texts may be shown; ``title`` replaces the one made from the first article's.
    """
    letters = {source.id: letter(i) for i, source in enumerate(comparison.sources)}
    here = Here(
        statements={s.id: s for s in comparison.statements},
        sources={s.id: s for s in comparison.sources},
        letters=letters,
        places={s.id: Places(s.text) for s in comparison.sources},
        claims={claim.id: claim for claim in comparison.claims},
    )
    labels = fact_labels(comparison.facts)
    reviewed = dict(decisions or {})
    facts = [finding_of(f, labels[f.key], here, reviewed.get(f.key)) for f in reading_order(comparison.facts)]
    findings = tuple(f for f in facts if f.kind.key not in ("agreement", "room", "alike"))
    standing = [f for f in findings if not f.rejected]
    agreements = tuple(f for f in facts if f.kind.key in ("agreement", "room"))
    alike = tuple(f for f in facts if f.kind.key == "alike")
    single = singles(comparison, here)
    elsewhere = other_events(comparison.sources, comparison.statements, comparison.pairs)
    sources = _sources(comparison, letters, findings, elsewhere)
    among = frozenset(letters.values()) - {letters[s] for s in elsewhere}
    parting, meeting, speaking = (_among(among, rows) for rows in (standing, agreements, alike))
    return View(
        title=squeezed(title) if title else _title(comparison, elsewhere),
        summary=summary_of(comparison, parting, meeting, speaking, [letters[s] for s in letters if s in elsewhere]),
        counts=_counts(parting, meeting, speaking, len(single), len(comparison.set_aside)),
        meta=_meta(comparison, findings, decisions is not None),
        sources=sources,
        findings=findings,
        agreements=agreements,
        alike=alike,
        single=single,
        timeline=timeline_of(comparison, facts, here),
        aside=tuple(near_miss(row, here) for row in comparison.set_aside),
        origins=tuple(_origins(comparison, letters)),
        unread=tuple((squeezed(u.path), why_unread(u)) for u in comparison.unread),
        articles=articles_of(comparison, facts, single[:SINGLE_SHOWN], letters, articles),
        reviewed=decisions is not None,
        settings=tuple((squeezed(k.replace("_", " ")), squeezed(v)) for k, v in sorted(comparison.settings.items())),
        version=tool_version(),
        created=created_at(),
        comparison=comparison,
        decisions=reviewed,
        mode=articles,
    )


def _among(letters: frozenset[str], findings: Iterable[Finding]) -> list[Finding]:
    """Return what two articles at least on the event itself say: one on another event counts for nothing."""
    return [f for f in findings if len({s.letter for s in f.compared} & letters) > 1]


def source_title(source: Source) -> str:
    """Return the title of a source, or its file's name where it has none."""
    return squeezed(source.title) if source.title and source.title.strip() else squeezed(source.id)


def _title(comparison: Comparison, elsewhere: frozenset[str]) -> str:
    number = len(comparison.sources)
    if number < 2:
        title = comparison.sources[0].title if number else ""
        return shortened(title, 90) if title and title.strip() else f"{spelled(number, 'article')} could be read"
    event = squeezed(event_of(comparison, elsewhere))
    return f"{spelled(number, 'article')} {f'on {event}' if event else 'compared'}"


def _sources(
    comparison: Comparison, letters: Mapping[str, str], findings: tuple[Finding, ...], elsewhere: frozenset[str]
) -> tuple[SourceView, ...]:
    copies = copy_of(comparison)
    rows = []
    for source in comparison.sources:
        when, basis = dated(source.published)
        mine, title = letters[source.id], source_title(source)
        rows.append(
            SourceView(
                letter=mine,
                file=squeezed(source.id),
                path=squeezed(source.path),
                title=title,
                short=shortened(title, 44),
                publisher=squeezed(source.publisher) if source.publisher else "Publisher not named",
                when=when,
                basis=basis,
                url=source.url if source.url and source.url.lower().startswith(("http://", "https://")) else None,
                sha256=source.sha256,
                words=len(source.text.split()),
                findings=sum(1 for f in findings if mine in f.letters),
                copy_of=letters.get(copies.get(source.id, "")),
                other_event=source.id in elsewhere,
                furniture=len(source.furniture),
                notes=tuple(squeezed(note) for note in source.notes),
            )
        )
    return tuple(rows)


def _counts(
    findings: Sequence[Finding], agreements: Sequence[Finding], alike: Sequence[Finding], single: int, aside: int
) -> tuple[Count, ...]:
    kinds = [KINDS[key] for key in ("conflict", "update", "difference")]
    counts = [Count(sum(1 for f in findings if f.kind is kind), kind, "findings") for kind in kinds]
    met = [KINDS[key] for key in ("agreement", "room")]
    counts += [Count(sum(1 for f in agreements if f.kind is kind), kind, "agreements") for kind in met]
    counts.append(Count(len(alike), KINDS["alike"], "alike"))
    return (*counts, Count(single, KINDS["single"], "single"), Count(aside, KINDS["aside"], "aside"))


def _meta(comparison: Comparison, findings: tuple[Finding, ...], reviewed: bool) -> tuple[str, ...]:
    words = [
        counted(len(comparison.sources), "article"),
        f"{counted(len(comparison.statements), 'statement')} read",
    ]
    if copies := copy_of(comparison):
        words.append(counted(len(copies), "republished copy", "republished copies"))
    if comparison.unread:
        words.append(f"{counted(len(comparison.unread), 'source')} not read")
    if reviewed:
        words.append(f"{sum(1 for f in findings if f.is_open)} of {counted(len(findings), 'finding')} open")
    made = created_at()
    return (*words, f"made {made}") if made else tuple(words)


def _origins(comparison: Comparison, letters: Mapping[str, str]) -> list[str]:
    sentences = []
    hashes = {s.id: s.sha256 for s in comparison.sources}
    for origin in comparison.origins:
        names = " and ".join(letters[s] for s in origin.sources if s in letters)
        how = "are copies and count once" if origin.whole else "share part of their text"
        if len({hashes[s] for s in origin.sources if s in hashes}) == 1:
            sentences.append(f"{names} are the same file and count once.")
            continue
        sentences.append(f"{names} {how}: {squeezed(origin.reason)} ({origin.share:.0%} of the shorter text).")
    return sentences

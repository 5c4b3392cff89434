"""A job → its answer, as the commands would give it in JSON."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from compare.checking.gate_settings import GateSettings
from compare.errors import CrosscheckError, SourceError
from compare.model import Source, Unread
from reports.serve.job import SUFFIXES, Inline, Job, RequestError


@dataclass(frozen=True, slots=True)
class House:
    """What the server was started with."""

    settings: GateSettings = field(default_factory=GateSettings)
    keep: Path | None = None  # where copies of fetched sources are kept; None: nothing is fetched


def answer(job: Job, house: House) -> dict[str, Any]:
    """Return the answer.  Raises ``RequestError`` where the draft cannot be read."""
    sources, unread = opened(job, house)
    return _compared(job, sources, unread) if job.draft is None else _checked(job, job.draft, sources, unread, house)


def _checked(
    job: Job, words: str, sources: tuple[Source, ...], unread: tuple[Unread, ...], house: House
) -> dict[str, Any]:
    from compare.checking.draft import checker_for, draft_from_text, finish
    from compare.checking.gate import gate
    from compare.wire.check import check_json

    try:
        draft = draft_from_text(words, f"draft{SUFFIXES[job.draft_format]}")
        facts = (*house.settings.must_state, *job.must_state)
        checked = finish(draft, checker_for(sources, unread=unread), facts)
    except CrosscheckError as error:
        raise RequestError(str(error), "/draft/text") from error
    return check_json(checked, gate(checked, house.settings.rules))


def _compared(job: Job, sources: tuple[Source, ...], unread: tuple[Unread, ...]) -> dict[str, Any]:
    from compare.model import Comparison
    from compare.pipeline import compare_sources
    from compare.wire.report import to_json

    found = (
        compare_sources(sources, unread=unread)
        if sources
        else Comparison((), (), (), (), (), (), (), unread)  # nothing could be read: the answer lists why
    )
    return to_json(found, articles=job.articles)


def opened(job: Job, house: House) -> tuple[tuple[Source, ...], tuple[Unread, ...]]:
    """Return the sources of a job, and what could not be read."""
    sources: list[Source] = []
    unread: list[Unread] = []
    for given in job.sources:
        try:
            sources.append(_read(given, house))
        except SourceError as error:
            unread.append(Unread(given.id, str(error)))
    return tuple(sources), tuple(unread)


def _read(given: Inline, house: House) -> Source:
    from compare.sources.collecting import read_bytes
    from compare.sources.manifest import ManifestEntry

    if given.text is None:
        return _fetched(given, house)
    told = ManifestEntry(Path(given.id), given.title, given.publisher, given.author, given.published, given.url)
    return read_bytes(given.text.encode(), given.id, given.format, entry=told)


def _fetched(given: Inline, house: House) -> Source:
    from compare.model import Published
    from compare.sources.fetched import fetch_sources

    if house.keep is None or given.url is None:
        raise SourceError(f"{given.id}: this server fetches nothing.")
    sources, unread = fetch_sources([given.url], house.keep)
    if unread:
        raise SourceError(unread[0].reason)
    when = given.published
    return replace(
        sources[0],
        id=given.id,
        path=given.url,  # where the copy lies on this machine is no matter of the caller's
        notes=(*sources[0].notes[:-1], f"Fetched from {given.url}; a copy is kept."),
        title=given.title or sources[0].title,
        publisher=given.publisher or sources[0].publisher,
        author=given.author or sources[0].author,
        published=Published(when, "manifest", str(when)) if when else sources[0].published,
    )

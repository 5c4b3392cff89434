"""The three stages in order: read and parse what is new, group all, compare the events that changed; then the index."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from compare.corpus.decisions import read_decisions
from compare.corpus.engines import Engine, Failed
from compare.corpus.events import Event, digest_of_event, events_of
from compare.corpus.intake import DECISIONS, Intake, Member, read_all
from compare.corpus.store import Store
from compare.corpus.tasks import parse_sources, traits_from
from compare.errors import SourceError
from compare.matching.second_reader import SecondReader
from compare.model import Unread
from compare.settings import DEFAULT, Settings
from compare.wire.report import tool_version
from reports.corpus.event_task import EventResult, EventTask, compare_event
from reports.output import write_file

PARSED_AT_ONCE = 4  # articles a task: a task that is lost costs seconds
Told = Callable[[str, int, int | None], None]  # stage, done, of how many (None: not known yet)


@dataclass(frozen=True, slots=True)
class Corpus:
    """What a run found: everything that the index is made of."""

    events: tuple[Event, ...]
    found: dict[str, Any]  # key → what `compare_event` found; events of one article have none
    articles: dict[str, dict[str, Any]]  # SHA-256 → id, title, publisher, url, published
    unread: tuple[Unread, ...]
    uncompared: dict[str, str]  # key → why its articles could not be compared
    problems: tuple[str, ...]  # decisions on articles that are not there
    again: int
    early: int  # articles published before --since
    read: int  # articles read in this run, not before
    parsed: int
    compared: int


def run_corpus(  # noqa: PLR0917
    paths: Sequence[Path],
    output: Path,
    store: Store,
    engine: Engine,
    since: date | None = None,
    told: Told = lambda _stage, _done, _of: None,
    settings: Settings = DEFAULT,
    second: SecondReader | None = None,
) -> Corpus:
    """Run the stages; ``second`` is a desk's own model, which one process asks.

    Raises ``SourceError`` where no article can be read, ``ManifestError`` for wrong decisions.
    """
    intake = read_all(paths, store, engine, lambda number: told("reading", number, None))
    days = store.days()
    members = [m for m in intake.members if since is None or (days[m.sha][1] or since.toordinal()) >= since.toordinal()]
    if not members:
        raise SourceError(_nothing(paths, intake, since))
    told("grouping", 0, 1)
    articles = {m.sha: _about(store, m) for m in members}
    decisions = read_decisions(_decision_files(paths), _names(members, articles))
    rows = store.traits(m.sha for m in members)
    events = events_of(members, (traits_from(row) for row in rows), days, decisions)
    told("grouping", 1, 1)
    several = [event for event in events if len(event.members) > 1]
    made_with = f"{tool_version()} {sorted(settings.as_words().items())}"
    if second is not None:
        made_with += f" {second.settings.where} {second.settings.model}"
    digests = {event.key: digest_of_event(event, made_with) for event in several}
    before = store.event_digests()
    folder = output / "events"
    folder.mkdir(parents=True, exist_ok=True)
    changed = [e for e in several if before.get(e.key) != digests[e.key] or not page_of(folder, e.key).is_file()]
    parsed, broken = _parse(changed, store, engine, told)
    compare = partial(compare_event, settings=settings, second=second)
    uncompared = _compare(changed, folder, digests, store, engine, told, broken, compare)
    gone = sorted(set(before) - set(digests))
    for key in gone:
        page_of(folder, key).unlink(missing_ok=True)
    store.forget_events(gone)
    return Corpus(
        tuple(events),
        {e.key: store.event(e.key) for e in several if e.key not in uncompared},
        articles,
        intake.unread,
        uncompared,
        decisions.missing,
        intake.again,
        len(intake.members) - len(members),
        intake.fresh,
        parsed,
        len(changed) - len(uncompared),
    )


def page_of(folder: Path, key: str) -> Path:
    """Return where the report of an event stands."""
    return folder / f"{key}.html"


def _parse(changed: Sequence[Event], store: Store, engine: Engine, told: Told) -> tuple[int, dict[str, str]]:
    """Parse the articles of changed events that were never parsed; returns how many, and why some could not be."""
    kept = store.parsed()
    wanted = list(dict.fromkeys(m.sha for event in changed for m in event.members if m.sha not in kept))
    broken: dict[str, str] = {}
    waiting: dict[str, list[str]] = {}

    def tasks() -> Iterator[tuple[str, list[Any]]]:
        shas = iter(wanted)
        while batch := list(islice(shas, PARSED_AT_ONCE)):
            waiting[batch[0]] = batch
            yield batch[0], [store.source(sha) for sha in batch]

    done = 0
    told("parsing", 0, len(wanted))
    for name, result in engine.run(parse_sources, tasks()):
        batch = waiting.pop(name)
        if isinstance(result, Failed):
            broken |= dict.fromkeys(batch, result.reason)
        else:
            store.keep_parses(result)
        done += len(batch)
        told("parsing", done, len(wanted))
    return done - len(broken), broken


def _compare(  # noqa: PLR0917
    changed: Sequence[Event],
    folder: Path,
    digests: dict[str, str],
    store: Store,
    engine: Engine,
    told: Told,
    broken: dict[str, str],
    compare: Callable[[EventTask], EventResult],
) -> dict[str, str]:
    """Compare the events that changed and write their reports; returns why some could not be compared."""
    uncompared: dict[str, str] = {}
    for event in changed:
        if why := next((broken[m.sha] for m in event.members if m.sha in broken), None):
            uncompared[event.key] = why

    lengths = store.parsed()

    def length(event: Event) -> int:
        return -sum(lengths[m.sha] for m in event.members)

    def tasks() -> Iterator[tuple[str, EventTask]]:
        # the longest first: an event is one task, and a long one begun last would keep one worker while the others idle
        for event in sorted((e for e in changed if e.key not in uncompared), key=length):
            rows = tuple((m.id, m.path, store.source(m.sha)) for m in event.members)
            yield event.key, EventTask(rows, {m.sha: store.parse(m.sha) for m in event.members})

    done = len(uncompared)
    told("comparing", done, len(changed))
    for key, result in engine.run(compare, tasks()):
        if isinstance(result, Failed):
            uncompared[key] = result.reason
        else:  # the page first: what the store knows of is there
            write_file(page_of(folder, key), result.page)
            store.keep_event(key, digests[key], result.found)
        done += 1
        told("comparing", done, len(changed))
    for key in uncompared:
        page_of(folder, key).unlink(missing_ok=True)
    store.forget_events(uncompared)
    return uncompared


def _about(store: Store, member: Member) -> dict[str, Any]:
    row = store.source(member.sha)
    published = row.get("published") or {}
    return {
        "id": member.id,
        "path": member.path,
        "title": row.get("title") or " ".join(row["text"][:200].split()),
        "publisher": row.get("publisher"),
        "url": row.get("url"),
        "published": published.get("when"),
    }


def _decision_files(paths: Sequence[Path]) -> list[Path]:
    """Return every ``events.toml`` beside the articles: in a folder that was given, or beside a file."""
    beside = dict.fromkeys((path if path.is_dir() else path.parent) / DECISIONS for path in paths)
    return [path for path in beside if path.is_file()]


def _names(members: Sequence[Member], articles: dict[str, dict[str, Any]]) -> dict[str, int]:
    """Return the number of each article under its id, its path, its address and its SHA-256."""
    names: dict[str, int] = {}
    for number, member in enumerate(members):
        for name in (member.sha, articles[member.sha]["url"], member.path, member.id):
            if name:
                names[name] = number
    return names


def _nothing(paths: Sequence[Path], intake: Intake, since: date | None) -> str:
    if intake.members and since:
        return f"no article was published on or after {since.isoformat()}; give an earlier --since."
    why = "; ".join(u.reason.rstrip(".") for u in intake.unread[:3])
    return f"{why}." if why else f"{', '.join(map(str, paths))}: there is no article here."

"""The stages in order: the table of contents of Crosscheck."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from compare.claims.reading import read
from compare.errors import SourceError
from compare.facts.copies import twins
from compare.facts.grouping import Material, gather
from compare.facts.independence import origins
from compare.facts.other_event import of_one_event, other_events, told_apart_in_time
from compare.judgement.judging import bench_of, judged_pairs
from compare.judgement.second_reading import second_reading
from compare.matching.alignment import align
from compare.matching.scene import scene_of
from compare.matching.second_reader import SecondReader
from compare.model import Comparison, Source, Unread
from compare.settings import DEFAULT, Settings
from compare.sources import read_sources

Progress = Callable[[str, float], None]


def compare_sources(
    sources: Iterable[Source | str | Path],
    *,
    unread: Sequence[Unread] = (),
    progress: Progress | None = None,
    settings: Settings = DEFAULT,
    second: SecondReader | None = None,
    parses: Mapping[str, bytes] | None = None,
) -> Comparison:
    """Compare articles about one event and return all that was found.

    ``sources`` are sources already read, or paths.  A path that cannot be read is listed in ``unread`` of the
    result.  ``progress`` is called with the name of a stage and the share done, 0 to 1.  ``second`` is a desk's own
    model, asked about the pairs that are doubtful; without it nothing is sent anywhere.
    ``parses`` gives the parses of sources that were parsed before, by SHA-256 (``compare.statements.parses``).
    """
    report = progress or (lambda _stage, _share: None)
    ordered, unreadable = ordered_sources(sources)
    reading = read(ordered, report, parses)
    shared = origins(ordered, reading.statements)
    copied = twins(reading, shared)
    own = reading.without(copied)
    report("aligning", 0.7)
    scene = scene_of(own, settings)
    alignments = align(scene, settings)
    report("judging", 0.85)
    bench = bench_of(scene)
    judged, set_aside = judged_pairs(bench, alignments, settings)
    told = (own.sources, own.statements, judged)
    apart, foreign = told_apart_in_time(*told), other_events(*told)
    words = settings.as_words()
    if second is not None:
        alignments, asked = second_reading(second, own, alignments, judged, settings=settings, progress=report)
        judged, set_aside = judged_pairs(bench, alignments, settings)
        words = {**words, "second_reader": asked.words}
    judged, two_events = of_one_event(judged, own.statements, apart, foreign)
    facts = gather(judged, Material(reading, shared, copied))
    spoken = {a.statement for f in facts for a in f.answers} | {x for p in judged for x in (p.left, p.right)}
    report("done", 1.0)
    return Comparison(
        sources=tuple(ordered),
        statements=reading.statements,
        claims=reading.claims,
        facts=facts,
        single=tuple(s.id for s in reading.statements if s.id not in spoken and s.id not in copied),
        set_aside=(*two_events, *set_aside),
        origins=shared,
        unread=(*unread, *unreadable),
        settings=words,
    )


def ordered_sources(sources: Iterable[Source | str | Path]) -> tuple[list[Source], tuple[Unread, ...]]:
    """Return the sources in the order that a comparison keeps, whatever order they were given in."""
    articles, unread = _opened(sources)
    return sorted(articles, key=lambda s: (s.id, s.sha256)), unread


def _opened(sources: Iterable[Source | str | Path]) -> tuple[list[Source], tuple[Unread, ...]]:
    given = list(sources)
    articles = [s for s in given if isinstance(s, Source)]
    paths = [s for s in given if not isinstance(s, Source)]
    if paths:
        found, unread = read_sources(paths)
        return [*articles, *found], unread
    if not given:
        raise SourceError("No sources were given: name at least two articles.")
    return articles, ()

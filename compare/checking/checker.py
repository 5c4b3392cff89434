"""The sources analysed once, and drafts checked against them as often as they are edited.

A statement's verdict depends on its own words, its names and speakers, the draft's date and the sources: on nothing
else in the draft.  So a verdict is kept under those, and an edit judges only the statements that it touched.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from compare.checking.assessing import assess
from compare.checking.beside import Beside, beside
from compare.checking.counterparts import Counterparts
from compare.checking.decision import shipped
from compare.checking.drafts import Draft
from compare.checking.library import Library, Spoken, speakers_of
from compare.checking.locating import located, skipped_words
from compare.checking.material import Material, installed_reader
from compare.checking.model import Assessment, DraftCheck
from compare.checking.second_reading import second_reading
from compare.checking.sentence import Sentence, sentence_of
from compare.checking.wording import folded
from compare.claims.extraction import claims_of
from compare.claims.name import resolve_names
from compare.claims.quotation import quotations_in
from compare.claims.reading import Reading, read
from compare.facts.independence import origins, representatives
from compare.judgement.analysed import Analysed
from compare.matching.second_reader import SecondReader
from compare.model import Claim, Source, Unread
from compare.sources.positions import Places
from compare.sources.publication import day_of
from compare.statements.splitting import Parsed, read_statements

Progress = Callable[[str, float], None]
NOTHING_CHECKABLE = "The draft holds no statement that can be checked."
NO_SOURCES = "No source could be read, so nothing was checked."


class Checker:
    """Checks drafts against one set of sources."""

    def __init__(
        self,
        sources: Sequence[Source],
        *,
        unread: Sequence[Unread] = (),
        notes: Sequence[str] = (),
        progress: Progress | None = None,
        reader: str = "",
        second: SecondReader | None = None,
    ) -> None:
        """``reader`` is the folder of a desk's own reader, ``second`` its second reader."""
        self.unread = tuple(unread)
        self.notes = tuple(notes)  # what a user should know about the sources: 'x.md is the draft itself …'
        self.second = second
        self._progress = progress or (lambda _stage, _share: None)
        self.reading: Reading = read(sources, self._progress)
        self._articles = [list(group) for _, group in groupby(self.reading.parsed, key=lambda p: p.statement.source)]
        by_id = {s.id: s for s in sources}
        self.material = Material(
            Counterparts([sentence_of(self._side(p)) for p in self.reading.parsed]),
            self._read_library(by_id),
            by_id,
            {s.id: Places(s.text) for s in sources},
            representatives(origins(sources, self.reading.statements)),
            installed_reader(reader),
        )
        self.weights = shipped(read=self.material.reader is not None)
        self._kept: dict[str, Assessment] = {}
        self.judged = 0  # statements judged since the sources were read; what was known from before is not counted

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources, in their order."""
        return self.reading.sources

    def check(self, draft: Draft) -> DraftCheck:
        """Return the verdicts on a draft; only statements that were not seen before are judged anew."""
        before = self.judged
        parsed = read_statements(draft.source) if self.sources else ()
        sentences = self.sentences(draft.source, parsed)
        told = [self.assess(s) for s in sentences]
        notes, settings, problems = [*self.notes, *(f"{draft.source.id}: {n}" for n in draft.source.notes)], {}, []
        if self.second is not None and self.sources:
            rows = list(zip(sentences, told, strict=True))
            told, asked = second_reading(self.second, draft.source, rows, (self.material, self.weights), self._progress)
            settings["second_reader"] = asked.words
            notes += [f"Second reader: {asked.missing}."] if asked.missing else []
            problems += notes[-1:] if self.second.incomplete else []
        checks = located(draft, list(zip(parsed, told, strict=True)))
        if not self.sources:
            problems.append(NO_SOURCES)
        elif all(c.verdict == "not-checkable" for c in checks):
            problems.append(NOTHING_CHECKABLE)
        problems += [f"{u.path} could not be read: {u.reason}" for u in self.unread]
        return DraftCheck(
            draft=draft.source,
            sources=self.sources,
            checks=checks,
            unit=draft.unit,
            unread=self.unread,
            skipped=skipped_words(draft.source),
            problems=tuple(problems),
            notes=tuple(notes),
            judged=self.judged - before,
            settings=settings,
        )

    def assess(self, sentence: Sentence) -> Assessment:
        """Return the verdict on one sentence, from memory where its words were judged before."""
        key = _fingerprint(sentence)
        if key not in self._kept:
            self.judged += 1
            self._kept[key] = assess(sentence, self.material, self.weights)
        return self._kept[key]

    def _side(self, parsed: Parsed) -> Analysed:
        published = {s.id: s.published.when if s.published else None for s in self.reading.sources}
        statement = parsed.statement
        return Analysed(
            (parsed,),
            self.reading.claims_of_statement[statement.id],
            self.reading.names.get(statement.id, ()),
            published[statement.source],
        )

    def beside(self, sentence: Sentence) -> Beside:
        """Return a sentence beside its counterparts."""
        return beside(sentence, self.material, self.weights)

    def sentences(self, draft: Source, parsed: Sequence[Parsed]) -> list[Sentence]:
        """Return the sentences of a draft, names and days resolved as its sources have them.

        A draft without a date counts as written on the day of its latest source: 'on Monday' then is a day.
        """
        if not parsed:
            return []
        known = [s.published for s in self.sources if s.published is not None]
        latest = max(known, key=lambda p: day_of(p.when), default=None)
        source = draft if draft.published or latest is None else replace(draft, published=latest)
        names = resolve_names([*self._articles, list(parsed)])
        claims: dict[str, list[Claim]] = {}
        for claim in claims_of(source, parsed, names):
            claims.setdefault(claim.statement, []).append(claim)
        when = source.published.when if source.published else None
        return [
            sentence_of(Analysed((p,), tuple(claims.get(p.statement.id, ())), names.get(p.statement.id, ()), when))
            for p in parsed
        ]

    def _read_library(self, by_id: Mapping[str, Source]) -> Library:
        spoken: dict[str, tuple[Spoken, ...]] = {s.id: () for s in self.sources}
        for article in self._articles:
            source = by_id[article[0].statement.source]
            found = quotations_in(article, source.text)
            spoken[source.id] = tuple(
                Spoken(q, p.statement, speakers_of(q, number, article, self.reading.names))
                for number, p in enumerate(article)
                for q in found.get(p.statement.id, ())
            )
        return Library(
            self.sources,
            {s.id: folded(s.text) for s in self.sources},
            spoken,
            {a[0].statement.source: tuple(p.statement for p in a) for a in self._articles},
        )


def _fingerprint(sentence: Sentence) -> str:
    """Return a key of all that a verdict depends on: words, names, values, with places counted from the statement."""
    statement = sentence.statement
    parts = [statement.kind, statement.text, repr(sentence.cues)]
    parts += [f"{n.start - statement.start} {n.end - statement.start} {n.kind} {n.key}" for n in sentence.names]
    parts += [f"{q.start - statement.start} {q.end - statement.start}" for q in sentence.quantities]
    parts += [f"{m.start - statement.start} {m.earliest} {m.latest}" for m in sentence.moments]
    parts += [f"{q.start - statement.start} {q.end - statement.start} {q.speaker}" for q in sentence.quotations]
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()

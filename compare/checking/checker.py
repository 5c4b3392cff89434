"""The sources analysed once, and drafts checked against them as often as they are edited.

A statement's verdict depends on its own words, its names and speakers, the draft's date and the sources: on nothing
else in the draft.  So a verdict is kept under those, and an edit judges only the statements that it touched.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from compare.checking.assessing import assess
from compare.checking.case import Case, Meeting, Sources
from compare.checking.drafts import Draft
from compare.checking.library import Library, Spoken, speakers_of
from compare.checking.locating import located, skipped_words
from compare.checking.model import Assessment, DraftCheck
from compare.checking.nearness import Near, Nearness
from compare.checking.wording import folded
from compare.claims.extraction import claims_of
from compare.claims.name import resolve_names
from compare.claims.quotation import quotations_in
from compare.claims.reading import Reading, read
from compare.facts.independence import origins, representatives
from compare.judgement.analysed import Analysed
from compare.judgement.quantity import VAGUE_SLOTS
from compare.judgement.statements import judge_statements
from compare.matching.happenings import Scene, scene_of
from compare.matching.profiles import terms_of
from compare.model import Claim, Quantity, Source, Unread
from compare.sources.positions import Places
from compare.statements.splitting import Parsed, read_statements

Progress = Callable[[str, float], None]
NOTHING_CHECKABLE = "The draft holds no statement that can be checked."
NO_SOURCES = "No source could be read, so nothing was checked."
LOOKED_BACK = 4  # statements in which 'it' or 'the company' may have its name
LEAST = 0.05  # probability below which two statements are not judged, unless they give figures for one slot


class Checker:
    """Checks drafts against one set of sources."""

    def __init__(
        self,
        sources: Sequence[Source],
        *,
        unread: Sequence[Unread] = (),
        notes: Sequence[str] = (),
        progress: Progress | None = None,
    ) -> None:
        self.unread = tuple(unread)
        self.notes = tuple(notes)  # what a user should know about the sources: 'x.md is the draft itself …'
        self.reading: Reading = read(sources, progress or (lambda _stage, _share: None))
        self._articles = [list(group) for _, group in groupby(self.reading.parsed, key=lambda p: p.statement.source)]
        self._sides = [self._side(p) for p in self.reading.parsed]
        self._terms = [frozenset(terms_of(p, self.reading.names.get(p.statement.id, ()))) for p in self.reading.parsed]
        self._context = self._names_before()
        self._around = self._words_around()
        self._nearness = Nearness(self.reading)
        self._slots = self._slot_index()
        self._sources = Sources(
            {s.id: s for s in sources},
            {s.id: Places(s.text) for s in sources},
            representatives(origins(sources, self.reading.statements)),
        )
        self._scene = scene_of(self.reading)
        self._library = self._read_library()
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
        sides = self._draft_sides(draft.source, parsed)
        checks = located(draft, [(p, self.assess(side)) for p, side in zip(parsed, sides, strict=True)])
        problems = []
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
            notes=self.notes,
            judged=self.judged - before,
        )

    def assess(self, side: Analysed) -> Assessment:
        """Return the verdict on one analysed statement, from memory where its words were judged before."""
        key = _fingerprint(side)
        if key not in self._kept:
            self.judged += 1
            self._kept[key] = assess(self.case(side), self._library)
        return self._kept[key]

    def case(self, side: Analysed) -> Case:
        """Return a statement of a draft beside the sources' statements."""
        profile = self._nearness.profile(side.parsed[0], side.names)
        near = {n.number: n for n in self._nearness.search(profile)}
        extra = [n for n in sorted(self._same_slots(side.claims)) if n not in near]
        slotted = {n.number: n for n in self._nearness.weigh(profile, extra)}
        meetings = [
            self._meeting(side, number, found)
            for number, found in {**near, **slotted}.items()
            if found.probability >= LEAST or number in slotted or number in self._same_slots(side.claims)
        ]
        meetings.sort(key=lambda m: (-m.near.odds, m.near.number))
        close = {term: self._nearness.close(term) for term in profile.terms}
        return Case(side, profile, tuple(meetings), self._sources, close, self._with_scene(side))

    def _with_scene(self, side: Analysed) -> Scene:
        """Return the sources' happenings with those of one statement of a draft.

        The draft's date is left out: it may expect what a source reports as done, and that is what is looked for.
        """
        statement = side.parsed[0].statement
        alone = Source(statement.source, "", "", "text", "")
        own = scene_of(Reading((alone,), side.parsed, {statement.id: side.names}, side.claims))
        return Scene(
            {**self._scene.of_claim, **own.of_claim},
            {},  # only days that are written: a draft's set has more than one event
            {**self._scene.published, statement.source: None},
        )

    def _words_around(self) -> list[frozenset[str]]:
        """Return for each statement its words, those of the statements before it, and those of the headline."""
        found: list[frozenset[str]] = []
        for article in self._articles:
            own = [frozenset(folded(p.statement.text).words) for p in article]
            head = own[0] if article and article[0].statement.kind == "headline" else frozenset[str]()
            near = [head.union(*own[max(0, n - LOOKED_BACK) : n + 1]) for n in range(len(own))]
            found += [words | {w.removesuffix("'s") for w in words} for words in near]
        return found

    def _meeting(self, side: Analysed, number: int, near: Near) -> Meeting:
        verdicts = judge_statements(side, self._sides[number])
        context, before = self._context[number], self._before(number)
        return Meeting(near, self._sides[number], verdicts, self._terms[number], context, before, self._around[number])

    def _before(self, number: int) -> frozenset[str]:
        here, last = self.reading.parsed[number].statement, self.reading.parsed[number - 1].statement
        same = number > 0 and here.source == last.source and here.paragraph == last.paragraph
        return self._terms[number - 1] if same else frozenset()

    def _names_before(self) -> list[frozenset[str]]:
        """Return for each statement the keys of the names in the few statements before it, of the same article."""
        found: list[frozenset[str]] = []
        for article in self._articles:
            keys = [frozenset(n.key for n in self.reading.names.get(p.statement.id, ())) for p in article]
            found += [frozenset[str]().union(*keys[max(0, n - LOOKED_BACK) : n]) for n in range(len(article))]
        return found

    def _side(self, parsed: Parsed) -> Analysed:
        published = {s.id: s.published.when if s.published else None for s in self.reading.sources}
        statement = parsed.statement
        return Analysed(
            (parsed,),
            self.reading.claims_of_statement[statement.id],
            self.reading.names.get(statement.id, ()),
            published[statement.source],
        )

    def _draft_sides(self, source: Source, parsed: Sequence[Parsed]) -> list[Analysed]:
        if not parsed:
            return []
        names = resolve_names([*self._articles, list(parsed)])
        claims: dict[str, list[Claim]] = {}
        for claim in claims_of(source, parsed, names):
            claims.setdefault(claim.statement, []).append(claim)
        when = source.published.when if source.published else None
        return [
            Analysed((p,), tuple(claims.get(p.statement.id, ())), names.get(p.statement.id, ()), when) for p in parsed
        ]

    def _slot_index(self) -> Mapping[str, frozenset[int]]:
        found: dict[str, set[int]] = {}
        for number, side in enumerate(self._sides):
            for slot in _slots(side.claims):
                found.setdefault(slot, set()).add(number)
        return {slot: frozenset(numbers) for slot, numbers in found.items()}

    def _same_slots(self, claims: Sequence[Claim]) -> frozenset[int]:
        return frozenset(n for slot in _slots(claims) for n in self._slots.get(slot, ()))

    def _read_library(self) -> Library:
        spoken: dict[str, tuple[Spoken, ...]] = {s.id: () for s in self.sources}
        for article in self._articles:
            source = self._sources.by_id[article[0].statement.source]
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


def _slots(claims: Sequence[Claim]) -> frozenset[str]:
    return frozenset(
        str(c.attribute)
        for c in claims
        if isinstance(c.value, Quantity) and c.attribute not in VAGUE_SLOTS and not c.value.vague
    )


def _fingerprint(side: Analysed) -> str:
    """Return a key of all that a verdict depends on: words, names, claims with places counted from the statement."""
    statement = side.parsed[0].statement
    parts = [statement.kind, statement.text, str(side.published)]
    parts += [f"{n.start - statement.start} {n.end - statement.start} {n.kind} {n.key}" for n in side.names]
    for claim in side.claims:
        value = claim.value
        place = "" if value is None else f"{value.start - statement.start} {value.end - statement.start}"
        parts.append(f"{claim.kind} {claim.attribute} {claim.predicate} {place} {claim.cues!r}")
        parts.append(" ".join(f"{d.earliest} {d.latest}" for d in claim.days))
        parts.append(str(getattr(value, "speaker", None)))
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()

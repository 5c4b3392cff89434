"""A draft's statement beside the sources' statements, weighed with the rarity of words that the sources alone set.

The sources' table of rarity is fixed once, so that an edit of the draft changes nothing but what it touches.  The
evidence is that of ``alignment``; the start differs: a draft is written from its sources, so each of its statements
is expected to have about one counterpart in two sources.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.claims.reading import Reading
from compare.judgement.proposition import opposite
from compare.language.en.calendar import MONTHS, WEEKDAYS
from compare.matching.alignment import probability
from compare.matching.overlap import overlap, reach_of, turned
from compare.matching.profiles import Profile, cosine, grams_of, rarity_of, terms_of, unit_of
from compare.model import Evidence, Name

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from compare.statements.splitting import Parsed

KEEP = 24  # source statements looked at for one statement of the draft
EXPECTED = 0.5  # statements of one source that a draft's statement is expected to meet
CONTAINED = 4.0  # log2 odds where every word of a statement stands in the other: common words too then tell
FEWEST = 2  # words that such a statement must have
CLOSELY = 0.3  # likeness from which a close word stands for another
LEAST_RATE = 1 / 200  # a long source makes no statement less likely than this
CLOSE = 0.45  # cosine from which two words count as close in meaning
NEIGHBOURS = 8  # close words kept a term
# log2 odds a unit of evidence, fitted by ``compare.matching.fit`` on pairs of statements without what only a whole
# article can tell (how often it uses a word): an edit elsewhere in the draft must not change a verdict here
INTERCEPT = -6.1
SLOPES = {"shared": 2.0, "spelling": 13.2, "meaning": 4.3}


@dataclass(frozen=True, slots=True)
class Near:
    """A source's statement, by number, and how likely it speaks about the same fact as the draft's."""

    number: int
    odds: float  # log2 odds of all evidence, start included
    evidence: tuple[Evidence, ...]

    @property
    def probability(self) -> float:
        """The probability, 0 to 1."""
        return probability(self.odds)


class Nearness:
    """The sources' statements, ready to be searched."""

    def __init__(self, reading: Reading) -> None:
        terms = [terms_of(p, reading.names.get(p.statement.id, ())) for p in reading.parsed]
        grams = [grams_of(p.statement.text) for p in reading.parsed]
        self._rarity = rarity_of(set(t) for t in terms)
        self._gram_rarity = rarity_of(set(g) for g in grams)
        self._unseen = math.log2((len(terms) + 1) / 0.5)
        self.profiles = [self._profile(t, g) for t, g in zip(terms, grams, strict=True)]
        self._index: dict[str, list[int]] = defaultdict(list)
        for number, profile in enumerate(self.profiles):
            for term in profile.terms:
                self._index[term].append(number)
        self._sources = [p.statement.source for p in reading.parsed]
        count = Counter(self._sources)
        self._start = {s: math.log2(r / (1 - r)) for s, n in count.items() for r in (max(EXPECTED / n, LEAST_RATE),)}
        self._vectors = _Vectors(sorted(self._rarity))
        self._near: dict[str, Mapping[str, float]] = {}
        self._mean = _mean([p.vector for p in self.profiles])
        self._centred = [self._centre(p) for p in self.profiles]

    def profile(self, parsed: Parsed, names: Sequence[Name]) -> Profile:
        """Return the profile of a draft's statement."""
        return self._profile(terms_of(parsed, names), grams_of(parsed.statement.text))

    def rarity(self, term: str) -> float:
        """Return how telling a term is, in bits."""
        return self._rarity.get(term, self._unseen)

    def close(self, term: str) -> Mapping[str, float]:
        """Return the sources' terms close in meaning to a term, with a likeness over 0 and under 1."""
        if term not in self._near:
            self._near[term] = self._vectors.close(term)
        return self._near[term]

    def search(self, profile: Profile) -> list[Near]:
        """Return the nearest source statements, the likeliest first."""
        weighed: dict[int, float] = defaultdict(float)
        for term, rarity in profile.terms.items():
            for other, likeness in ((term, 1.0), *self.close(term).items()):
                for number in self._index.get(other, ()):
                    weighed[number] += rarity * likeness
        best = sorted(weighed.items(), key=lambda item: (-item[1], item[0]))[:KEEP]
        return self.weigh(profile, [number for number, _ in best])

    def weigh(self, profile: Profile, numbers: Sequence[int]) -> list[Near]:
        """Return the evidence for each of some source statements, the likeliest first."""
        close = {term: self.close(term) for term in profile.terms}
        met_by = turned(close)
        reach = reach_of(profile.terms, close)
        own = self._centre(profile)
        found = []
        for number in numbers:
            theirs = self.profiles[number]
            shared = (overlap(profile.terms, reach_of(theirs.terms, met_by)) + overlap(theirs.terms, reach)) / 2
            start = self._start[self._sources[number]]
            both = sorted((t for t in profile.terms if t in theirs.terms), key=lambda t: (-profile.terms[t], t))
            pieces: tuple[Evidence, ...] = (
                Evidence("start", "Start: a draft's statement beside one of a source", round(start + INTERCEPT, 4)),
                _piece("shared", f"Shared or close rare words: {', '.join(both[:3]) or 'none'}", shared),
                _piece("spelling", "Likeness of the wording", cosine(profile.grams, theirs.grams)),
                _piece("meaning", "Closeness of meaning", float(own @ self._centred[number])),
            )
            if self._contained(profile, theirs):
                pieces = (*pieces, Evidence("contained", "Every word of the draft's statement stands in it", CONTAINED))
            found.append(Near(number, math.fsum(e.weight for e in pieces), pieces))
        return sorted(found, key=lambda n: (-n.odds, n.number))

    def _contained(self, profile: Profile, theirs: Profile) -> bool:
        """Tell whether a short statement of common words stands whole in a source's: days and numbers set aside."""
        own = [t for t in profile.terms if t not in WEEKDAYS and t not in MONTHS and not t[:1].isdigit()]
        held = theirs.terms
        return len(own) >= FEWEST and all(
            t in held or any(n >= CLOSELY for o, n in self.close(t).items() if o in held and not opposite(t, o))
            for t in own
        )

    def _centre(self, profile: Profile) -> NDArray[np.float32]:
        """Return a statement's vector without what all the sources' statements share, unit length."""
        import numpy as np

        vector = np.zeros(256, dtype=np.float32) if profile.vector is None else profile.vector
        centred = np.asarray(vector - self._mean, dtype=np.float32)
        return np.asarray(centred / max(float(np.linalg.norm(centred)), 1e-9), dtype=np.float32)

    def _profile(self, terms: Sequence[str], grams: Counter[str]) -> Profile:
        from compare.language.vectors import text_vector

        weighed = {word: self.rarity(word) for word in dict.fromkeys(terms)}
        unit = unit_of({g: (1 + math.log(c)) * self._gram_rarity.get(g, self._unseen) for g, c in grams.items()})
        vector = text_vector(weighed.items()) if weighed else None
        return Profile(weighed, unit, sum(weighed.values()), vector)


def _piece(name: str, text: str, value: float) -> Evidence:
    measured = math.log2(1 + value) if name == "shared" else value
    return Evidence(name, text, round(SLOPES[name] * measured, 4))


def _mean(vectors: Sequence[NDArray[np.float32] | None]) -> NDArray[np.float32]:
    import numpy as np

    known = [v for v in vectors if v is not None]
    return np.mean(known, axis=0).astype(np.float32) if known else np.zeros(256, dtype=np.float32)


class _Vectors:
    """The vectors of the sources' terms."""

    def __init__(self, terms: Sequence[str]) -> None:
        from compare.language.vectors import vector

        known = [(t, v) for t in terms if (v := vector(t)) is not None]
        self._terms = [t for t, _ in known]
        self._matrix: NDArray[np.float32] | None = None
        if known:
            import numpy as np

            self._matrix = np.stack([v for _, v in known])

    def close(self, term: str) -> Mapping[str, float]:
        from compare.language.vectors import vector

        own = vector(term)
        if own is None or self._matrix is None:
            return {}
        values = (self._matrix @ own).tolist()
        near = sorted((n for n, v in enumerate(values) if v >= CLOSE), key=lambda n: (-values[n], n))
        chosen = [n for n in near if self._terms[n] != term][:NEIGHBOURS]
        return {self._terms[n]: round((values[n] - CLOSE) / (1 - CLOSE), 4) for n in chosen}

"""Which sources are one origin: republished copies, shared wire copy, the same speaker quoted twice.

An agreement between two outlets that print the same agency text is one voice, not two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from compare.language.en.agencies import AGENCIES
from compare.language.en.questions import PRONOUNS
from compare.model import Claim, Origin, Source, Statement
from compare.statements.shingles import same_words, shingles

WHOLE_COPY = 0.60  # share of the shorter article's shingles from which two articles are copies
SHARED_COPY = 0.15  # … from which paragraphs are shared
SHORT_NAME = 4  # letters; a word so short that ends a longer name is its short form only with a capital


def shared(left: frozenset[tuple[str, ...]], right: frozenset[tuple[str, ...]]) -> float:
    """Return the containment of the smaller set in the larger, 0 to 1."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0


def origins(sources: Sequence[Source], statements: Sequence[Statement]) -> tuple[Origin, ...]:
    """Return the groups of sources that share copy, whole copies first."""
    texts = {s.id: " . ".join(t.text for t in statements if t.source == s.id) for s in sources}
    sets = {i: shingles(t) for i, t in texts.items()}
    found = []
    for left, right in combinations(sources, 2):
        share = shared(sets[left.id], sets[right.id])
        if share < SHARED_COPY:
            continue
        whole = share >= WHOLE_COPY
        agency = credited_agency(left) & credited_agency(right)
        reason = "the same text" if whole else "shared paragraphs"
        if agency:
            reason += f", both credit {', '.join(sorted(agency))}"
        found.append(Origin((left.id, right.id), reason, round(share, 4), whole))
    return tuple(sorted(found, key=lambda o: (not o.whole, -o.share, o.sources)))


def credited_agency(source: Source) -> frozenset[str]:
    """Return the news agencies that an article credits in its dateline, byline or last lines."""
    edges = source.text[:400] + "\n" + source.text[-300:] + "\n" + (source.author or "")
    return frozenset(name for name, pattern in AGENCIES.items() if re.search(pattern, edges))


@dataclass(frozen=True, slots=True)
class Voice:
    """One statement's part in a fact, as far as independence goes."""

    source: str
    text: str
    said_by: tuple[str, ...]


def independent(voices: Iterable[Voice], whole: Mapping[str, str]) -> int:
    """Return how many independent origins speak.

    ``whole`` maps a source to the representative of its group of copies.  Two sources count once where they
    are copies, where their statements are the same words, or where both only pass on the same speaker.
    """
    spoken = list(voices)
    parent = {v.source: whole.get(v.source, v.source) for v in spoken}
    groups = {p: p for p in parent.values()}

    def root(name: str) -> str:
        while groups[name] != name:
            name = groups[name]
        return name

    for left, right in combinations(spoken, 2):
        if same_words(left.text, right.text) or same_speaker(left.said_by, right.said_by):
            first, second = sorted((root(parent[left.source]), root(parent[right.source])))
            groups[second] = first
    return len({root(p) for p in parent.values()})


def same_speaker(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Tell whether two statements pass on the word of the same speaker (the innermost one named).

    A short form is the end of the long one: 'Anna Berg' and 'Berg', 'the ministry spokesman' and 'the spokesman'.
    Two pronouns say nothing: 'he' in one article need not be 'he' in the other.
    """
    if not left or not right:
        return False
    a, b = sorted((re.sub(r"^(the|a|an)\s+", "", s[-1].strip(), flags=re.IGNORECASE) for s in (left, right)), key=len)
    if a.lower() in PRONOUNS:
        return False
    telling = len(a) > SHORT_NAME or a[:1].isupper()
    return bool(a) and (a.lower() == b.lower() or (telling and b.lower().endswith(" " + a.lower())))


def representatives(found: Sequence[Origin]) -> dict[str, str]:
    """Return for every source that is a whole copy the source that stands for its group."""
    stand: dict[str, str] = {}
    for origin in found:
        if origin.whole:
            first, second = sorted(origin.sources)
            stand[second] = stand.get(first, first)
    return stand


def voice(claim: Claim, statement: Statement, beside: Iterable[Claim]) -> Voice:
    """Return a claim's part in a fact; ``beside`` are the claims of the same statement.

    A clause that only says who spoke ('the coastguard said') passes on the word of the one whom all the rest of its
    statement is laid to.
    """
    said_by = claim.cues.said_by
    if not said_by and claim.kind == "proposition":
        speakers = {c.cues.said_by for c in beside if c.kind == "proposition" and c.id != claim.id}
        said_by = speakers.pop() if len(speakers) == 1 else ()
    return Voice(claim.source, statement.text, said_by)

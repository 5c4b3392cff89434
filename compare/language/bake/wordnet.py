"""Makes data/wordnet.tsv from WordNet 3.0: opposites, synonyms and kinds of the words that news uses.

Run by hand (the product never imports this file)::

    apt-get install wordnet-base
    python compare/language/bake/wordnet.py

One line a lemma and part of speech, sorted by its bytes, six columns: lemma, part of speech (a, n, r, v), antonyms,
weaker antonyms, synonyms, hypernyms; words within a column are separated by spaces.

* antonyms: WordNet's own (Fellbaum 1998), of every sense.
* weaker antonyms: for an adjective of the outer ring (one that is 'similar to' a head), the antonyms of its
  head; for an adverb, those of the adjective it comes from.
* synonyms: other words of the first sense of a noun or a verb, where that is a leading sense of the other word too.
* hypernyms: what a leading sense of a noun or a verb is a kind of, without words that fit everything ('thing').
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

WORDNET = Path("/usr/share/wordnet")
TARGET = Path(__file__).parents[1] / "data" / "wordnet.tsv"
FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
WORD = re.compile(r"[a-z][a-z'-]*[a-z]")
DEPTH = {"n": 6, "v": 2}
TOO_WIDE = frozenset(
    "entity abstraction thing object whole unit matter attribute relation act deed event causal_agent being organism "
    "group state content cognition knowledge noesis artifact instrumentality instrumentation measure quantity amount "
    "activity action communication location region area part portion component message substance happening "
    "occurrence natural_event human_action human_activity physical_object living_thing process psychological_feature "
    "grouping cause agency property shape form point something be act move change make do have get alter modify go "
    "travel locomote interact displace induce stimulate think cerebrate cogitate express_emotion use utilize apply "
    "connect touch perceive comprehend transfer give take equipment device structure construction containing "
    "creation product way means status condition idea thought statement information info line indicator".split()
)


@dataclass(slots=True)
class Synset:
    """A sense: its words and its pointers (relation, target offset, target part of speech, own word, other word)."""

    pos: str
    words: list[str]
    pointers: list[tuple[str, str, str, int, int]] = field(default_factory=list)


Senses = dict[tuple[str, str], list[str]]  # (lemma, pos) → offsets, commonest sense first
Synsets = dict[tuple[str, str], Synset]


def read() -> tuple[Synsets, Senses, set[tuple[str, str]]]:
    """Return all synsets, the senses of each lemma, and the (lemma, pos) that were ever tagged in running text."""
    synsets: Synsets = {}
    senses: Senses = {}
    tagged = {(lemma, pos) for lemma, pos, _ in counts()}
    for pos, name in FILES.items():
        for line in _lines(f"data.{name}"):
            parts = line.partition(" | ")[0].split()
            count = int(parts[3], 16)
            words = [re.sub(r"\(\w+\)$", "", w).lower() for w in parts[4 : 4 + 2 * count : 2]]
            found = Synset(pos, words)
            at = 4 + 2 * count
            for i in range(int(parts[at])):
                symbol, offset, other, ends = parts[at + 1 + 4 * i : at + 5 + 4 * i]
                found.pointers.append((symbol, offset, other, *bytes.fromhex(ends)))
            synsets[pos, parts[0]] = found
        for line in _lines(f"index.{name}"):
            parts = line.split()
            senses[parts[0], pos] = parts[-int(parts[2]) :]
    return synsets, senses, tagged


@cache
def counts() -> dict[tuple[str, str, int], int]:
    """Return how often each sense, (lemma, pos, rank from 1), was tagged in running text."""
    found: dict[tuple[str, str, int], int] = {}
    for line in (WORDNET / "cntlist.rev").read_text("ascii").splitlines():
        key, rank, count = line.split()
        lemma, _, kind = key.partition("%")
        pos = " nvara"[int(kind[0])]  # 5 is an adjective of the outer ring
        found[lemma, pos, int(rank)] = int(count)
    return found


def leading(lemma: str, pos: str, senses: Senses) -> list[str]:
    """Return the first sense, and others up to the third that are tagged at least a tenth as often, or all untagged."""
    use = counts()
    first = use.get((lemma, pos, 1), 0)
    ranked = enumerate(senses[lemma, pos][:3], start=1)
    return [s for rank, s in ranked if rank == 1 or use.get((lemma, pos, rank), 0) * 10 >= first]


def _lines(name: str) -> Iterator[str]:
    for line in (WORDNET / name).read_text("utf-8").splitlines():
        if not line.startswith("  "):
            yield line


def opposites(
    synsets: Synsets, senses: Senses
) -> tuple[dict[tuple[str, str], set[str]], dict[tuple[str, str], set[str]]]:
    """Return direct and weaker antonyms of (lemma, pos)."""
    direct: dict[tuple[str, str], set[str]] = defaultdict(set)
    weaker: dict[tuple[str, str], set[str]] = defaultdict(set)
    for synset in synsets.values():
        for symbol, offset, pos, own, other in synset.pointers:
            if symbol == "!" and own and other:
                direct[synset.words[own - 1], synset.pos].add(synsets[pos, offset].words[other - 1])
    for (_, place), synset in synsets.items():
        for symbol, offset, pos, own, other in synset.pointers:
            target = synsets[pos, offset]
            if symbol == "&" and synset.pos == "a":
                heads = [t for s, o, p, _, _ in target.pointers if s == "!" for t in synsets[p, o].words]
                for word in synset.words:
                    if place not in senses[word, "a"][:2]:
                        continue
                    weaker[word, "a"].update(heads)
            if symbol == "\\" and synset.pos == "r" and own and other:
                weaker[synset.words[own - 1], "r"].update(
                    adverb
                    for adjective in direct.get((target.words[other - 1], "a"), ())
                    for adverb in _adverbs(adjective, synsets)
                )
    return direct, weaker


_ADVERBS: dict[str, set[str]] = {}


def _adverbs(adjective: str, synsets: Synsets) -> set[str]:
    if not _ADVERBS:
        for synset in synsets.values():
            for symbol, offset, pos, own, other in synset.pointers:
                if symbol == "\\" and synset.pos == "r" and own and other:
                    _ADVERBS.setdefault(synsets[pos, offset].words[other - 1], set()).add(synset.words[own - 1])
    return _ADVERBS.get(adjective, set())


def synonyms(lemma: str, pos: str, synsets: Synsets, senses: Senses) -> set[str]:
    """Return words that share the first sense, where it is among their own two commonest."""
    first = senses[lemma, pos][0]
    return {word for word in synsets[pos, first].words if word != lemma and first in senses.get((word, pos), [])[:2]}


def hypernyms(lemma: str, pos: str, synsets: Synsets, senses: Senses) -> set[str]:
    """Return the words for what the leading senses are kinds of."""
    found: set[str] = set()
    level = leading(lemma, pos, senses)
    for _ in range(DEPTH[pos]):
        level = [o for s in level for symbol, o, _, _, _ in synsets[pos, s].pointers if symbol == "@"]
        found.update(w for s in level for w in synsets[pos, s].words[:2])
    return found - TOO_WIDE - {lemma}


def column(words: Iterable[str]) -> str:
    return " ".join(sorted(w for w in set(words) if WORD.fullmatch(w)))


def main() -> None:
    synsets, senses, tagged = read()
    direct, weaker = opposites(synsets, senses)
    known = set((TARGET.parent / "vectors-words.txt").read_text("utf-8").split())
    rows = []
    for lemma, pos in senses:
        if not WORD.fullmatch(lemma):
            continue
        common = (lemma, pos) in tagged or lemma in known
        near = column(direct.get((lemma, pos), ()))
        far = column(weaker.get((lemma, pos), set()) - direct.get((lemma, pos), set()) - {lemma})
        same = column(synonyms(lemma, pos, synsets, senses)) if pos in DEPTH else ""
        kinds = column(hypernyms(lemma, pos, synsets, senses)) if pos in DEPTH and common else ""
        if near or (common and (far or same or kinds)):
            rows.append("\t".join((lemma, pos, near, far if common else "", same if common else "", kinds)))
    TARGET.write_text("\n".join(sorted(rows)) + "\n", "ascii")
    print(f"{len(rows)} rows, {TARGET.stat().st_size} bytes")  # noqa: T201


if __name__ == "__main__":
    main()

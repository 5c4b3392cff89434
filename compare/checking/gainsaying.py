"""What a source denies of a sentence's main act: 'did not hold a licence' beside 'did have a licence'.

The parse must say that one side alone denies it, and the reader that the two give one fact two values; alone, neither
is sure enough.  Of 2,000 true sentences and 600 wrong ones the two together named 24, all of them wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from compare.checking.beside import Beside
from compare.checking.comparison import Comparison
from compare.checking.evidence.opposition import main_items
from compare.checking.grounds import Ground, text_of
from compare.checking.items import Item
from compare.checking.material import Material
from compare.checking.polarity import LIKELY
from compare.checking.sentence import Sentence
from compare.language.en.assertion import FLAT_NEGATION, NEGATING

DIFFERS = 0.5  # chance from which a statement speaks of the same and has it otherwise, as the reader sees it
ENTAILED = 0.4  # … that some statement bears the sentence out, above which nothing is said
OVER = frozenset({"advcl", "relcl", "acl", "parataxis", "conj"})  # clauses that what stands above does not deny
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
ACTING = frozenset({"verb", "noun", "quality"})


def gainsaid(laid: Beside, material: Material) -> list[Ground]:
    """Return what stands the other way round in statements that the reader takes for the same fact; without it none."""
    if max((s.entails for s in laid.scores.values()), default=1.0) > ENTAILED:
        return []
    found = []
    for c in laid.comparisons:
        read = laid.scores.get(c.number)
        if read is None or c.relevance * read.same * read.differs < DIFFERS:
            continue
        ground = next(_turned(laid, c, material), None)
        if ground is not None:
            found.append(ground)
    return found


def _turned(laid: Beside, c: Comparison, material: Material) -> Iterator[Ground]:
    """Yield opposites that both deny or neither does, then the main words that meet and that one side alone denies."""
    source, other = material.counterparts.sources[c.number], material.counterparts.sentences[c.number]
    theirs, main = material.counterparts.items[c.number], main_items(laid)
    above = {laid.items[i].anchor for i in main} | {laid.sentence.words[laid.items[i].anchor].head for i in main}
    for i, j in c.opposed:
        if laid.items[i].anchor in above and denied(laid.sentence, laid.items[i]) == denied(other, theirs[j]):
            reason = f"{source} has ‘{text_of(other, theirs[j])}’, the draft ‘{text_of(laid.sentence, laid.items[i])}’."
            yield Ground(c.relevance, c.number, laid.items[i], theirs[j], reason, "draft.opposed")
    for i, (j, likeness) in sorted(c.alignment.met.items()):
        item = laid.items[i]
        acting = i in main and likeness >= LIKELY and item.sort in ACTING
        if acting and denied(laid.sentence, item) != denied(other, theirs[j]):
            reason = f"{source} and the draft differ: ‘{text_of(other, theirs[j])}’ is denied on one side only."
            yield Ground(c.relevance, c.number, item, theirs[j], reason, "draft.negated")


def denied(sentence: Sentence, item: Item) -> bool:
    """Tell whether a sentence denies a word: by an odd number of denials from the word up to its clause."""
    place, count, seen = item.anchor, 0, set[int]()
    while place not in seen:
        seen.add(place)
        word = sentence.words[place]
        count += place != item.anchor and word.of(NEGATING)
        count += sum(_denies(sentence, child) for child in sentence.children[place] if child not in seen)
        if word.dep in OVER:
            break
        place = word.head
    return count % 2 == 1


def _denies(sentence: Sentence, place: int) -> bool:
    """Tell whether a word that hangs on another denies it: 'not', 'never', 'no gun', 'none of them'."""
    word = sentence.words[place]
    if word.dep == "neg" or word.of(FLAT_NEGATION):
        return True
    return word.dep in ARGUMENTS and any(
        sentence.words[c].dep in ("det", "preconj") and sentence.words[c].lemma in ("no", "neither")
        for c in sentence.children[place]
    )

"""What speaks against a sentence, the strongest ground first: each names its words on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.checking.beside import Beside
from compare.checking.comparison import Comparison
from compare.checking.items import TYPED, Item
from compare.checking.material import Material
from compare.checking.polarity import denials
from compare.checking.sentence import Sentence, Word
from compare.language.antonyms import hypernym_words, synonyms
from compare.language.en.assertion import PENDING
from compare.model import Quotation

SHARES = {
    "opposed": 0.7, "negated": 0.45, "misbound": 0.8, "titles": 0.35, "swapped": 0.5, "nearest": 0.05, "figure": 0.1,
}  # fmt: skip
RIVAL = 0.6  # slot, and share of the rest, from which two values of two sources answer one question
WHOLE = 0.75  # share of a sentence from which a statement has it
PLAIN = 0.6  # how much two unlike words tell beside two unlike values
FAINT = 0.1  # strength below which a ground names words that have little to do with the draft's
BESIDE = 0.5  # share of the first ground's strength from which another source's value is named beside it


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that a statement of a source has otherwise."""

    strength: float  # 0 to 1: how surely the two stand in one place of one fact
    number: int  # the statement, among those of the sources
    ours: Item | Word | None  # the draft's words; None where all of the sentence is meant
    theirs: Item | Word | Quotation | None
    reason: str  # one sentence
    rule: str


def against(laid: Beside, material: Material) -> list[Ground]:
    """Return what contradicts a sentence, words that only stand in one place last: 'set' is not 'fixed' gainsaid."""
    found = [*_values(laid, material), *_figures(laid, material), *_turned(laid, material), *_nearest(laid, material)]
    return sorted(found, key=lambda g: (_mere(g) or _faint(g), -g.strength, g.number, g.ours.start if g.ours else -1))


def _faint(ground: Ground) -> bool:
    """Tell whether a 'not', or a value in another place, hardly speaks against a sentence: all of it tells more."""
    return ground.rule in ("draft.negated", "draft.other-place") and ground.strength < FAINT


def _mere(ground: Ground) -> bool:
    """Tell whether two words face each other and are not two of one kind, as 'teacher' and 'student' are."""
    if ground.rule != "draft.other-word" or not isinstance(ground.ours, Item) or not isinstance(ground.theirs, Item):
        return False
    one, other = ground.ours.key, ground.theirs.key
    kinds = hypernym_words(one), hypernym_words(other)
    apart = one not in kinds[1] | synonyms(other) and other not in kinds[0] | synonyms(one)
    return ground.ours.sort != "noun" or ground.theirs.sort != "noun" or not apart or not kinds[0] & kinds[1]


def _figures(laid: Beside, material: Material) -> Iterator[Ground]:
    """Yield the one figure or time of the draft that the nearest statement lacks, beside the one that it has alone."""
    for c in laid.comparisons[:1]:
        items = material.counterparts.items[c.number]
        taken = {j for j, _ in c.alignment.met.values()}
        free = {i for i, met in enumerate(laid.met) if met < PLAIN} - {r.ours for r in laid.rivals}
        for sort in ("number", "time"):
            ours = [i for i in sorted(free) if laid.items[i].sort == sort]
            theirs = [j for j, item in enumerate(items) if item.sort == sort and j not in taken]
            if len(ours) == len(theirs) == 1:
                reason = _instead(laid, c, ours[0], theirs[0], material)
                worth = c.relevance * SHARES["figure"]
                yield Ground(worth, c.number, laid.items[ours[0]], items[theirs[0]], reason, "draft.other-figure")


def rival_values(laid: Beside, material: Material) -> list[Ground]:
    """Return the numbers and times that likely statements have in the place of one that the draft gives.

    That another statement bears the draft's out does not count here: this is what one source says against another.
    """
    found = []
    for c in laid.likely:
        facing = [(f.ours, f.theirs, f.slot) for f in c.alignment.facing] + list(c.misbound)
        for i, j, slot in facing:
            theirs = material.counterparts.items[c.number][j]
            if (
                laid.items[i].sort == theirs.sort
                and theirs.sort in ("number", "time")
                and slot >= RIVAL <= _rest(laid, c, i)
            ):
                reason = _instead(laid, c, i, j, material)
                found.append(Ground(slot * c.relevance, c.number, laid.items[i], theirs, reason, "draft.other-value"))
    return sorted(found, key=lambda g: (-g.strength, g.number))


def _rest(laid: Beside, c: Comparison, i: int) -> float:
    """Return how much of the sentence a statement meets, one item left out, 0 to 1."""
    others = sum(laid.weights) - laid.weights[i]
    met = sum(w * s for n, (w, s) in enumerate(zip(laid.weights, c.shares, strict=True)) if n != i)
    return met / others if others else 0.0


def replaced(laid: Beside, material: Material) -> list[Ground]:
    """Return what a later report has instead: the same grounds, those of the latest sources first."""
    found = against(laid, material)
    waiting = next((w for w in laid.sentence.words if w.lemma in PENDING), None)
    days = {g.number: material.published(material.counterparts.sources[g.number]) for g in found}
    known = [d for d in days.values() if d is not None]
    latest = max(known, default=None)
    told = [
        Ground(g.strength, g.number, g.ours or waiting, g.theirs, _since(g, material), "draft.overtaken")
        if g.rule != "draft.other-value" else g
        for g in found
    ]  # fmt: skip
    return sorted(told, key=lambda g: (days[g.number] != latest, -g.strength, g.number))


def _since(ground: Ground, material: Material) -> str:
    source = material.counterparts.sources[ground.number]
    text = " ".join(material.counterparts.sentences[ground.number].statement.text.split())
    return f"{source} reports since: “{text}”"


def told_by(comparison: Comparison, material: Material) -> tuple[str, Sentence]:
    return material.counterparts.sources[comparison.number], material.counterparts.sentences[comparison.number]


def text_of(sentence: Sentence, item: Item) -> str:
    start = sentence.statement.start
    return " ".join(sentence.statement.text[item.start - start : item.end - start].split())


def _denied(sentence: Sentence, item: Item) -> str:
    """Return words with the 'not' that turns them round: 'unclear' beside 'not clear' is for an editor to see."""
    return f"{'not ' if denials(sentence, item) % 2 else ''}{text_of(sentence, item)}"


def _instead(laid: Beside, c: Comparison, i: int, j: int, material: Material) -> str:
    source, other = told_by(c, material)
    return f"{source} has ‘{text_of(other, material.counterparts.items[c.number][j])}’, the draft ‘{text_of(laid.sentence, laid.items[i])}’."  # noqa: E501


def all_given(laid: Beside, grounds: Sequence[Ground], material: Material) -> str:
    """Return the first ground's reason, with what other sources give in the same place: 'A has ‘41’, B ‘44’ …'."""
    first = grounds[0]
    given: dict[str, str] = {}
    for ground in grounds:
        same = ground.rule == "draft.other-value" and ground.ours == first.ours
        if same and ground.strength >= BESIDE * first.strength and isinstance(ground.theirs, Item):
            sentence = material.counterparts.sentences[ground.number]
            given.setdefault(material.counterparts.sources[ground.number], text_of(sentence, ground.theirs))
    if len(given) < 2 or first.rule != "draft.other-value" or not isinstance(first.ours, Item):
        return first.reason
    (source, words), *others = given.items()
    more = "".join(f", {other} ‘{value}’" for other, value in others)
    return f"{source} has ‘{words}’{more}, the draft ‘{text_of(laid.sentence, first.ours)}’."


def _values(laid: Beside, material: Material) -> Iterator[Ground]:
    """Yield values and words that face another in their place."""
    for rival in laid.rivals:
        c, i, j = rival.comparison, rival.ours, rival.theirs
        typed = laid.items[i].sort in TYPED
        rule = "draft.other-value" if typed else "draft.other-word"
        theirs = material.counterparts.items[c.number][j]
        reason = _instead(laid, c, i, j, material)
        yield Ground(rival.strength * (1.0 if typed else PLAIN), c.number, laid.items[i], theirs, reason, rule)
    for c in laid.comparisons:
        for i, j, strength in c.misbound:
            worth = strength * c.relevance * (1 - laid.bound[i]) * SHARES["misbound"]
            theirs = material.counterparts.items[c.number][j]
            reason = _instead(laid, c, i, j, material)
            yield Ground(worth, c.number, laid.items[i], theirs, reason, "draft.other-place")


def _turned(laid: Beside, material: Material) -> Iterator[Ground]:
    """Yield what is denied, opposed, swapped, or given another rank."""
    for c in laid.comparisons:
        if c.relevance < 0.2:
            continue
        source, other = told_by(c, material)
        items = material.counterparts.items[c.number]
        for i, j in c.opposed:
            there, here = _denied(other, items[j]), _denied(laid.sentence, laid.items[i])
            reason = f"{source} has ‘{there}’, the draft ‘{here}’."
            yield Ground(c.relevance * SHARES["opposed"], c.number, laid.items[i], items[j], reason, "draft.opposed")
        for i, j in c.negated[:1]:
            reason = f"{source} and the draft differ: ‘{text_of(other, items[j])}’ is denied on one side only."
            yield Ground(c.relevance * SHARES["negated"], c.number, laid.items[i], items[j], reason, "draft.negated")
        for i in c.swapped[:1]:
            j = c.alignment.met[i][0]
            reason = f"In {source} the roles are the other way round: who does it and to whom it is done."
            yield Ground(c.relevance * SHARES["swapped"], c.number, laid.items[i], items[j], reason, "draft.swapped")
        for i, j in c.titles[:1]:
            ours, theirs = (laid.items[i] if i >= 0 else None), (items[j] if j >= 0 else None)
            words = text_of(laid.sentence, ours) if ours else text_of(other, theirs) if theirs else ""
            reason = f"‘{words}’ stands in {'the draft' if ours else source} only."
            yield Ground(c.relevance * SHARES["titles"], c.number, ours, theirs, reason, "draft.other-rank")


def _nearest(laid: Beside, material: Material) -> Iterator[Ground]:
    """Yield the nearest statement itself: what is said where no words can be named."""
    for c in laid.comparisons[:1]:
        source, other = told_by(c, material)
        text = " ".join(other.statement.text.split())
        reason = f"{source} says otherwise: “{text}”"
        yield Ground(c.relevance * SHARES["nearest"], c.number, None, None, reason, "draft.reads-otherwise")

"""What may be put in the place of a draft's words, where that alone mends them; nothing where it could mislead.

A value is put in only where one giver (or nobody, in both) gives it for the same slot and the same day, in a source
that no other source is later than: one giver's figure is never put into another's mouth, Tuesday's never in the place
of Monday's.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.checking.beside import Beside
from compare.checking.comparison import SURE
from compare.checking.grounds import Ground, text_of
from compare.checking.items import TYPED, Item
from compare.checking.material import Material
from compare.checking.sentence import Sentence
from compare.claims.same_time import same_time
from compare.language.en.calendar import WEEKDAYS
from compare.language.en.stopwords import STOP_LEMMAS
from compare.model import Moment

MENDED = frozenset({"draft.other-value", "draft.unbounded"})  # grounds that one word put in the place of another mends
DAYS = frozenset({"day", "part", "hour", "minute"})  # grains of moments that name a day, or a time within one


def replacement(laid: Beside, grounds: Sequence[Ground], material: Material) -> str | None:
    """Return what to put in the place of the draft's words: another value of their type, as its source writes it.

    ``grounds`` are what sources have otherwise than the draft, the one to be followed first.
    """
    ground = grounds[0]
    ours, theirs = ground.ours, ground.theirs
    if not isinstance(ours, Item) or not isinstance(theirs, Item) or ground.rule not in MENDED:
        return None
    if ours.sort != theirs.sort or ours.sort not in TYPED or ours.value is None or theirs.value is None:
        return None
    if ground.rule == "draft.other-value" and not _latest(laid, grounds, material):
        return None
    for told in (g for g in grounds if g.rule in MENDED and g.ours == ours and _key(g) == theirs.key):
        other = material.counterparts.sentences[told.number]
        if not isinstance(told.theirs, Item) or not _one_giver(laid.sentence, other):
            continue
        if _one_day(laid.sentence, ours, other, told.theirs):
            return _cased(text_of(other, told.theirs), ours, laid.sentence)
    return None


def _cased(text: str, ours: Item, sentence: Sentence) -> str:
    """Return a figure in words with a capital where it begins the draft's sentence, and nowhere else."""
    first = text.split(maxsplit=1)[0]
    if ours.sort != "number" or not first.isalpha() or first[1:] != first[1:].lower():
        return text
    letter = text[0].upper() if ours.start == sentence.words[0].start else text[0].lower()
    return letter + text[1:]


def _latest(laid: Beside, grounds: Sequence[Ground], material: Material) -> bool:
    """Tell whether no source is known to be later, and all who give another value, or the draft's, are earlier."""
    first = grounds[0]
    sources = material.counterparts.sources
    like = {sources[g.number] for g in grounds}
    unlike = {
        sources[g.number] for g in grounds if g.rule == first.rule and g.ours == first.ours and _key(g) != _key(first)
    }
    own = material.published(sources[first.number])
    rivals = (unlike | _having(laid, first.ours, material)) - {sources[first.number]}
    days = {s: material.published(s) for s in material.by_id}
    if own is None:
        return not rivals and not any(day for s, day in days.items() if s not in like)
    earlier = all((day := days[s]) is not None and day < own for s in rivals)
    return earlier and all(day is None or day <= own for s, day in days.items() if s not in like)


def _key(ground: Ground) -> str | None:
    return ground.theirs.key if isinstance(ground.theirs, Item) else None


def _having(laid: Beside, item: object, material: Material) -> set[str]:
    """Return the sources of which a likely statement has a value as the draft does."""
    place = next((n for n, own in enumerate(laid.items) if own == item), -1)
    met = ((c.number, c.alignment.met.get(place)) for c in laid.likely)
    return {material.counterparts.sources[n] for n, counterpart in met if counterpart and counterpart[1] >= SURE}


def _one_giver(ours: Sentence, theirs: Sentence) -> bool:
    """Tell whether one is said to give both, or nobody is for either."""
    first, second = _givers(ours), _givers(theirs)
    return bool(first & second) if first or second else True


def _givers(sentence: Sentence) -> set[str]:
    """Return the words of all who are said to say anything in a sentence, its quotations included."""
    said = [name for cues in sentence.cues for name in cues.said_by]
    said += [q.speaker for q in sentence.quotations if q.speaker]
    return {w.lower().strip("’'.,") for name in said for w in name.split()} - STOP_LEMMAS


def _one_day(ours: Sentence, mine: Item, theirs: Sentence, other: Item) -> bool:
    """Tell whether both are of one day: what the draft dates, the source dates to the same; nothing excludes it."""
    first, second = _dated(ours, mine), _dated(theirs, other)
    if not first:
        return True
    met = [same_time(a, b) for a in first for b in second]
    return any(met) and not any(m is False for m in met)


def _dated(sentence: Sentence, item: Item) -> list[Moment]:
    """Return the moments of a sentence that name a day, the item itself left out."""
    return [
        m
        for m in sentence.moments
        if (m.grain in DAYS or m.text.lower() in WEEKDAYS) and not (m.start < item.end and item.start < m.end)
    ]

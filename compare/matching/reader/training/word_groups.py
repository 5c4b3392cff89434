"""Words that exclude each other in one place of a sentence, and words that may stand for each other."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent

PEOPLE = frozenset(
    "man woman police officer officers suspect victim boy girl teen teenager driver shooter gunman husband wife "
    "mother father son daughter brother student students company president official officials deputies judge court "
    "senator governor people men women mayor sheriff friend neighbor".split()
)
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
SHORT_MONTHS = {"Jan.": 0, "Feb.": 1, "Aug.": 7, "Sept.": 8, "Oct.": 9, "Nov.": 10, "Dec.": 11}
DAY_PARTS = ("morning", "afternoon", "evening", "night")
NUMBER_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
).split()
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()


def exclusive() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Return for each phrase its kinds and the phrases that exclude it."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for line in (HERE / "exclude.txt").read_text(encoding="utf-8").splitlines():
        kind, _, rest = line.partition(": ")
        words = tuple(w.strip() for w in rest.split("|"))
        for word in words:
            found.setdefault(word, []).append((kind, tuple(w for w in words if w != word)))
    return found


def synonyms() -> dict[str, tuple[str, ...]]:
    """Return for each phrase those that may stand for it: the first of a line is replaced, the rest replace it."""
    found: dict[str, tuple[str, ...]] = {}
    for line in (HERE / "synonyms.txt").read_text(encoding="utf-8").splitlines():
        first, *rest = (w.strip() for w in line.split("|"))
        found[first] = (*found.get(first, ()), *rest)
    return found

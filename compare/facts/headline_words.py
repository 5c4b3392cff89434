"""What several headlines speak of where they share no name: the noun that most of them have, 'the school bus'."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from compare.language.antonyms import hypernym_words
from compare.language.en.numbers import ONES, SCALES, TENS
from compare.language.en.outcomes import OUTCOME_ADJECTIVES, OUTCOME_VERBS
from compare.language.en.people import ANYBODY
from compare.language.en.questions import HAPPENINGS, PLURALS
from compare.language.en.stopwords import STOP_LEMMAS

LONGEST = 3  # words of a noun with what stands before it
LEAST = 3  # letters of a word that tells something
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
GENERAL = frozenset("news story update report article live latest today breaking people year week police time".split())
VERB_FOLLOWS = frozenset("to will may can could would must should".split())
NUMBERS = ONES.keys() | TENS.keys() | SCALES.keys()
PLAIN = STOP_LEMMAS | ANYBODY | GENERAL | NUMBERS | OUTCOME_ADJECTIVES.keys() | OUTCOME_VERBS.keys()


def shared_noun(titles: Sequence[str], proper: Collection[str] = ()) -> str:
    """Return the noun that most headlines share, with 'the'; '' where no two share one.  Longer ones tell more.

    Words that are ``proper``, in small letters, are names and no nouns: 'the belgian' is nothing.
    """
    having: dict[str, set[int]] = defaultdict(set)
    heads: set[str] = set()  # that stand somewhere before no other noun: 'shooter' of 'active shooter', not 'active'
    for number, title in enumerate(titles):
        for noun, is_head in _nouns(title):
            heads |= {noun} if is_head else set()
            if set(noun.split()).isdisjoint(proper):
                having[noun].add(number)
    shared = {noun: len(numbers) for noun, numbers in having.items() if len(numbers) > 1 and noun in heads}
    if not shared:
        return ""
    return "the " + min(shared, key=lambda noun: (-len(noun.split()), -shared[noun], noun))


def _nouns(title: str) -> Iterator[tuple[str, bool]]:
    """Yield every run of one to three words of a headline that ends in a noun and holds no word without meaning.

    With each goes whether no other noun follows ('sinks' may be a verb).  Behind 'to' or 'may' stands a verb.
    """
    words = [m.group().lower() for m in WORD.finditer(title)]
    for first in range(len(words)):
        for past in range(first + 1, min(first + LONGEST, len(words)) + 1):
            run = words[first:past]
            if first and words[first - 1] in VERB_FOLLOWS:
                break
            if all(_noun(word) for word in run) and all(_one(word) == word for word in run[:-1]):  # 'bans bags'
                yield " ".join(run), past == len(words) or not _thing(words[past]) or words[past].endswith("s")


def _noun(word: str) -> bool:
    """Tell whether a word may be a noun that tells something; 'killed' and 'three' are none."""
    one = _one(word)
    if len(one) < LEAST or not PLAIN.isdisjoint({word, one}) or word.endswith("ed"):
        return False
    return _thing(word)


def _thing(word: str) -> bool:
    """Tell whether a word may be a noun, whatever it tells: 'shooter' of 'active shooter'."""
    named = {word, _one(word)} - STOP_LEMMAS
    return not HAPPENINGS.isdisjoint(named) or any(hypernym_words(one) for one in named)


def _one(word: str) -> str:
    return PLURALS.get(word) or (word if word.endswith(("ss", "us")) else word.removesuffix("s"))

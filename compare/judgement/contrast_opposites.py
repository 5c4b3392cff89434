"""Words and their opposites by form: 'safe' and 'unsafe', 'harmful' and 'harmless'; 'not shut' and 'open' are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.judgement.acts import opposite
from compare.judgement.analysed import Analysed
from compare.judgement.rules import quote, say
from compare.language.antonyms import antonyms
from compare.language.en.cues import NEGATIVE_WORDS
from compare.language.en.oppositions import NOT_TURNED
from compare.model import Verdict

if TYPE_CHECKING:
    from spacy.tokens import Token

PREFIXES = ("un", "non", "in", "im", "il", "ir", "dis")
PRODUCTIVE = frozenset({"un", "non"})  # make an opposite of almost any word; the others of adjectives
SUFFIXES = ("ful", "less")
STATED = frozenset({"acomp", "attr", "oprd", "ROOT", "xcomp", "ccomp"})  # what a sentence says of its subject

HANGING = frozenset({"compound", "amod", "nmod", "npadvmod", "pobj", "prep", "pcomp", "acomp", "oprd", "attr"})
HIGHEST = 6  # words from one up to the verb that says it


def opposite_words(left: Analysed, right: Analysed) -> Verdict | None:
    """'safe' beside 'unsafe'; 'not safe' beside 'unsafe' is the same, and so is 'no longer shut' beside 'open'."""
    ours, theirs = _lemmas(left), _lemmas(right)
    for x in sorted(set(ours) - set(theirs)):
        for y in sorted(set(theirs) - set(ours)):
            a, b = ours[x], theirs[y]
            by_form = opposed_by_form(x, y, adjectives=a.pos_ == b.pos_ == "ADJ")
            if not by_form and not (_stated(a, b) and opposite(x, y)):
                continue
            alike = _denied(a) == _denied(b)
            if alike and not by_form:
                continue
            if alike and _two_measures(left, right, a, b):
                return say("unrelated", f"One figure is {quote(x)}, the other {quote(y)}.", (x,), (y,))
            told = "." if alike else ", and one of them with “not”."
            return say(
                "conflict" if alike else "agreement", f"One says {quote(x)}, the other {quote(y)}{told}", (x,), (y,)
            )
    return None


def opposed_by_form(x: str, y: str, *, adjectives: bool) -> bool:
    """Tell whether two words are opposites by a prefix or a suffix: 'legal', 'illegal'; 'careful', 'careless'.

    'in-', 'dis-' and their like turn adjectives; of other words they do so only where the dictionary has the two.
    """
    if not (x.endswith(y) or y.endswith(x) or x[:4] == y[:4]):
        return False  # no prefix and no ending parts them: most words, told apart quickly
    return _prefixed(x, y, adjectives) or _prefixed(y, x, adjectives) or _suffixed(x, y)


def _prefixed(plain: str, word: str, adjectives: bool) -> bool:
    prefix = next((p for p in PREFIXES if word == p + plain), None)
    if prefix is None or len(plain) < 4 or plain in NOT_TURNED:
        return False
    return adjectives or prefix in PRODUCTIVE or word in antonyms(plain) or plain in antonyms(word)


def _suffixed(x: str, y: str) -> bool:
    stems = {x.removesuffix(ending) for ending in SUFFIXES if x.endswith(ending)}
    return any(len(s) >= 4 and y != x and y in {s + ending for ending in SUFFIXES} for s in stems)


def _stated(a: Token, b: Token) -> bool:
    return {a.dep_, b.dep_} <= STATED and {a.pos_, b.pos_} <= {"ADJ", "VERB"}


def _two_measures(left: Analysed, right: Analysed, a: Token, b: Token) -> bool:
    """Tell whether the opposites mark off two things measured: 'direct costs of $40m', 'indirect costs of $15m'."""
    figures = [{(q.low, q.high) for q in s.figures} for s in (left, right)]
    return a.dep_ == b.dep_ == "amod" and all(figures) and not figures[0] & figures[1]


def _lemmas(side: Analysed) -> dict[str, Token]:
    """Return the adjectives, adverbs and nouns of a side by their words, 'non-violent' as one."""
    found = {}
    for at, token in enumerate(side.tokens):
        before = side.tokens[max(at - 2, 0) : at]
        joined = len(before) == 2 and before[0].lower_ == "non" and before[1].text in "-–"
        if token.pos_ in ("ADJ", "ADV", "NOUN", "VERB", "PROPN") and not (
            token.text.isupper() or _mixed(token.text) or (joined and token.is_title)
        ):
            found[("non" if joined else "") + token.lower_] = token
    return found


def _mixed(word: str) -> bool:
    """Tell a name such as 'UNAids', whose first letters are no prefix."""
    return word[1:] != word[1:].lower()


def _denied(word: Token) -> bool:
    """Tell whether a word, or the verb that says it, is negated: 'not described as life-threatening' too."""
    above = [word, word.head]
    while above[-2].dep_ in HANGING and len(above) < HIGHEST:
        above.append(above[-1].head)
    said = [c for token in above for c in token.children]
    if any(c.lower_ in NEGATIVE_WORDS for c in said):
        return True
    return any(c.lower_ == "longer" and any(g.lower_ in {"no", "any"} for g in c.children) for c in said)

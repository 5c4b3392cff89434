"""What two statements of like words differ in, read off their words: direction, score, exception, prefix, figures.

These rules see both statements whole, where the tables of claims see one value or one clause of each.  They speak only
where the rest of the words is much the same; then the one thing that differs is what the two statements disagree about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from compare.judgement.acts import opposite
from compare.judgement.analysed import Analysed
from compare.judgement.contrast_contest import other_score
from compare.judgement.contrast_figures import other_currency, other_kind, other_share
from compare.judgement.contrast_time import season, since_and_for
from compare.judgement.contrast_words import births, never_and_always, not_denied, remainder
from compare.judgement.rules import quote, say
from compare.language.antonyms import antonyms
from compare.language.en.contests import ALL, BUT, NONE, TURNED
from compare.language.en.cues import NEGATIVE_WORDS
from compare.matching.closeness import alike
from compare.model import Claim, Quantity, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Token

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
ALIKE = 0.6  # share of the shorter statement's words that must stand in the other
LONGER = 3  # times as many words, beyond which two statements are not of one length
OFTEN = frozenset({"never", "always"})  # what a contrast may be about, and no word that tells what it is of
PLACE = frozenset({"PROPN", "NOUN"})
PREFIXES = ("un", "non", "in", "im", "il", "ir", "dis")
PRODUCTIVE = frozenset({"un", "non"})  # make an opposite of almost any adjective; the others need the dictionary
NO_OPPOSITES = frozenset({"valuable", "flammable", "habitable", "famous", "different", "genious"})

Finder = Callable[[Analysed, Analysed], Verdict | None]


def contrasted(left: Analysed, right: Analysed) -> Verdict | None:
    """Return the verdict of the first contrast between two statements of like words, or None."""
    if _likeness(left, right) < ALIKE:
        return None
    for rule, finder in TABLE:
        found = finder(left, right)
        if found is not None:
            return Verdict(found.relation, rule, found.reason, found.left_words, found.right_words, found.gap)
    return None


def other_direction(left: Analysed, right: Analysed) -> Verdict | None:
    """'from Osby to Lund' beside 'from Lund to Osby'."""
    if any(t.lower_ in TURNED for side in (left, right) for t in side.tokens):
        return None
    for a, b in _ways(left):
        for c, d in _ways(right):
            if a != b and (a, b) == (d, c):
                return say("conflict", f"One goes from {a} to {b}, the other from {c} to {d}.", (a, b), (c, d))
    return None


def _ways(side: Analysed) -> Iterator[tuple[str, str]]:
    """Yield (start, goal) of each 'from … to …' and 'to … from …' between two names or nouns."""
    tokens = side.tokens
    for at, token in enumerate(tokens):
        if token.lower_ not in ("from", "to"):
            continue
        first, past = _noun_after(tokens, at + 1)
        if first and past < len(tokens) and {token.lower_, tokens[past].lower_} == {"from", "to"}:
            second, _ = _noun_after(tokens, past + 1)
            if second:
                yield (first, second) if token.lower_ == "from" else (second, first)


def _noun_after(tokens: tuple[Token, ...], at: int) -> tuple[str, int]:
    words: list[str] = []
    while at < len(tokens) and (tokens[at].pos_ in PLACE or (not words and tokens[at].pos_ in ("DET", "ADJ"))):
        if tokens[at].pos_ in PLACE:
            words.append(tokens[at].text)
        at += 1
    return " ".join(words), at


def excepted(left: Analysed, right: Analysed) -> Verdict | None:
    """'Nobody but the pilot survived' beside 'the pilot died'; 'all but two' beside 'two'."""
    for one, other, turned in ((left, right, False), (right, left, True)):
        for words, holds, verb in _exceptions(one):
            for claim in other.claims:
                if claim.kind != "proposition" or not claim.predicate or not _about(claim, words, other):
                    continue
                if any(True for _ in _exceptions(other)):
                    continue
                same = alike(claim.predicate, verb, 0.9)
                against = opposite(claim.predicate, verb) or _against(other, claim)
                if not same and not against:
                    continue
                true = (same and not against) != claim.cues.negated
                relation = "agreement" if true == holds else "conflict"
                told = "the same" if true == holds else "otherwise"
                reason = f"By one {quote(words)} is the exception, and the other says {told} of it."
                sides = ((claim.wording,), (words,)) if turned else ((words,), (claim.wording,))
                return say(relation, reason, *sides)  # type: ignore[arg-type]
    return None


def _against(side: Analysed, claim: Claim) -> bool:
    """Tell whether 'against' turns a vote: 'voted against' is no 'voted for'."""
    return claim.predicate == "vote" and any(t.lower_ == "against" for t in side.tokens)


def _about(claim: Claim, words: str, side: Analysed) -> bool:
    last = words.rsplit(maxsplit=1)[-1].lower()
    figures = [c.value.text.lower() for c in side.claims if isinstance(c.value, Quantity)]
    return (
        last in claim.subject
        or last in claim.object
        or words.lower() in figures
        or any(f.split()[0] == words.lower() for f in figures)
    )


def _exceptions(side: Analysed) -> Iterator[tuple[str, bool, str]]:
    """Yield (what is excepted, whether the verb holds of it, the verb's lemma)."""
    tokens = side.tokens
    for at, token in enumerate(tokens):
        many = token.lower_ in ALL
        if (
            not many
            and token.lower_ not in NONE
            and not (token.lower_ == "no" and tokens[at + 1 : at + 2] and tokens[at + 1].lower_ == "one")
        ):
            continue
        reach = " ".join(t.lower_ for t in tokens[at + 1 : at + 6])
        but = BUT.search(reach)
        if but is None:
            continue
        start = at + 1 + reach[: but.end()].count(" ") + (0 if reach[: but.end()].endswith(" ") else 1)
        words, past = _noun_after(tokens, start)
        if not words and start < len(tokens) and tokens[start].like_num:
            words, past = tokens[start].text, start + 1
        verb = next((t for t in tokens[past:] if t.pos_ == "VERB"), None)
        if words and verb is not None:
            plain = not any(c.dep_ == "neg" for c in verb.children)
            yield words, (not many) == plain, verb.lemma_.lower()


def opposite_prefix(left: Analysed, right: Analysed) -> Verdict | None:
    """'safe' beside 'unsafe'; 'not safe' beside 'unsafe' is the same."""
    ours, theirs = _lemmas(left), _lemmas(right)
    for x in sorted(set(ours) - set(theirs)):
        for y in sorted(set(theirs) - set(ours)):
            if not (_prefixed(x, y) or _prefixed(y, x)):
                continue
            relation = "conflict" if _denied(ours[x]) == _denied(theirs[y]) else "agreement"
            reason = f"One says {quote(x)}, the other {quote(y)}" + (
                "." if relation == "conflict" else ", and one of them with “not”."
            )
            return say(relation, reason, (x,), (y,))  # type: ignore[arg-type]
    return None


def _lemmas(side: Analysed) -> dict[str, Token]:
    """Return the adjectives, adverbs and nouns of a side by their words, 'non-violent' as one."""
    found = {}
    for token in side.tokens:
        before = side.tokens[: side.tokens.index(token)][-2:] if token.i > 1 else ()
        joined = len(before) == 2 and before[0].lower_ == "non" and before[1].text in "-–"
        if token.pos_ in ("ADJ", "ADV", "NOUN", "VERB", "PROPN") and not (
            token.text.isupper() or _mixed(token.text) or (joined and token.is_title)
        ):
            found[("non" if joined else "") + token.lower_] = token
    return found


def _mixed(word: str) -> bool:
    """Tell a name such as 'UNAids', whose first letters are no prefix."""
    return word[1:] != word[1:].lower()


def _prefixed(plain: str, word: str) -> bool:
    prefix = next((p for p in PREFIXES if word == p + plain), None)
    if prefix is None or len(plain) < 4 or plain in NO_OPPOSITES:
        return False
    return prefix in PRODUCTIVE or word in antonyms(plain) or plain in antonyms(word)


def _denied(word: Token) -> bool:
    """Tell whether a word, or the verb that says it, is negated."""
    return any(c.lower_ in NEGATIVE_WORDS for token in (word, word.head) for c in token.children)


def _likeness(left: Analysed, right: Analysed) -> float:
    """Return the share of the shorter side's content words that stand in the other, verbs by their meaning."""
    a, b = ({t.lemma_.lower() for t in s.tokens if t.pos_ in CONTENT and not t.like_num} for s in (left, right))
    a, b = a - OFTEN, b - OFTEN
    if not a or not b:
        return 0.0
    few, many = sorted((a, b), key=len)
    if len(many) > LONGER * len(few):
        return 0.0  # what is said of one thing in a passage may be said of another in a sentence
    met = sum(
        1
        for w in few
        if w in many or any(alike(w, o, 0.8) or opposite(w, o) or _prefixed(w, o) or _prefixed(o, w) for o in many)
    )
    return met / len(few)


TABLE: tuple[tuple[str, Finder], ...] = (
    ("contrast.never-and-always", never_and_always),
    ("contrast.not-denied", not_denied),
    ("contrast.remainder", remainder),
    ("contrast.births", births),
    ("contrast.prefix", opposite_prefix),
    ("contrast.exception", excepted),
    ("contrast.direction", other_direction),
    ("contrast.score", other_score),
    ("contrast.currency", other_currency),
    ("contrast.season", season),
    ("contrast.since-and-for", since_and_for),
    ("contrast.kind-of-figure", other_kind),
    ("contrast.share", other_share),
)

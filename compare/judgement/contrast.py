"""What two statements of like words differ in, read off their words: direction, score, exception, prefix, kind of figure.

These rules see both statements whole, where the tables of claims see one value or one clause of each.  They speak only
where the rest of the words is much the same; then the one thing that differs is what the two statements disagree about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from compare.claims.lexemes import lexemes_of
from compare.claims.numberwords import words_at
from compare.judgement.analysed import Analysed
from compare.judgement.contrast_time import season, since_and_for
from compare.judgement.proposition import opposite
from compare.judgement.rules import quote, say
from compare.language.antonyms import antonyms
from compare.language.en.contests import ALL, BUT, CONTEST, LOSING, NONE, TURNED, WINNING
from compare.language.en.cues import NEGATIVE_WORDS
from compare.matching.closeness import alike
from compare.model import Claim, Quantity, Verdict
from compare.values.rates import may_meet

if TYPE_CHECKING:
    from spacy.tokens import Token

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
ALIKE = 0.6  # share of the shorter statement's words that must stand in the other
LONGER = 3  # times as many words, beyond which two statements are not of one length
SCORE = re.compile(
    r"(?<![\w.$€£-])(\d{1,3})\s?(?:[-–—]|to|votes? to|goals? to|votes? against|points? to)\s?(\d{1,3})(?![\w%]|[-–]\d|\.\d)",
    re.IGNORECASE,
)
SPELLED = re.compile(r"\b([a-z]+)(?:-| votes? | goals? | )to(?:-| )([a-z]+)\b|\b([a-z]+)-([a-z]+)\b", re.IGNORECASE)
PLACE = frozenset({"PROPN", "NOUN"})
PREFIXES = ("un", "non", "in", "im", "il", "ir", "dis")
PRODUCTIVE = frozenset({"un", "non"})  # make an opposite of almost any adjective; the others need the dictionary
NO_OPPOSITES = frozenset({"valuable", "flammable", "habitable", "famous", "different", "genious"})
OTHER_KINDS = frozenset({"age", "ordinal", "fraction"})

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


def other_score(left: Analysed, right: Analysed) -> Verdict | None:
    """'voted 7-2' beside '6-3'; 'Lund beat Osby 3-2' beside 'Osby beat Lund 3-2'."""
    ours, theirs = _scores(left), _scores(right)
    if not all(any(t.lemma_.lower() in CONTEST for t in side.tokens) for side in (left, right)):
        return None
    winners = _outcome(left), _outcome(right)
    if winners[0] and winners[1] and winners[0] == winners[1][::-1] and (ours or theirs or _plainly(left, right)):
        one, other = winners[0][0], winners[1][0]
        return say("conflict", f"In one {one} wins, in the other {other}.", (one,), (other,))
    if not ours or not theirs or ours & theirs:
        return None
    if winners[0] and winners[1] and set(winners[0]) != set(winners[1]):
        return None  # another match
    one, other = ("-".join(map(str, max(side))) for side in (ours, theirs))
    return say("conflict", f"One gives the result as {one}, the other as {other}.", (one,), (other,))


def _scores(side: Analysed) -> set[tuple[int, int]]:
    """Return the results that a side gives, the larger number first."""
    found: set[tuple[int, int]] = set()
    text = " ".join(parsed.span.text for parsed in side.parsed)
    for match in SCORE.finditer(text):
        found.add((int(match[1]), int(match[2])))
    for match in SPELLED.finditer(text):
        figures = [_spelled(word) for word in match.groups() if word]
        if len(figures) == 2 and figures[0] is not None and figures[1] is not None:
            found.add((figures[0], figures[1]))
    return {(max(pair), min(pair)) for pair in found}


def _spelled(word: str) -> int | None:
    lexemes = lexemes_of(word)
    numeral = words_at(lexemes, 0) if len(lexemes) else None
    return int(numeral.low) if numeral is not None and numeral.low == numeral.high and numeral.past == 1 else None


def _outcome(side: Analysed) -> tuple[str, str] | None:
    """Return (winner, loser) by name where a side tells of them in plain order."""
    tokens = side.tokens
    for at, token in enumerate(tokens):
        lemma = token.lemma_.lower()
        if lemma not in WINNING | LOSING or token.is_title:
            continue
        before = next((t.text for t in reversed(tokens[:at]) if _named(t)), None)
        after = next((t.text for t in tokens[at + 1 :] if _named(t)), None)
        passive = any(t.lower_ in ("was", "were", "been") for t in tokens[max(at - 2, 0) : at])
        if before and after and before != after:
            return (before, after) if (lemma in WINNING) != passive else (after, before)
    return None


def _plainly(left: Analysed, right: Analysed) -> bool:
    """Tell whether both sides have a verb of winning or losing, not only a word that may be one."""
    return all(any(t.pos_ == "VERB" and t.lemma_.lower() in WINNING | LOSING for t in s.tokens) for s in (left, right))


def _named(token: Token) -> bool:
    """Tell a name, also one that the parser takes for another word: 'Osby beat Lund'."""
    return token.pos_ == "PROPN" or (token.is_title and token.is_alpha and not token.is_stop and token.pos_ != "VERB")


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
                reason = f"By one {quote(words)} is the exception, and the other says {'the same' if true == holds else 'otherwise'} of it."
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
        if token.pos_ in ("ADJ", "ADV", "NOUN", "VERB", "PROPN") and not (token.text.isupper() or _mixed(token.text)):
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
    for token in (word, word.head):
        if any(c.lower_ in NEGATIVE_WORDS for c in token.children):
            return True
    return False


def other_currency(left: Analysed, right: Analysed) -> Verdict | None:
    """'$20' beside '£15': one price in two currencies."""
    ours, theirs = _money(left), _money(right)
    if not ours or not theirs or {q.unit for q in ours} & {q.unit for q in theirs}:
        return None
    a, b = ours[0], theirs[0]
    if len(ours) > 1 or len(theirs) > 1:
        return None
    if a.low != b.low and may_meet(a, b):
        return say(
            "difference",
            f"{quote(a.text)} and {quote(b.text)} may be one sum at some rate of exchange.",
            (a.text,),
            (b.text,),
        )
    return say(
        "conflict", f"One gives {quote(a.text)}, the other {quote(b.text)}: another currency.", (a.text,), (b.text,)
    )


def _money(side: Analysed) -> list[Quantity]:
    return [c.value for c in side.claims if isinstance(c.value, Quantity) and c.value.dimension == "money"]


def other_kind(left: Analysed, right: Analysed) -> Verdict | None:
    """'seven out of ten pupils' beside 'seven pupils'; 'a man, 77,' beside '77 people'; 'the third bomb' and 'three'."""
    for one, other in ((left, right), (right, left)):
        figures, counts = _figures(one), [q for q in _figures(other) if q.dimension == "count"]
        if (
            not counts
            or any(q.dimension == "count" for q in figures)
            or any(q.dimension in OTHER_KINDS for q in _figures(other))
        ):
            continue
        for figure in figures:
            same = next((c for c in counts if _same_number(figure, c)), None)
            if figure.dimension in OTHER_KINDS and same is not None:
                pair = (figure.text, same.text) if one is left else (same.text, figure.text)
                relation = "difference" if figure.dimension == "fraction" else "unrelated"
                reason = f"{quote(figure.text)} is {NAMES[figure.dimension]} and {quote(same.text)} a count."
                return say(relation, reason, pair[:1], pair[1:])  # type: ignore[arg-type]
    return None


NAMES = {"age": "an age", "ordinal": "a place in a row", "fraction": "a share"}


def other_share(left: Analysed, right: Analysed) -> Verdict | None:
    """'one in five homes' beside 'half of the homes'."""
    ours, theirs = ([q for q in _figures(s) if q.dimension in ("fraction", "percent")] for s in (left, right))
    if len(ours) != 1 or len(theirs) != 1 or "fraction" not in (ours[0].dimension, theirs[0].dimension):
        return None
    a, b = (float(q.low or 0) * (100 if q.dimension == "fraction" else 1) for q in (ours[0], theirs[0]))
    if abs(a - b) <= 0.1 * max(a, b) or any(q.low is None or q.high is None or q.direction for q in (*ours, *theirs)):
        return None
    one, other = ours[0].text, theirs[0].text
    return say("conflict", f"One says {quote(one)}, the other {quote(other)}.", (one,), (other,))


def _figures(side: Analysed) -> list[Quantity]:
    return [c.value for c in side.claims if isinstance(c.value, Quantity)]


def _same_number(figure: Quantity, count: Quantity) -> bool:
    if figure.dimension == "fraction":
        first = _spelled(figure.text.split()[0].lower()) or (
            int(figure.text.split()[0]) if figure.text.split()[0].isdigit() else None
        )
        return first is not None and count.low == first and re.search(r"\bin\b|out of", figure.text) is not None
    return count.low == count.high == figure.low


def _likeness(left: Analysed, right: Analysed) -> float:
    """Return the share of the shorter side's content words that stand in the other, verbs by their meaning."""
    a, b = ({t.lemma_.lower() for t in s.tokens if t.pos_ in CONTENT and not t.like_num} for s in (left, right))
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

"""Contests and votes: another result, another winner."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from compare.claims.lexemes import lexemes_of
from compare.claims.numberwords import words_at
from compare.judgement.analysed import Analysed
from compare.judgement.rules import quote, say
from compare.language.en.contests import CONTEST, LOSING, WINNING
from compare.model import Verdict

if TYPE_CHECKING:
    from spacy.tokens import Token

SCORE = re.compile(
    r"(?<![\w.$€£-])(\d{1,3})\s?(?:[-–—]|to|votes? to|goals? to|votes? against|points? to)\s?"
    r"(\d{1,3})(?![\w%]|[-–]\d|\.\d)",
    re.IGNORECASE,
)
NO_GOALS = re.compile(r"\b(?:goalless|scoreless|nil[- ]nil|0[-–]0)\b", re.IGNORECASE)
ALL_AGREE = frozenset({"unanimously", "unanimous"})
SPELLED = re.compile(r"\b([a-z]+)(?:-| votes? | goals? | )to(?:-| )([a-z]+)\b|\b([a-z]+)-([a-z]+)\b", re.IGNORECASE)


def other_score(left: Analysed, right: Analysed) -> Verdict | None:
    """'voted 7-2' beside '6-3'; 'Lund beat Osby 3-2' beside 'Osby beat Lund 3-2'."""
    ours, theirs = _scores(left), _scores(right)
    told = all(any(t.lemma_.lower() in CONTEST for t in side.tokens) for side in (left, right))
    if not told and not _one_but_for_it(left, right):
        return None
    winners = _outcome(left), _outcome(right)
    if winners[0] and winners[1] and winners[0] == winners[1][::-1] and (ours or theirs or _plainly(left, right)):
        one, other = winners[0][0], winners[1][0]
        return say("conflict", f"In one {one} wins, in the other {other}.", (one,), (other,))
    if len(ours) == len(theirs) > 1 and ours & theirs and ours != theirs:
        one, other = (", ".join("-".join(map(str, s)) for s in sorted(side)) for side in (ours - theirs, theirs - ours))
        return say("conflict", f"One gives a part of the result as {one}, the other as {other}.", (one,), (other,))
    if not ours or not theirs or ours & theirs:
        return None
    if winners[0] and winners[1] and set(winners[0]) != set(winners[1]):
        matches = [f"{a} and {b}" for a, b in (sorted(winners[0]), sorted(winners[1]))]
        return say("unrelated", f"One is of {matches[0]}, the other of {matches[1]}: two matches.")
    one, other = ("-".join(map(str, max(side))) for side in (ours, theirs))
    return say("conflict", f"One gives the result as {one}, the other as {other}.", (one,), (other,))


def _one_but_for_it(left: Analysed, right: Analysed) -> bool:
    """Tell two sentences that are one but for a result, whatever the verb: 'were held 2-2', 'were held 1-1'."""
    return not left.figures and not right.figures and _around(left) == _around(right)


def _around(side: Analysed) -> list[str]:
    """Return the words of a side without its figures."""
    return [t.lower_ for t in side.tokens if t.is_alpha and not t.like_num]


def _scores(side: Analysed) -> set[tuple[int, int]]:
    """Return the results that a side gives, the larger number first."""
    found: set[tuple[int, int]] = set()
    text = " ".join(parsed.span.text for parsed in side.parsed)
    for match in SCORE.finditer(text):
        found.add((int(match[1]), int(match[2])))
    for match in SPELLED.finditer(text):
        figures = [spelled(word) for word in match.groups() if word]
        if len(figures) == 2 and figures[0] is not None and figures[1] is not None:
            found.add((figures[0], figures[1]))
    if NO_GOALS.search(text):
        found.add((0, 0))
    return {(max(pair), min(pair)) for pair in found}


def unanimous(left: Analysed, right: Analysed) -> Verdict | None:
    """'voted unanimously' beside 'voted 6-3': where all agree, nobody is on the other side."""
    for one, other, turned in ((left, right, False), (right, left, True)):
        word = next((t.text for t in one.tokens if t.lower_ in ALL_AGREE), None)
        split = next((s for s in sorted(_scores(other)) if s[1] > 0), None)
        if word is None or split is None or _scores(one) or any(t.lower_ in ALL_AGREE for t in other.tokens):
            continue
        if not all(any(t.lemma_.lower() in CONTEST for t in side.tokens) for side in (left, right)):
            continue
        told = "-".join(map(str, split))
        sides = (told, word) if turned else (word, told)
        return say("conflict", f"One says {quote(sides[0])}, the other {quote(sides[1])}.", sides[:1], sides[1:])
    return None


def spelled(word: str) -> int | None:
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

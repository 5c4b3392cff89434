"""Names spelled apart: two spellings of one name in two articles, of which neither has both."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.claims.persons import skeleton
from compare.judgement.analysed import Analysed
from compare.judgement.clash import Clash, Told
from compare.judgement.rules import quote
from compare.language.en.places import place_key
from compare.language.en.titles import GIVEN_NAMES
from compare.model import Claim, Name, Verdict

NEAR = 75.0  # likeness, 0 to 100, from which two words may be spellings of one name
SHORTEST = 4  # letters; shorter words are near each other by chance
SHORTEST_ALONE = 6  # letters of a name of a place or an organisation that is one word
ARTICLE = re.compile(r"^(?:al|el|an|as|ad|ash)-")
EDGES = "’'.,\"“”()"


def clashes(left: Analysed, right: Analysed, told: Told) -> Iterator[Clash]:
    """Yield the names that two statements spell apart."""
    for one in left.names:
        for other in right.names:
            if not _comparable(one, other):
                continue
            found = _spelled_apart(one, other)
            if found is None:
                continue
            sources = [s.parsed[0].statement.source for s in (left, right)]
            if found[1] in told.words.get(sources[0], ()) or found[0] in told.words.get(sources[1], ()):
                continue  # an article that has both knows two people, or has only mistyped once
            claims = _claim(left, one), _claim(right, other)
            if claims[0] is None or claims[1] is None:
                continue
            reason = f"Spelled two ways: {quote(one.text)} and {quote(other.text)}."
            verdict = Verdict("conflict", "name.spelling", reason, (one.text,), (other.text,))
            beside = {_plain(w) for w in one.text.split()} & {_plain(w) for w in other.text.split()}
            yield Clash("name", claims[0], claims[1], verdict, 1.0 if beside else 0.6)


def _comparable(one: Name, other: Name) -> bool:
    """Tell whether two names may be spellings of one: of persons, or else names that differ in one word only."""
    if one.kind == other.kind == "person":
        return True
    if {one.kind, other.kind} & {"nationality", "event"} or place_key(one.text) or place_key(other.text):
        return False
    ours, theirs = one.text.split(), other.text.split()
    if len(ours) != len(theirs):
        return False
    apart = [(_letters(a), _letters(b)) for a, b in zip(ours, theirs, strict=True) if _letters(a) != _letters(b)]
    if len(apart) != 1 or skeleton(apart[0][0]) == skeleton(apart[0][1]):
        return False  # 'Hasaka' and 'Hasakeh' are one in another script
    return len(ours) > 1 or (one.kind == other.kind and len(one.text) >= SHORTEST_ALONE)


def _spelled_apart(one: Name, other: Name) -> tuple[str, str] | None:
    """Return the two words that are spellings of one; None where the names are the same, or unlike."""
    from rapidfuzz.fuzz import ratio

    ours, theirs = (
        [w.strip(EDGES).removesuffix("’s").removesuffix("'s") for w in n.text.split()] for n in (one, other)
    )
    shared = {_plain(w) for w in ours} & {_plain(w) for w in theirs}
    rest = [w for w in ours if _plain(w) not in shared], [w for w in theirs if _plain(w) not in shared]
    for a in rest[0]:
        for b in rest[1]:
            if min(len(a), len(b)) < SHORTEST - bool(shared) or not a[:1].isupper() or not b[:1].isupper():
                continue
            if _letters(a) == _letters(b) or _short_form(_plain(a), _plain(b)):
                continue
            if ratio(a.lower(), b.lower()) >= NEAR and not _transliterated(a.lower(), b.lower()):
                return a, b
    return None


def _short_form(one: str, other: str) -> bool:
    """Tell whether one given name is the short form of the other: 'steve' of 'steven', but not 'stephen'."""
    same = GIVEN_NAMES.get(one, one) == GIVEN_NAMES.get(other, other)
    return same and (one.startswith(other) or other.startswith(one) or abs(len(one) - len(other)) > 1)


def _letters(word: str) -> str:
    """Return the letters of a word, without an Arabic article: 'walmart' of 'Wal-Mart', 'harith' of 'al-Harith'."""
    return "".join(c for c in ARTICLE.sub("", word.lower()) if c.isalnum())


def _plain(word: str) -> str:
    return word.strip(EDGES).lower()


def _transliterated(left: str, right: str) -> bool:
    """Tell whether two spellings differ only as transliterations do: 'sergei' and 'sergey', 'kadhafi' and 'gaddafi'."""
    turned = [w.translate(str.maketrans("yjw", "iiv")).replace("ii", "i") for w in (left, right)]
    return turned[0] == turned[1] and skeleton(left) == skeleton(right)


def _claim(side: Analysed, name: Name) -> Claim | None:
    """Return the innermost claim that holds a name, else the first of its statement."""
    holding = [c for c in side.claims if c.start <= name.start < c.end and c.kind == "proposition"]
    return min(holding, key=lambda c: (c.end - c.start, c.start), default=side.claims[0] if side.claims else None)

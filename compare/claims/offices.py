"""Descriptions by office ('the French president') → the person whom the set of articles says to hold it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.claims.folding import folded
from compare.claims.nation import country_of, nations
from compare.language.en.titles import HEADS, LEADER_WORDS, OFFICES
from compare.model import Name

if TYPE_CHECKING:
    from spacy.tokens import Token

    from compare.statements.splitting import Parsed

_BY_FIRST_WORD: dict[str, list[tuple[str, ...]]] = defaultdict(list)  # longest office first
for _title in sorted({*OFFICES, *LEADER_WORDS}, key=lambda o: (-len(o.replace("-", " - ").split()), o)):
    _words = tuple(_title.replace("-", " - ").split())
    _BY_FIRST_WORD[_words[0]].append(_words)

NOT_HOLDING = frozenset({"former", "ex", "then", "late", "previous", "future", "vice", "deputy", "acting", "next"})
Holders = dict[tuple[str | None, str], Counter[str]]  # (country, office) → who is named with it, how often

_DEFINITE = frozenset({"the", "its", "their", "this"})


@dataclass(frozen=True, slots=True)
class _Office:
    """An office in a sentence; indexes are of the document's tokens, ``last`` inclusive."""

    title: str
    country: str | None
    first: int  # of the country where it stands before, else of the office
    last: int
    definite: bool
    past: bool


def described(articles: Sequence[Sequence[Parsed]], names: Mapping[str, Sequence[Name]]) -> dict[str, tuple[Name, ...]]:
    """Return statement id → descriptions that mean one person of the set, as names of kind 'person'.

    An office is learnt where it stands beside a name ('French President Anne Roux', 'Anne Roux, the president of
    France').  A description is resolved only when one person alone holds that office in the set.
    """
    offices = {item.statement.id: tuple(_offices(item)) for article in articles for item in article}
    holders: Holders = defaultdict(Counter)
    for article in articles:
        for item in article:
            for office in offices[item.statement.id]:
                holder = _holder(office, item, names.get(item.statement.id, ()))
                if holder is not None and not office.past:
                    holders[(office.country, office.title)][holder] += 1
    _complete(holders)
    found: dict[str, tuple[Name, ...]] = {}
    for article in articles:
        for item in article:
            own = names.get(item.statement.id, ())
            group = [
                _named(office, item, key)
                for office in offices[item.statement.id]
                if office.definite and not office.past and _holder(office, item, own) is None
                for key in [_meant(office, holders)]
                if key is not None and not _before_name(office, item)
            ]
            if group:
                found[item.statement.id] = tuple(group)
    return found


def _complete(holders: Holders) -> None:
    """Let 'President X' without a country stand for the country that the set gives elsewhere for X."""
    for (country, title), keys in list(holders.items()):
        if country is not None:
            holders[(None, title)].update(keys)


def _meant(office: _Office, holders: Holders) -> str | None:
    """Return the holder of an office: the only one, or the one named with it three times as often as any other."""
    if office.title in LEADER_WORDS and office.country is not None:
        keys: Counter[str] = Counter()
        for (country, title), group in holders.items():
            if country == office.country and title in HEADS:
                keys.update(group)
    elif office.title in LEADER_WORDS:
        return None
    else:
        keys = holders.get((office.country, office.title), Counter())
    ranked = sorted(keys.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 3 * ranked[1][1]):
        return None
    return ranked[0][0]


def _named(office: _Office, item: Parsed, key: str) -> Name:
    first, last = item.span.doc[office.first], item.span.doc[office.last]
    start, end = item.offset + first.idx, item.offset + last.idx + len(last)
    return Name(start, end, item.span.doc[office.first : office.last + 1].text, "person", key)


def _offices(item: Parsed) -> Iterator[_Office]:
    tokens = list(item.span)
    taken = -1
    for place, token in enumerate(tokens):
        if token.i <= taken:
            continue
        title = next((o for o in _BY_FIRST_WORD.get(token.lower_, ()) if _stands(tokens, place, o)), None)
        if title is None:
            continue
        last = tokens[place + len(title) - 1]
        taken = last.i
        yield _office(tokens, place, " ".join(title).replace(" - ", "-"), last)


def _stands(tokens: Sequence[Token], place: int, title: tuple[str, ...]) -> bool:
    return len(tokens) >= place + len(title) and all(tokens[place + k].lower_ == word for k, word in enumerate(title))


def _office(tokens: Sequence[Token], place: int, title: str, last: Token) -> _Office:
    country, first = _country_before(tokens, place)
    before = tokens[first - 1].lower_ if first else ""
    own = tokens[place - 1].lower_ if place else ""
    genitive = own in ("'s", "’s", "'", "’")
    if country is None and last.i + 2 < len(last.doc) and last.nbor(1).lower_ == "of":
        country, end = _country_after(last)
        if country is not None:
            last = end
    past = bool({before, own} & NOT_HOLDING)
    definite = genitive or before in _DEFINITE or (country is None and tokens[place].text[0].isupper() and place > 0)
    return _Office(title, country, tokens[first].i, last.i, definite, past)


def _country_before(tokens: Sequence[Token], place: int) -> tuple[str | None, int]:
    """Return the country whose name, adjective or genitive ends right before ``place``, and where it begins."""
    end = place
    if end and tokens[end - 1].lower_ in ("'s", "’s", "'", "’"):
        end -= 1
    for count in (3, 2, 1):
        if end - count < 0:
            continue
        words = folded(" ".join(t.text for t in tokens[end - count : end]))
        country = country_of(words) or nations().governments.get(words)
        first = tokens[end - count]
        if country is not None and first.text[:1].isupper() and first.lower_ != "the":
            return country, end - count
    return None, place


def _country_after(last: Token) -> tuple[str | None, Token]:
    start = 3 if last.nbor(2).lower_ == "the" else 2
    for count in (3, 2, 1):
        end = last.i + start + count
        if end <= len(last.doc):
            country = country_of(folded(last.doc[last.i + start : end].text))
            if country is not None:
                return country, last.doc[end - 1]
    return None, last


def _holder(office: _Office, item: Parsed, names: Sequence[Name]) -> str | None:
    """Return the person named right after the office, or right before it with a comma ('Roux, the president')."""
    doc = item.span.doc
    after = item.offset + doc[office.last].idx + len(doc[office.last])
    owner = office.last + 1 < len(doc) and (doc[office.last + 1].lower_ in ("'s", "’s", "'", "’"))
    first = item.offset + doc[office.first].idx
    for name in names:
        if name.kind != "person":
            continue
        between = doc.text[after - item.offset : name.start - item.offset]
        if name.start >= after and between.strip() == "":
            return name.key
        if name.end <= first and office.title not in LEADER_WORDS and not owner:
            words = doc.text[name.end - item.offset : first - item.offset].split()
            if words and words[0] == "," and words[1:] in ([], ["the"], ["who", "is", "the"]):
                return name.key
    return None


def _before_name(office: _Office, item: Parsed) -> bool:
    """Tell whether the office is only the beginning of a longer name or title ('the president of the board')."""
    doc = item.span.doc
    if office.last + 1 >= len(doc):
        return False
    following = doc[office.last + 1]
    if following.lower_ == "of" or doc[office.last].dep_ in ("compound", "amod"):
        return True
    return following.text[:1].isupper() and following.pos_ == "PROPN"

"""Names across a set of articles: short forms, titles, spellings and demonyms brought to one key each.

All decisions are drawn from the set itself – a surname means the one person who bears it there, 'the Observatory' the
one organisation whose name holds the word – and from closed tables of offices, countries and given names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from compare.claims.mention import Mention, NameKind, Words, mentions_in, repaired
from compare.claims.nation import country_of, nations
from compare.claims.offices import described
from compare.claims.organisations import Organisations
from compare.claims.persons import People, alike, sounds
from compare.language.en.organisations import ALIASES
from compare.language.en.places import place_key
from compare.language.en.titles import PARTICLES
from compare.model import Name

if TYPE_CHECKING:
    from compare.statements.splitting import Parsed


@dataclass(slots=True)
class Register:
    """What the set of articles says about its names."""

    kinds: dict[Words, NameKind] = field(default_factory=dict)
    people: People = field(default_factory=People)
    organisations: Organisations = field(default_factory=Organisations)
    places: dict[str, str] = field(default_factory=dict)  # folded place → key
    seen: Counter[Words] = field(default_factory=Counter)  # how often each form was met
    placed: Counter[Words] = field(default_factory=Counter)  # how often its grammar makes it a place
    definite: Counter[Words] = field(default_factory=Counter)  # how often 'the' stands before it
    titles: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))  # person's key → titles


def resolve_names(articles: Sequence[Sequence[Parsed]]) -> dict[str, tuple[Name, ...]]:
    """Return statement id → its names in order of place, with keys shared across all ``articles``.

    ``articles`` holds the statements of each source.  A description of an office ('the French president') is a name
    of kind 'person' where exactly one person of the set is said to hold it.  Pronouns are left out.
    """
    found = [[(item, list(mentions_in(item))) for item in article] for article in articles]
    mentions = [m for article in found for _, group in article for m in group]
    seen = Counter(m.words for m in mentions)
    found = [[(item, [p for m in group for p in repaired(m, seen)]) for item, group in article] for article in found]
    mentions = [m for article in found for _, group in article for m in group]
    register = _register(articles, mentions)
    names: dict[str, list[Name]] = defaultdict(list)
    for article in found:
        recent: dict[Words, str] = {}
        for item, group in article:
            names[item.statement.id] = [n for m in group for n in [_name(m, register, recent)] if n is not None]
    for statement, extra in described([[item for item, _ in article] for article in found], names).items():
        taken = [n for n in names[statement] if not any(e.start < n.end and n.start < e.end for e in extra)]
        names[statement] = sorted([*taken, *extra], key=lambda n: (n.start, n.end))
    return {statement: tuple(group) for statement, group in names.items()}


_OFFICE_WORDS = frozenset({"president", "minister", "chancellor", "secretary", "senator", "governor", "king", "queen"})


# --- what the set says ----------------------------------------------------------------------------


def _register(articles: Sequence[Sequence[Parsed]], mentions: Sequence[Mention]) -> Register:
    register = Register()
    votes: dict[Words, Counter[NameKind]] = defaultdict(Counter)
    for mention in mentions:
        register.seen[mention.words] += 1
        register.placed[mention.words] += mention.placed
        register.definite[mention.words] += mention.definite
        for kind, weight in _votes(mention):
            votes[mention.words][kind] += weight
    register.kinds = {words: _winner(counter) for words, counter in votes.items()}
    register.people = People([m.words for m in mentions if len(m.words) > 1 and register.kinds[m.words] == "person"])
    for mention in mentions:
        if len(mention.words) > 1 and register.kinds[mention.words] == "person":
            register.titles[_person_of(mention.words, register)].update(mention.titles)
    texts = [[item.span.text for item in article] for article in articles]
    register.organisations = Organisations.read(
        texts, [m.words for m in mentions if register.kinds[m.words] in ("organisation", "other")]
    )
    for words, kind in list(register.kinds.items()):
        register.kinds[words] = _mended(words, kind, register)
    register.places = _places([m.words for m in mentions if register.kinds[m.words] == "place"])
    return register


def _mended(words: Words, kind: NameKind, register: Register) -> NameKind:
    """Return the kind of a short form by the full names of the set: a surname is a person, whatever the label."""
    text = " ".join(words)
    if kind == "nationality" or country_of(text) or text in nations().cities or text in ALIASES:
        return kind
    if len(words) == 1 and text in register.organisations.acronyms:
        return "organisation"
    short = len(words) == 1 or words[0] in PARTICLES
    if kind == "organisation" and text in register.organisations.openings:
        return kind  # 'Ford' beside 'Ford Motor Company', whoever bears the name too
    if short and register.people.by_surname(words) and register.placed[words] * 3 <= register.seen[words]:
        return "person"
    if register.people.by_first_name(words) and not register.placed[words]:
        return "person"
    if text in register.organisations.shorts and register.definite[words] and not register.placed[words]:
        return "organisation"
    return kind


def _person_of(words: Words, register: Register) -> str:
    person = register.people.of_form(words)
    return person.key if person is not None else " ".join(words)


def _votes(mention: Mention) -> list[tuple[NameKind, int]]:
    text = " ".join(mention.words)
    if text in ALIASES and (len(text) > 3 or mention.text.isupper() or not text.isalpha()):
        return [("organisation", 5)]
    if text in nations().people:
        return [("nationality", 5)]
    if text in nations().countries or text in nations().cities:
        return [("place", 5)]
    votes: list[tuple[NameKind, int]] = [(mention.kind, 0 if mention.kind == "other" else 2)]
    if mention.placed:
        votes.append(("place", 3))
    if mention.personal:
        votes.append(("person", 3))
    return votes


def _winner(counter: Counter[NameKind]) -> NameKind:
    order: tuple[NameKind, ...] = ("person", "place", "organisation", "nationality", "event", "work", "other")
    best = max(order, key=lambda kind: (counter[kind], -order.index(kind)))
    return best if counter[best] else "other"


def _places(all_words: Sequence[Words]) -> dict[str, str]:
    """Give spellings of one place ('Al-Halim', 'Halim') the key of the most frequent one; known places stay apart."""
    counted = Counter(_bare_place(words) for words in all_words)
    keys: dict[str, str] = {}
    sounding: dict[Words, list[str]] = defaultdict(list)  # keys that may have spellings
    for place, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0])):
        if _known(place):
            keys[place] = place
            continue
        others = sounding[sounds(place.split())]
        keys[place] = next((other for other in others if _same_place(other, place)), place)
        if keys[place] == place:
            others.append(place)
    return keys


def _known(place: str) -> bool:
    return place in nations().countries or place in nations().cities


def _same_place(left: str, right: str) -> bool:
    a, b = left.split(), right.split()
    return len(a) == len(b) and all(alike(x, y) for x, y in zip(a, b, strict=True))


def _bare_place(words: Words) -> str:
    plain = [p for w in words for p in w.split("-")]
    while len(plain) > 1 and plain[-1] in ("city", "town", "village"):
        plain = plain[:-1]
    kept = [w for w in plain if w and w not in ("al", "el", "ez", "es", "e", "as", "ash", "ad", "the")] or plain
    return " ".join(kept)


# --- one name -------------------------------------------------------------------------------------


def _name(mention: Mention, register: Register, recent: dict[Words, str]) -> Name | None:
    """Return the name with its key; ``recent`` remembers who was last named in full in this article."""
    kind = register.kinds[mention.words]
    text = " ".join(mention.words)
    if kind == "person":
        key = _person_key(mention, register, recent)
    elif kind == "place":
        key = _place_key(mention, register)
    elif kind == "nationality":
        key = country_of(text) or text
    elif kind in ("organisation", "other"):
        government = nations().governments.get(text)
        key = government or register.organisations.key(mention.words, definite=mention.definite, written=mention.text)
        if kind == "other" and key == text and len(mention.words) == 1 and register.seen[mention.words] < 2:
            return None  # a capital letter alone makes no name
    else:
        key = text
    if not key:
        return None
    return Name(mention.start, mention.end, mention.text, kind, key)


def _person_key(mention: Mention, register: Register, recent: dict[Words, str]) -> str:
    """Return the key of a person: the full name's, or that of the one person whom the short form can mean here.

    Of several bearers of a surname it is the one last named in full in this article, unless a title speaks against
    it ('President Roux' is not Léa Roux, who is never called so): then the surname alone is the key.
    """
    words = mention.words
    if len(words) > 1:
        person = register.people.of_form(words)
        if person is not None:
            recent.setdefault(person.surname, person.key)
            if recent[person.surname] != person.key:
                recent[person.surname] = person.surname[-1]  # two of them in one article: the surname tells no more
            return person.key
    candidates = register.people.by_surname(words) or register.people.by_first_name(words)
    if not candidates:
        return " ".join(words)
    offices = {t for t in mention.titles if t in _OFFICE_WORDS}
    fitting = [p for p in candidates if offices & set(register.titles[p.key])]
    if len(candidates) == 1:
        return candidates[0].key
    if len(fitting) == 1:
        recent[candidates[0].surname] = fitting[0].key
        return fitting[0].key
    if offices:
        recent[candidates[0].surname] = words[-1]
    return recent.get(candidates[0].surname, " ".join(words))


def _place_key(mention: Mention, register: Register) -> str:
    text = " ".join(mention.words)
    table = nations()
    if text in table.countries:
        return table.countries[text]
    if text in table.capitals and not mention.placed and mention.speaks:
        return table.capitals[text]  # 'Moscow denied': the government
    known = place_key(mention.text)
    return known or register.places.get(_bare_place(mention.words), text)


__all__ = ["Register", "resolve_names"]

"""Members → events: the groups of a run, each with a key that stays when articles are added."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from compare.corpus.decisions import Decisions
from compare.corpus.grouping import grouped, weighed
from compare.corpus.intake import Member
from compare.corpus.matrices import matrices_of
from compare.corpus.traits import Traits

LATE = 10**9  # the day of an article whose day is not known


@dataclass(frozen=True, slots=True)
class Event:
    """Articles that tell of one event."""

    key: str  # 'e-' and 12 hex digits, of the SHA-256 of the article that was met first
    members: tuple[Member, ...]  # by day of publication, then SHA-256
    chance: tuple[float | None, ...]  # each member's mean probability with the others; None: it is alone


def events_of(
    members: Sequence[Member],
    traits: Iterable[Traits],
    days: Mapping[str, tuple[int, int | None]],
    decisions: Decisions,
) -> list[Event]:
    """Return the events, by key; ``days`` gives each article's first run and day, as the store keeps them.

    An event is called after the article that the earliest run met, the earliest published of several: articles that are
    added change no key, and where two events become one, the older key stays.
    """
    found = grouped(weighed(matrices_of(traits)), together=decisions.together, apart=decisions.apart)

    def place(number: int) -> tuple[int, str]:
        day = days[members[number].sha][1]
        return (LATE if day is None else day, members[number].sha)

    events = []
    for group in found.groups:
        own = sorted(group, key=place)
        first = min(own, key=lambda n: (days[members[n].sha][0], *place(n)))
        key = "e-" + hashlib.sha256(f"event\n{members[first].sha}".encode("ascii")).hexdigest()[:12]
        events.append(Event(key, tuple(members[n] for n in own), tuple(found.chance[n] for n in own)))
    return sorted(events, key=lambda event: event.key)


def digest_of_event(event: Event, made_with: str) -> str:
    """Return the digest of all that an event's report is made of."""
    rows = [made_with, *(f"{m.sha} {m.id} {m.path}" for m in event.members)]
    return hashlib.sha256("\n".join(rows).encode("utf-8", "surrogatepass")).hexdigest()

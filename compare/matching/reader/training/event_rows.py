"""Annotated events → training pairs: candidates of two articles, and draft sentences against source statements."""

from __future__ import annotations

import random
from collections.abc import Iterator

from compare.matching.reader.training.events import Event
from compare.matching.reader.training.nearness import nearness
from compare.matching.reader.training.rows import AGREES, CONTRADICTS, ENTAILS, NEITHER, Row

NEAREST, CHANCE = 130, 12  # pairs that are not one fact, kept an event, dealt out over the rounds
DISCREPANT = frozenset(("conflict", "update"))
BORNE_OUT = frozenset(("supported", "one-source"))
TOO_FAR = frozenset(("too-strong",))


def pair_rows(event: Event, draw: random.Random, turn: int = 0, turns: int = 1) -> Iterator[Row]:
    """Yield the labelled pairs, the traps and, of the nearest pairs that are neither, this turn's share."""
    if not event.full:
        return
    labelled = {(i, j): relation for i, j, relation in event.gold}
    for (i, j), relation in labelled.items():
        if relation == "optional":
            continue
        nli = CONTRADICTS if relation in DISCREPANT else AGREES
        weight = 2.0 if relation in DISCREPANT else 1.5
        yield _either_way(
            Row(event.texts[i], event.texts[j], relation, 1, nli, int(relation in DISCREPANT), weight, event.name), draw
        )
    traps = [pair for pair in event.traps if pair not in labelled]
    for i, j in traps:
        yield _either_way(Row(event.texts[i], event.texts[j], "trap", 0, NEITHER, None, 1.5, event.name), draw)
    seen = {*labelled, *traps}
    ranked = [(i, j) for i, j, _ in sorted(event.near, key=lambda n: (-n[2], n[0], n[1])) if (i, j) not in seen]
    chosen = ranked[:NEAREST]
    rest = [p for p in event.pairs if p not in seen and p not in set(chosen)]
    for i, j in (*chosen[turn::turns], *draw.sample(rest, min(CHANCE // turns, len(rest)))):
        yield _either_way(Row(event.texts[i], event.texts[j], "near", 0, NEITHER, None, 1.0, event.name), draw)


def _either_way(row: Row, draw: random.Random) -> Row:
    if draw.random() < 0.5:
        return row
    return Row(row.b, row.a, row.kind, row.same, row.nli, row.differs, row.weight, row.group)


def draft_rows(event: Event, draw: random.Random) -> Iterator[Row]:
    """Yield source statement against draft sentence: what the evidence does, and what the nearest others do not."""
    near = nearness(event.texts, [d["quote"] for d in event.draft]) if event.draft else None
    for number, sentence in enumerate(event.draft):
        quote, accept = sentence["quote"], set(sentence["accept"])
        evidence = list(dict.fromkeys(sentence["evidence"]))
        good, strong = bool(accept & BORNE_OUT), accept & TOO_FAR
        for place, statement in enumerate(evidence):
            sole = sentence["kind"] == "combined"
            weight = 1.5 if place == 0 and not sole else 0.7
            yield Row(
                event.texts[statement],
                quote,
                f"draft {sentence['kind']}",
                1,
                ENTAILS if good and not strong else CONTRADICTS,
                None if strong else int(not good),
                weight,
                event.name,
            )
        assert near is not None  # noqa: S101
        order = sorted(range(len(event.texts)), key=lambda n: (-near[n, number], n))
        others = [n for n in order[: 12 + len(evidence)] if n not in evidence]
        few = others[:1] + ([draw.choice(others[1:])] if len(others) > 1 else [])
        for statement in others[:4] if "not-found" in accept else few:
            yield Row(event.texts[statement], quote, "draft other", 0, NEITHER, None, 0.8, event.name)

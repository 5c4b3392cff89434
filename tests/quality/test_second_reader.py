"""What a second reader is worth on annotated events: one that knows them helps, one always wrong hardly harms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest
from chat_server import Model, Reply, answer, serving
from chat_server import Pair as Asked

from compare.judgement.judging import bench_of, judged_pairs
from compare.judgement.second_reading import second_reading
from compare.matching.alignment import align
from compare.matching.gold import Event, read_event
from compare.matching.scene import scene_of
from compare.model import Moment, Pair, Quantity
from compare.settings import DEFAULT

EVENTS = {"geneva": 0.08, "e-24-ecbplus": 0.07, "g-alpine-september-8-2016": 0.12}  # F1 that right answers add at least
MOST_LOST = 0.10  # of precision, by answers that are always wrong


def of_gold(event: Event, *, right: bool) -> Model:
    """Return a model that knows what gold says of every pair, and says it or the opposite."""
    numbers: Mapping[str, list[int]] = defaultdict(list)
    for n, statement in enumerate(event.reading.statements):
        numbers[" ".join(statement.text.split())[:1500]].append(n)

    def model(pair: Asked) -> Reply:
        texts = [pair[side]["statement"] for side in "ab"]
        relations = {
            r for a in numbers[texts[0]] for b in numbers[texts[1]] for r in event.relations.get(frozenset((a, b)), ())
        }
        discrepant = sorted(relations & {"conflict", "update"})
        if bool(relations) != right:
            return answer("no")
        relation = (discrepant or ["agreement"])[0] if right else "agreement" if discrepant else "conflict"
        return answer("yes", relation, *(re.findall(r"\w+", text)[0] for text in texts))

    return model


def pairing(event: Event, pairs: Sequence[Pair]) -> tuple[float, float, float]:
    """Return F1, precision and recall of the pairs, optional ones left out."""
    place = {s.id: n for n, s in enumerate(event.reading.statements)}
    firm = {key for key, relations in event.relations.items() if relations != {"optional"}}
    said = {frozenset((place[p.left], place[p.right])) for p in pairs} - (set(event.relations) - firm)
    right = len(said & firm)
    precision, recall = right / max(len(said), 1), right / max(len(firm), 1)
    return 2 * precision * recall / max(precision + recall, 1e-9), precision, recall


def calculated(event: Event, pairs: Sequence[Pair]) -> set[tuple[str, str]]:
    """Return the conflicts and updates that arithmetic stands behind."""
    values = {c.id: c.value for c in event.reading.claims}
    return {
        (p.left, p.right)
        for p in pairs
        if p.relation in ("conflict", "update")
        and all(isinstance(values[c], Quantity | Moment) for c in (p.left_claim, p.right_claim))
    }


@cache
def measured(folder: Path) -> tuple[Event, dict[str, Sequence[Pair]]]:
    """Pair an event's statements without a second reader, with one that is right, and with one that is wrong."""
    event = read_event(folder)
    scene = scene_of(event.reading, DEFAULT)
    alignments, bench = align(scene, DEFAULT), bench_of(scene)
    found = {"without": judged_pairs(bench, alignments, DEFAULT)[0]}
    for name in ("right", "wrong"):
        with serving(of_gold(event, right=name == "right")) as server:
            heard, _ = second_reading(
                server.reader(timeout=60), event.reading, alignments, found["without"],
                settings=DEFAULT, progress=lambda _stage, _share: None,
            )  # fmt: skip
        found[name] = judged_pairs(bench, heard, DEFAULT)[0]
    return event, found


@pytest.mark.quality
@pytest.mark.parametrize("name", EVENTS)
def test_right_answers_help_and_wrong_ones_do_little_harm(name: str, shared: Path) -> None:
    event, found = measured(shared / "corpora" / name)
    figures = {own: pairing(event, pairs) for own, pairs in found.items()}
    for own, (f1, precision, recall) in figures.items():
        print(f"\n{name}, {own}: F1 {f1:.3f}  precision {precision:.3f}  recall {recall:.3f}", end="")
    assert figures["right"][0] >= figures["without"][0] + EVENTS[name]
    assert figures["wrong"][1] >= figures["without"][1] - MOST_LOST
    for own in ("right", "wrong"):
        lost = calculated(event, found["without"]) - calculated(event, found[own])
        assert not lost, f"{own} answers took a conflict of figures away"


@pytest.mark.quality
def test_some_of_these_events_have_a_conflict_of_figures(shared: Path) -> None:
    assert any(
        calculated(event, found["without"]) for event, found in (measured(shared / "corpora" / n) for n in EVENTS)
    )

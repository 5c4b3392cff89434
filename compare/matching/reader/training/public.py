"""Public sets of labelled pairs whose licence allows redistribution, as training pairs.

Topics and incidents of the development events are left out, and so is every row that shares a text with a set on
which something is measured.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from compare.matching.reader.training.rows import CONTRADICTS, ENTAILS, NEITHER, Row, read_json_lines

THREE = {"entailment": ENTAILS, "neutral": NEITHER, "contradiction": CONTRADICTS}
SETS = ("ecbplus", "gvc", "meantime_pairs", "summedits_pairs", "wikifactcheck_contradictions", "fool_me_twice")
INFERENCE = {"cad_nli": 6000, "conjnli": 9000, "mnli_dev": 16000, "snli_dev": 2000}  # most rows taken of each
WORDS = 90  # a longer text would be cut


def taken(shared: Path) -> tuple[set[str], set[str]]:
    """Return the topics of ECB+ and the incidents of GVC that development events come from."""
    topics, incidents = set(), set()
    for folder in (shared / "corpora").iterdir():
        file = folder / "PROVENANCE.md"
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        if folder.name.startswith("e-"):
            topics.update(re.findall(r"\b(\d+)_\d+ecb", text))
        elif found := re.search(r"GVC (\d+)", text):
            incidents.add(found[1])
    return topics, incidents


def public_rows(shared: Path, seed: int = 11) -> Iterator[Row]:
    """Yield the pairs of all sets, in the order of the sets."""
    draw = random.Random(seed)
    topics, incidents = taken(shared)
    readers: dict[str, Callable[[dict[str, Any]], Row | None]] = {
        "ecbplus": lambda d: None if d["topic"] in topics else _ecbplus(d),
        "gvc": lambda d: None if {d["incident_a"], d["incident_b"]} & incidents else _gvc(d),
        "meantime_pairs": lambda d: _meantime(d, draw),
        "summedits_pairs": _summedits,
        "wikifactcheck_contradictions": lambda d: Row(d["a"], d["b"], "wikifactcheck", 1, CONTRADICTS, 1, 0.7),
        "fool_me_twice": lambda d: Row(d["a"], d["b"], "fool_me_twice", nli=THREE[d["label"]]),
    }
    for name in (*SETS, *INFERENCE):
        found = []
        for data in read_json_lines(shared / "data" / "training" / f"{name}.jsonl.xz"):
            if data.get("touches_dev") or len(f"{data['a']} {data['b']}".split()) > WORDS:
                continue
            row = readers[name](data) if name in readers else _inference(data)
            if row:
                found.append(row)
        most = INFERENCE.get(name, 15000)
        yield from found if len(found) <= most else draw.sample(found, most)


def _inference(data: dict[str, Any]) -> Row:
    weight = 0.5 if data["kind"].startswith(("cad", "snli", "conjnli_adv")) else 1.0
    return Row(data["a"], data["b"], data["kind"], nli=THREE[data["label"]], weight=weight)


def _ecbplus(data: dict[str, Any]) -> Row | None:
    label = data["label"]
    if label == "cross_subtopic_shared":
        return None
    if label == "same_fact":
        weight = 1.0 if data["shared_actions"] >= 2 else 0.4
        return Row(data["a"], data["b"], "ecbplus", 1, weight=weight, group=data["topic"])
    # rows on one event that share several participants are often one fact after all
    weight = 0.4 if label == "same_event_other_fact" and data["shared_entities"] >= 2 else 0.8
    return Row(data["a"], data["b"], "ecbplus", 0, weight=weight, group=data["topic"])


def _gvc(data: dict[str, Any]) -> Row | None:
    if data["drift_a"] or data["drift_b"]:
        return None
    same = int(data["label"] == "same_fact")
    return Row(data["a"], data["b"], "gvc", same, weight=0.5, group=data["incident_a"])


def _meantime(data: dict[str, Any], draw: random.Random) -> Row | None:
    if data["label"] != "same_fact" and draw.random() > 0.3:
        return None
    return Row(data["a"], data["b"], "meantime", int(data["label"] == "same_fact"))


def _summedits(data: dict[str, Any]) -> Row:
    if data["label"] == "consistent":
        return Row(data["a"], data["b"], "summedits", 1, ENTAILS, 0)
    added = set(data.get("edit_types") or ()) == {"hallucinated_fact_insertion"}
    if added:
        return Row(data["a"], data["b"], "summedits", 1, NEITHER)
    return Row(data["a"], data["b"], "summedits", 1, CONTRADICTS, 1)

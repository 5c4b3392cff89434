"""The model at work: loaded when it is first asked, on one thread, with what it once read kept."""

from __future__ import annotations

import json
import math
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from compare.matching.reader.tokens import Tokens

SHIPPED = Path(__file__).parent
OUTPUTS = ("same", "entails", "neither", "contradicts", "differs")
KEPT = 50_000  # readings kept in memory: five long articles make some 5,000
PLACES = 2  # decimals: what differs after them differs between processors


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader makes of two texts, each from 0 to 1."""

    same: float  # they speak about one fact, whether or not they agree
    entails: float  # the first bears the second out; with the next two it makes 1 …
    neither: float
    contradicts: float  # … both cannot be true
    differs: float  # one fact, and two values for it: a conflict, or an update


class Reader:
    """A model in a folder: ``model.onnx``, ``tokenizer.json``, ``labels.json``."""

    def __init__(self, folder: Path = SHIPPED) -> None:
        self.folder = folder
        self._session: Any = None
        self._tokens: Tokens | None = None
        self._read: OrderedDict[tuple[str, str], Reading] = OrderedDict()

    @property
    def present(self) -> bool:
        """Tell whether there is a model in the folder."""
        return (self.folder / "model.onnx").exists()

    def read(self, pairs: Sequence[tuple[str, str]]) -> list[Reading]:
        """Return a reading for each pair, in order; raises ``ValueError`` where the folder holds another model."""
        asked = list(dict.fromkeys(pair for pair in pairs if pair not in self._read))
        fresh = dict(zip(asked, self._fresh(asked), strict=True)) if asked else {}
        found = [fresh.get(pair) or self._read[pair] for pair in pairs]
        self._read.update(fresh)
        while len(self._read) > KEPT:
            self._read.popitem(last=False)
        return found

    def _fresh(self, pairs: Sequence[tuple[str, str]]) -> list[Reading]:
        if self._session is None:
            self._open()
        assert self._tokens is not None  # noqa: S101
        found: list[Reading | None] = [None] * len(pairs)
        for batch in self._tokens.batches(pairs):
            logits = self._session.run(None, {"ids": batch.ids, "parts": batch.parts, "kept": batch.kept})[0]
            for place, row in zip(batch.places, logits.tolist(), strict=True):
                found[place] = _reading(row)
        return [reading for reading in found if reading is not None]

    def _open(self) -> None:
        import onnxruntime

        labels = json.loads((self.folder / "labels.json").read_text(encoding="utf-8"))
        if tuple(labels["outputs"]) != OUTPUTS:
            raise ValueError(f"{self.folder}: this model gives {labels['outputs']}, not {list(OUTPUTS)}")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(self.folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._tokens = Tokens(self.folder / "tokenizer.json")


def _reading(logits: Sequence[float]) -> Reading:
    same, *three, differs = logits
    most = max(three)
    powers = [math.exp(value - most) for value in three]
    entails, neither, contradicts = (power / sum(powers) for power in powers)
    values = (_chance(same), entails, neither, contradicts, _chance(differs))
    return Reading(*(round(value, PLACES) for value in values))


def _chance(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, logit))))


@cache
def reader(folder: Path = SHIPPED) -> Reader:
    """Return the reader that ships with the package, or that of a desk's own folder."""
    return Reader(folder)

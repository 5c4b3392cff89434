"""The model at work: loaded when it is first asked, on one thread, with what it once read kept."""

from __future__ import annotations

import json
import math
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from compare.errors import SettingsError
from compare.matching.reader.tokens import LONGEST, Tokens

SHIPPED = Path(__file__).parent
FILES = ("model.onnx", "tokenizer.json", "labels.json")
INFERENCE = ("entailment", "neutral", "contradiction")  # what a desk's own model may give, in any order
INPUTS = {  # names under which models take the same three
    "ids": "ids", "input_ids": "ids", "parts": "parts", "token_type_ids": "parts", "kept": "kept",
    "attention_mask": "kept",
}  # fmt: skip
OUTPUTS = ("same", "entails", "neither", "contradicts", "differs")
KEPT = 50_000  # readings kept in memory: five long articles make some 5,000
AT_ONCE = 4_096  # pairs cut into tokens at once: some six thousand bytes each
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
    """A model in a folder: ``model.onnx``, ``tokenizer.json``, ``labels.json``.

    It gives the five numbers of the reader that ships, or the three of natural-language inference.  Of three, two texts
    that bear each other out or contradict each other speak about one fact, and a contradiction gives it two values.
    """

    def __init__(self, folder: Path = SHIPPED) -> None:
        self.folder = folder
        self._session: Any = None
        self._tokens: Tokens | None = None
        self._labels: tuple[str, ...] = OUTPUTS
        self._read: OrderedDict[tuple[str, str], Reading] = OrderedDict()

    @property
    def present(self) -> bool:
        """Tell whether there is a model in the folder."""
        return (self.folder / "model.onnx").exists()

    def read(self, pairs: Sequence[tuple[str, str]]) -> list[Reading]:
        """Return a reading for each pair, in order; raises ``SettingsError`` where the folder holds no such model."""
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
        for start in range(0, len(pairs), AT_ONCE):
            for batch in self._tokens.batches(pairs[start : start + AT_ONCE]):
                given = {"ids": batch.ids, "parts": batch.parts, "kept": batch.kept}
                logits = self._run({i.name: given[INPUTS[i.name]] for i in self._session.get_inputs()})
                for place, row in zip(batch.places, logits, strict=True):
                    found[start + place] = _reading(row) if self._labels == OUTPUTS else _inferred(row, self._labels)
        return [reading for reading in found if reading is not None]

    def _run(self, given: dict[str, Any]) -> list[list[float]]:
        """Return a row of numbers a pair, one a label."""
        try:
            rows = self._session.run(None, given)[0].tolist()
        except Exception as error:  # onnxruntime's own errors have no common base that it exports
            raise SettingsError(f"{self.folder}: the model cannot be run: {_first_line(error)}.") from error
        if not all(isinstance(row, list) and len(row) == len(self._labels) for row in rows) or not all(
            isinstance(value, float) and math.isfinite(value) for row in rows for value in row
        ):
            raise SettingsError(f"{self.folder}: the model does not give a number for each of {_listed(self._labels)}.")
        return list(rows)

    def _open(self) -> None:
        import onnxruntime

        missing = next((name for name in FILES if not (self.folder / name).is_file()), None)
        if missing:
            raise SettingsError(f"{self.folder}: there is no {missing}; a reader's folder holds {_listed(FILES)}.")
        self._labels, longest = self._described()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
        options.log_severity_level = 3
        try:
            session = onnxruntime.InferenceSession(
                str(self.folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
            )
            tokens = Tokens(self.folder / "tokenizer.json", longest)
        except Exception as error:  # neither library has a base for its own errors that it exports
            raise SettingsError(f"{self.folder}: the model cannot be loaded: {_first_line(error)}.") from error
        strange = next((i.name for i in session.get_inputs() if i.name not in INPUTS), None)
        if strange:
            raise SettingsError(f"{self.folder}: the model asks for '{strange}'; it may ask for {_listed(INPUTS)}.")
        self._session, self._tokens = session, tokens

    def _described(self) -> tuple[tuple[str, ...], int]:
        """Return the labels in the order of the model's numbers, and how many tokens of a pair it takes.

        ``labels.json`` is a list, an object with 'outputs', or the 'id2label' of a model's configuration.
        """
        path = self.folder / "labels.json"
        try:
            told = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError) as error:
            raise SettingsError(f"{path}: this is no JSON: {_first_line(error)}.") from error
        plain = told if isinstance(told, dict) else {"outputs": told}
        names = plain.get("outputs", plain.get("id2label", plain))
        if isinstance(names, dict):
            names = [names.get(str(n)) for n in range(len(names))]
        labels = tuple(str(n).strip().lower() for n in names) if isinstance(names, list) else ()
        longest = plain.get("longest", LONGEST)
        if isinstance(longest, bool) or not isinstance(longest, int) or not 16 <= longest <= 4096:
            raise SettingsError(f"{path}: 'longest' must be a whole number of tokens from 16 to 4096.")
        if labels != OUTPUTS and sorted(labels) != sorted(INFERENCE):
            raise SettingsError(
                f"{path}: the labels must be {_listed(INFERENCE)}, in the order of the model's numbers."
            )
        return labels, longest


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")[:200]


def _inferred(logits: Sequence[float], labels: Sequence[str]) -> Reading:
    """Return the reading of a model of natural-language inference."""
    most = max(logits)
    powers = [math.exp(value - most) for value in logits]
    chances = {name: round(power / sum(powers), PLACES) for name, power in zip(labels, powers, strict=True)}
    entails, neither, contradicts = (chances[name] for name in INFERENCE)
    return Reading(round(1 - neither, PLACES), entails, neither, contradicts, contradicts)


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

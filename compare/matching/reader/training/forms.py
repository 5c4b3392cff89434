"""What eight bits cost: ``python -m compare.matching.reader.training.forms``.

Reads pairs of fold 0's events with that fold's model in 32 bits and in each form of eight, and prints how well the
scores agree, the average precision of pairing and the pairs a second on one thread.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from sklearn.metrics import average_precision_score

from compare.matching.reader.session import OUTPUTS
from compare.matching.reader.tokens import Tokens
from compare.matching.reader.training.encoder import CrossEncoder, official_weights
from compare.matching.reader.training.events import fold_of, kept_events
from compare.matching.reader.training.export import write_exact, write_small

FORMS = {
    "tensor": {"per_channel": False},
    "channel": {"per_channel": True},
    "channel, 7 bits": {"per_channel": True, "reduce_range": True},
}


def chances(file: Path, tokens: Tokens, pairs: Sequence[tuple[str, str]]) -> tuple[Any, float]:
    """Return the five scores of each pair, and the pairs a second."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    found = np.zeros((len(pairs), len(OUTPUTS)))
    began = time.process_time()
    for batch in tokens.batches(pairs):
        logits = session.run(None, {"ids": batch.ids, "parts": batch.parts, "kept": batch.kept})[0]
        found[list(batch.places)] = logits
    speed = len(pairs) / (time.process_time() - began)
    three = np.exp(found[:, 1:4] - found[:, 1:4].max(1, keepdims=True))
    alone = 1 / (1 + np.exp(-found))
    return np.column_stack((alone[:, 0], three / three.sum(1, keepdims=True), alone[:, 4])), speed


def main() -> None:
    """Print a line a form."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("build/reader/data"))
    parser.add_argument("--model", type=Path, default=Path("build/reader/models/fold0.pt"))
    parser.add_argument("--pairs", type=int, default=1500)
    options = parser.parse_args()
    events = kept_events(options.data / "events")
    fold = fold_of([e.name for e in events])
    rows = []
    for event in (e for e in events if e.full and fold[e.name] == 0):
        relation = {(i, j): r for i, j, r in event.gold}
        near = [(i, j) for i, j, _ in event.near if relation.get((i, j)) != "optional"]
        rows += [(event.texts[i], event.texts[j], (i, j) in relation) for i, j in near]
    rows = random.Random(11).sample(rows, min(options.pairs, len(rows)))
    pairs, truth = [(a, b) for a, b, _ in rows], [same for *_, same in rows]
    tokens = Tokens(official_weights() / "tokenizer.json")
    model = CrossEncoder()
    model.load_state_dict(torch.load(options.model))
    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder) / "exact.onnx"
        write_exact(model, exact)
        right, speed = chances(exact, tokens, pairs)
        print(f"exact: AP {average_precision_score(truth, right[:, 0]):.3f}, {speed:.0f} pairs/s")  # noqa: T201
        for name, form in FORMS.items():
            small = Path(folder) / "small.onnx"
            write_small(exact, small, **form)
            found, speed = chances(small, tokens, pairs)
            alike = [round(float(np.corrcoef(right[:, c], found[:, c])[0, 1]), 4) for c in range(len(OUTPUTS))]
            precision = average_precision_score(truth, found[:, 0])
            size = small.stat().st_size / 1e6
            print(  # noqa: T201
                f"{name}: {size:.1f} MB, correlation {alike}, mean gap {np.abs(right - found).mean():.4f}, "
                f"AP {precision:.3f}, {speed:.0f} pairs/s"
            )


if __name__ == "__main__":
    main()

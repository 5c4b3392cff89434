"""Fits the weights of ``relatedness.json``: ``python -m compare.judgement.fitting ../shared/data``.

Ridge logistic regression.  It fits on the even rows of each set and reports both halves; the weights written are
those of all rows.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.judgement.analysed import analyse
from compare.judgement.relatedness import features
from compare.matching.logistic import coefficients, standardised

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

RIDGE = 2.0
# how much one row of a set weighs: few hand-labelled pairs weigh more each than many public ones
SETS = {"pairs-dev": 3.0, "newsnli": 1.0, "rte3-dev": 0.3}


def label(row: dict[str, Any]) -> bool | None:
    """Return whether a row's statements bear each other out (True), do not (False), or it cannot teach (None)."""
    accepted = set(row.get("accept_undated") or row.get("accept") or [row["relation"]])
    if row["kind"] == "neutral":
        return False
    if row["kind"] == "contradiction" or len(accepted) > 1:
        return None
    return accepted != {"unrelated"}


def rows(folder: Path) -> dict[str, tuple[list[dict[str, float]], list[bool]]]:
    """Return features and labels of each set."""
    found = {}
    for name in SETS:
        read = [json.loads(line) for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()]
        taught = [(row, known) for row in read if (known := label(row)) is not None]
        values = [features(*analyse((row["left"], row["right"]), (None, None))) for row, _ in taught]
        found[name] = (values, [known for _, known in taught])
    return found


def fit(x: Floats, y: Floats, weight: Floats) -> Floats:
    """Return the coefficients, the intercept last, of a ridge logistic regression on standardised columns."""
    import numpy as np

    columns, mean, scale = standardised(x)
    start, *slopes = coefficients(columns, y, weight, RIDGE)
    plain = np.asarray(slopes) / scale
    return np.append(plain, start - float(plain @ mean))


def main(folder: Path) -> int:
    """Fit, print the figures of both halves, write the weights."""
    import numpy as np

    data = rows(folder)
    names = list(next(iter(data.values()))[0][0])
    x = np.array([[row[n] for n in names] for values, _ in data.values() for row in values])
    y = np.array([float(k) for _, known in data.values() for k in known])
    weight = np.array([SETS[name] for name, (_, known) in data.items() for _ in known])
    even = np.concatenate([np.arange(len(known)) % 2 == 0 for _, known in data.values()])
    belongs = np.concatenate([[name] * len(known) for name, (_, known) in data.items()])
    half = fit(x[even], y[even], weight[even])
    guess = x @ half[:-1] + half[-1] > 0
    report = {}
    for name in data:
        for part, chosen in (("fitted", even), ("held out", ~even)):
            at = chosen & (belongs == name)
            report[f"{name}, {part} half"] = round(float((guess[at] == (y[at] > 0.5)).mean()), 3)
    beta = fit(x, y, weight)
    written = {"intercept": round(float(beta[-1]), 3)} | {
        n: round(float(b), 3) for n, b in zip(names, beta, strict=False)
    }
    for name, figure in report.items():
        sys.stdout.write(f"{name}: accuracy {figure}\n")
    target = Path(__file__).with_name("relatedness.json")
    target.write_text(json.dumps({"accuracy": report, "weights": written}, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))

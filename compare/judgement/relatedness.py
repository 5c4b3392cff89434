"""Do two bare statements bear each other out? A small logistic model over readable features.

The weights stand in ``relatedness.json`` (log odds a unit of each feature) and are fitted by ``fitting.py``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from compare.judgement.analysed import Analysed
from compare.language.en.stopwords import STOP_LEMMAS
from compare.language.vectors import text_vector
from compare.matching.closeness import alike
from compare.model import Quantity
from compare.values.measures import meets, near

CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN"})
NEAR = 0.55  # cosine of two lemmas that count as covered


def _terms(side: Analysed) -> dict[str, str]:
    """Return the content lemmas of a side with their part of speech, numbers left out."""
    found: dict[str, str] = {}
    for token in side.tokens:
        lemma = token.lemma_.lower()
        if token.pos_ in CONTENT and token.is_alpha and not token.like_num and lemma not in STOP_LEMMAS:
            found.setdefault(lemma, token.pos_)
    return found


def _missing(terms: Mapping[str, str], others: Mapping[str, str]) -> dict[str, str]:
    return {w: pos for w, pos in terms.items() if not any(alike(w, o, NEAR) for o in others)}


def _unmet(ours: list[Quantity], theirs: list[Quantity]) -> int:
    return sum(not any(meets(q, o) or near(q, o) for o in theirs) for q in ours)


def features(left: Analysed, right: Analysed) -> dict[str, float]:
    """Return what the model looks at; symmetric in its two sides ('short' is the side with fewer content words)."""
    a, b = _terms(left), _terms(right)
    figures = left.figures, right.figures
    if (len(b), sorted(b)) < (len(a), sorted(a)):
        a, b, figures = b, a, figures[::-1]
    gone, extra = _missing(a, b), _missing(b, a)
    vectors = [text_vector((w, 1.0) for w in side) for side in (a, b)]
    unmet, unmet_long = _unmet(*figures), _unmet(*figures[::-1])
    names = [{w for w, pos in side.items() if pos == "PROPN"} for side in (gone, extra)]
    return {
        "short covered": 1 - len(gone) / max(len(a), 1),
        "long covered": 1 - len(extra) / max(len(b), 1),
        "short figures missing": min(unmet, 3),
        "long figures missing": min(unmet_long, 3),
        "both have figures missing": float(unmet > 0 and unmet_long > 0),
        "figures met": min(len(figures[0]) - unmet, 3),
        "short names missing": min(len(names[0]), 3),
        "long names missing": min(len(names[1]), 4),
        "both have names missing": float(bool(names[0]) and bool(names[1])),
        "short length": math.log(1 + len(a)),
        "long length": math.log(1 + len(b)),
        "meaning": float(vectors[0] @ vectors[1]),
    }


@cache
def weights() -> Mapping[str, float]:
    """Return the fitted weights; 'intercept' beside one a feature."""
    path = Path(__file__).with_name("relatedness.json")
    loaded: dict[str, float] = json.loads(path.read_text("utf-8"))["weights"]
    return loaded


def probability(found: Mapping[str, float]) -> float:
    """Return the probability, 0 to 1, that one side bears out the other, four digits."""
    known = weights()
    total = known["intercept"] + sum(known[name] * value for name, value in found.items())
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 4)

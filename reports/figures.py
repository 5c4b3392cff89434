"""How often each kind of finding is right, as the tests of quality measured it; shipped in ``figures.json``."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from reports.wording import SENTENCES, listed

_KINDS = {
    "conflict": "conflicts",
    "update": "updates",
    "agreement_value": "same values",
    "agreement_words": "statements to read together",
}


@cache
def figures_line() -> str:
    """Return 'How often each kind is right …: conflicts 12 of 15, …'; '' where nothing is measured."""
    told = json.loads(files("reports").joinpath("figures.json").read_text(encoding="utf-8"))
    rows = [(words, told.get(key) or {}) for key, words in _KINDS.items()]
    given = [
        f"{words} {row['right']} of {row['of']}" for words, row in rows if row.get("of") and row["right"] is not None
    ]
    return SENTENCES["figures"].format(kinds=listed(given)) if given else ""

"""British and American spelling of one word: 'colour' and 'color', 'organise' and 'organize', 'centre' and 'center'."""

from __future__ import annotations

import re

WORDS = {
    "grey": "gray", "tyre": "tire", "tyres": "tires", "programme": "program", "programmes": "programs",
    "defence": "defense", "offence": "offense", "licence": "license", "practise": "practice", "jewellery": "jewelry",
    "cheque": "check", "plough": "plow", "aluminium": "aluminum", "whilst": "while", "towards": "toward",
    "afterwards": "afterward", "learnt": "learned", "judgement": "judgment",
    "ageing": "aging", "sceptical": "skeptical",
}  # fmt: skip
ENDINGS = (  # British → American, whole words of five letters and more
    (re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|ful|able|ite|ites|er|ers|hood|hoods|ly)?$)"), "or"),
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e|es|ed|ing|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2}t)re(?=s?$)"), "er"),
    (re.compile(r"(?<=[a-z]{2}[ae]l)l(?=(?:ed|ing|er|ers)$)"), ""),
)


def american(word: str) -> str:
    """Return a lower-case word in one spelling, for comparison only: 'your' and 'hour' stay."""
    if word in WORDS:
        return WORDS[word]
    if len(word) < 5 or word.endswith(("hour", "hours", "four", "pour", "tour", "tours")):
        return word
    for pattern, ending in ENDINGS:
        word = pattern.sub(ending, word)
    return word

"""Words that write a number in English."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

ONES: Final = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS: Final = {
    word: 10 * place
    for place, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
} | {"fourty": 40}

SCALES: Final = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15,
    "lakh": 10**5, "crore": 10**7, "mn": 10**6, "mln": 10**6, "mio": 10**6, "mil": 10**6, "bn": 10**9, "bln": 10**9,
    "tn": 10**12, "trn": 10**12, "trln": 10**12,
}  # fmt: skip
# Letters that are a scale only when they touch the digits: '$6m', '40k'.  'm' alone may also be metres.
GLUED_SCALES: Final = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12, "mm": 10**6}

DOZEN: Final = {"dozen": 12, "score": 20}

# Plural scale words without a number before them: an amount between one and ten of the scale.
VAGUE_PLURALS: Final = {
    "tens": (10, 100), "dozens": (24, 100), "scores": (40, 100), "hundreds": (100, 1000), "thousands": (1000, 10_000),
    "millions": (10**6, 10**7), "billions": (10**9, 10**10), "trillions": (10**12, 10**13),
}  # fmt: skip
# Vague determiners; the bounds follow common use, wide enough not to contradict an exact figure.
VAGUE_WORDS: Final = {
    "several": (3, 10), "few": (2, 10), "handful": (2, 10), "couple": (2, 3), "pair": (2, 2),
}  # fmt: skip
# Words for a group of so many.
GROUPS: Final = {
    "pair": 2, "trio": 3, "threesome": 3, "quartet": 4, "foursome": 4, "quintet": 5, "sextet": 6, "septet": 7,
    "octet": 8,
}  # fmt: skip

FRACTIONS: Final = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
FRACTION_SIGNS: Final = {
    "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3,
    "⅛": Decimal("0.125"), "⅕": Decimal("0.2"),
}  # fmt: skip
# The step to which a fraction word is meant: 'a third' covers 31 to 36 per cent.
FRACTION_GRAIN: Final = Decimal("0.05")

ORDINALS: Final = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
ORDINAL_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})

MULTIPLES: Final = {"twice": 2, "thrice": 3, "double": 2, "triple": 3, "treble": 3, "quadruple": 4}
MULTIPLE_VERBS: Final = {
    form: value
    for forms, value in (
        ("doubled doubling doubles", Decimal(2)),
        ("tripled tripling triples trebled trebling trebles", Decimal(3)),
        ("quadrupled quadrupling quadruples", Decimal(4)),
        ("halved halving halves", Decimal("0.5")),
    )
    for form in forms.split()
}

# Children of one birth, and words for a newborn: 'twins' are two babies.
BIRTHS: Final[dict[str, int]] = {"twins": 2, "triplets": 3, "quadruplets": 4, "quintuplets": 5, "sextuplets": 6}
NEWBORN: Final = frozenset({"baby", "child", "infant", "newborn", "girl", "boy", "sibling", "brother", "sister"})

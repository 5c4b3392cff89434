"""How units are written beside a number."""

from __future__ import annotations

from typing import Final

IRREGULAR: Final = {
    "foot": "feet", "inch": "inches", "century": "centuries", "nautical mile": "nautical miles",
    "square foot": "square feet", "cubic foot": "cubic feet", "pound-mass": "pounds", "pound sterling": "pounds",
    "japanese yen": "yen", "chinese yuan": "yuan", "norwegian krone": "Norwegian kroner",
    "danish krone": "Danish kroner", "swedish krona": "Swedish kronor", "icelandic krona": "Icelandic kronur",
    "thai baht": "baht", "bangladeshi taka": "taka", "vietnamese dong": "dong", "indonesian rupiah": "rupiah",
    "south korean won": "won", "south african rand": "rand", "malaysian ringgit": "ringgit", "brazilian real": "reais",
    "romanian leu": "lei", "bulgarian lev": "leva", "nigerian naira": "naira", "part per million": "parts per million",
    "revolution": "revolutions",
}  # fmt: skip
UNCHANGED: Final = frozenset(
    "hertz kilohertz megahertz gigahertz horsepower stone percent rand ringgit celsius fahrenheit magnitude".split()
)
BEFORE_NUMBER: Final = {
    "dollar": "$", "euro": "€", "pound sterling": "£", "australian dollar": "A$", "canadian dollar": "C$",
    "new zealand dollar": "NZ$", "hong kong dollar": "HK$", "singapore dollar": "S$", "japanese yen": "¥",
    "indian rupee": "₹",
}  # fmt: skip
AFTER_NUMBER: Final = {"percent": "%", "p": "p", "celsius": " °C", "fahrenheit": " °F"}

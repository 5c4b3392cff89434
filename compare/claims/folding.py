"""Names without what outlets write differently: accents, case, possessives, dots."""

from __future__ import annotations

import re
import unicodedata


def folded(text: str) -> str:
    """Return a name without accents, case, possessive and marks: 'The Ministry’s' → 'the ministry'."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    plain = plain.replace("’", "'").replace("‘", "'")
    plain = re.sub(r"'s?(?=\s|$)", "", plain)
    plain = re.sub(
        r"\b((?:[a-z]\.){2,}[a-z]?\b|(?:[a-z]\.)+[a-z]\b|(?:[a-z]\.){2,})", lambda m: m.group().replace(".", ""), plain
    )
    return " ".join(re.sub(r"[^\w\s'&-]", " ", plain).split())

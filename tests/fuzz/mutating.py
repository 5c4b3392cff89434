"""Bytes → other bytes: what a hostile hand, a bad converter or a broken line makes of a file."""

from __future__ import annotations

import io
import zipfile
from random import Random

ODD = [
    "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\r", "\x00", "\ufeff", "\u00ad", "\u00a0", "\u2009", "\u202f",
    "\u200b",
    "\u202e", "\ud800", "\U0001f600", "e\u0301", "\u0660\u0661", "¼", "²", "№", "−", "–", "“", "‘", "«", "…", "ﬁ",
    "9" * 5000, "0x" + "f" * 300, "1e999", "-0", "1,2,3", "12:99", "31 February", "0001-01-01", "9999-12-31", "$", "%",
    "yesterday", "in two years", "the third", "no one but", "a pair of", "between 3 and", "from 9 to", "not ", " not",
    "<!--", "-->", "<p", "</", "&#", "&#x110000;", "]]>", "---\n", "*a", "&a ", "[^1]", "|", "```", "> ", "# ", "\\",
    '{"', "}", "[", ":", "\n\n", '"', "'", "<script>", "<w:ins>", "%PDF-", "PK\x03\x04", "{\\rtf1", "<?xml", "From: ",
]  # fmt: skip


def mutated(data: bytes, random: Random) -> bytes:
    """Return the bytes after one to six changes."""
    if data[:2] == b"PK" and random.random() < 0.8:
        data = _in_zip(data, random)
    for _ in range(random.randint(1, 6)):
        data = _once(data, random)
    return data


def _once(data: bytes, random: Random) -> bytes:
    at, to = sorted(random.randrange(len(data) + 1) for _ in range(2))
    to = min(to, at + random.choice((1, 4, 30, 400)))
    match random.randrange(7):
        case 0:
            return data[:at] + random.choice(ODD).encode("utf-8", "surrogatepass") + data[at:]
        case 1:
            return data[:at] + data[to:]
        case 2:
            return data[:at] + data[at:to] * random.choice((2, 3, 50)) + data[to:]
        case 3:
            return data[:at] + random.randbytes(random.randint(1, 4)) + data[at + 1 :]
        case 4:
            return data[: max(at, 1)]
        case 5:
            other = random.randrange(len(data) + 1)
            return data[:at] + data[other : other + 200] + data[to:]
        case _:
            return (
                data[:at] + random.choice(ODD).encode("utf-8", "surrogatepass") * random.choice((1, 2, 40)) + data[to:]
            )


def _in_zip(data: bytes, random: Random) -> bytes:
    """Change one part of a Word document, so that the change is not lost on a broken archive."""
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w") as made:
            names = given.namelist()
            chosen = random.choice(names)
            for name in names:
                part = given.read(name)
                made.writestr(name, _once(part, random) if name == chosen else part)
    except (zipfile.BadZipFile, ValueError, KeyError, NotImplementedError, OSError, EOFError):
        return data
    return out.getvalue()

"""What is mutated: real and small files of every format that a reader takes, as bytes."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from pathlib import Path

from compare.sources.formats import format_of

TESTS = Path(__file__).parents[1]
SHARED = TESTS.parents[1] / "shared" / "cases"
LARGEST = 60_000  # bytes of a seed; larger ones cost more than they find


@dataclass(frozen=True, slots=True)
class Seed:
    """A file to mutate."""

    name: str
    suffix: str
    data: bytes


def seeds() -> dict[str, list[Seed]]:
    """Return the seeds by the suffix that chooses their reader."""
    found: dict[str, list[Seed]] = {}
    for root in (TESTS / "stories", SHARED):
        for path in sorted(root.rglob("*")):
            if path.is_file() and format_of(path.suffix) and path.stat().st_size < LARGEST:
                found.setdefault(path.suffix, []).append(Seed(path.name, path.suffix, path.read_bytes()))
    texts = [(seed.name, seed.data.decode("utf-8", "replace")) for seed in found[".txt"]]
    for name, text in texts:
        title, _, rest = text.partition("\n")
        record = {
            "title": title,
            "text": rest,
            "date": "2024-03-13",
            "url": "https://news.example/a",
            "author": "A. Roe",
        }
        found.setdefault(".json", []).append(Seed(name, ".json", json.dumps([record, record]).encode()))
        found.setdefault(".jsonl", []).append(Seed(name, ".jsonl", (json.dumps(record) + "\n").encode() * 2))
        found.setdefault(".pdf", []).append(Seed(name, ".pdf", _pdf(text)))
        paragraphs = "".join(f"<p>{line}</p>\n" for line in text.splitlines() if line)
        page = f"<html><head><title>{title}</title></head><body><article>{paragraphs}</article></body></html>"
        found.setdefault(".html", []).append(Seed(name, ".html", page.encode()))
    return found


def _pdf(text: str) -> bytes:
    """Return a PDF file of one page, its content compressed for every other text."""
    lines = [line.encode("latin-1", "replace") for line in text.splitlines()[:40]]
    shown = b" T* ".join(
        b"(%s) Tj" % b"".join(b"\\%c" % c if c in b"()\\" else b"%c" % c for c in line) for line in lines
    )
    content = b"BT /F1 11 Tf 14 TL 50 780 Td " + shown + b" ET"
    packed = b""
    if len(text) % 2:
        content, packed = zlib.compress(content), b" /Filter /FlateDecode"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(content), packed, content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        table,
        len(out),
    )

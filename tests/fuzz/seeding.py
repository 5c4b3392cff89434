"""What is mutated: real and small files of every format that a reader takes, as bytes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from pdf_files import pdf

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
        found.setdefault(".pdf", []).append(
            Seed(name, ".pdf", pdf(*text.splitlines()[:40], compressed=len(text) % 2 > 0))
        )
        paragraphs = "".join(f"<p>{line}</p>\n" for line in text.splitlines() if line)
        page = f"<html><head><title>{title}</title></head><body><article>{paragraphs}</article></body></html>"
        found.setdefault(".html", []).append(Seed(name, ".html", page.encode()))
    return found

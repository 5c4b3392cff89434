"""Further annotated events, for learning only: ``python -m compare.matching.annotated ../shared build/annotated``.

``annotated.jsonl.xz`` beside this file says of 83 events, statement by statement, which pairs tell one fact and how
(the method: ``ANNOTATING.md`` beside the given corpora), and holds a draft with its answers for each.  It holds no
article: statements, and what a draft quotes, are places in articles of the given documents.  This puts both together,
in the form of the given corpora, so that everything that learns from those reads these too.  No figure of this project
is measured on them.
"""

from __future__ import annotations

import argparse
import ast
import json
import lzma
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

SHIPPED = Path(__file__).with_name("annotated.jsonl.xz")
COUNTS = 0.25  # what such an event or sentence teaches beside a given one: whole ones mislead, by another annotator
EVENTS = "ecbplus_articles"  # of the two sets of documents the one that gives sentences instead of a text


def rows(path: Path) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a compressed file of JSON lines."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def text_of(name: str, row: Mapping[str, Any]) -> str:
    """Return an article of a set of documents as the marks count its characters."""
    if name == EVENTS:
        found = row["sentences"]
        sentences = ast.literal_eval(found) if isinstance(found, str) else found
        return "\n\n".join(sentences) + "\n"
    return f"{row['title']}\n\n{row['content'].strip()}\n"


def gold_of(event: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, Any]:
    """Return an event's ``gold.json``."""
    letters = {article["file"][0].upper(): article["file"] for article in event["articles"]}

    def mention(name: str) -> dict[str, str]:
        source = letters[name[0]]
        start, end = event["marks"][name]
        return {"id": name, "source": source, "quote": texts[source][start:end]}

    used = sorted({x for pair in event["pairs"] for x in pair[:2]}, key=lambda i: (i[0], int(i[1:])))
    traps = []
    for left, right, why in event["traps"]:
        a, b = ({"source": m["source"], "quote": m["quote"]} for m in (mention(left), mention(right)))
        traps.append({"a": a, "b": b, "why": why})
    return {
        "corpus": event["event"],
        "published": {a["file"]: a["published"] for a in event["articles"] if "published" in a},
        "facts": [
            {
                "fact": "all pairs",
                "kind": "statement",
                "mentions": [mention(name) for name in used],
                "pairs": [pair[:3] for pair in event["pairs"]],
            }
        ],
        "must_not_align": traps,
        "boilerplate": [{k: v for k, v in mention(name).items() if k != "id"} for name in event["furniture"]],
    }


def build(shared: Path, out: Path) -> int:
    """Write ``out/corpora`` and ``out/data/drafts-dev``; return how many events.

    Raises ``FileNotFoundError`` where the given documents are missing.
    """
    events = list(rows(SHIPPED))
    wanted = {(a["set"], a["id"]) for event in events for a in event["articles"]}
    documents: dict[tuple[str, str], str] = {}
    for name in sorted({name for name, _ in wanted}):
        for row in rows(shared / "data" / "documents" / f"{name}.jsonl.xz"):
            key = name, row["doc"] if name == EVENTS else row["id"]
            if key in wanted:
                documents[key] = text_of(name, row)
    for event in events:
        folder = out / "corpora" / event["event"]
        texts = {a["file"]: documents[a["set"], a["id"]] for a in event["articles"]}
        for file, text in texts.items():
            _write(folder / file, text)
        _write(folder / "gold.json", json.dumps(gold_of(event, texts), ensure_ascii=False, indent=0))
        draft = "".join(p if isinstance(p, str) else texts[p[0]][p[1] : p[2]] for p in event["draft"])
        answers = [
            {"quote": draft[slice(*s["place"])], **{k: v for k, v in s.items() if k != "place"}}
            for s in event["sentences"]
        ]
        written = out / "data" / "drafts-dev" / event["event"]
        _write(written / "draft.md", draft)
        gold = {"sources": event["event"], "statements": answers}
        _write(written / "gold.json", json.dumps(gold, ensure_ascii=False, indent=0))
    return len(events)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main() -> None:
    """Build the folder that is asked for."""
    parser = argparse.ArgumentParser("python -m compare.matching.annotated", description=__doc__)
    parser.add_argument("shared", type=Path, help="the given material, with data/documents")
    parser.add_argument("out", type=Path, help="where corpora/ and data/drafts-dev/ are written")
    options = parser.parse_args()
    sys.stdout.write(f"{build(options.shared, options.out)} events in {options.out}\n")


if __name__ == "__main__":
    main()

"""Golden files of the sample comparison: what each format must write, the version and the style sheet left open.

``python tests/golden_files.py`` writes them anew; read the difference before you commit it.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from sample_comparison import UPDATE, sample_comparison

from compare.wire.report import tool_version

FOLDER = Path(__file__).parent / "golden"
SUFFIXES = {
    "text": "txt",
    "markdown": "md",
    "html": "html",
    "json": "json",
    "csv": "csv",
    "line": "line.txt",
    "github": "github.txt",
    "sarif": "sarif",
    "webannotation": "jsonld",
    "claimreview": "claimreview.json",
}


def golden(name: str) -> str:
    """Return what a format must write, as `open_ended` leaves it."""
    return (FOLDER / f"sample.{SUFFIXES[name]}").read_bytes().decode()


def rendered(name: str) -> str:
    """Return the sample in a format; ClaimReview takes one finding that a person decided and rated."""
    from reports.finding_view import Decision
    from reports.formats import Options, render

    decided = Decision("update", "Update", "mk", "21 November 2026", "Overtaken: it took less than planned.")
    options = Options(url="https://newsroom.invalid/check", author="The Newsroom")
    return render(
        sample_comparison(), name, decisions={UPDATE: decided} if name == "claimreview" else None, options=options
    )


def open_ended(text: str) -> str:
    """Return a report without its version, its style sheet and the hash of that."""
    text = text.replace(f"crosscheck {tool_version()}", "crosscheck @VERSION@")
    text = text.replace(f'"semanticVersion": "{tool_version()}"', '"semanticVersion": "@VERSION@"')
    text = text.replace(f'"version": "{tool_version()}"', '"version": "@VERSION@"')
    text = re.sub(r"<style>.*?</style>", "<style>@STYLE@</style>", text, flags=re.DOTALL)
    return re.sub(r"'sha256-[^']+'", "'@HASH@'", text)


def write() -> None:
    """Write every golden file anew."""
    for name, suffix in SUFFIXES.items():
        text = open_ended(rendered(name))
        (FOLDER / f"sample.{suffix}").write_text(text, encoding="utf-8", newline="")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))
    write()

"""Build the training data: ``python -m compare.matching.reader.training.build [--shared ../shared]``.

Writes public pairs, contrast pairs and the annotated events under ``build/reader/data``.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from compare.matching.reader.training.contrast import contrast_rows, event_contrast_rows
from compare.matching.reader.training.events import kept_events, read_event, write_event
from compare.matching.reader.training.public import public_rows
from compare.matching.reader.training.rows import write_rows


def main() -> None:
    """Build what is asked for, all of it by default."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--also", type=Path, help="where compare.matching.annotated put further events")
    parser.add_argument("--out", type=Path, default=Path("build/reader/data"))
    parser.add_argument("--parts", nargs="*", default=["public", "contrast", "events"])
    options = parser.parse_args()
    if "public" in options.parts:
        print(write_rows(public_rows(options.shared), options.out / "public.jsonl"), "public pairs")  # noqa: T201
    if "contrast" in options.parts:
        print(write_rows(contrast_rows(options.shared), options.out / "contrast.jsonl"), "contrast pairs")  # noqa: T201
    if "events" in options.parts:
        for given in [options.shared, options.also] if options.also else [options.shared]:
            for folder in sorted((given / "corpora").iterdir()):
                event = read_event(folder, given / "data" / "drafts-dev")
                write_event(event, options.out / "events")
                print(event.name, len(event.texts), "statements", len(event.gold), "pairs", flush=True)  # noqa: T201
        made = event_contrast_rows(kept_events(options.out / "events"))
        print(write_rows(made, options.out / "event_contrast.jsonl"), "contrast pairs of events")  # noqa: T201


if __name__ == "__main__":
    main()

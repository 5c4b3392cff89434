"""Fuzz the program: ``python -m fuzz.run --count 100000`` in ``tests``; exit code 1 where an input broke it.

An input fails where anything but a ``CrosscheckError`` is raised, or where it takes longer than ten seconds.  Failing
inputs are kept in the folder that ``--keep`` names, so that each can be tried again with ``--again``.  Every input
follows from ``--seed`` and its number: several runs with other seeds share the work of several cores.
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from types import FrameType
from typing import NoReturn

from compare import judge, quantities
from compare.checking.checker import Checker
from compare.checking.draft import draft_from_text, finish
from compare.errors import CrosscheckError
from compare.sources import read_sources
from compare.sources.collecting import read_bytes
from compare.sources.formats import FORMATS, format_of
from fuzz.mutating import mutated

TESTS = Path(__file__).parents[1]
SHARED = TESTS.parents[1] / "shared" / "cases"
SECONDS = 10
LARGEST = 60_000  # bytes of a seed; larger ones cost more than they find
PART = 300  # characters of a text for ``judge``


class SlowError(Exception):
    """An input took longer than it may."""


def seeds() -> list[Path]:
    """Return real and small files of every format."""
    found = [p for root in (TESTS / "stories", SHARED) for p in sorted(root.rglob("*")) if p.is_file()]
    return [p for p in found if format_of(p.suffix) and p.stat().st_size < LARGEST]


def targets() -> dict[str, Callable[[bytes, str, Random], object]]:
    """Return what is fuzzed, by name."""
    sources, _ = read_sources([TESTS / "stories" / "drafts" / "sources"])
    checker = Checker(sources)

    def reader(data: bytes, suffix: str, random: Random) -> object:
        row = format_of(suffix) or random.choice(FORMATS)
        return read_bytes(data, "fuzz" + suffix, row.name)

    def draft(data: bytes, suffix: str, random: Random) -> object:
        name = "fuzz" + (suffix if suffix in (".md", ".html") else ".txt")
        return finish(draft_from_text(_text(data)[:2000], name), checker)

    def pair(data: bytes, suffix: str, random: Random) -> object:
        text = _text(data)
        at = random.randrange(len(text) + 1)
        return judge(text[at : at + PART], text[at + random.randrange(PART) :][:PART])

    def amounts(data: bytes, suffix: str, random: Random) -> object:
        return quantities(_text(data)[:2000])

    return {"read": reader, "check": draft, "judge": pair, "quantities": amounts}


def main() -> int:
    """Run, print what failed, return 1 where anything did."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=["read", "check", "judge", "quantities"])
    parser.add_argument("--keep", type=Path, help="folder for failing inputs")
    parser.add_argument("--again", type=int, help="try the input of this number once more, with its traceback")
    given = parser.parse_args()
    calls, files = targets(), seeds()
    # reading is cheap and checking is not: most inputs go to the readers
    names = [given.only] if given.only else ["read"] * 6 + ["quantities"] * 2 + ["judge"] * 2 + ["check"]
    failed: Counter[str] = Counter()
    done: Counter[str] = Counter()
    for number in [given.again] if given.again is not None else range(given.count):
        random = Random(f"{given.seed}-{number}")
        path, name = random.choice(files), random.choice(names)
        data = mutated(path.read_bytes(), random)
        words = tried(lambda: calls[name](data, path.suffix, random))  # noqa: B023 - called at once
        done[name] += 1
        if words is None:
            continue
        failed[words.splitlines()[-1]] += 1
        shown = words if given.again is not None else words.splitlines()[-1]
        print(f"{number}\t{name}\t{path.name}\t{shown}")
        if given.keep:
            given.keep.mkdir(parents=True, exist_ok=True)
            (given.keep / f"{given.seed}-{number}-{name}{path.suffix}").write_bytes(data)
    each = ", ".join(f"{name} {count}" for name, count in sorted(done.items()))
    print(f"{done.total()} inputs ({each}), {failed.total()} failed")
    return int(bool(failed))


def tried(call: Callable[[], object]) -> str | None:
    """Return the traceback of a call that broke or took too long, None where all was well."""
    signal.signal(signal.SIGALRM, _alarm)
    signal.alarm(SECONDS)
    begun = time.monotonic()
    try:
        call()
    except CrosscheckError as error:
        if "\n" in str(error):
            return f"a message of several lines: {str(error)!r}"
    except Exception:
        return traceback.format_exc().strip()
    finally:
        signal.alarm(0)
    taken = time.monotonic() - begun
    return f"took {taken:.0f} s" if taken > SECONDS else None


def _alarm(_number: int, _frame: FrameType | None) -> NoReturn:
    raise SlowError(f"took more than {SECONDS} s")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


if __name__ == "__main__":
    sys.exit(main())

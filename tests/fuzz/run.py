"""Fuzz the program: ``python -m fuzz.run --count 100000`` in ``tests``; exit code 1 where an input broke it.

An input fails where anything but a ``CrosscheckError`` is raised, or where it takes longer than ten seconds (of the
processor: other work of the machine is no fault of the input; fifteen minutes of the clock where reading is done in
another process).  Failing inputs are kept in the folder that ``--keep`` names, so that each can be tried again with
``--again``.  Every input follows from ``--seed`` and its number: several runs with other seeds share the work of
several cores.  ``--minutes`` ends a run early; what was done is counted by reader.
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
from fuzz.seeding import TESTS, seeds

SECONDS = 10
PATIENCE = 900  # seconds of the clock, on a machine that does other work
PART = 200  # characters of a text for ``judge``
WEIGHTS = {"judge": 40, "quantities": 35, "read": 24, "check": 1}  # a check costs as much as thirty readings


class SlowError(Exception):
    """An input took longer than it may."""


def targets() -> dict[str, Callable[[bytes, str, Random], object]]:
    """Return what is fuzzed, by name."""
    sources, _ = read_sources([TESTS / "stories" / "drafts" / "sources"])
    checker = Checker(sources)

    def reader(data: bytes, suffix: str, random: Random) -> object:
        row = format_of(suffix) or random.choice(FORMATS)
        return read_bytes(data, "fuzz" + suffix, row.name)

    def draft(data: bytes, suffix: str, random: Random) -> object:
        name = "fuzz" + (suffix if suffix in (".md", ".html") else ".txt")
        return finish(draft_from_text(_part(data, random, 1000), name), checker)

    def pair(data: bytes, suffix: str, random: Random) -> object:
        text = _text(data)
        at = random.randrange(len(text) + 1)
        return judge(text[at : at + PART], text[at + random.randrange(PART) :][:PART])

    def amounts(data: bytes, suffix: str, random: Random) -> object:
        return quantities(_part(data, random, random.choice((60, 200, 600))))

    return {"read": reader, "check": draft, "judge": pair, "quantities": amounts}


def main() -> int:
    """Run, print what failed, return 1 where anything did."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--minutes", type=float, default=24 * 60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=sorted(WEIGHTS))
    parser.add_argument("--keep", type=Path, help="folder for failing inputs")
    parser.add_argument("--again", type=int, help="try the input of this number once more, with its traceback")
    given = parser.parse_args()
    calls, files, end = targets(), seeds(), time.monotonic() + 60 * given.minutes
    failed: Counter[str] = Counter()
    done: Counter[str] = Counter()
    for number in [given.again] if given.again is not None else range(given.count):
        if time.monotonic() > end:
            break
        random = Random(f"{given.seed}-{number}")
        name = given.only or random.choices([*WEIGHTS], [*WEIGHTS.values()])[0]
        # bytes of a Word document or a PDF file are no text to judge
        seed = random.choice(
            files[random.choice(sorted(files) if name == "read" else [".html", ".md", ".txt", ".json"])]
        )
        data = mutated(seed.data, random)
        words = tried(lambda: calls[name](data, seed.suffix, random))  # noqa: B023 - called at once
        done[f"{name} {seed.suffix}" if name == "read" else name] += 1
        if words is not None:
            failed[words.splitlines()[-1]] += 1
            shown = words if given.again is not None else words.splitlines()[-1]
            print(f"{number}\t{name}\t{seed.name}{seed.suffix}\t{shown}", flush=True)
            if given.keep:
                given.keep.mkdir(parents=True, exist_ok=True)
                (given.keep / f"{given.seed}-{number}-{name}{seed.suffix}").write_bytes(data)
        if done.total() % 1000 == 0:
            print(summary(done, failed), flush=True)
    print(summary(done, failed))
    return int(bool(failed))


def summary(done: Counter[str], failed: Counter[str]) -> str:
    """Say how many inputs were tried, by what took them, and how many broke it."""
    each = ", ".join(f"{name} {count}" for name, count in sorted(done.items()))
    return f"{done.total()} inputs ({each}), {failed.total()} failed"


def tried(call: Callable[[], object]) -> str | None:
    """Return the traceback of a call that broke or took too long, None where all was well."""
    signal.signal(signal.SIGALRM, _alarm)
    signal.signal(signal.SIGPROF, _alarm)
    signal.alarm(PATIENCE)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    begun = time.process_time()
    try:
        call()
    except CrosscheckError as error:
        if "\n" in str(error):
            return f"a message of several lines: {str(error)!r}"
    except Exception:
        return traceback.format_exc().strip()
    finally:
        signal.alarm(0)
        signal.setitimer(signal.ITIMER_PROF, 0)
    taken = time.process_time() - begun
    return f"took {taken:.0f} s" if taken > SECONDS else None


def _alarm(_number: int, _frame: FrameType | None) -> NoReturn:
    raise SlowError(f"took more than {SECONDS} s")


def _part(data: bytes, random: Random, length: int) -> str:
    """Return so many characters of a text from a place of it."""
    text = _text(data)
    at = random.randrange(max(len(text) - length, 0) + 1)
    return text[at : at + length]


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


if __name__ == "__main__":
    sys.exit(main())

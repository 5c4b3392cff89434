"""Where a report goes: a file, written whole or not at all, or standard output."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from pathlib import Path
from typing import Literal

from compare.errors import CrosscheckError
from reports.formats import Options

Color = Literal["auto", "always", "never"]


class OutputError(CrosscheckError):
    """A report that could not be written where it was asked for."""


_SIGNS = "≠≈→±○●─◀▶·…“”–−"


def write_file(path: Path, text: str) -> None:
    """Write a file so that readers see the old or the new one, never a half; raises ``OSError`` naming the path."""
    data = text.encode("utf-8", "backslashreplace")  # a lone surrogate in an article must not cost the report
    path = path.resolve()  # through a link to the file it names
    if path.exists() and not path.is_file():
        if path.is_dir():
            raise IsADirectoryError(21, "this is a folder; name a file in it", str(path))
        path.write_bytes(data)  # a device or a pipe cannot be replaced
        return
    draft = path.with_name(f".{path.name[:200]}.{os.getpid()}.part")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, draft)
        draft.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink()
        why = error.strerror or "could not be written"
        if not path.parent.is_dir():
            why = "its folder does not exist; make it, or name a file elsewhere"
        raise OSError(error.errno, why, str(path)) from error


def write_stdout(text: str) -> None:
    """Write to standard output in UTF-8 (text reports are ASCII where the locale needs it).

    Raises ``OutputError`` where the reader has gone away.
    """
    try:
        sys.stdout.flush()
        if hasattr(sys.stdout, "buffer"):
            sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        else:
            sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError as error:
        # nothing more may be written, also not by the interpreter's own last flush
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise OutputError("the program that reads the output stopped reading it.") from error
    except OSError as error:
        raise OSError(error.errno, error.strerror or "could not be written", "standard output") from error


def screen(color: Color, template: Path | None = None) -> Options:
    """Return how to render for standard output: its width, colours and signs.

    ``--color`` overrules NO_COLOR (https://no-color.org); 'auto' colours a terminal only.  Raises ``OutputError``
    where there is no standard output.
    """
    if sys.stdout is None:  # as the shell's '>&-' leaves it
        raise OutputError("standard output is closed; name a file with -o.")
    tty = sys.stdout.isatty()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Options(
        template=template,
        width=shutil.get_terminal_size((100, 24)).columns if tty else 100,
        color=color == "always" or (color == "auto" and tty and not plain),
        ascii_only=not _can_write(_SIGNS),
    )


def _can_write(signs: str) -> bool:
    try:
        signs.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")

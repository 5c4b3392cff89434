"""What lies on the disk: the files of a folder, and the bytes of a file within their budget."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from compare.errors import SourceError
from compare.sources.budgets import BYTES as MOST_BYTES


def folder_files(path: Path) -> list[Path]:
    """Return the files under a folder, hidden ones left out, in the order of their names."""
    inside = [p for p in path.rglob("*") if not any(part.startswith(".") for part in p.relative_to(path).parts)]
    # a link that leads nowhere is kept too: reading it says so, where passing over it would hide a source
    files = (p for p in inside if p.is_file() or (p.is_symlink() and not p.exists()))
    return sorted(files, key=lambda p: p.relative_to(path).parts)


def bytes_of(path: Path | None, name: str, stdin: BinaryIO | None = None) -> bytes:
    """Return the bytes of a file that messages call ``name``, or of standard input (None).  Raises ``SourceError``."""
    if path is None:
        if stdin is None:
            raise SourceError("stdin: there is nothing on standard input; pipe an article into the command.")
        return _within(stdin, "stdin")
    try:
        with path.open("rb") as file:
            return _within(file, name)
    except FileNotFoundError as error:
        raise SourceError(f"{name}: there is no such file; check its name.") from error
    except IsADirectoryError as error:
        raise SourceError(f"{name}: this is a folder where a file is wanted; name a file in it.") from error
    except PermissionError as error:
        raise SourceError(f"{name}: the file may not be read; change its permissions.") from error
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        raise SourceError(f"{name}: the file cannot be read: {getattr(error, 'strerror', error)}.") from error


def _within(file: BinaryIO, name: str) -> bytes:
    """Read a file whole, or refuse it before memory runs out: '/dev/zero' has no end."""
    data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise SourceError(f"{name}: the file is larger than {MOST_BYTES:,} bytes; an article is far smaller.")
    return data

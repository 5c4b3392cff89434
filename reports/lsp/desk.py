"""The sources read once, and drafts checked against them as often as they change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from compare.checking.model import DraftCheck
from compare.errors import CrosscheckError

if TYPE_CHECKING:
    from compare.checking.draft import Checker

LONGEST = 100_000  # characters of a draft that is checked while it is written: some 16,000 words
KINDS = {"markdown": ".md", "html": ".html", "plaintext": ".txt"}  # what the editor calls a draft → suffix
DRAFTS = (".md", ".markdown", ".html", ".htm", ".xhtml", ".txt", ".text")
PLACE = re.compile(r":(\d+):(\d+): ")


class StoppedError(Exception):
    """The editor closed the server while the sources were being read."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What to check against; paths are absolute, or relative to the working folder."""

    sources: tuple[Path, ...] = ()
    manifest: Path | None = None
    must_state: tuple[str, ...] = ()
    also: frozenset[str] = frozenset()  # further verdicts to underline: 'not-found', 'one-source'


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a draft could not be checked as it stands, at its line and column from 1."""

    sentence: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Found:
    """What a check of one version of a draft gave."""

    text: str
    checked: DraftCheck | None
    trouble: Trouble | None = None


def draft_name(path: str, language: str | None) -> str | None:
    """Return the name under which an open document is read; None for what is no draft."""
    suffix = Path(path).suffix.lower()
    if suffix in DRAFTS:
        return path
    if language in KINDS and not suffix:
        return f"{path or 'untitled'}{KINDS[language]}"
    return None


class Desk:
    """Checks drafts; not for two threads at once."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.stopping = False
        self.readings = 0  # how often the sources were read
        self._checker: Checker | None = None

    def open_sources(self) -> Checker:
        """Return the checker, reading the sources on the first call.

        Raises ``CrosscheckError`` where the manifest is at fault.
        """
        if self._checker is None:
            from compare.checking.draft import checker_for
            from compare.sources import read_sources

            setup = self.setup
            sources, unread = read_sources(list(setup.sources), manifest=setup.manifest)
            if setup.manifest is not None:
                manifest = setup.manifest.resolve()
                unread = tuple(u for u in unread if Path(u.path).resolve() != manifest)
            self._checker = checker_for(sources, unread=unread, progress=self._go_on)
            self.readings += 1
        return self._checker

    def close_sources(self) -> None:
        """Have the sources read again with the next check."""
        self._checker = None

    def is_source(self, path: str) -> bool:
        """Tell whether a file is one of the sources: it would bear itself out."""
        given = Path(path)
        if not given.is_file() or self._checker is None:
            return False
        return any(Path(s.path).resolve() == given.resolve() for s in self._checker.sources)

    def check(self, text: str, name: str) -> Found:
        """Check a draft; whatever it holds, the answer is a finding or a trouble in words."""
        if len(text) > LONGEST:
            return Found(text, None, Trouble(f"The draft is longer than {LONGEST:,} characters: use crosscheck check."))
        try:
            from compare.checking.draft import draft_from_text, finish

            checker = self.open_sources()
            draft = draft_from_text(text, name)
            try:
                return Found(text, finish(draft, checker, self.setup.must_state))
            except CrosscheckError as error:  # a suppression that is still being written
                return Found(text, checker.check(draft), _trouble(error))
        except CrosscheckError as error:
            return Found(text, None, _trouble(error))
        except StoppedError:
            raise
        except Exception as error:  # one odd draft must not cost the editor its server
            return Found(text, None, Trouble(f"The check broke off ({type(error).__name__}); nothing was checked."))

    def _go_on(self, _stage: str, _share: float) -> None:
        if self.stopping:
            raise StoppedError


def _trouble(error: CrosscheckError) -> Trouble:
    words = str(error)
    place = PLACE.search(words)
    if place is None:
        return Trouble(words)
    sentence = words[place.end() :]
    return Trouble(sentence[:1].upper() + sentence[1:], int(place[1]), int(place[2]))


def setup_from(
    given: Sequence[Path], manifest: Path | None, told: object, root: Path, also: frozenset[str] = frozenset()
) -> Setup:
    """Return the sources of the command line, else of the editor's settings, else of ``[tool.crosscheck]``.

    ``told`` is what the editor sent with its first message (``initializationOptions``): ``{"sources": […],
    "manifest": "…", "also": […]}``, relative to ``root``.  Raises ``SettingsError``.
    """
    from compare.checking.gate_settings import find_settings

    options = told if isinstance(told, dict) else {}
    settings = find_settings(root)
    wanted = options.get("also")
    more = frozenset(v for v in wanted if isinstance(v, str)) if isinstance(wanted, list) else frozenset()
    facts, shown = settings.must_state, also | more
    if given:
        return Setup(tuple(given), manifest, facts, shown)
    rows = options.get("sources")
    sources = tuple(root / s for s in rows if isinstance(s, str) and s) if isinstance(rows, list) else ()
    if sources:
        named = options.get("manifest")
        return Setup(sources, root / named if isinstance(named, str) and named else manifest, facts, shown)
    return Setup(settings.sources, manifest or settings.manifest, facts, shown)

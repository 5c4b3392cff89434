"""Sources of our own about a ferry, read once, and drafts of one sentence each: what the tests of the check share."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from compare.checking.checker import Checker
from compare.checking.draft import draft_from_text, finish
from compare.checking.model import Check, DraftCheck
from compare.sources import read_sources

STORY = Path(__file__).parent / "stories" / "drafts" / "sources"
CASES = Path(__file__).parent / "cases" / "drafts"
GOOD = frozenset({"supported", "one-source"})

SUPPORTED = "There were 46 people on board."
CONTRADICTED = "Rescuers took 53 people to safety."
MISQUOTED = "“We heard a terrible bang and then the lights went out,” Maria Holt said."
INVENTED = "The ferry carried 20 lorries and a bus."


@cache
def ferry() -> Checker:
    """Return a checker on the three articles of the story."""
    sources, unread = read_sources([STORY])
    return Checker(sources, unread=unread)


@cache
def story(name: str) -> Checker:
    """Return a checker on the articles of another story."""
    if name == "ferry":
        return ferry()
    folder = STORY.parent / name
    sources, unread = read_sources(sorted(folder.glob("*.txt")), manifest=folder / "manifest.toml")
    return Checker(sources, unread=unread)


def checked(text: str, name: str = "draft.md") -> DraftCheck:
    """Check a draft against the story, its suppressions included."""
    return finish(draft_from_text(text, name), ferry())


def one(sentence: str, name: str = "draft.md") -> Check:
    """Return the only check of a draft of one sentence."""
    [check] = checked(sentence + "\n", name).checks
    return check


def rows(name: str) -> list[tuple[str, str, str]]:
    """Return the rows of a table of planted errors and correct statements: draft, what is expected, the words."""
    lines = (CASES / name).read_text("utf-8").splitlines()[1:]
    return [tuple(line.split("\t")) for line in lines]  # type: ignore[misc]

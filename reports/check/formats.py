"""The formats of a check, in one table: name, suffixes, and the function that renders it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from compare.checking.gate import GateResult
from compare.checking.model import DraftCheck
from compare.errors import SettingsError
from reports.formats import Options

Renderer = Callable[[DraftCheck, GateResult, Options], str]


@dataclass(frozen=True, slots=True)
class CheckFormat:
    """One format."""

    name: str
    suffixes: tuple[str, ...]
    where: str  # 'module:function', imported when it is used
    styled: bool = False  # whether it takes the options of a terminal

    def render(self, checked: DraftCheck, result: GateResult, options: Options) -> str:
        """Return a check in this format."""
        module, _, name = self.where.partition(":")
        function = getattr(import_module(module), name)
        return str(function(checked, result, options) if self.styled else function(checked, result))


FORMATS = {
    row.name: row
    for row in (
        CheckFormat("text", (".txt",), "reports.check.text:render_text", styled=True),
        CheckFormat("line", (".log", ".line"), "reports.check.line:render_line"),
        CheckFormat("github", (), "reports.check.github:render_github"),
        CheckFormat("sarif", (".sarif",), "reports.check.sarif:render_sarif"),
        CheckFormat("sarif-github", (), "reports.check.sarif:render_for_github"),
        CheckFormat("json", (".json",), "reports.check.json:render_json"),
        CheckFormat("junit", (".xml",), "reports.check.junit:render_junit"),
        CheckFormat("html", (".html", ".htm"), "reports.check.html:render_html"),
        CheckFormat("markdown", (".md", ".markdown"), "reports.check.markdown:render_markdown"),
    )
}


def format_of(path: Path) -> str:
    """Return the format that a file's suffix asks for.  Raises ``SettingsError`` where none does."""
    if path.name.lower().endswith(".sarif.json"):
        return "sarif"
    for row in FORMATS.values():
        if path.suffix.lower() in row.suffixes:
            return row.name
    known = ", ".join(suffix for row in FORMATS.values() for suffix in row.suffixes)
    raise SettingsError(f"{path}: the suffix names no format; use one of {known}, or say -f.")

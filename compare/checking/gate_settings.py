"""The gate's settings: ``[tool.crosscheck]`` of ``pyproject.toml``, or ``crosscheck.toml``.

::

    must_state = ["The talks lasted three hours and 21 minutes."]
    fact_sheet = "facts.txt"          # one fact a line; lines that begin with '#' are left out
    sources = ["sources/"]            # what editors and hooks check drafts against; relative to this file
    manifest = "sources.toml"         # titles, publishers and dates of those sources

    [second-reader]                   # a model of your own; see ``compare.matching.second_reader``
    url = "http://localhost:11434/v1"

    [[gate]]
    id = "no-contradictions"
    kind = ["contradicted", "misquoted"]   # or one of them; every kind where it is left out
    severity = "high"                      # this or graver: high, medium, low
    state = "open"                         # open, suppressed, decided, known, any
    max = 0

In ``pyproject.toml`` the tables are ``[tool.crosscheck]`` and ``[[tool.crosscheck.gate]]``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from compare.checking.gate import DEFAULT_RULES, KNOWN_KINDS, STATES, GateRule
from compare.errors import SettingsError
from compare.facts.labels import SEVERITIES
from compare.settings import settings_file, settings_table

FIELDS = frozenset({"gate", "must_state", "fact_sheet", "sources", "manifest", "second-reader"})
RULE_FIELDS = frozenset({"id", "kind", "severity", "state", "max"})


@dataclass(frozen=True, slots=True)
class GateSettings:
    """What the gate is told."""

    rules: tuple[GateRule, ...] = DEFAULT_RULES
    must_state: tuple[str, ...] = ()
    path: Path | None = None  # the file they come from; None for the default
    sources: tuple[Path, ...] = ()  # for the commands that are given none: the language server, the hook
    manifest: Path | None = None


def find_settings(start: Path, given: Path | None = None) -> GateSettings:
    """Return the settings of ``given``, else of the nearest ``crosscheck.toml`` or ``pyproject.toml`` with a table.

    Looks in ``start`` and its parents.  Raises ``SettingsError`` where a file is damaged or says what is not known:
    a gate with a misspelt rule would pass what it should stop.
    """
    path = settings_file(start, given)
    return GateSettings() if path is None else read_settings(path)


def read_settings(path: Path) -> GateSettings:
    """Return the settings of one file."""
    table = settings_table(path)
    if table is None:
        raise SettingsError(f"{path}: there is no [tool.crosscheck] table in this file.")
    unknown = sorted(set(table) - FIELDS)
    if unknown:
        raise SettingsError(f"{path}: '{unknown[0]}' is no setting; use {', '.join(sorted(FIELDS))}.")
    rules = _rules(table["gate"], path) if "gate" in table else DEFAULT_RULES
    return GateSettings(rules, _facts(table, path), path, *_given_sources(table, path))


def _rules(rows: object, path: Path) -> tuple[GateRule, ...]:
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise SettingsError(f"{path}: write the gate's rules as [[gate]] tables, at least one.")
    rules = tuple(_rule(row, f"{path}: gate rule {number}") for number, row in enumerate(rows, start=1))
    names = [rule.id for rule in rules]
    double = next((name for name in names if names.count(name) > 1), None)
    if double:
        raise SettingsError(f"{path}: two gate rules are called '{double}'; give each its own id.")
    return rules


def _rule(row: Mapping[str, object], where: str) -> GateRule:
    unknown = sorted(set(row) - RULE_FIELDS)
    if unknown:
        raise SettingsError(f"{where}: '{unknown[0]}' is not known; use {', '.join(sorted(RULE_FIELDS))}.")
    name = row.get("id")
    if not isinstance(name, str) or not name.strip():
        raise SettingsError(f"{where} has no id; give it a name that says what it is for.")
    kind = row.get("kind", [])
    kinds = [kind] if isinstance(kind, str) else kind
    if not isinstance(kinds, list) or not all(k in KNOWN_KINDS for k in kinds):
        raise SettingsError(f"{where}: 'kind' must be of {', '.join(sorted(KNOWN_KINDS))}.")
    severity = _one_of(row.get("severity", "low"), SEVERITIES, "severity", where)
    state = _one_of(row.get("state", "open"), STATES, "state", where)
    most = row.get("max", 0)
    if isinstance(most, bool) or not isinstance(most, int) or most < 0:
        raise SettingsError(f"{where}: 'max' must be a whole number from 0.")
    return GateRule(name.strip(), frozenset(kinds), cast(Any, severity), cast(Any, state), most)


def _one_of(value: object, known: Sequence[str], name: str, where: str) -> str:
    if value not in known:
        raise SettingsError(f"{where}: '{name}' must be one of {', '.join(known)}.")
    return str(value)


def _given_sources(table: Mapping[str, Any], path: Path) -> tuple[tuple[Path, ...], Path | None]:
    """Return the sources and the manifest that the file names; their paths are relative to it."""
    sources, manifest = table.get("sources", []), table.get("manifest")
    if not isinstance(sources, list) or not all(isinstance(s, str) and s.strip() for s in sources):
        raise SettingsError(f"{path}: 'sources' must be a list of files and folders.")
    if manifest is not None and not isinstance(manifest, str):
        raise SettingsError(f"{path}: 'manifest' must be the name of a TOML file.")
    return tuple(path.parent / s for s in sources), None if manifest is None else path.parent / manifest


def _facts(table: Mapping[str, Any], path: Path) -> tuple[str, ...]:
    """Return the facts that must be stated: those of the file and those of its fact sheet."""
    facts = table.get("must_state", [])
    if not isinstance(facts, list) or not all(isinstance(f, str) and f.strip() for f in facts):
        raise SettingsError(f"{path}: 'must_state' must be a list of sentences.")
    sheet = table.get("fact_sheet")
    if sheet is None:
        return tuple(facts)
    if not isinstance(sheet, str):
        raise SettingsError(f"{path}: 'fact_sheet' must be the name of a text file.")
    return (*facts, *read_facts(path.parent / sheet))


def read_facts(path: Path) -> tuple[str, ...]:
    """Return the facts of a fact sheet, one a line.  Raises ``SettingsError`` for a sheet without any."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise SettingsError(f"{path}: the fact sheet cannot be read: {reason}.") from error
    facts = tuple(line.strip().lstrip("-*• ").strip() for line in lines if line.strip() and not line.startswith("#"))
    if not facts:
        raise SettingsError(f"{path}: the fact sheet holds no facts.")
    return facts

"""The settings of a comparison: one fixed set for all articles, named in every report; and where a desk's own stand."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare.errors import SettingsError

OWN = "crosscheck.toml"
PROJECT = "pyproject.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """What may be set.  Probabilities are from 0 to 1."""

    pair_at: float = 0.3  # two statements are paired from this probability (chosen by ``compare.matching.fit``)
    near_at: float = 0.1  # from here to ``pair_at`` a pair is listed as set aside
    most_set_aside: int = 1000  # near misses kept, the nearest first

    reader: bool = True  # whether the reader is asked about the likeliest pairs
    reader_folder: str = ""  # a desk's own model in the place of the reader; empty: the one that ships with Crosscheck
    weights: str = ""  # file of weights of the evidence; empty: those that ship with Crosscheck

    def as_words(self) -> Mapping[str, str]:
        """Return the settings as the report shows them."""
        return {
            "near_at": f"{self.near_at:g}",
            "most_set_aside": f"{self.most_set_aside:d}",
            "pair_at": f"{self.pair_at:g}",
            "reader": (self.reader_folder or "as shipped") if self.reader else "not asked",
            "weights": self.weights or "as shipped",
        }


DEFAULT = Settings()


def settings_file(start: Path, given: Path | None = None) -> Path | None:
    """Return ``given``, else the nearest ``crosscheck.toml``, or ``pyproject.toml`` with a table, of a folder upwards.

    Raises ``SettingsError`` where a file on the way is damaged.
    """
    if given is not None:
        return given
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / OWN).is_file():
            return folder / OWN
        if (folder / PROJECT).is_file() and settings_table(folder / PROJECT) is not None:
            return folder / PROJECT
    return None


def settings_table(path: Path) -> Mapping[str, Any] | None:
    """Return what a file of settings says; None where a ``pyproject.toml`` has no ``[tool.crosscheck]``.

    In a file of its own the tables may be written with or without 'tool.crosscheck' before their names.  Raises
    ``SettingsError`` where the file cannot be read or is no TOML.
    """
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise SettingsError(f"{path}: the settings cannot be read: {error.strerror or error}.") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: this is no valid TOML: {error}.") from error
    except RecursionError as error:
        raise SettingsError(f"{path}: the settings are nested too deeply.") from error
    except ValueError as error:  # an integer of thousands of digits
        raise SettingsError(f"{path}: the settings hold a number with too many digits.") from error
    tool = data.get("tool")
    found = tool.get("crosscheck") if isinstance(tool, dict) else None
    if found is not None and not isinstance(found, dict):
        raise SettingsError(f"{path}: 'tool.crosscheck' must be a table.")
    if path.name == PROJECT:
        return found
    return data if found is None else {**{k: v for k, v in data.items() if k != "tool"}, **found}

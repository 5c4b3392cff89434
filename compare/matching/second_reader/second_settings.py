"""What a desk says of its model: the table ``[second-reader]`` of ``crosscheck.toml``.

::

    [second-reader]                        # in pyproject.toml: [tool.crosscheck.second-reader]
    url = "http://localhost:11434/v1"      # of the server; '/chat/completions' is added
    model = "llama3.1"
    timeout = 60                           # seconds for one pair, redirects and repeats included
    most_pairs = 200                       # at most so many pairs of statements a run
    key_env = "DESK_KEY"                   # name of the environment variable that holds the key; never the key
    hosts = ["models.desk.example"]        # other hosts that may be asked, on the command line or by a redirect
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

from compare.errors import SettingsError

FIELDS = frozenset({"url", "model", "timeout", "most_pairs", "key_env", "hosts", "required"})
VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,127}")
LONGEST = 600.0  # seconds that one pair may be given
MOST = 10_000  # pairs
CACHE = "crosscheck-second-reader.sqlite"
NAME = 200  # characters of the name of a model


@dataclass(frozen=True, slots=True)
class SecondSettings:
    """Whom to ask, and how much."""

    url: str  # of the server's chat completions
    model: str
    hosts: frozenset[str] = frozenset()  # hosts that may be asked beside this machine, lower case
    timeout: float = 60.0  # seconds for one pair
    most_pairs: int = 200
    key: str | None = field(default=None, repr=False)  # what the environment holds; never written anywhere
    required: bool = False  # whether a pair without an answer makes the run incomplete
    cache: Path | None = None  # file in which answers are kept; None: they are not kept

    @property
    def where(self) -> str:
        """The server as it is named to people: 'localhost:11434'."""
        return urlsplit(self.url).netloc


def read_second_settings(
    table: Mapping[str, Any],
    where: str,
    environment: Mapping[str, str],
    *,
    url: str | None = None,
    model: str | None = None,
    required: bool = False,
    cache: Path | None = None,
) -> SecondSettings | None:
    """Return what a table says, overruled by what a command was given; None where neither names a server.

    ``where`` names the table for messages.  Raises ``SettingsError`` for what is unknown or out of range, for a host
    that is neither this machine nor named in the table, and for a key that is not in the environment.
    """
    unknown = sorted(set(table) - FIELDS)
    if unknown:
        raise SettingsError(f"{where}: '{unknown[0]}' is no setting; use {', '.join(sorted(FIELDS))}.")
    own = _text(table, "url", where)
    if url is None and own is None:
        return None
    named = _hosts(table, where) | ({host_of(own, where)} if own else set())
    asked = chat_address(url or own or "", where)
    host = host_of(asked, where)
    if host not in named and not is_this_machine(host):
        raise SettingsError(
            f"'{host}' is not this machine, and no settings name it: "
            f'write hosts = ["{host}"] into [second-reader] of crosscheck.toml to allow it.'
        )
    chosen = model or _text(table, "model", where)
    if not chosen:
        raise SettingsError(f"{where}: name the model of the second reader with --model, or as 'model'.")
    if len(chosen) > NAME or not chosen.isprintable():
        raise SettingsError(f"{where}: the name of the model must be printable, of at most {NAME} characters.")
    return SecondSettings(
        asked,
        chosen,
        frozenset(named),
        _number(table, "timeout", 60.0, LONGEST, where),
        int(_number(table, "most_pairs", 200, MOST, where, whole=True)),
        _key(table, where, environment),
        required or _flag(table, "required", where),
        cache,
    )


def chat_address(url: str, where: str) -> str:
    """Return the address of the chat completions of a server: 'http://localhost:11434', with or without '/v1'."""
    parts = _split(url, where)
    path = parts.path.rstrip("/")
    if not path.endswith("/chat/completions"):
        path = f"{path or '/v1'}/chat/completions"
    return parts._replace(path=path, fragment="").geturl()


def host_of(url: str, where: str) -> str:
    """Return the host of an address, lower case."""
    return (_split(url, where).hostname or "").lower()


def is_this_machine(host: str) -> bool:
    """Tell whether a host is this machine: 'localhost', or a numeric loopback address."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _split(url: str, where: str) -> SplitResult:
    shown = url[:200]
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise SettingsError(f"{where}: '{shown}' is no web address: {error}.") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0 or any(c.isspace() for c in url):
        raise SettingsError(
            f"{where}: '{shown}' is no address of a server; write http://HOST:PORT/v1 or https://HOST/v1."
        )
    if parts.username is not None or parts.password is not None:
        raise SettingsError(
            f"{where}: there is a name or password in the address of the second reader; "
            "put a key into the environment, and the variable's name into 'key_env'."
        )
    return parts


def _text(table: Mapping[str, Any], name: str, where: str) -> str | None:
    value = table.get(name)
    if value is not None and (not isinstance(value, str) or not value.strip()):
        raise SettingsError(f"{where}: '{name}' must be text.")
    return value.strip() if value else None


def _flag(table: Mapping[str, Any], name: str, where: str) -> bool:
    value = table.get(name, False)
    if not isinstance(value, bool):
        raise SettingsError(f"{where}: '{name}' must be true or false.")
    return value


def _number(
    table: Mapping[str, Any], name: str, default: float, most: float, where: str, *, whole: bool = False
) -> float:
    value = table.get(name, default)
    kinds = (int,) if whole else (int, float)
    if isinstance(value, bool) or not isinstance(value, kinds) or not 0 < value <= most:
        what = "a whole number" if whole else "a number"
        raise SettingsError(f"{where}: '{name}' must be {what} above 0, of at most {most:g}.")
    return float(value)


def _hosts(table: Mapping[str, Any], where: str) -> set[str]:
    value = table.get("hosts", [])
    if not isinstance(value, list) or not all(isinstance(h, str) and re.fullmatch(r"[^\s/@]+", h) for h in value):
        raise SettingsError(f"{where}: 'hosts' must be a list of host names, such as [\"models.desk.example\"].")
    return {h.lower().strip("[]") for h in value}


def _key(table: Mapping[str, Any], where: str, environment: Mapping[str, str]) -> str | None:
    """Return the key that the environment holds; what stands in its place is never repeated: it may be the key."""
    name = _text(table, "key_env", where)
    if name is None:
        return None
    if not VARIABLE.fullmatch(name):
        raise SettingsError(
            f"{where}: 'key_env' must be the name of an environment variable, such as DESK_KEY; never the key itself."
        )
    key = environment.get(name, "").strip()
    if not key:
        raise SettingsError(f"{where}: 'key_env' names an environment variable that is not set; set it to the key.")
    if not key.isascii() or not key.isprintable():
        raise SettingsError(f"{where}: the key in the environment holds characters that cannot be sent.")
    return key

"""Whom a desk may name, and what is refused: other hosts, keys in the open, what is no setting."""

from __future__ import annotations

from typing import Any

import pytest

from compare.errors import SettingsError
from compare.matching.second_reader import SecondSettings, read_second_settings


def read(table: dict[str, Any], environment: dict[str, str] | None = None, **given: Any) -> SecondSettings | None:
    return read_second_settings(table, "crosscheck.toml: second-reader", environment or {}, **given)


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("http://localhost:11434", "http://localhost:11434/v1/chat/completions"),
        ("http://localhost:11434/", "http://localhost:11434/v1/chat/completions"),
        ("http://127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1/chat/completions"),
        ("http://[::1]:8080/v1/", "http://[::1]:8080/v1/chat/completions"),
        ("http://127.8.8.8/v1/chat/completions", "http://127.8.8.8/v1/chat/completions"),
        ("https://localhost/desk/v1?deployment=a", "https://localhost/desk/v1/chat/completions?deployment=a"),
    ],
)
def test_this_machine_may_be_asked(url: str, asked: str) -> None:
    found = read({}, url=url, model="m")
    assert found is not None
    assert found.url == asked
    assert (found.timeout, found.most_pairs, found.hosts, found.key) == (60.0, 200, frozenset(), None)


def test_nothing_named_nothing_asked() -> None:
    assert read({}) is None
    assert read({"model": "m", "hosts": ["a.example"]}) is None


@pytest.mark.parametrize(
    "url",
    """http://models.example/v1 http://10.0.0.1/v1 http://localhost.example/v1 http://127.1/v1 http://2130706433/v1
    http://0x7f000001/v1 http://0.0.0.0/v1 http://[::ffff:10.0.0.1]/v1 http://127.0.0.1.example/v1""".split(),
)
def test_another_host_must_stand_in_the_settings(url: str) -> None:
    with pytest.raises(SettingsError, match="is not this machine, and no settings name it"):
        read({}, url=url, model="m")


def test_hosts_of_the_settings_may_be_asked() -> None:
    own = {"url": "https://Models.Example/v1", "model": "m", "hosts": ["Other.example"]}
    found = read(own)
    assert found is not None
    assert found.hosts == {"models.example", "other.example"}
    given = read(own, url="https://other.example/v1", model="n")
    assert given is not None
    assert (given.url, given.model) == ("https://other.example/v1/chat/completions", "n")
    with pytest.raises(SettingsError, match=r"third\.example"):
        read(own, url="https://third.example/v1")


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ({"url": "ftp://localhost/v1", "model": "m"}, "no address of a server"),
        ({"url": "localhost:11434", "model": "m"}, "no address of a server"),
        ({"url": "http://", "model": "m"}, "no address of a server"),
        ({"url": "http://localhost:99999", "model": "m"}, "no web address"),
        ({"url": "http://localhost:1/a b", "model": "m"}, "no address of a server"),
        ({"url": "http://user:word@localhost/v1", "model": "m"}, "name or password"),
        ({"url": "http://localhost/v1"}, "name the model"),
        ({"url": "http://localhost/v1", "model": "a\nb"}, "printable"),
        ({"url": "http://localhost/v1", "model": 3}, "'model' must be text"),
        ({"url": "http://localhost/v1", "model": "m", "timeout": 0}, "'timeout' must be a number above 0"),
        ({"url": "http://localhost/v1", "model": "m", "timeout": "60"}, "'timeout' must be a number"),
        ({"url": "http://localhost/v1", "model": "m", "most_pairs": 1.5}, "'most_pairs' must be a whole number"),
        ({"url": "http://localhost/v1", "model": "m", "most_pairs": True}, "'most_pairs' must be a whole number"),
        ({"url": "http://localhost/v1", "model": "m", "hosts": "a.example"}, "'hosts' must be a list"),
        ({"url": "http://localhost/v1", "model": "m", "hosts": ["http://a.example/"]}, "'hosts' must be a list"),
        ({"url": "http://localhost/v1", "model": "m", "required": "yes"}, "'required' must be true or false"),
        ({"url": "http://localhost/v1", "model": "m", "key": "x"}, "'key' is no setting"),
    ],
)
def test_what_is_wrong_is_named(table: dict[str, Any], told: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read(table)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_key_comes_from_the_environment_and_is_never_shown() -> None:
    table = {"url": "http://localhost/v1", "model": "m", "key_env": "DESK_KEY"}
    found = read(table, {"DESK_KEY": " secret-word\n"})
    assert found is not None
    assert found.key == "secret-word"
    assert "secret-word" not in repr(found)
    for wrong in ({}, {"DESK_KEY": ""}, {"DESK_KEY": "sécret"}):
        with pytest.raises(SettingsError) as caught:
            read(table, wrong)
        assert "cret" not in str(caught.value)
    with pytest.raises(SettingsError, match="never the key itself") as caught:
        read({**table, "key_env": "sk-secret-word"})
    assert "secret-word" not in str(caught.value)

"""The report in a terminal: same findings, every place, nothing that steers the screen."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from golden_files import golden, open_ended
from sample_comparison import sample_comparison

from reports.terminal import render_text, to_ascii
from reports.view import build_view


def test_golden() -> None:
    assert open_ended(render_text(build_view(sample_comparison()))) == golden("text")


@pytest.mark.parametrize("width", [20, 80, 100, 200])
def test_fits_the_terminal_from_80_columns(width: int) -> None:
    text = render_text(build_view(sample_comparison()), width=width)
    assert max(len(line) for line in text.split("\n")) <= max(80, width)


def test_places_totals_and_what_was_not_read() -> None:
    text = render_text(build_view(sample_comparison()))
    for place in ("harbour/alpha.txt:3:1", "harbour/gamma.txt:5:1", "odd/hostile.txt:1:1"):
        assert place in text
    assert "1 conflict, 1 update, 1 difference, 1 same value, 0 compatible, 1 to read together" in text
    assert "harbour/broken.pdf: the file is not a PDF" in text


def test_ascii_says_the_same() -> None:
    text = render_text(build_view(sample_comparison()), ascii_only=True)
    assert text.isascii()
    for sign in ("!= Conflict", "-> Update", "+- Difference", "o---"):
        assert sign in text
    assert to_ascii("→ “a” ● ż") == '-> "a" * ?'


def test_no_source_can_steer_the_screen() -> None:
    text = render_text(build_view(sample_comparison()))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    colour = render_text(build_view(sample_comparison()), color=True)
    assert re.search("\x1b\\[", colour)
    assert not re.sub("\x1b\\[[0-9;]*m", "", colour).count("\x1b")


def test_no_source_is_cut_and_repeats_are_one_row() -> None:
    comparison = sample_comparison()
    update = comparison.facts[1]
    many = replace(update, answers=update.answers * 5)
    text = render_text(build_view(replace(comparison, facts=(comparison.facts[0], many, *comparison.facts[2:]))))
    assert text.count("5 hours, expected") == 1 + text.count("4 to 5 hours, expected")
    assert "A, five times" in text
    assert text.count("harbour/gamma.txt:3:1") >= 5
    assert "more:" not in text

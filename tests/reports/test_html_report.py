"""The HTML report: one file, no script, no remote resource, hostile text harmless, readable at 320 pixels."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from golden_files import golden, open_ended
from sample_comparison import HOSTILE, SOURCES, UPDATE, sample_comparison

from compare.errors import SettingsError
from compare.model import Comparison
from reports.finding_view import Decision
from reports.formats import Options, render
from reports.html import PRINTED, render_html
from reports.view import build_view
from reports.wording import shown

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

VOID = {"meta", "link", "br", "input", "img"}


class Reader(HTMLParser):
    """Collects tags, attributes and text, and checks that tags close in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def ids(self) -> list[str]:
        return [value for _, attrs in self.tags if (value := attrs.get("id"))]

    def links(self) -> list[str]:
        return [
            href[1:] for tag, attrs in self.tags if tag == "a" and (href := attrs.get("href") or "").startswith("#")
        ]


def page(comparison: Comparison | None = None, **more: object) -> str:
    return render(comparison or sample_comparison(), "html", **more)  # type: ignore[arg-type]


def test_golden() -> None:
    assert open_ended(page()) == golden("html")


def test_no_script_no_remote_resource_no_inline_style() -> None:
    read = Reader(page())
    assert not {tag for tag, _ in read.tags} & {"script", "iframe", "object", "embed", "base", "img"}
    for tag, attributes in read.tags:
        assert not [name for name in attributes if name.startswith("on") or name in ("style", "src", "srcset")], tag
        if tag == "link":
            assert attributes["href"] == "data:,"


def test_the_policy_allows_exactly_the_style() -> None:
    text = page()
    style = text[text.index("<style>") + 7 : text.index("</style>")]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in text
    assert text.index("Content-Security-Policy") < text.index("<style>")
    assert "url(" not in style
    assert "@import" not in style


def test_ids_are_unique_and_every_link_leads_somewhere() -> None:
    for articles in ("full", "excerpts", "none"):
        read = Reader(page(articles=articles))
        assert [i for i, n in Counter(read.ids()).items() if n > 1] == []
        assert set(read.links()) <= set(read.ids())


def test_highlights_link_both_ways() -> None:
    text = page()
    for anchor, card in (("A-29", "f2"), ("C-17", "f2"), ("A-122", "f1")):
        assert f'<a href="#{anchor}">Article' in text
        highlight = text[text.index(f'id="{anchor}"') :]
        assert f'href="#{card}"' in highlight[: highlight.index("</p>")]


def test_hostile_text_is_shown_and_inert() -> None:
    text = page()
    assert shown(HOSTILE) in re.sub(r"\s+", " ", " ".join(Reader(text).text))
    assert "<script" not in text
    assert "javascript:" not in " ".join(a.get("href") or "" for _, a in Reader(text).tags)
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e]", text)


def test_a_source_address_that_is_no_web_page_is_no_link() -> None:
    bad, good = replace(SOURCES[0], url="javascript:alert(1)"), replace(SOURCES[1], url='https://x.example/"><b>')
    text = page(replace(sample_comparison(), sources=(bad, good, *SOURCES[2:])))
    assert "javascript:alert(1)" not in [a.get("href") for _, a in Reader(text).tags]
    assert 'https://x.example/"><b>' in [a.get("href") for _, a in Reader(text).tags]
    assert 'rel="noopener noreferrer nofollow"' in text


def test_the_words_of_the_design() -> None:
    words = " ".join(Reader(page()).text)
    for heading in (
        "Findings",
        "Who says what",
        "Compared: the same, or compatible",
        "These speak of the same; read both",
        "One source only",
        "From expected to reported",
        "Set aside",
        "Full articles",
        "Method",
    ):
        assert heading in words
    for phrase in (
        "In their words",
        "What these sources support",
        "Why we think so",
        "Not compared (comment form):",
        "alpha.txt:3:1",
        SOURCES[0].sha256,
        "39 minutes less",
    ):
        assert phrase in words


def test_decisions_are_shown_and_filtered() -> None:
    decision = Decision("update", "Accepted as an update", "mk", "21 November 2026", "Lead **with** <C>.")
    text = page(decisions={UPDATE: decision})
    assert "Accepted as an update by mk, 21 November 2026." in text
    assert '<div class="note small"><p>Lead <strong>with</strong> &lt;C&gt;.</p></div>' in text
    assert 'id="r-done"' in text
    assert 'id="r-done"' not in page()


def test_cut_lists_say_how_many_are_shown() -> None:
    comparison = sample_comparison()
    text = page(replace(comparison, set_aside=comparison.set_aside * 33, single=comparison.single * 40))
    assert "30 of 33 shown; all are in the JSON report." in text
    assert "60 of 80 shown; all are in the JSON report." in text


def test_no_statement_of_a_card_is_cut_and_what_is_folded_is_named() -> None:
    comparison = sample_comparison()
    update = comparison.facts[1]
    text = page(replace(comparison, facts=(comparison.facts[0], replace(update, answers=update.answers * 9))))
    card = text[text.index('id="f2"') : text.index("</article>", text.index('id="f2"'))]
    assert "(A, 9 times)" in card
    assert "<summary>A says it 8 times more" in card
    assert card.count("the talks took") >= 9


def test_a_template_of_ones_own(tmp_path: Path) -> None:
    mine = tmp_path / "mine.html"
    mine.write_text("<h1>{{ view.title }}</h1>{% for f in view.findings %}<p>{{ f.question }}</p>{% endfor %}", "utf-8")
    text = page(options=Options(template=mine))
    assert text.startswith("<h1>Four articles compared")
    assert "&lt;script&gt;" in text
    for broken, sentence in (
        ("{% if %}", "mine.html:1: the template is not valid"),
        ("{{ nothing }}", "cannot be used"),
    ):
        mine.write_text(broken, "utf-8")
        with pytest.raises(SettingsError, match=sentence):
            page(options=Options(template=mine))
    with pytest.raises(SettingsError, match="cannot be used"):
        page(options=Options(template=tmp_path / "absent.html"))


def test_a_template_may_replace_a_part_of_the_page(tmp_path: Path) -> None:
    mine = tmp_path / "report.html"  # the same name as the packaged page
    mine.write_text(
        '{% extends "crosscheck/report.html" %}{% block aside %}<p>Ask the desk.</p>{% endblock %}', "utf-8"
    )
    text = page(options=Options(template=mine))
    assert "<p>Ask the desk.</p>" in text
    assert 'id="findings"' in text
    assert 'id="aside"' not in text
    mine.write_text('{% extends "report.html" %}', "utf-8")
    with pytest.raises(SettingsError, match="extends or includes itself"):
        page(options=Options(template=mine))


# --- in a real browser -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail("Chromium is not installed, and CI must run the browser tests")
        pytest.skip("Chromium is not installed")
    from playwright.sync_api import sync_playwright

    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu", *quiet])
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    file = tmp_path / "report.html"
    file.write_text(page(), encoding="utf-8")
    tab = browser.new_page(viewport={"width": 320, "height": 700}, reduced_motion="reduce")
    tab.requested = []  # type: ignore[attr-defined]
    tab.on("request", lambda request: tab.requested.append(request.url))  # type: ignore[attr-defined]
    tab.goto(file.as_uri())
    yield tab
    tab.close()


@pytest.mark.browser
def test_browser_loads_nothing_and_runs_nothing(opened: Page) -> None:
    addresses = [url for url in opened.requested if not url.startswith("data:")]  # type: ignore[attr-defined]
    assert [url.rsplit("/", 1)[-1] for url in addresses] == ["report.html"]
    assert opened.title().startswith("1 conflict, 1 update")


@pytest.mark.browser
def test_browser_refuses_an_injected_script(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "injected.html"
    attack = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"></main>"
    file.write_text(page().replace("</main>", attack), encoding="utf-8")
    tab = browser.new_page()
    tab.goto(file.as_uri())
    tab.wait_for_timeout(200)
    assert "owned" not in tab.title()
    tab.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 700, 1200])
def test_browser_never_scrolls_sideways(opened: Page, width: int) -> None:
    opened.set_viewport_size({"width": width, "height": 700})
    opened.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert opened.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
def test_browser_filters_without_script(opened: Page) -> None:
    assert opened.locator(".index li:visible").count() == 3
    opened.locator("#k-conflict").check()
    assert opened.locator(".index li:visible").count() == 1
    assert opened.locator(".card:visible").count() == 1
    opened.locator("button[type=reset]").click()
    opened.locator("#x-b").check()
    assert opened.locator(".index li:visible").count() == 2


@pytest.mark.browser
def test_browser_follows_highlights_both_ways(opened: Page) -> None:
    opened.locator("#f2 .go a").first.click()
    assert opened.url.endswith("#A-29")
    assert opened.locator("#A-29").evaluate("e => e.matches(':target')")
    opened.locator("#A-29 + a.ref").press("Enter")  # by keyboard, as well as by pointer
    assert opened.url.endswith("#f2")


@pytest.mark.browser
def test_browser_shows_both_themes_with_contrast(opened: Page) -> None:
    for theme in ("light", "dark"):
        opened.locator(f"#th-{theme}").check()
        shades = opened.evaluate(
            """() => ['.short', '.muted', '.k-conflict', '.k-update', '.k-differ', '.k-agree', 'summary'].map(s => {
                const e = document.querySelector(s), ink = getComputedStyle(e).color;
                return [s, ink, getComputedStyle(document.documentElement).backgroundColor]; })"""
        )
        for selector, ink, paper in shades:
            assert contrast(ink, paper) >= 4.5, (theme, selector, ink, paper)


@pytest.mark.browser
@pytest.mark.parametrize(("theme", "width"), [("light", 1200), ("dark", 1200), ("light", 320)])
def test_browser_finds_no_barrier(browser: Browser, tmp_path: Path, theme: str, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    file = tmp_path / "report.html"
    file.write_text(page(), encoding="utf-8")
    tab = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=theme, bypass_csp=True)  # type: ignore[arg-type]
    tab.goto(file.as_uri())
    tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    found = Axe().run(tab)
    assert [(v["id"], v["nodes"][0]["html"]) for v in found.response["violations"]] == []
    tab.close()


def contrast(one: str, other: str) -> float:
    """Return the contrast of two 'rgb(…)' colours (WCAG 2.2, relative luminance)."""

    def luminance(colour: str) -> float:
        parts = [int(x) / 255 for x in re.findall(r"\d+", colour)[:3]]
        linear = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.browser
def test_browser_prints_the_findings_on_few_pages(browser: Browser, tmp_path: Path) -> None:
    """However many statements are to be read together, a dozen of them are printed, and the page says so."""
    view = build_view(sample_comparison())
    many = replace(view, alike=tuple(replace(f, anchor=f"r{n}") for n, f in enumerate(view.alike * 40, 1)))
    file = tmp_path / "long.html"
    file.write_text(render_html(many), encoding="utf-8")
    tab = browser.new_page()
    tab.goto(file.as_uri())
    assert not tab.get_by_text("12 of 40 printed").is_visible()
    tab.emulate_media(media="print")
    assert tab.get_by_text("12 of 40 printed").is_visible()
    rows = tab.locator("#alike .agr > li")
    assert sum(row.is_visible() for row in rows.all()) == PRINTED
    tab.emulate_media(media="screen")
    tab.locator("#pr-full").check()
    tab.emulate_media(media="print")
    assert sum(row.is_visible() for row in rows.all()) == rows.count() > PRINTED
    assert not tab.get_by_text("12 of 40 printed").is_visible()
    tab.close()

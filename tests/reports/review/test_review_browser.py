"""The review pages in a real Chromium: keys, two browsers at once, no script, accessibility, hostile articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from review_project import Asked, comparison, many
from review_server import chromium, serving

from compare.wire.report import dumps, to_json
from reports.review.events import Entry, record
from reports.review.listing import listed
from reports.review.queue import Filter
from reports.review.runs import update
from reports.review.store import Store, open_store
from reports.review.verify import verify

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(str(tmp_path / "p.crosscheck"), create=True)
    found = many(10)
    update(opened, found, dumps(to_json(found)))
    yield opened
    opened.close()


@pytest.fixture
def address(store: Store) -> Iterator[str]:
    with serving(store, "X-User") as where:
        yield where


def opened(browser: Browser, user: str = "ana", **more: Any) -> Page:
    context = browser.new_context(extra_http_headers={"X-User": user}, **more)
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(f"script error: {error}"))
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    page.on("console", lambda told: pytest.fail(told.text) if "Content Security Policy" in told.text else None)
    return page


def test_ten_findings_by_keyboard_alone(browser: Browser, address: str, store: Store) -> None:
    page = opened(browser)
    page.goto(address)
    page.keyboard.press("j")
    page.wait_for_url("**/f/**")
    seen = []
    for place in range(10):
        seen.append(page.url.rpartition("/")[2])
        page.keyboard.press(str(place % 5 + 1))
        if place == 3:
            page.keyboard.press("n")
            page.keyboard.type("Ask j, k and 5 of them; why?")
            page.keyboard.press("Control+Enter")
        else:
            page.keyboard.press("Enter")
        page.wait_for_url(lambda url, last=seen[-1]: not url.endswith(last))
    assert len(set(seen)) == 10
    rows = {row["key"]: row for row in listed(store, Filter(), "ana")}
    names = ["conflict", "update", "no-conflict", "wrong-match", "needs-call"]
    assert [rows[key]["decision"] for key in seen] == names * 2
    assert rows[seen[3]]["note"] == "Ask j, k and 5 of them; why?"
    assert verify(store).events == 10
    page.context.close()


def test_moving_undoing_and_looking_why(browser: Browser, address: str, store: Store) -> None:
    page = opened(browser)
    keys = [row["key"] for row in listed(store, Filter(), "ana")]
    page.goto(f"{address}/f/{keys[1]}")
    page.keyboard.press("j")
    page.wait_for_url(f"**/f/{keys[2]}")
    page.keyboard.press("k")
    page.wait_for_url(f"**/f/{keys[1]}")
    page.keyboard.press("w")
    assert page.locator("details.why").get_attribute("open") is not None
    page.keyboard.press("?")
    assert page.locator("details.kb").get_attribute("open") is not None
    page.keyboard.press("2")
    page.locator("#save").click()
    page.wait_for_url(f"**/f/{keys[2]}")
    page.goto(f"{address}/f/{keys[1]}")
    page.keyboard.press("u")
    page.get_by_text("undo of “Update”").wait_for()
    page.keyboard.press("/")
    page.wait_for_url(f"{address}/#f-text")
    page.wait_for_function("document.activeElement.id === 'f-text'")
    page.context.close()


def test_keys_can_be_switched_off(browser: Browser, address: str, store: Store) -> None:
    page = opened(browser)
    page.goto(f"{address}/f/{listed(store, Filter(), 'ana')[0]['key']}")
    page.keyboard.press("?")
    with page.expect_navigation():
        page.locator("#keys").uncheck()
    where = page.url
    page.keyboard.press("3")
    page.keyboard.press("j")
    page.wait_for_timeout(200)
    assert page.url == where
    assert page.locator("input[name=decision]:checked").count() == 0
    page.context.close()


def test_two_browsers_decide_at_once(browser: Browser, address: str, store: Store) -> None:
    of = listed(store, Filter(), "ana")[0]["key"]
    first, second = opened(browser, "ana"), opened(browser, "ben")
    for page in (first, second):
        page.goto(f"{address}/f/{of}")
    first.locator("input[name=decision][value='1']").check()
    first.locator("#note").fill("The owner counts the crew.")
    first.locator("#save").click()
    first.wait_for_url(lambda url: of not in url)
    second.locator("input[name=decision][value='3']").check()
    second.locator("#note").fill("Typed for an hour.")
    second.locator("#to").fill("eve")
    second.locator("#save").click()
    second.get_by_text("Keep theirs").wait_for()
    assert second.get_by_text("The owner counts the crew.").first.is_visible()
    assert second.get_by_text("ana wrote here while you had it open").is_visible()
    assert second.locator("#note").input_value() == "Typed for an hour."
    assert second.locator("#to").input_value() == "eve"
    assert second.locator("input[name=decision][value='3']").is_checked()
    second.get_by_text("Record a second opinion").click()
    second.wait_for_url(lambda url: of not in url)
    row = next(row for row in listed(store, Filter(), "ana") if row["key"] == of)
    assert (row["state"], sorted(o["by"] for o in row["opinions"])) == ("two opinions", ["ana", "ben"])
    for page in (first, second):
        page.context.close()


def test_one_person_in_two_windows_has_one_opinion(browser: Browser, address: str, store: Store) -> None:
    of = listed(store, Filter(), "ana")[0]["key"]
    first, second = opened(browser), opened(browser)
    for page in (first, second):
        page.goto(f"{address}/f/{of}")
    for page, number in ((first, "1"), (second, "3")):
        page.keyboard.press(number)
        page.keyboard.press("Enter")
        page.wait_for_load_state()
    second.get_by_text("You wrote here in another window").wait_for()
    assert second.get_by_text("second opinion").count() == 0
    second.get_by_text("Keep what stands").click()
    second.locator("#decide input[name=decision][value='1']:checked").wait_for()
    row = next(row for row in listed(store, Filter(), "ana") if row["key"] == of)
    assert (row["decision"], verify(store).events) == ("conflict", 1)
    for page in (first, second):
        page.context.close()


def test_everything_works_without_script(browser: Browser, address: str, store: Store) -> None:
    page = opened(browser, java_script_enabled=False)
    page.goto(address)
    page.locator("#f-kind").select_option("update")
    page.get_by_role("button", name="Show").click()
    page.locator(".list a").first.click()
    of = page.url.partition("/f/")[2].partition("?")[0]
    page.get_by_text("No conflict").click()
    page.locator("#note").fill("Fine *both*.")
    page.locator("#to").fill("ben")
    page.get_by_role("button", name="Save and go to next").click()
    page.wait_for_url(lambda url: of not in url)
    row = next(row for row in listed(store, Filter(), "ana") if row["key"] == of)
    assert (row["decision"], row["assignee"], row["kind"]) == ("no-conflict", "ben", "update")
    page.goto(f"{address}/f/{of}")
    assert page.locator(".log em").inner_text() == "both"
    page.get_by_role("button", name="Undo my last").click()
    page.get_by_text("undo of “No conflict”").wait_for()
    page.goto(f"{address}/double")
    page.locator("#first").fill("ana")
    page.locator("#second").fill("ben")
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("button", name="End it and show both").click()
    page.get_by_text("Both decided").wait_for()
    page.goto(f"{address}/handover")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the decisions").click()
    page.set_input_files("#file", download.value.path())
    page.get_by_role("button", name="Take over").click()
    page.get_by_text("0 events taken over, 2 were already here").wait_for()
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing(browser: Browser, address: str, store: Store, width: int, scheme: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    keys = [row["key"] for row in listed(store, Filter(), "ana")]
    record(store, Entry(keys[0], "decide", "ana", "conflict", note="- a *list*\n\n> and [a link](https://example.org)"))
    record(store, Entry(keys[0], "decide", "ben", "update", second=True, assignee="eve"))
    record(store, Entry(keys[1], "decide", "ben", "needs-call"))
    page = opened(browser, viewport={"width": width, "height": 900}, color_scheme=scheme)
    for where in ("/", f"/f/{keys[0]}", f"/f/{keys[2]}", "/?state=not+found+again", "/handover", "/double", "/none"):
        page.goto(address + where)
        for summary in page.locator("summary").all():
            summary.click()
        _clean(Axe().run(page), where)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, where
    page.goto(f"{address}/f/{keys[3]}")
    record(store, Entry(keys[3], "decide", "ben", "update", note="quicker"))
    page.locator("input[name=decision][value='1']").check()
    page.locator("#save").click()
    page.get_by_text("Keep theirs").wait_for()
    _clean(Axe().run(page), "conflict")
    page.context.close()


def _clean(results: Any, where: str) -> None:
    assert results.violations_count == 0, f"{where}: {results.generate_report()}"


HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>\"'><svg onload=alert(3)> {{7*7}} </textarea><b>"


def test_a_hostile_article_never_executes(browser: Browser, tmp_path: Path) -> None:
    asked = Asked(HOSTILE, {"a.txt": (HOSTILE + " five", HOSTILE), "b.txt": (HOSTILE + " six", "6" + HOSTILE)})
    found = comparison((asked,), ("a.txt", "b.txt"))
    found = replace(found, sources=tuple(replace(s, title=HOSTILE, publisher=HOSTILE) for s in found.sources))
    store = open_store(str(tmp_path / "x.crosscheck"), create=True)
    update(store, found, dumps(to_json(found)))
    of = listed(store, Filter(), "ana")[0]["key"]
    note = HOSTILE + "\n\n[x](javascript:alert(4)) <javascript:alert(5)> ![x](x:x onerror=alert(6))"
    record(store, Entry(of, "decide", HOSTILE[:60], "conflict", note=note, follow=HOSTILE[:90], assignee=HOSTILE[:80]))
    with serving(store) as address:
        page = opened(browser)
        for where in ("/", f"/f/{of}", "/handover", "/double", "/report.html"):
            page.goto(address + where)
            page.wait_for_timeout(100)
            if where != "/report.html":
                assert page.locator("img, iframe, svg[onload], b").count() == 0
                assert page.locator("script").count() == 1
                assert page.locator("a[href^='javascript:']").count() == 0
        page.context.close()
    store.close()


def test_the_policy_stops_a_script_that_got_in(browser: Browser, address: str, store: Store) -> None:
    context = browser.new_context(extra_http_headers={"X-User": "ana"})
    page = context.new_page()
    page.goto(address)
    page.evaluate("""() => {
        const script = document.createElement('script');
        script.textContent = 'window.owned = 1';
        document.body.append(script);
        const line = document.createElement('i');
        line.setAttribute('onclick', 'window.owned = 1');
        document.body.append(line);
        line.click();
    }""")
    assert page.evaluate("window.owned") is None
    context.close()


@pytest.mark.parametrize("way", ["keyboard", "mouse"])
def test_nothing_is_saved_without_a_choice(browser: Browser, address: str, store: Store, way: str) -> None:
    page = opened(browser, viewport={"width": 1280, "height": 800})
    page.goto(f"{address}/f/{listed(store, Filter(), 'ana')[0]['key']}")
    for name in ("#save", "input[name=decision][value='1']", "input[name=decision][value='5']"):
        box = page.locator(name).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 800, name
    if way == "keyboard":
        page.keyboard.press("Enter")
    else:
        page.locator("#save").click()
    page.get_by_text("Choose a decision.").wait_for()
    assert verify(store).events == 0
    page.context.close()


@pytest.mark.parametrize("way", ["keyboard", "mouse"])
def test_words_are_found_and_several_decided(browser: Browser, address: str, store: Store, way: str) -> None:
    page = opened(browser)
    page.goto(address)
    words = listed(store, Filter(), "ana")[0]["question"]
    if way == "keyboard":
        page.keyboard.press("/")
        page.keyboard.type(words)
        page.keyboard.press("Enter")
    else:
        page.locator("#f-text").fill(words)
        page.get_by_role("button", name="Show").click()
    page.wait_for_url("**text=**")
    for box in page.locator("input[name=pick]").all():
        if way == "keyboard":
            box.focus()
            page.keyboard.press("Space")
        else:
            box.click()
    page.locator("#several").select_option("wrong-match")
    page.get_by_role("button", name="Decide").click()
    page.get_by_text("decided: Wrong match.").wait_for()
    count = verify(store).events
    assert count >= 1
    page.get_by_role("button", name="Undo these").click()
    page.get_by_text("undone.").wait_for()
    assert verify(store).events == 2 * count
    page.context.close()


def test_the_search_is_reached_from_a_finding(browser: Browser, address: str, store: Store) -> None:
    page = opened(browser)
    page.goto(f"{address}/f/{listed(store, Filter(), 'ana')[0]['key']}")
    page.keyboard.press("/")
    page.wait_for_url("**/#f-text")
    page.locator("#f-text:focus").wait_for()
    page.context.close()


def test_what_is_about_to_be_replaced_is_said(browser: Browser, address: str, store: Store) -> None:
    key = listed(store, Filter(), "ana")[0]["key"]
    for user, number, stands in (("ana", "2", None), ("bo", "3", "ana decided: Update."), ("bo", "1", "You decided:")):
        page = opened(browser, user)
        page.goto(f"{address}/f/{key}")
        told = page.locator("#decide").inner_text()
        assert ("decided:" in told) == (stands is not None)
        assert (stands or "") in told
        page.keyboard.press(number)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: not url.endswith(key))
        page.context.close()
    assert verify(store).events == 3  # the history keeps them all


@pytest.mark.parametrize("width", [1280, 390])
def test_new_evidence_is_shown_beside_the_old_words_and_decided_anew_by_key(
    browser: Browser, tmp_path: Path, width: int
) -> None:
    held = open_store(str(tmp_path / "n.crosscheck"), create=True)
    said = {"a.txt": ("12 boats sailed.", "12"), "b.txt": ("Nine boats left.", "9")}
    later = said | {"b.txt": ("Nine boats left, and two came back.", "9")}
    for number, words in enumerate((said, later)):
        found = comparison([Asked("How many boats sailed?", words)], list(words))
        update(held, found, dumps(to_json(found)))
        (row,) = listed(held, Filter(), "ana")
        assert row["state"] == ("decided, new evidence" if number else "open")
        if not number:
            record(held, Entry(row["key"], "decide", "ana", "conflict"))
    with serving(held, "X-User") as where:
        page = opened(browser, viewport={"width": width, "height": 800})
        page.goto(f"{where}/f/{row['key']}")
        was, now = (page.locator(f"{mark}:visible") for mark in ("del", "ins"))
        assert was.all_inner_texts() == ["Nine boats left."]
        assert now.all_inner_texts() == ["Nine boats left, and two came back."]
        boxes = [part.bounding_box() for part in (was, now)]
        assert all(box is not None and box["x"] + box["width"] <= width for box in boxes)
        page.keyboard.press("1")
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: not url.endswith(row["key"]))
        page.goto(f"{where}/f/{row['key']}")
        assert page.locator("del, ins").count() == 0
        assert listed(held, Filter(), "ana")[0]["state"] == "decided"
        page.context.close()
    held.close()


def test_the_decision_is_one_touch_away_on_a_telephone(browser: Browser, tmp_path: Path) -> None:
    from playwright.sync_api import expect

    held = open_store(str(tmp_path / "p.crosscheck"), create=True)
    said = {f"{n}.txt": (f"{n + 3} boats sailed. " + "They came from the north. " * 12, str(n + 3)) for n in range(6)}
    found = comparison([Asked("How many boats sailed?", said)], list(said))
    update(held, found, dumps(to_json(found)))
    with serving(held, "X-User") as where:
        page = opened(browser, viewport={"width": 390, "height": 800})
        page.goto(f"{where}/f/{listed(held, Filter(), 'ana')[0]['key']}")
        save = page.get_by_role("button", name="Save")
        link = page.get_by_role("link", name="Go to the decision", exact=True)
        expect(save).not_to_be_in_viewport()
        expect(link).to_be_in_viewport()
        link.click()
        expect(save).to_be_in_viewport()
        page.set_viewport_size({"width": 1280, "height": 800})
        expect(link).to_be_hidden()
        page.context.close()
    held.close()


@pytest.mark.parametrize("width", [1280, 820, 390])
def test_a_statement_thrown_out_leaves_the_finding(browser: Browser, tmp_path: Path, width: int) -> None:
    """The button hides nothing, and the finding stays open without the statement."""
    held = open_store(str(tmp_path / "o.crosscheck"), create=True)
    said = {"a.txt": ("12 boats sailed.", "12"), "b.txt": ("12 boats left.", "12"), "c.txt": ("Nine boats left.", "9")}
    found = comparison([Asked("How many boats sailed?", said)], list(said))
    update(held, found, dumps(to_json(found)))
    with serving(held, "X-User") as where:
        page = opened(browser, viewport={"width": width, "height": 800})
        page.goto(f"{where}/f/{listed(held, Filter(), 'ana')[0]['key']}")
        figures = page.locator("figure.st")
        for figure in figures.all():
            link, button = (figure.locator(part).bounding_box() for part in (".go a", "form button"))
            assert link is not None
            assert button is not None
            assert link["y"] + link["height"] <= button["y"] or link["x"] + link["width"] <= button["x"]
        count = figures.count()
        assert count == 3
        figures.last.get_by_role("button", name="Not about this").click()
        page.get_by_text("Left out:").wait_for()
        assert page.locator("figure.st").count() == count - 1
        assert listed(held, Filter(), "ana")[0]["state"] == "open"
        page.context.close()
    held.close()

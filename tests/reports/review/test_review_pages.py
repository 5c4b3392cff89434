"""The review pages, asked as a browser asks them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from review_project import FERRY, Asked, comparison, many
from starlette.testclient import TestClient

from compare.wire.report import dumps, to_json
from reports.review.app import make_app
from reports.review.double import start
from reports.review.events import Entry, record
from reports.review.guard import FORM_LIMIT, Guard
from reports.review.labels import labelled_pairs
from reports.review.listing import listed
from reports.review.queue import Filter
from reports.review.runs import update
from reports.review.store import Store, open_store
from reports.review.verify import verify

BASE = "http://127.0.0.1:8765"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(str(tmp_path / "ferry.crosscheck"), create=True)
    found = comparison()
    update(opened, found, dumps(to_json(found)))
    yield opened
    opened.close()


@pytest.fixture
def desk(store: Store) -> TestClient:
    return browser(store)


def browser(store: Store, user: str = "ana", **more: object) -> TestClient:
    app = make_app(store, Guard(user, secret=store.secret(), **more))  # type: ignore[arg-type]
    return TestClient(app, base_url=BASE, follow_redirects=False)


def key(store: Store, place: int = 0) -> str:
    return str(listed(store, Filter(), "ana")[place]["key"])


def form(page: str, action: str) -> dict[str, str]:
    """Read the hidden fields of a form, as a browser would send them."""
    part = page[page.index(f'action="{action}"') :].partition("</form>")[0]
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', part)
    return {name: unescape(value) for name, value in found}


def decide(desk: TestClient, of: str, **typed: str) -> object:
    page = desk.get(f"/f/{of}").text
    return desk.post(f"/f/{of}", data={**form(page, f"/f/{of}"), **typed})


def test_the_queue_lists_what_is_to_review(desk: TestClient) -> None:
    page = desk.get("/").text
    assert "0 of 3 decided" in page
    places = [page.index(asked.question) for asked in FERRY[:3]]
    assert places == sorted(places)
    assert FERRY[3].question not in page
    assert FERRY[3].question in desk.get("/?kind=agreement").text
    assert FERRY[1].question not in desk.get("/?kind=conflict").text
    assert "No finding is like that" in desk.get("/?state=decided").text
    assert desk.get("/?kind=%00&state=nonsense&after=x.y&before=99999999.z").status_code == 200


def test_a_finding_shows_its_statements_in_context(desk: TestClient, store: Store) -> None:
    page = desk.get(f"/f/{key(store)}").text
    for name, (said, value) in FERRY[0].answers.items():
        assert value in page
        assert said[3:] in unescape(page).replace("</mark>", "")
        assert f"Title of {name}" in page
    assert "Shared rare words: ferry" in page
    assert "+4.2" in page or "+4.3" in page
    assert desk.get("/f/f-nothing").status_code == 404


def test_deciding_goes_to_the_next_open_finding(desk: TestClient, store: Store) -> None:
    answer = decide(desk, key(store), decision="1", follow="coast.txt", note="*Ask*", assignee="ben")
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/f/{key(store, 1)}"
    row = listed(store, Filter(), "ana")[0]
    assert (row["decision"], row["follow"], row["by"], row["assignee"]) == ("conflict", "coast.txt", "ana", "ben")
    page = desk.get(f"/f/{key(store)}").text
    assert "<em>Ask</em>" in page
    assert 'value="1" data-key="1" checked' in page
    decide(desk, key(store, 2), decision="3")
    assert decide(desk, key(store, 1), decision="2").headers["location"] == "/"


def test_the_queue_one_works_in_is_kept(desk: TestClient, store: Store) -> None:
    page = desk.get(f"/f/{key(store)}?source=coast.txt&state=to+do").text
    answer = desk.post(f"/f/{key(store)}", data={**form(page, f"/f/{key(store)}"), "decision": "5"})
    assert answer.headers["location"] == f"/f/{key(store, 1)}?source=coast.txt&state=to+do"


def test_a_note_or_an_assignment_alone_decides_nothing(desk: TestClient, store: Store) -> None:
    decide(desk, key(store), note="Who knows?")
    decide(desk, key(store), assignee="ben")
    row = listed(store, Filter(), "ana")[0]
    assert (row["state"], row["note"], row["assignee"], row["version"]) == ("open", "Who knows?", "ben", 2)


def test_a_double_click_writes_once(desk: TestClient, store: Store) -> None:
    page = desk.get(f"/f/{key(store)}").text
    told = {**form(page, f"/f/{key(store)}"), "decision": "1"}
    assert [desk.post(f"/f/{key(store)}", data=told).status_code for _ in range(2)] == [303, 303]
    assert verify(store).events == 1


def test_the_second_writer_sees_both_and_loses_nothing(desk: TestClient, store: Store) -> None:
    of = key(store)
    other = browser(store, "ben")
    page = other.get(f"/f/{of}").text
    decide(desk, of, decision="1", note="The owner says so.")
    typed = {"decision": "2", "note": "Typed for an hour <b>", "assignee": "eve", "follow": "harbour.txt"}
    answer = other.post(f"/f/{of}", data={**form(page, f"/f/{of}"), **typed})
    assert answer.status_code == 409
    text = unescape(answer.text)
    for words in ("ana wrote here", "The owner says so.", "Typed for an hour <b>", 'value="eve"', "Keep theirs"):
        assert words in text
    assert verify(store).events == 1
    again = {**form(answer.text, f"/f/{of}"), **typed, "resolve": "second"}
    assert other.post(f"/f/{of}", data=again).status_code == 303
    row = listed(store, Filter(), "ana")[0]
    assert (row["state"], len(row["opinions"])) == ("two opinions", 2)
    assert "Two opinions" in desk.get(f"/f/{of}").text
    decide(desk, of, decision="2")
    assert listed(store, Filter(), "ana")[0]["state"] == "decided"


def test_undo(desk: TestClient, store: Store) -> None:
    of = key(store)
    decide(desk, of, decision="1")
    page = desk.get(f"/f/{of}").text
    hidden = form(page, f"/f/{of}/undo")
    assert desk.post(f"/f/{of}/undo", data=hidden).headers["location"] == f"/f/{of}"
    assert desk.post(f"/f/{of}/undo", data=hidden).status_code == 303  # a double click
    assert listed(store, Filter(), "ana")[0]["state"] == "open"
    assert "undo of “Conflict stands”" in desk.get(f"/f/{of}").text
    assert desk.post(f"/f/{of}/undo", data={**hidden, "event": "0" * 32, "version": "2"}).status_code == 400


def test_what_changed_since_is_said(desk: TestClient, store: Store) -> None:
    of = key(store)
    decide(desk, of, decision="1")
    now = dict(FERRY[0].answers, **{"coast.txt": ("There were 231 aboard, the owner said.", "231 people")})
    update(store, comparison((Asked(FERRY[0].question, now), *FERRY[1:])))
    page = desk.get(f"/f/{of}").text
    assert "Decided, new evidence" in page
    assert "On other statements than these" in page


def test_keys_can_be_switched_off_and_stay_off(desk: TestClient, store: Store) -> None:
    page = desk.get("/").text
    assert 'data-keys="off"' not in page
    hidden = form(page, "/keys")
    answer = desk.post("/keys", data={**hidden, "back": f"/f/{key(store)}"})
    assert answer.headers["location"] == f"/f/{key(store)}"
    assert 'data-keys="off"' in desk.get("/").text
    desk.post("/keys", data={**hidden, "keys": "on"})
    assert 'data-keys="off"' not in desk.get("/").text
    for back in ("//evil.example", "https://evil.example", "/f//evil", "/f/\\evil", "javascript:1"):
        assert desk.post("/keys", data={**hidden, "back": back}).headers["location"] == "/"


def test_pages_of_a_long_queue(tmp_path: Path) -> None:
    opened = open_store(str(tmp_path / "many.crosscheck"), create=True)
    update(opened, many(120))
    desk, seen, where = browser(opened), [], "/"
    while where:
        page = desk.get(where).text
        seen += re.findall(r'name="pick" value="([^"]+)"', page)
        found = re.search(r'rel="next" href="([^"]+)"', page)
        where = unescape(found[1]) if found else ""
    assert seen == [row["key"] for row in listed(opened, Filter(), "ana")]
    back = unescape(re.search(r'rel="prev" href="([^"]+)"', page)[1])
    assert re.findall(r'name="pick" value="([^"]+)"', desk.get(back).text) == seen[50:100]
    opened.close()


# --- handing over, blind review, reports ---------------------------------------------------------


def test_handing_over_between_two_browsers(desk: TestClient, store: Store, tmp_path: Path) -> None:
    decide(desk, key(store), decision="4")
    answer = desk.get("/handover.json?note=Good+night")
    assert answer.headers["content-disposition"].startswith("attachment")
    other = open_store(str(tmp_path / "other.crosscheck"), create=True)
    update(other, comparison())
    night = browser(other, "ben")
    hidden = form(night.get("/handover").text, "/handover")
    told = night.post("/handover", data=hidden, files={"file": ("handover.json", answer.content)})
    assert "1 events taken over, 0 were already here. Note: Good night" in told.text
    assert listed(other, Filter(), "ben")[0]["decision"] == "wrong-match"
    for wrong in (b"{", b"[]", b"[" * 100_000, b"\xff"):
        assert night.post("/handover", data=hidden, files={"file": ("x.json", wrong)}).status_code == 400
    assert night.post("/handover", data=hidden).status_code == 400
    other.close()


def test_a_blind_review_in_two_browsers(desk: TestClient, store: Store) -> None:
    other = browser(store, "ben")
    hidden = form(desk.get("/double").text, "/double")
    assert desk.post("/double", data={**hidden, "first": "ana", "second": "ana"}).status_code == 400
    desk.post("/double", data={**hidden, "first": "ana", "second": "ben"})
    decide(desk, key(store), decision="1", note="ana's own words")
    for where in ("/", f"/f/{key(store)}", "/double", "/report.html", "/handover"):
        assert "own words" not in other.get(where).text
        assert "Conflict stands," not in other.get(where).text
    assert other.get("/handover.json").status_code == 400
    decide(other, key(store), decision="2")
    page = other.post("/double", data={**form(other.get("/double").text, "/double"), "reveal": "yes"})
    assert page.status_code == 303
    page = other.get("/double").text
    assert "0.00" in page
    assert FERRY[0].question in page
    assert "own words" in other.get(f"/f/{key(store)}").text


@pytest.mark.parametrize(("where", "words"), [("/report.html", "<html"), ("/report.md", "# "), ("/report.json", "{")])
def test_reports_carry_the_decisions(desk: TestClient, store: Store, where: str, words: str) -> None:
    decide(desk, key(store), decision="3", note="Both count the crew.")
    answer = desk.get(where)
    assert answer.status_code == 200
    assert words in answer.text
    assert "Both count the crew." in answer.text
    assert "script-src" not in answer.headers["content-security-policy"]


def test_a_project_without_a_kept_comparison_says_so(tmp_path: Path) -> None:
    opened = open_store(str(tmp_path / "x.crosscheck"), create=True)
    update(opened, comparison())
    answer = browser(opened).get("/report.html")
    assert (answer.status_code, "Compare the sources again" in answer.text) == (404, True)
    opened.close()


# --- safety --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", "localhost@evil.example", ""]
)
def test_an_unknown_host_is_refused(desk: TestClient, host: str) -> None:
    assert desk.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:1", "[::1]:8765", "LOCALHOST"])
def test_a_known_host_is_served(desk: TestClient, host: str) -> None:
    assert desk.get("/", headers={"host": host}).status_code == 200


def test_further_hosts_only_when_named(store: Store) -> None:
    assert browser(store, hosts=("desk.example",)).get("/", headers={"host": "desk.example"}).status_code == 200


def test_headers_are_strict_everywhere(desk: TestClient, store: Store) -> None:
    for where in ("/", f"/f/{key(store)}", "/none", "/f/none", "/static/review.js", "/report.html", "/handover"):
        headers = desk.get(where).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe-eval" not in policy
        assert "'unsafe-inline'" not in policy or where == "/report.html"
        assert (headers["x-content-type-options"], headers["x-frame-options"]) == ("nosniff", "DENY")
    cookie = browser(store).get("/").headers["set-cookie"].lower()
    assert "samesite=strict" in cookie
    assert "httponly" in cookie


def test_no_page_has_inline_script_or_style(desk: TestClient, store: Store) -> None:
    for where in ("/", f"/f/{key(store)}", "/double", "/handover", "/none"):
        page = desk.get(where).text
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=", page)


@pytest.mark.parametrize("path", ["", "/undo"])
@pytest.mark.parametrize("token", ["", "0" * 64, "é"])
def test_a_form_without_the_token_changes_nothing(desk: TestClient, store: Store, path: str, token: str) -> None:
    of = key(store)
    record(store, Entry(of, "decide", "ana", "conflict"))
    hidden = form(desk.get(f"/f/{of}").text, f"/f/{of}{path}")
    answer = desk.post(f"/f/{of}{path}", data={**hidden, "csrf": token, "decision": "2", "note": "typed text"})
    assert answer.status_code == 403
    assert path or "typed text" in answer.text  # what was typed is shown to be saved again
    assert verify(store).events == 1


def test_a_token_of_another_browser_or_user_is_refused(desk: TestClient, store: Store) -> None:
    of = key(store)
    hidden = form(desk.get(f"/f/{of}").text, f"/f/{of}")
    for other in (browser(store), browser(store, "ben")):
        other.get("/")
        assert other.post(f"/f/{of}", data={**hidden, "decision": "1"}).status_code == 403
    assert verify(store).events == 0


@pytest.mark.parametrize(
    "headers", [{"origin": "https://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}]
)
def test_a_form_from_another_site_is_refused(desk: TestClient, store: Store, headers: dict[str, str]) -> None:
    of = key(store)
    hidden = form(desk.get(f"/f/{of}").text, f"/f/{of}")
    answer = desk.post(f"/f/{of}", data={**hidden, "decision": "1", "note": "typed"}, headers=headers)
    assert (answer.status_code, "typed" in answer.text) == (403, False)
    assert verify(store).events == 0


def test_large_bodies_are_refused_with_and_without_their_length(desk: TestClient, store: Store) -> None:
    of = key(store)
    big = b"note=" + b"x" * FORM_LIMIT
    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert desk.post(f"/f/{of}", content=big, headers=headers).status_code == 413
    pieces = (big[i : i + 4096] for i in range(0, len(big), 4096))
    assert desk.post(f"/f/{of}", content=pieces, headers=headers).status_code == 413
    assert desk.post(f"/f/{of}", content=b"x", headers={**headers, "content-length": "-5"}).status_code == 413


@pytest.mark.parametrize(
    "where",
    ["/static/../store.py", "/static/..%2f..%2fstore.py", "/static/%2e%2e/pages.py", "/static//etc/passwd",
     "/f/../../etc/passwd",
     "/f/..%2f..%2fferry.crosscheck", "/ferry.crosscheck", "/static/finding.html"],
)  # fmt: skip
def test_no_path_leads_out(desk: TestClient, where: str) -> None:
    answer = desk.get(where)
    assert answer.status_code == 404
    assert "root:" not in answer.text


HOSTILE = (
    '<script>alert(1)</script><img src=x onerror=alert(1)>" onmouseover="alert(1) {{ 7*7 }} javascript:alert(1) \u202e'
)


def test_a_hostile_article_is_only_words(tmp_path: Path) -> None:
    asked = Asked(HOSTILE + "?", {"a.txt": (HOSTILE + " five", HOSTILE), "b.txt": (HOSTILE + " six", "6\ud800")})
    found = comparison((asked,), ("a.txt", "b.txt"))
    found = replace(found, sources=tuple(replace(s, title=HOSTILE) for s in found.sources))
    opened = open_store(str(tmp_path / "x.crosscheck"), create=True)
    update(opened, found)
    desk = browser(opened)
    of = key(opened)
    decide(
        desk,
        of,
        decision="1",
        note=HOSTILE + "\n\n[x](javascript:alert(1)) <svg onload=alert(1)>",
        follow=HOSTILE,
        assignee=HOSTILE[:100],
    )
    record(
        opened, Entry(of, "note", "<script>eve</script>", note="[x](data:text/html,x) ![i](http://evil.example/x.png)")
    )
    for where in ("/", f"/f/{of}", "/handover", "/double"):
        page = desk.get(where).text
        assert "<script>" not in page.replace('<script src="/static/review.js" defer></script>', "")
        assert not re.search(
            r"<img|<svg onload|<[^>\"]*(\"[^\"]*\"[^>\"]*)*\son\w+\s*=|href=\"(javascript|data):[^,]", page
        )
        assert "49" not in re.sub(r"[0-9a-f]{32,}|\d\d:\d\d UTC", "", page)
        assert 'evil.example/x.png"' not in page
        assert "\u202e" not in re.sub(r"<textarea.*?</textarea>", "", page, flags=re.DOTALL)
    opened.close()


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("*soft* **strong** `code`", "<em>soft</em> <strong>strong</strong> <code>code</code>"),
        ("[them](https://example.org/a?b=1)", 'href="https://example.org/a?b=1"'),
        ("[mail](mailto:a@example.org)", 'href="mailto:a@example.org"'),
        ("> quoted", "<blockquote>"),
        ("- one\n- two", "<li>two</li>"),
        ("a < b & c", "a &lt; b &amp; c"),
    ],
)
def test_notes_are_markdown(note: str, shown: str) -> None:
    from reports.review.notes import note_html

    assert shown in note_html(note)


@pytest.mark.parametrize(
    "note",
    ["<script>alert(1)</script>", "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))",
     "[x](data:text/html,<script>)",
     "![x](https://example.org/x.png)", "<a href='javascript:x'>y</a>", "<javascript:alert(1)>",
     "[x](&#106;avascript:alert(1))",
     "[x]: javascript:alert(1)\n\n[x]", "`<img src=x onerror=alert(1)>`", "<style>*{}</style>", "# <iframe src=//x>"],
)  # fmt: skip
def test_notes_harm_nobody(note: str) -> None:
    from reports.review.notes import note_html

    made = str(note_html(note)).lower()
    assert not re.search(r"<(?!/?(p|em|strong|code|a|ul|ol|li|blockquote)\b)", made)
    assert not re.search(r"href=\"(?!https?:|mailto:)", made)
    assert "src=" not in re.sub(r"&lt;.*?&gt;", "", made)


def test_the_user_is_named_by_the_proxy_only_when_configured(store: Store) -> None:
    plain = browser(store)
    assert "Signed in as ana" in plain.get("/", headers={"x-user": "eve"}).text
    behind = browser(store, user_header="X-User")
    assert "Signed in as eve" in behind.get("/", headers={"x-user": "eve"}).text
    for wrong in ({}, {"x-user": ""}, {"x-user": "x" * 201}):
        assert behind.get("/", headers=wrong).status_code == 403
    of = key(store)
    page = behind.get(f"/f/{of}", headers={"x-user": "eve"}).text
    told = {**form(page, f"/f/{of}"), "decision": "1"}
    assert behind.post(f"/f/{of}", data=told, headers={"x-user": "mal"}).status_code == 403
    assert behind.post(f"/f/{of}", data=told, headers={"x-user": "eve"}).status_code == 303
    assert listed(store, Filter(), "ana")[0]["by"] == "eve"


@pytest.mark.parametrize(
    "field",
    [
        {"event": "x"},
        {"event": ""},
        {"version": "-1"},
        {"version": "x"},
        {"decision": "9"},
        {"note": "x" * 20_001},
        {"assignee": "x" * 201},
    ],
)
def test_a_form_that_makes_no_sense_is_refused_with_what_was_typed(
    desk: TestClient, store: Store, field: dict[str, str]
) -> None:
    answer = decide(desk, key(store), **{"decision": "1", "note": "typed", **field})
    assert answer.status_code == 400
    assert field.get("note", "typed") in answer.text
    assert verify(store).events == 0


def test_other_methods_and_pages_are_refused(desk: TestClient, store: Store) -> None:
    assert desk.put("/").status_code == 405
    assert desk.get("/double/x").status_code == 404
    start(store, "ana", "ben", "ana")
    assert "blind review runs" in desk.get("/").text


# --- choosing, searching, several at once, what changed, names ------------------------------------


def test_nothing_chosen_writes_nothing(desk: TestClient, store: Store) -> None:
    of = key(store)
    answer = decide(desk, of)
    assert answer.status_code == 400
    assert "Choose a decision." in answer.text
    assert verify(store).events == 0
    assert decide(desk, of, assignee="eve").status_code == 303
    assert verify(store).events == 1
    again = decide(desk, of, assignee="eve")
    assert (again.status_code, verify(store).events) == (400, 1)


def test_words_are_searched_and_what_is_filtered_is_counted(desk: TestClient, store: Store) -> None:
    page = desk.get("/?text=WHO+owns").text
    assert page.count('name="pick"') == 1
    assert "Who owns the ferry?" in page
    assert "0 of the 1 finding shown decided" in page
    assert "How long did the rescue last?" in desk.get("/?text=lifeboats").text
    assert desk.get("/?text=100%25").text.count('name="pick"') == 0
    assert desk.get("/?text=%22%3E%3Cscript%3E").status_code == 200
    agreements = desk.get("/?kind=agreement").text
    assert "Holds" in agreements
    record(store, Entry(re.search(r'name="pick" value="([^"]+)"', agreements)[1], "decide", "ana", "no-conflict"))
    assert "1 of the 1 finding shown decided" in desk.get("/?kind=agreement").text


def test_several_are_decided_at_once_and_undone(desk: TestClient, store: Store) -> None:
    page = desk.get("/").text
    keys = re.findall(r'name="pick" value="([^"]+)"', page)[:2]
    hidden = form(page, "/several")
    assert "Choose the findings first." in desk.post("/several", data={**hidden, "decision": "update"}).text
    assert "Choose a decision." in desk.post("/several", data={**hidden, "pick": keys}).text
    sent = {**hidden, "pick": keys, "decision": "no-conflict"}
    done = desk.post("/several", data=sent)
    assert "2 findings decided: No conflict." in done.text
    assert verify(store).events == 2
    desk.post("/several", data=sent)
    assert verify(store).events == 2
    undone = desk.post("/several/undo", data={**form(done.text, "/several/undo"), "pick": keys})
    assert "2 findings undone." in undone.text
    assert {row["state"] for row in listed(store, Filter(), "ana")} == {"open"}
    assert desk.post("/several", data={**sent, "csrf": "x"}).status_code == 403


def test_new_evidence_shows_the_words_then_and_now(desk: TestClient, store: Store) -> None:
    of = key(store)
    decide(desk, of, decision="1")
    boarding = replace(
        FERRY[0],
        answers=FERRY[0].answers | {"coast.txt": ("There were 230 people aboard, the owner now says.", "230 people")},
    )
    update(store, comparison((boarding, *FERRY[1:])))
    for _ in range(2):
        page = desk.get(f"/f/{of}").text
        assert "<del>There were 221 people aboard, the owner said.</del>" in page
        assert "<ins>There were 230 people aboard, the owner now says.</ins>" in page
        update(store, comparison((boarding, *FERRY[1:])))


def test_the_same_person_has_no_second_opinion(desk: TestClient, store: Store) -> None:
    of = key(store)
    decide(desk, of, decision="1")
    answer = decide(desk, of, decision="2", resolve="second")
    assert answer.status_code == 400
    assert "You have decided this already" in answer.text
    assert verify(store).events == 1


def test_a_name_is_asked_once_and_kept_signed(store: Store) -> None:
    visitor = browser(store, "nobody", asks=True)
    first = visitor.get(f"/f/{key(store)}")
    assert (first.status_code, first.headers["location"]) == (303, f"/name?back=%2Ff%2F{key(store)}")
    asked = visitor.get(first.headers["location"]).text
    assert 'value="nobody"' in asked
    assert visitor.post("/name", data={**form(asked, "/name"), "name": "  "}).status_code == 400
    answer = visitor.post("/name", data={**form(asked, "/name"), "name": "Zoë B."})
    assert answer.headers["location"] == f"/f/{key(store)}"
    assert "Signed in as Zoë B." in visitor.get("/").text
    decide(visitor, key(store), decision="1")
    assert listed(store, Filter(), "ana")[0]["by"] == "Zoë B."
    forged = browser(store, "nobody", asks=True)
    forged.cookies.set("reviewer", "eve.0000")
    assert forged.get("/").status_code == 303
    assert "eve" not in forged.get("/name?back=//evil.example").text
    assert browser(store, "ana").get("/").status_code == 200


def test_report_and_review_use_the_same_words(desk: TestClient, store: Store) -> None:
    page = desk.get(f"/f/{key(store)}").text
    assert "Date not known" in page
    assert "superseded" not in page


def test_one_statement_is_left_out_and_the_finding_kept(tmp_path: Path) -> None:
    asked = replace(
        FERRY[0], answers=FERRY[0].answers | {"port.txt": ("The port has room for 40 people a day.", "40 people")}
    )
    opened = open_store(str(tmp_path / "p.crosscheck"), create=True)
    found = comparison((asked, *FERRY[1:]), ("harbour.txt", "coast.txt", "port.txt"))
    said = {"supported": "The port has room.", "dissent": "C alone says otherwise.", "summary": "40 people (C)."}
    found = replace(found, facts=tuple(replace(f, **said) if f.question == asked.question else f for f in found.facts))
    update(opened, found, dumps(to_json(found)))
    desk, of = browser(opened), key(opened)
    page = desk.get(f"/f/{of}").text
    assert page.count('name="statement"') == 3
    (intruder,) = [s.id for s in found.statements if s.text.startswith("The port")]
    sent = {**form(page, f"/f/{of}/out"), "statement": intruder}
    assert desk.post(f"/f/{of}/out", data=sent).status_code == 303
    page = desk.get(f"/f/{of}").text
    assert "Left out: C, The port has room" in page
    assert page.count("<figure") == 2
    assert "left a statement out" in page
    for words in ("The port has room.</p>", "C alone says otherwise", "40 people (C)"):
        assert words not in page  # nothing is said any more that rests on it
    assert "212 people (A); 221 people (B)." in page
    report = desk.get("/report.json").json()
    (fact,) = [f for f in report["findings"] if f["question"] == asked.question]
    assert intruder not in {a["statement"] for a in fact["answers"]}
    assert (fact["supported"], fact["dissent"]) == (None, None)
    assert "40 people" not in fact["summary"]
    assert {pair["relation"] for pair in labelled_pairs(opened)} <= {"unrelated"}
    desk.post(f"/f/{of}/undo", data=form(page, f"/f/{of}/undo"))
    assert desk.get(f"/f/{of}").text.count("<figure") == 3
    opened.close()

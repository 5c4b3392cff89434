"""Sources by web address: what is refused, what is limited, and what is kept.

The servers run on this machine; the tests let the fetcher ask them through its constructor, and nothing else can.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from compare.sources.addresses import is_public
from compare.sources.fetched import INDEX, fetch_sources, is_address
from compare.sources.fetching import Fetcher, FetchError, Limits
from compare.sources.manifest import ManifestEntry
from reports.cli import main

PAGE = b"<html><head><title>Ferry</title></head><body><article><h1>Ferry aground</h1><p>The rescue in Osby took nine \
hours, and the harbour reopened in the evening, the coast guard said on Tuesday.</p><p>Nobody was hurt, said the \
captain of the ferry, which left the harbour of Osby in the morning with 40 passengers.</p></article></body></html>"
CERTIFICATE = Path(__file__).parents[1] / "cases" / "tls" / "articles.test.pem"
Answer = Callable[[BaseHTTPRequestHandler], None]


def page(handler: BaseHTTPRequestHandler, data: bytes = PAGE, kind: str = "text/html", **headers: str) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", kind)
    for name, value in {"Content-Length": str(len(data)), **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(data)


def redirect(handler: BaseHTTPRequestHandler, to: str) -> None:
    handler.send_response(302)
    handler.send_header("Location", to)
    handler.send_header("Content-Length", "0")
    handler.end_headers()


def drip(handler: BaseHTTPRequestHandler, head: bytes) -> None:
    """Send a byte now and then, for longer than any test waits."""
    handler.close_connection = True
    try:
        handler.wfile.write(head)
        for _ in range(200):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.05)
    except OSError:
        pass


class Quiet(ThreadingHTTPServer):
    """Says nothing when the fetcher hangs up, which is what is tested."""

    def handle_error(self, request: object, client_address: object) -> None:
        pass


class Server:
    """A web server of the test; its answers are set by path."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {"/": page}
        self.asked: list[tuple[str, str]] = []  # path, Host header
        self.headers: list[dict[str, str]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                outer.asked.append((self.path, self.headers["Host"]))
                outer.headers.append(dict(self.headers.items()))
                outer.answers.get(self.path, lambda h: h.send_error(404))(self)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
                pass

        self.http = Quiet(("127.0.0.1", 0), Handler)
        self.port = self.http.server_address[1]

    def url(self, path: str = "/", host: str = "articles.test", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"


@contextmanager
def running(server: Server) -> Iterator[Server]:
    thread = threading.Thread(target=server.http.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.http.shutdown()
        server.http.server_close()
        thread.join(10)


@pytest.fixture
def server() -> Iterator[Server]:
    with running(Server()) as one:
        yield one


def local(*_: object) -> Sequence[str]:
    return ["127.0.0.1"]


def only_local(address: str) -> bool:
    return address == "127.0.0.1"


def fetcher(limits: Limits | None = None, **more: object) -> Fetcher:
    return Fetcher(limits, **{"resolve": local, "allowed": only_local, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "address",
    """0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.8.8.8 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.1 192.0.2.1
    192.168.1.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255
    :: ::1 fe80::1 fe80::1%eth0 fc00::1 fd12:3456::1 ff02::1 2001:db8::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1
    ::ffff:169.254.169.254 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 2002:7f00:1:: 2002:c0a8:101::1 2001:0:5ef5:79fd::1
    ::127.0.0.1 fec0::1 2606:4700::1111%eth0 localhost 2130706433""".split(),
)
def test_addresses_that_are_never_asked(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_addresses_of_the_public_internet(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("given", "is_one"),
    [
        ("https://a.test/x", True),
        ("HTTP://a.test", True),
        ("file:///etc/passwd", True),
        ("ftp://a.test", True),
        ("notes/a.txt", False),
        ("a.txt", False),
        ("-", False),
        ("C:\\a.txt", False),
    ],
)
def test_what_is_a_web_address(given: str, is_one: bool) -> None:
    assert is_address(given) is is_one


def test_a_page_is_fetched_read_and_kept(server: Server, tmp_path: Path) -> None:
    folder = tmp_path / "report.html.sources"
    url = server.url("/")
    sources, unread = fetch_sources([url, url], folder, fetcher())
    assert unread == ()
    [source] = sources
    digest = hashlib.sha256(PAGE).hexdigest()
    assert (source.url, source.sha256) == (url, digest)
    assert "nine hours" in source.text
    kept = Path(source.path)
    assert kept.parent == folder
    assert kept.read_bytes() == PAGE
    assert url in source.notes[-1]
    rows = json.loads((folder / INDEX).read_text("utf-8"))
    assert rows == [{"url": url, "final": url, "sha256": digest, "file": kept.name}]
    assert server.asked == [("/", f"articles.test:{server.port}")]
    assert not {"Cookie", "Authorization", "Referer"} & set(server.headers[0])


def test_a_manifest_tells_of_an_address_what_the_page_does_not(server: Server, tmp_path: Path) -> None:
    url = server.url("/")
    told = ManifestEntry(tmp_path / "any", publisher="Harbour Courier", published=date(2031, 3, 4), url=url)
    [source], _ = fetch_sources([url], tmp_path, fetcher(), entries=[told])
    assert (source.publisher, source.url) == ("Harbour Courier", url)
    assert source.published
    assert source.published.when == date(2031, 3, 4)


def test_a_name_server_that_never_answers_is_not_waited_for() -> None:
    go_on = threading.Event()

    def never(_host: str, _port: int) -> list[str]:
        go_on.wait(20)
        return []

    began = time.monotonic()
    with pytest.raises(FetchError, match=r"longer than|does not answer"):
        fetcher(Limits(seconds=0.2), resolve=never).fetch("http://articles.test/")
    go_on.set()
    assert time.monotonic() - began < 5


def test_the_index_keeps_what_was_fetched_before(server: Server, tmp_path: Path) -> None:
    server.answers["/b"] = lambda h: page(h, b"The rescue took nine hours.", "text/plain; charset=utf-8")
    fetch_sources([server.url("/")], tmp_path, fetcher())
    fetch_sources([server.url("/b")], tmp_path, fetcher())
    assert [row["url"] for row in json.loads((tmp_path / INDEX).read_text())] == [server.url("/"), server.url("/b")]


@pytest.mark.parametrize(
    ("host", "addresses"),
    [
        ("127.0.0.1", ["127.0.0.1"]),
        ("metadata.test", ["169.254.169.254"]),
        ("both.test", ["93.184.216.34", "10.0.0.1"]),
        ("mapped.test", ["::ffff:192.168.0.1"]),
        ("none.test", []),
    ],
)
def test_a_name_that_leads_inside_is_not_asked(server: Server, host: str, addresses: list[str]) -> None:
    with pytest.raises(FetchError, match="no public address"):
        Fetcher(resolve=lambda _h, _p: addresses).fetch(server.url("/", host))
    assert server.asked == []


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "127.0.0.1",
        "2130706433",
        "0x7f000001",
        "127.1",
        "[::1]",
        "[::ffff:7f00:1]",
        "[fe80::1%25lo]",
        "①②⑦.0.0.1",
    ],
)
def test_no_spelling_of_this_machine_gets_through_the_system_resolver(server: Server, host: str) -> None:
    with pytest.raises(FetchError):
        Fetcher().fetch(server.url("/", host))
    assert server.asked == []


def test_every_redirect_is_checked_again(server: Server) -> None:
    server.answers["/go"] = lambda h: redirect(h, server.url("/", "inside.test"))
    names = {"articles.test": ["127.0.0.1"], "inside.test": ["10.0.0.1"]}
    with pytest.raises(FetchError, match=r"'inside.test' leads to 10.0.0.1"):
        fetcher(resolve=lambda host, _: names[host]).fetch(server.url("/go"))
    assert [path for path, _ in server.asked] == ["/go"]


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://articles.test/", "gopher://articles.test/", "data:text/plain,x"]
)
def test_a_redirect_leads_only_to_web_pages(server: Server, to: str) -> None:
    server.answers["/go"] = lambda h: redirect(h, to)
    with pytest.raises(FetchError, match="only http and https"):
        fetcher().fetch(server.url("/go"))


def test_a_name_server_that_changes_its_mind_changes_nothing(server: Server) -> None:
    """DNS rebinding: the first answer is checked and used; there is no second question for one request."""
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    found = fetcher(resolve=lambda _h, _p: next(answers)).fetch(server.url("/"))
    assert found.data == PAGE
    assert next(answers) == ["10.0.0.1"], "the name was resolved more than once"


def test_redirects_are_followed_and_counted(server: Server) -> None:
    server.answers["/a"] = lambda h: redirect(h, "/b?x=1")
    server.answers["/b?x=1"] = lambda h: redirect(h, f"//articles.test:{server.port}/")
    assert fetcher().fetch(server.url("/a")).final == server.url("/")
    server.answers["/loop"] = lambda h: redirect(h, "/loop")
    with pytest.raises(FetchError, match="more than 5 times"):
        fetcher().fetch(server.url("/loop"))
    assert len([p for p, _ in server.asked if p == "/loop"]) == 6


@pytest.mark.parametrize(
    "url",
    [
        "ftp://articles.test/",
        "file:///etc/passwd",
        "http://user:word@articles.test/",
        "http:///x",
        "http://articles.test:99999/",
        "http://articles.test/a b",
        "http://articles.test/a\r\nHost: x",
        "http://" + "a" * 300 + ".test/",
    ],
)
def test_odd_addresses_are_refused_in_a_sentence(url: str) -> None:
    with pytest.raises(FetchError) as caught:
        fetcher().fetch(url)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


def test_no_name_or_password_is_sent(server: Server) -> None:
    with pytest.raises(FetchError, match="name or password"):
        fetcher().fetch(server.url("/", "user:word@articles.test"))
    server.answers["/go"] = lambda h: redirect(h, server.url("/", "user@articles.test"))
    with pytest.raises(FetchError, match="name or password"):
        fetcher().fetch(server.url("/go"))
    assert [path for path, _ in server.asked] == ["/go"]


def test_size_is_limited_announced_or_not_and_after_decompression(server: Server) -> None:
    small = Limits(size=100_000)
    server.answers["/announced"] = lambda h: page(h, b"x" * 200_000)
    bomb = gzip.compress(b"x" * 50_000_000)
    assert len(bomb) < 100_000
    server.answers["/bomb"] = lambda h: page(h, bomb, Content_Encoding="gzip")

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.close_connection = True
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n")
        try:
            for _ in range(1_000):
                handler.wfile.write(b"x" * 10_000)
        except OSError:
            pass

    server.answers["/endless"] = endless
    for path in ("/announced", "/bomb", "/endless"):
        with pytest.raises(FetchError, match="larger than 100,000 bytes"):
            fetcher(small).fetch(server.url(path))
    server.answers["/packed"] = lambda h: page(h, gzip.compress(PAGE), Content_Encoding="gzip")
    assert fetcher(small).fetch(server.url("/packed")).data == PAGE


@pytest.mark.parametrize(
    "head", [b"HTTP/1.1 200 OK\r\nX-Slow: ", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n"]
)
def test_time_is_limited_however_slowly_the_bytes_come(server: Server, head: bytes) -> None:
    server.answers["/slow"] = lambda h: drip(h, head)
    began = time.monotonic()
    with pytest.raises(FetchError, match="longer than"):
        fetcher(Limits(seconds=0.5)).fetch(server.url("/slow"))
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("kind", ["image/png", "video/mp4", "application/octet-stream", "text/html-x", ""])
def test_only_articles_are_taken(server: Server, kind: str) -> None:
    server.answers["/x"] = lambda h: page(h, kind=kind)
    with pytest.raises(FetchError, match="no article"):
        fetcher().fetch(server.url("/x"))


def test_what_fails_is_listed_with_its_reason(server: Server, tmp_path: Path) -> None:
    server.answers["/cut"] = lambda h: page(h, Content_Length=str(len(PAGE) + 10), Connection="close")
    server.answers["/empty"] = lambda h: page(h, b"", "text/plain")

    def cut(handler: BaseHTTPRequestHandler) -> None:
        handler.close_connection = True
        page(handler, Content_Length=str(len(PAGE) + 10))

    server.answers["/cut"] = cut
    urls = [server.url(path) for path in ("/cut", "/missing", "/empty", "/")]
    sources, unread = fetch_sources(urls, tmp_path, fetcher())
    assert [s.url for s in sources] == [server.url("/")]
    assert [row.path for row in unread] == urls[:3]
    assert "404" in unread[1].reason
    assert all(row.reason.endswith(".") for row in unread)


def test_certificates_are_those_of_the_name(tmp_path: Path) -> None:
    server = Server()
    own = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    own.load_cert_chain(CERTIFICATE)
    server.http.socket = own.wrap_socket(server.http.socket, server_side=True, do_handshake_on_connect=False)
    trusting = ssl.create_default_context(cafile=str(CERTIFICATE))
    with running(server):
        assert fetcher(context=trusting).fetch(server.url("/", scheme="https")).data == PAGE
        with pytest.raises(FetchError, match="certificate"):
            fetcher(context=trusting).fetch(server.url("/", "other.test", "https"))
        with pytest.raises(FetchError, match="certificate"):
            fetcher().fetch(server.url("/", scheme="https"))
        server.answers["/down"] = lambda h: redirect(h, "http://articles.test/")
        with pytest.raises(FetchError, match="not encrypted"):
            fetcher(context=trusting).fetch(server.url("/down", scheme="https"))


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
def test_no_variable_of_the_environment_changes_who_is_asked(
    server: Server, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert fetcher().fetch(server.url("/")).data == PAGE


def test_commands_fetch_nothing_unless_allowed(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("draft.md").write_text("The rescue in Osby took four hours.\n")
    url = server.url("/", "127.0.0.1")
    for command in (["report", url, url], ["check", "draft.md", "--against", url]):
        assert main(command) == 2
        told = capsys.readouterr().err
        assert "nothing is fetched unless --allow-fetch is given" in told
        assert told.count("\n") == 1
    assert main(["report", "--allow-fetch", url]) == 2
    told_all = capsys.readouterr()
    assert "no public address" in told_all.out + told_all.err
    assert server.asked == []


def test_commands_compare_what_they_fetch(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("reports.given_sources.fetch_sources", partial(fetch_sources, fetcher=fetcher()))
    Path("draft.md").write_text("The rescue in Osby took four hours.\n")
    assert main(["check", "draft.md", "--against", server.url("/"), "--allow-fetch", "-o", "out.json"]) == 1
    found = json.loads(Path("out.json").read_text())
    assert [c["verdict"] for c in found["checks"]] == ["contradicted"]
    digest = hashlib.sha256(PAGE).hexdigest()
    assert [(s["sha256"], s["url"]) for s in found["sources"]] == [(digest, server.url("/"))]
    [kept] = Path("out.json.sources").glob("articles.test-*.html")
    assert hashlib.sha256(kept.read_bytes()).hexdigest() == digest
    other = tmp_path / kept.name
    other.write_text("<html><body><p>The rescue in Osby took seven hours, said the harbour master.</p></body></html>")
    assert main(["report", str(other), server.url("/"), "--allow-fetch", "-f", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert sorted(s["id"] for s in report["sources"]) == [kept.name, f"fetched/{kept.name}"]
    assert Path("crosscheck-report.sources", INDEX).is_file()

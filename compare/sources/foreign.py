"""Files that readers of text would read as one odd paragraph: feeds, Rich Text, mail, archives of pages, other XML."""

from __future__ import annotations

import re

from compare.errors import SourceError

HEAD = 4096  # bytes in which a file says what it is
ROOT = re.compile(rb"<(?![?!])(?P<root>[\w.-]+(?::[\w.-]+)?)")
FEEDS = frozenset({b"rss", b"feed", b"rdf:rdf", b"opml"})
HEADER = re.compile(rb"^(?P<name>[A-Za-z][A-Za-z0-9-]{1,40}):[ \t]", re.MULTILINE)
POSTAL = frozenset({
    b"received", b"return-path", b"message-id", b"mime-version", b"delivered-to", b"dkim-signature", b"x-mailer",
    b"content-transfer-encoding",
})  # fmt: skip
ZIPPED = (
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file; save it as DOCX"),
    (b"mimetypeapplication/epub+zip", "an EPUB book; give the article as text or HTML"),
)


def refuse_foreign(data: bytes, name: str, form: str) -> None:
    """Raise ``SourceError`` that names what the file is, where its format's reader could not tell."""
    what = _what(data, form)
    if what is not None:
        raise SourceError(f"{name}: this is {what}.")


def _what(data: bytes, form: str) -> str | None:
    head = data[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if form == "docx":
        return next((words for mark, words in ZIPPED if mark in head[:120]), None)
    if form not in ("text", "markdown", "html"):
        return None
    if head.startswith(b"{\\rtf"):
        return "a Rich Text (RTF) file; save it as DOCX or as plain text"
    if head.startswith(b"<") and (root := ROOT.search(head)) and (what := _xml(head, root["root"].lower())):
        return what
    return _mail(head)


def _xml(head: bytes, root: bytes) -> str | None:
    if root in FEEDS:
        return "a news feed (RSS or Atom), a list of articles; give the articles' own pages"
    if head.startswith(b"<?xml") and root != b"html" and b"<html" not in head.lower():
        return f"an XML file (<{root.decode('ascii', 'replace')}>); give the article as text or HTML"
    return None


def _mail(head: bytes) -> str | None:
    """Tell mail by what its carriers write; a press release that begins with 'From:' and 'Date:' is text."""
    top = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    first = head.split(b"\n", maxsplit=1)[0]
    if not (HEADER.match(head) or first.startswith(b"From ")):
        return None
    names = {m["name"].lower() for m in HEADER.finditer(top)}
    if len(names) < 3 or not names & POSTAL:
        return None
    if b"multipart/related" in top.lower():
        return "an archive of a web page (MHTML); save the page as HTML"
    return "an e-mail message; save the article that it holds as text or HTML"

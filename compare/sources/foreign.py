"""Files that readers of text would read as one odd paragraph: feeds, Rich Text, mail, archives of pages, other XML."""

from __future__ import annotations

import re

from compare.errors import SourceError

HEAD = 4096  # bytes in which a file says what it is
ROOT = re.compile(rb"<(?P<root>[\w.-]+(?::[\w.-]+)?)(?=\s*/?>|\s+[\w.:-]+\s*=)")  # with or without attributes, no words
COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
FEEDS = frozenset({b"rss", b"feed", b"rdf:rdf", b"opml"})
HEADER = re.compile(rb"^(?P<name>[A-Za-z][A-Za-z0-9-]{1,40}):[ \t]", re.MULTILINE)
POSTAL = frozenset({
    b"received", b"return-path", b"message-id", b"mime-version", b"delivered-to", b"dkim-signature", b"x-mailer",
    b"content-transfer-encoding",
})  # fmt: skip
RICH = b"{\\rtf"
RICH_TEXT = "a Rich Text (RTF) file; save it as DOCX or as plain text"
FEED = "a news feed (RSS, Atom or JSON Feed), a list of articles; give the articles' own pages"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # begins Word's files of before 2007, and those with a password
OLD_WORD = "a file of an old Word (DOC); save it as DOCX"
LOCKED = "a document with a password; save it without one"
JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org')
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
        if head.startswith(RICH):
            return RICH_TEXT
        if head.startswith(OLD_OFFICE):
            return LOCKED if "EncryptedPackage".encode("utf-16-le") in data else OLD_WORD
        return next((words for mark, words in ZIPPED if mark in head[:120]), None)
    if form == "json" and JSON_FEED.search(head):
        return FEED
    if form not in ("text", "markdown", "html"):
        return None
    if head.startswith(RICH):
        return RICH_TEXT
    if head.startswith(b"<") and (root := ROOT.search(COMMENT.sub(b"", head))):
        return _xml(head, root["root"].lower()) or _mail(head)
    return _mail(head)


def _xml(head: bytes, root: bytes) -> str | None:
    if root in FEEDS:
        return FEED
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

"""JSON and JSON Lines: one article or many in a file, under the names that archives commonly use."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from compare.errors import SourceError
from compare.model import Block
from compare.sources import front_matter
from compare.sources.article import Article
from compare.sources.blocks import plain_blocks
from compare.sources.decoding import decode
from compare.sources.front_matter import LONGEST_FIGURE
from compare.sources.segments import WIDTHLESS

BODY = ("text", "body", "content", "articleBody", "article_body", "maintext")
LISTS = ("articles", "items", "documents", "results", "data")


def read_json(data: bytes, name: str) -> tuple[Article, ...]:
    """Read an object, a list of objects, or an object that holds such a list under a common name."""
    text, notes = decode(data, name)
    try:
        found = loaded(text)
    except json.JSONDecodeError as error:
        if text.count("\n") and text.lstrip().startswith("{") and error.msg == "Extra data":
            return read_json_lines(data, name)
        raise SourceError(f"{name}: line {error.lineno}, column {error.colno}: not valid JSON: {error.msg}.") from error
    except RecursionError as error:
        raise SourceError(f"{name}: the JSON is nested too deeply to be an article.") from error
    if isinstance(found, Mapping):
        listed = next((found[key] for key in LISTS if isinstance(found.get(key), list)), None)
        if listed is None or front_matter.text_of(found, BODY):
            return (article_of(found, name, None, None, notes),)
        found = listed
    if not isinstance(found, list):
        raise SourceError(f"{name}: the JSON is neither an article nor a list of articles; it needs a 'text' field.")
    if not found:
        raise SourceError(f"{name}: the list of articles is empty.")
    digests = [
        hashlib.sha256(json.dumps(r, sort_keys=True, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()
        for r in found
    ]
    return tuple(
        article_of(record, f"{name}: article {n}", n, digest, notes)
        for n, (record, digest) in enumerate(zip(found, digests, strict=True), start=1)
    )


def read_json_lines(data: bytes, name: str) -> tuple[Article, ...]:
    """Read one object a line; the number of an article is the number of its line."""
    text, notes = decode(data, name)
    articles = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record = loaded(line)
        except json.JSONDecodeError as error:
            raise SourceError(f"{name}: line {number}, column {error.colno}: not valid JSON: {error.msg}.") from error
        except RecursionError as error:
            raise SourceError(f"{name}: line {number}: the JSON is nested too deeply to be an article.") from error
        digest = hashlib.sha256(line.strip().encode("utf-8", "surrogatepass")).hexdigest()
        articles.append(article_of(record, f"{name}: line {number}", number, digest, notes))
    return tuple(articles)


def loaded(text: str) -> object:
    """Read JSON; a whole number of hundreds of digits stays the words that it is, which nothing reads as a number."""
    return json.loads(text, parse_int=lambda figure: figure if len(figure) > LONGEST_FIGURE else int(figure))


def article_of(record: object, place: str, number: int | None, digest: str | None, notes: tuple[str, ...]) -> Article:
    """Build the article of a record; raises ``SourceError`` naming ``place`` where the record is none."""
    if not isinstance(record, Mapping):
        raise SourceError(f"{place}: this is no article; each needs a 'text' (or 'body', 'content') field.")
    key = next((k for k in BODY if isinstance(record.get(k), (str, list)) and record[k]), None)
    if key is None:
        raise SourceError(f"{place}: there is no 'text' (or 'body', 'content') field with words in it.")
    value = record[key]
    body = value if isinstance(value, str) else "\n\n".join(v for v in value if isinstance(v, str))
    title = WIDTHLESS.sub("", front_matter.text_of(record, front_matter.TITLE) or "") or None
    published, doubts = front_matter.published_of(record)
    head = ""
    if title and not " ".join(body.split()).startswith(title):
        head = title + "\n\n"
    text = (
        WIDTHLESS.sub("", head + body).encode("utf-8", "replace").decode("utf-8")
    )  # lone surrogates cannot be written anywhere
    blocks = plain_blocks(text)
    if head:
        blocks = (
            Block(0, len(title or ""), "title"),
            *(b for b in plain_blocks(text, len(head)) if b.start >= len(head)),
        )
        blocks = (blocks[0], *(Block(b.start, b.end, "paragraph" if b.kind == "title" else b.kind) for b in blocks[1:]))
    return Article(
        text,
        blocks,
        title=title or next((text[b.start : b.end] for b in blocks if b.kind == "title"), None),
        publisher=front_matter.text_of(record, front_matter.PUBLISHER),
        author=front_matter.text_of(record, front_matter.AUTHOR),
        url=front_matter.text_of(record, front_matter.URL),
        published=published,
        notes=notes + doubts,
        record=number,
        sha256=digest,
    )

"""The headline of a web page: what most of its places agree on; the site's name and placeholders are none."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from compare.language.en.furniture import NO_TITLE
from compare.sources.heads import bare_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SEPARATOR = re.compile(r"\s+[|–—·•:»-]\s+|\s*[|»]\s*")
TEMPLATE = re.compile(r"\{\{.*\}\}|\$\{.*\}|%\w+%|<\?")
MOST_DATA = 2_000_000  # characters of script data that are read
DEEPEST = 6  # objects within objects of script data


def page_title(tree: HtmlElement, found: str | None, site: str | None) -> str | None:
    """Return the headline; ``found``, the guess of the reader of the main text, stands unless others outvote it."""
    named = [site or "", *_metas(tree, "og:site_name", "application-name"), *_publishers(tree)]
    sites = set(map(bare_words, named)) - {""}
    given = [*_headings(tree), *_headlines(tree), *_metas(tree, "og:title", "twitter:title"), *_titles(tree)]
    votes: dict[str, list[str]] = {}
    for words in given:
        title = _without_site(words, sites, given)
        if title and not _is_none(title, sites):
            votes.setdefault(bare_words(title), []).append(title)
    own = bare_words(_without_site(found, sites, given)) if found else ""
    if not votes:
        return None if found is None or _is_none(found, sites) else found
    best = max(votes, key=lambda key: (sum(len(v) for k, v in votes.items() if _alike(k, key)), key in own))
    backed = sum(len(v) for k, v in votes.items() if _alike(k, best))
    mine = sum(len(v) for k, v in votes.items() if own and _alike(k, own))
    if found and own and not _is_none(found, sites) and (mine >= 2 or backed < 2 or mine >= backed):
        return found
    return votes[best][0]


def script_articles(tree: HtmlElement) -> Iterator[Mapping[str, object]]:
    """Yield the objects of the page's linked data (JSON-LD), those within others included."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        if len(script) > MOST_DATA:
            continue
        try:
            data = json.loads(str(script), strict=False, parse_int=str)
        except (ValueError, RecursionError):
            continue
        yield from _objects(data, 0)


def _objects(data: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > DEEPEST:
        return
    if isinstance(data, Mapping):
        yield data
    for inner in data.values() if isinstance(data, Mapping) else data if isinstance(data, list) else ():
        yield from _objects(inner, depth + 1)


def _headings(tree: HtmlElement) -> list[str]:
    found = [h for h in (_squeezed(h.text_content()) for h in tree.iter("h1")) if h]
    return found if len(found) == 1 else found[:0]  # several: one is the site's, nobody knows which


def _headlines(tree: HtmlElement) -> list[str]:
    words = (item.get("headline") for item in script_articles(tree))
    return [_squeezed(w) for w in words if isinstance(w, str) and w.strip()][:1]


def _publishers(tree: HtmlElement) -> list[str]:
    """Return the names of the site that its linked data give."""
    found: list[str] = []
    for item in script_articles(tree):
        publisher = item.get("publisher")
        given = publisher if isinstance(publisher, Mapping) else item if item.get("@type") == "WebSite" else {}
        if isinstance(name := given.get("name"), str):
            found.append(_squeezed(name))
    return found


def _metas(tree: HtmlElement, *names: str) -> list[str]:
    found = []
    for name in names:
        values = tree.xpath(f"//meta[@property='{name}' or @name='{name}']/@content")
        found += [_squeezed(str(v)) for v in values[:1] if str(v).strip()]
    return found


def _titles(tree: HtmlElement) -> list[str]:
    return [_squeezed(t.text_content()) for t in tree.xpath("//head//title")[:1] if t.text_content().strip()]


def _without_site(words: str, sites: set[str], given: list[str]) -> str:
    """Return a title without the site's name before or behind it, told by its name or by another place's title."""
    parts = SEPARATOR.split(words)
    if len(parts) < 2:
        return words
    others = {bare_words(g) for g in given if g != words and not _is_none(g, sites)}
    for size in range(len(parts) - 1, 0, -1):
        for chosen in (parts[:size], parts[-size:]):
            if bare_words(" ".join(chosen)) in others:
                return words[words.index(chosen[0]) : words.rindex(chosen[-1]) + len(chosen[-1])]
    if bare_words(parts[-1]) in sites:
        return words[: words.rindex(parts[-1])].rstrip(" |–—·•:»-")
    if bare_words(parts[0]) in sites:
        return words[len(parts[0]) :].lstrip(" |–—·•:»-")
    return words


def _is_none(title: str, sites: set[str]) -> bool:
    """Say whether words are a placeholder, or nothing but the site's name and such words."""
    parts = [bare_words(part) for part in SEPARATOR.split(title)]
    return bool(TEMPLATE.search(title)) or all(not p or p in sites or NO_TITLE.fullmatch(p) for p in parts)


def _alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) > 15 and (one.startswith(other) or other.startswith(one)))


def _squeezed(words: str) -> str:
    return " ".join(words.split())

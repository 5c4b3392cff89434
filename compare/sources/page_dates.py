"""The date of publication of a web page: its metadata, set against what the page shows, its address and its zone.

Many sites stamp in UTC, where the evening of one day is the next day: the day that readers saw is the one that counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from compare.model import Published
from compare.sources.front_matter import moment_of
from compare.sources.page_titles import script_articles
from compare.sources.publication import date_in, day_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

METAS = (  # where pages state their date of publication, most trustworthy first
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "pubdate",
    "publishdate", "publish-date", "publication_date", "parsely-pub-date", "sailthru.date", "date", "dc.date",
    "dc.date.issued", "dcterms.created", "dcterms.date", "article.published", "cxenseparse:recs:publishtime",
)  # fmt: skip
CHANGES = frozenset({"article:modified_time", "og:updated_time", "og:modified_time", "last-modified", "dateModified"})
ADDRESSES = (  # a day as folders or between dashes; eight digits in a row
    re.compile(
        r"/(?P<year>(?:19|20)\d\d)([/-])(?P<month>[01]?\d|[a-z]{3})\2(?P<day>[0-3]?\d)(?=[/.-]|$)", re.IGNORECASE
    ),
    re.compile(r"/(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?=[/.-]|$)"),
)
SHOWN = (
    "//time | //*[contains(@class,'date') or contains(@class,'publish') or contains(@class,'timestamp') or "
    "contains(@class,'byline') or contains(@class,'dateline') or contains(@class,'posted') or contains(@id,'date')]"
    " | //p[position()<4]"
)
LABEL = re.compile(r"\b(?:published|posted|first\s+published|publication)\b", re.IGNORECASE)
CHANGED = re.compile(r"\b(?:updated|modified|edited|corrected)\b[\W\d]*(?:on\b|at\b)?\W*$", re.IGNORECASE)
LONGEST = 250  # characters of an element that shows a date
LINE = 45  # characters of a paragraph that is nothing but a day
MOST = 40  # such elements that are looked at
DAY = timedelta(days=1)
NEAR = timedelta(days=30)
NO_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF], " ")  # no characters of XML (1.0, 2.2)
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def page_date(tree: HtmlElement, page: str, url: str | None) -> Published | None:
    """Return the date of publication; a copyright line or the newest date seen is never taken."""
    stated = _stated(tree)
    address = _address(tree, url)
    if stated is None and (stated := _found(tree, page)) is None:
        return Published(address, "metadata", f"the page's address: {address}") if address else None
    if day_of(stated.when) in _changed(tree) and (first := _before(tree, day_of(stated.when))) is not None:
        return Published(first, "metadata", f"the page shows {first.isoformat()}; it was changed later")
    local = _same_instant(tree, stated.when)
    if local is not None:
        return Published(local, "metadata", f"{stated.words}, at the site's hour {local.isoformat()}")
    labelled, shown = _shown(tree, day_of(stated.when))
    stamp = day_of(stated.when)
    seen = labelled or shown
    if (
        seen is not None
        and seen != stamp
        and (seen == address or _may_be(stated.when, seen, sure=labelled is not None))
    ):
        return Published(seen, "metadata", f"{stated.words}; the page shows {seen.isoformat()}")
    if address is not None and seen is None and address != stamp and _may_be(stated.when, address, sure=True):
        return Published(address, "metadata", f"{stated.words}; the page's address says {address.isoformat()}")
    if seen is None and address is None and (local := _at_home(tree, stated.when)) is not None:
        return Published(local, "metadata", f"{stated.words}, at the site's hour {local.isoformat()}")
    return stated


def _stated(tree: HtmlElement) -> Published | None:
    found: dict[str, tuple[date | datetime, str]] = {}
    for meta in tree.iter("meta"):
        value = (meta.get("content") or "").strip()
        for name in {(meta.get(key) or "").strip().lower() for key in ("property", "name", "itemprop")}:
            if name in METAS and name not in found and (when := moment_of(value)) is not None:
                found[name] = (when, f"{name}: {value}")
    for name in METAS:
        if name in found:
            return Published(found[name][0], "metadata", found[name][1])
    times = [
        *(
            t.get("datetime") or t.get("content") or t.text_content()[:40]
            for t in tree.xpath("//*[@itemprop='datePublished'] | //time[@pubdate]")[:MOST]
        ),
        *(str(i["datePublished"]) for i in script_articles(tree) if isinstance(i.get("datePublished"), str)),
        *re.findall(r'"datePublished"\s*:\s*"([^"]{4,40})"', " ".join(tree.xpath("//script/text()"))[:2_000_000]),
    ]
    for value in times:
        if (when := moment_of(value.strip())) is not None:
            return Published(when, "metadata", f"datePublished: {value.strip()}")
    return None


def _changed(tree: HtmlElement) -> set[date]:
    """Return the days on which the page says that it was changed, where it does not say when it appeared."""
    metas = [m.get("content") or "" for m in tree.iter("meta") if (m.get("property") or m.get("name")) in CHANGES]
    metas += [str(i["dateModified"]) for i in script_articles(tree) if isinstance(i.get("dateModified"), str)]
    if _stated(tree) is not None:
        return set()
    return {day_of(when) for value in metas if (when := moment_of(value.strip())) is not None}


def _before(tree: HtmlElement, changed: date) -> date | None:
    """Return the day of a byline or date line shortly before a day of change."""
    for element in tree.xpath(SHOWN)[:MOST]:
        words = " ".join(element.text_content().split())
        found = date_in(words) if (len(words) <= LONGEST and element.tag != "p") or len(words) <= LINE else None
        if found is not None and not CHANGED.search(words[: found[1]]) and timedelta(0) < changed - found[0] < NEAR:
            return found[0]
    return None


def _same_instant(tree: HtmlElement, when: date | datetime) -> datetime | None:
    """Return the same time as another stamp of the page writes it, with the site's own zone."""
    if not isinstance(when, datetime) or when.utcoffset() not in (None, timedelta(0)):
        return None
    there = when.replace(tzinfo=when.tzinfo or UTC)
    return next((stamp for stamp in _zoned(tree) if stamp == there), None)


def _at_home(tree: HtmlElement, when: date | datetime) -> datetime | None:
    """Return a time in UTC by the clock of the site, which its other stamps show (that of the last change, say)."""
    if not isinstance(when, datetime) or when.utcoffset() != timedelta(0):
        return None
    near = [s for s in _zoned(tree) if abs(s - when) < NEAR]  # farther off, another article's or another season's
    return when.astimezone(near[0].tzinfo) if len({s.utcoffset() for s in near}) == 1 else None


def _zoned(tree: HtmlElement) -> Iterator[datetime]:
    """Yield the stamps of the page that are written with a zone other than that of Greenwich."""
    others = [t.get("datetime") or "" for t in tree.iter("time")]
    others += [str(m.get("content") or "") for m in tree.iter("meta")]
    others += [
        str(v) for i in script_articles(tree) for k, v in i.items() if k.startswith("date") and isinstance(v, str)
    ]
    for value in others[:500]:
        stamp = moment_of(value.strip()) if 19 < len(value.strip()) < 40 else None
        if isinstance(stamp, datetime) and stamp.utcoffset():
            yield stamp


def _shown(tree: HtmlElement, stamp: date) -> tuple[date | None, date | None]:
    """Return the day that the page shows as that of publication, and the first day near the stamp that it shows."""
    labelled = near = None
    for element in tree.xpath(SHOWN)[:MOST]:
        words = " ".join(element.text_content().split())
        found = date_in(words) if len(words) <= LONGEST else None
        if found is None or CHANGED.search(words[: found[1]]):
            continue
        if labelled is None and LABEL.search(words[: found[1]]):
            labelled = found[0]
        if (
            near is None
            and abs(found[0] - stamp) <= DAY
            and (element.tag != "p" or LABEL.search(words) or len(words) <= LINE)
        ):
            near = found[0]
    return labelled, near


def _may_be(when: date | datetime, day: date, *, sure: bool) -> bool:
    """Say whether a stamp in UTC (or without a zone) can be that day where the site is at home."""
    behind = (day_of(when) - day).days
    if abs(behind) != 1:
        return False
    if not isinstance(when, datetime):
        return sure and behind == 1
    if when.utcoffset() not in (None, timedelta(0)):
        return False
    return when.hour < 12 if behind == 1 else sure and when.hour >= 10


def _address(tree: HtmlElement, url: str | None) -> date | None:
    links = tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    for link in (url or "", *map(str, links[:3])):
        if match := next(filter(None, (form.search(link) for form in ADDRESSES)), None):
            month = match["month"].lower()
            try:
                number = MONTHS.index(month) + 1 if month.isalpha() else int(month)
                return date(int(match["year"]), number, int(match["day"]))
            except ValueError:
                continue
    return None


def _found(tree: HtmlElement, page: str) -> Published | None:
    """Return the date that a search of the page finds, with its time where one of the page's own gives that day."""
    import logging

    import htmldate

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    # its tree takes no such character in the text around a script
    day = htmldate.find_date(page.translate(NO_XML), extensive_search=False, original_date=True)
    when = moment_of(day) if day else None
    if when is None:
        return None
    times = (moment_of(t.get("datetime") or "") for t in tree.iter("time"))
    stamp = next((t for t in times if isinstance(t, datetime) and t.date() == when), when)
    return Published(stamp, "metadata", f"the page's date: {stamp.isoformat()}")

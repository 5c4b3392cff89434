"""Values about an article as files write them (front matter, JSON, manifests) → the fields of a ``Source``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime

from compare.model import Published

TITLE = ("title", "headline", "name")
PUBLISHER = ("publisher", "source", "site", "site_name", "sitename", "outlet", "hostname")
AUTHOR = ("author", "authors", "byline", "creator")
URL = ("url", "link", "canonical", "canonical_url")
PUBLISHED = (
    "published", "date", "published_at", "publishedAt", "date_published", "datePublished", "pubDate", "datetime",
)  # fmt: skip
MOST_FIELDS = 100_000  # characters of front matter; an article's own is a few hundred
FIRST_CENTURY = re.compile(r"(?<=[a-z] )00\d\d\b")
LONGEST_FIGURE = 400  # digits; a longer one is no year, no number of a page, nothing an article says about itself


class FieldsError(Exception):
    """Front matter that cannot be read: the problem in words, and the line of the front matter where it is known."""

    def __init__(self, problem: str, line: int | None = None) -> None:
        super().__init__(problem)
        self.problem = problem
        self.line = line  # from 1


def fields_of(written: str) -> object:
    """Return what YAML says, aliases refused: they can expand without end, and no article needs them.

    Raises ``FieldsError``.
    """
    import yaml

    if len(written) > MOST_FIELDS:
        raise FieldsError(f"it has more than {MOST_FIELDS:,} characters")
    try:
        for token in yaml.scan(written, yaml.SafeLoader):
            if isinstance(token, yaml.AliasToken):
                problem = f"it uses the alias '*{token.value[:40]}'; write the value out"
                raise FieldsError(problem, token.start_mark.line + 1)
        return yaml.safe_load(written)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it is not valid YAML"
        raise FieldsError(problem, mark.line + 1 if mark else None) from error
    except RecursionError as error:
        raise FieldsError("it is nested too deeply") from error
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError) as error:
        # a date such as 2021-13-40, a tag whose value is of another type, a number without end
        raise FieldsError(
            str(error) if isinstance(error, ValueError) else "a value is of another type than it says"
        ) from error


def text_of(fields: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    """Return the first of the named fields that holds words, with white space squeezed."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, Mapping):
            value = value.get("name") or value.get("title")
        if isinstance(value, list):
            parts = [v.get("name") if isinstance(v, Mapping) else v for v in value]
            value = ", ".join(str(p) for p in parts if p)
        if isinstance(value, int) and value.bit_length() > 4 * LONGEST_FIGURE:
            continue
        if isinstance(value, (str, int, float)) and not isinstance(value, bool) and str(value).strip():
            return " ".join(str(value).split())
    return None


def published_of(fields: Mapping[str, object]) -> tuple[Published | None, tuple[str, ...]]:
    """Return the date of publication that the fields state, and a note where it cannot be understood."""
    for name in PUBLISHED:
        value = fields.get(name)
        if value in (None, ""):
            continue
        when = moment_of(value)
        if when is not None:
            return Published(when, "metadata", f"{name}: {value}"), ()
        return None, (f"The field '{name}' is no date that can be understood: {str(value)[:60]!r}.",)
    return None, ()


def moment_of(value: object) -> date | datetime | None:
    """Return a date or date-time from a typed value, ISO 8601, RFC 2822 or a plain English date; None otherwise."""
    if isinstance(value, date):  # a datetime is a date, too
        return value
    if not isinstance(value, str):
        return None
    words = value.strip()
    try:
        return date.fromisoformat(words)
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        pass
    from email.utils import parsedate_to_datetime

    try:
        when = parsedate_to_datetime(words)
        # the library reads the year 0001, a placeholder, as 2001
        return when.replace(year=int(year[0])) if (year := FIRST_CENTURY.search(words)) else when
    except (ValueError, TypeError, IndexError):
        pass
    from compare.sources.publication import date_in

    found = date_in(words)
    return found[0] if found else None

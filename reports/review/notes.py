"""A reviewer's note: Markdown that can harm nobody.  Escape first, convert, then let only known tags through."""

from __future__ import annotations

import html
import re

import markdown
import nh3
from markupsafe import Markup

from reports.wording import shown

_TAGS = {"p", "em", "strong", "code", "a", "ul", "ol", "li", "blockquote"}
_LINKS = ("http://", "https://", "mailto:")


def note_html(note: str) -> Markup:
    """Return a note as HTML of the allow-listed tags, with links that tell the other side nothing."""
    made = markdown.markdown(html.escape(shown(note), quote=False).replace("&gt;", ">"))  # '>' opens a quotation
    made = re.sub(r"<code>.*?</code>", lambda code: code[0].replace("&amp;", "&"), made, flags=re.DOTALL)
    clean = nh3.clean(
        made,
        tags=_TAGS,
        attributes={"a": {"href"}},
        attribute_filter=_link,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer nofollow",
    )
    return Markup(clean)  # noqa: S704 - allow-listed on the line above


def _link(_tag: str, _name: str, value: str) -> str | None:
    """Keep whole addresses only: a relative one would lead into the review pages."""
    return value if value.lower().startswith(_LINKS) else None

"""``claimreview``: ClaimReview (schema.org) of findings that a person decided and rated, and of no other.

https://schema.org/ClaimReview – the claim is one source's statement, the rating is the reviewer's own words.
"""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urlsplit

from compare.errors import SettingsError
from compare.language.en.questions import PRONOUNS
from reports.finding_view import Finding
from reports.statement_view import StatementView
from reports.view import View

JUDGED = ("conflict", "update")  # 'no conflict' and 'wrong match' leave no claim to review
BODY = re.compile(  # a speaker with one of these words is a body of people, not a person
    r"\b(ministry|office|agency|department|police|army|forces?|government|council|commission|court|party|union|company"
    r"|group|observatory|kremlin|white house|pentagon|committee|delegation|bank|fund|university|hospital|authority"
    r"|authorities|officials|service|bureau|association|federation|organi[sz]ation|press|news|times|tv|sources)\b",
    re.IGNORECASE,
)


def render_claimreview(view: View, *, url: str, author: str) -> str:
    """Return one ClaimReview a decided finding, in a list.

    Raises ``SettingsError`` in one sentence where the newsroom, a person's decision or a rating is missing.
    """
    publisher = newsroom(url, author)
    decided = [f for f in view.findings if f.decision is not None and not f.is_open and f.decision.what in JUDGED]
    if not decided:
        raise SettingsError(
            "ClaimReview needs a finding that a person decided: decide in 'crosscheck review', then export from there."
        )
    told = [_review(f, view, publisher) | {"url": f"{url.rstrip('/')}/{f.key}"} for f in decided]
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def newsroom(url: str, author: str) -> dict[str, str]:
    """Return the author of the reviews; raise ``SettingsError`` where its name or its address is missing."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise SettingsError("ClaimReview needs --url: the web address under which your reviews are published.")
    if not author.strip():
        raise SettingsError("ClaimReview needs --author: the name of your newsroom.")
    return {"@type": "Organization", "name": author.strip(), "url": f"{parts.scheme}://{parts.netloc}/"}


def claimant(said_by: list[str], publisher: str | None, label: str) -> dict[str, str]:
    """Return who made a claim: the innermost speaker, else the publisher; a person is never an organisation.

    Raises ``SettingsError`` where neither is known: a headline made no claim.
    """
    named = [name for name in said_by if name.strip() and name.strip().lower() not in PRONOUNS]
    if named:
        return {"@type": "Organization" if BODY.search(named[-1]) else "Person", "name": named[-1]}
    if not publisher:
        raise SettingsError(
            f"“{label}”: ClaimReview needs who made the claim; name the publisher of the article in a manifest."
        )
    return {"@type": "Organization", "name": publisher}


def rating_of(note: str, label: str) -> str:
    """Return the rating: the first line of the reviewer's note; raise ``SettingsError`` where there is none."""
    first = next((line.strip() for line in note.splitlines() if line.strip()), "")
    if not first:
        raise SettingsError(f"“{label}”: ClaimReview needs a rating in words: write it as the first line of the note.")
    return first


def _review(finding: Finding, view: View, publisher: dict[str, str]) -> dict[str, Any]:
    decision = finding.decision
    claim = _claim(finding)
    place = next(i for i, s in enumerate(view.sources) if s.letter == claim.letter)
    source = view.comparison.sources[place]
    fact = next(f for f in view.comparison.facts if f.key == finding.key)
    said = next(a.said_by for a in fact.answers if a.statement == claim.id)
    appearance = {"@type": "CreativeWork", "name": view.sources[place].title}
    item = {
        "@type": "Claim",
        "author": claimant(list(said), source.publisher, finding.label),
        "appearance": appearance | ({"url": source.url} if view.sources[place].url and source.url else {}),
    }
    if source.published is not None:
        item["datePublished"] = source.published.when.isoformat()
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "author": publisher,
        "claimReviewed": claim.quote,
        "itemReviewed": item,
        "reviewRating": {
            "@type": "Rating",
            "alternateName": rating_of(decision.note if decision else "", finding.label),
        },
        **({"reviewBody": finding.supported} if finding.supported else {}),
    }


def _claim(finding: Finding) -> StatementView:
    """Return the statement that was judged: what was overtaken, else the first."""
    earlier = [s for s in finding.statements if s.status in ("expected", "overtaken")]
    return (*earlier, *finding.statements)[0]

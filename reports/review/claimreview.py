"""ClaimReview (schema.org) as JSON-LD: one file for each finding that a person settled, and for no other.

https://schema.org/ClaimReview – the claim is one source's statement, the rating is the reviewer's own words.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from compare.facts.decisions import Decision
from reports.machine.claimreview import claimant, newsroom, rating_of
from reports.review import opinions as op
from reports.review import queue
from reports.review.schema import finding
from reports.review.store import Store

JUDGED = ("conflict", "update")  # 'no conflict' and 'wrong match' leave no claim to review
_EARLIER = ("expected", "superseded")


def claim_reviews(store: Store, *, url: str, author: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give (finding key, ClaimReview) for each settled conflict or update.

    ``url`` is where the newsroom publishes its reviews; a finding's key is put behind it.  ``author`` is the name of
    the newsroom.  Raises ``SettingsError`` where either, a claimant or a rating is missing.
    """
    publisher = newsroom(url, author)
    with store.reading() as connection:
        blind = op.latest_blind(connection)
        about = {row["id"]: row for row in queue.sources(connection)}
        query = sa.select(finding).where(finding.c.decision.in_(JUDGED), finding.c.present > 0)
        for row in connection.execute(query.order_by(finding.c.rank, finding.c.key)).mappings().all():
            events = op.visible(op.events_of(connection, row["key"]), blind, None)
            told = op.decision_of(row["key"], events, row["evidence"], True)
            page = json.loads(row["payload"])
            claim = _claim(told, page["answers"])
            if told.settled and told.decision in JUDGED and claim is not None:
                yield (
                    row["key"],
                    _review(told, page, claim, about)
                    | {
                        "url": f"{url.rstrip('/')}/{row['key']}",
                        "author": publisher,
                    },
                )


def _claim(told: Decision, answers: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """Return the statement that was judged: what was overtaken, else the first that is not followed."""
    others = [a for a in answers if a["source"] != told.follow]
    earlier = [a for a in others if a["status"] in _EARLIER]
    return next(iter(earlier if told.decision == "update" and earlier else others), None)


def _review(
    told: Decision,
    page: Mapping[str, Any],
    claim: Mapping[str, Any],
    about: Mapping[str, Mapping[str, Any]],
) -> dict[str, Any]:
    source = about[claim["source"]]["about"] if claim["source"] in about else {}
    author = claimant(list(claim["said_by"]), source.get("publisher"), page["question"])
    appearance = {"@type": "CreativeWork", "name": claim["title"]}
    if source.get("url"):
        appearance["url"] = source["url"]
    item = {"@type": "Claim", "author": author, "appearance": appearance}
    if source.get("published"):
        item["datePublished"] = source["published"]
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": " ".join(claim["text"].split()),
        "datePublished": (told.at or "")[:10],
        "itemReviewed": item,
        "reviewRating": {"@type": "Rating", "alternateName": rating_of(told.note, page["question"])},
        **({"reviewBody": page["supported"]} if page["supported"] else {}),
    }

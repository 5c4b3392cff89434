"""The queue and the page of one finding: looking, deciding, undoing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, quote

from starlette.exceptions import HTTPException
from starlette.responses import Response

from compare.errors import StoreError
from compare.facts.decisions import CHOICES, LABELS
from reports.review import opinions as op
from reports.review import queue, shown
from reports.review.call import DAY, Call, see
from reports.review.events import Entry, MovedError, new_id, record, undo
from reports.review.pages import page
from reports.wording import SENTENCES

PAGE = 50  # findings on a page of the queue


def queue_page(call: Call, said: Mapping[str, Any] | None = None, status: int = 200) -> Response:
    """Show the queue, narrowed by the query; ``said`` is what a decision on several findings came to."""
    wanted = _wanted(call) if said else shown.read_filter(call.query)
    after, before = _edge(call.query.get("after")), _edge(call.query.get("before"))
    with call.store.reading() as connection:
        rows = queue.page(connection, wanted, call.user, after=after, before=before, limit=PAGE + 1)
        over = len(rows) > PAGE
        rows = rows[-PAGE:] if before else rows[:PAGE]
        context: dict[str, Any] = {
            "rows": rows,
            "counts": queue.counts(connection, call.user),
            "sources": queue.sources(connection),
            "people": queue.people(connection),
            "blind": shown.blind_of(connection),
            "narrowed": queue.narrowed(connection, wanted, call.user),
        }
    more = bool(rows) and (over if not before else True)
    fewer = bool(rows) and (over if before else after is not None)
    told: dict[str, Any] = {"said": "", "done": (), "bulk_id": new_id()} | dict(said or {})
    return page(call, "queue.html", status, wanted=wanted, more=more, fewer=fewer, **told, **context)


def show(call: Call) -> Response:
    """Show one finding."""
    return _finding(call, shown.read_filter(call.query))


def decide(call: Call) -> Response:
    """Record what the form says; where somebody else was quicker, show both and lose nothing typed."""
    wanted = _wanted(call)
    try:
        entry = _entry(call)
        if not call.trusted:
            return _finding(call, wanted, 403, told="This page was out of date. What you typed is here: save it again.")
        if not entry.decision and not entry.note.strip() and not _hands_on(call, entry):
            return _finding(call, wanted, 400, told=SENTENCES["choose"])
        record(call.store, entry)
    except MovedError:
        return _finding(call, wanted, 409, moved=True)
    except StoreError as error:
        return _finding(call, wanted, 400, told=str(error))
    return see(_next(call, wanted))


def _hands_on(call: Call, entry: Entry) -> bool:
    """Tell whether the form gives the finding to another desk: an assignment alone may be saved."""
    with call.store.reading() as connection:
        own = op.resolve(connection, entry.finding)
        events = op.visible(op.events_of(connection, own), op.latest_blind(connection), call.user) if own else []
    return (entry.assignee or "") != (op.assignee_of(events) or "")


def undo_last(call: Call) -> Response:
    """Undo the viewer's last event on the finding."""
    call.require_trust()
    wanted = _wanted(call)
    try:
        undo(call.store, call.parts["key"], call.user, id=_event_id(call), seen=_seen(call))
    except MovedError:
        return _finding(call, wanted, 409, told="Somebody else wrote here in the meantime, so nothing was undone.")
    except StoreError as error:
        return _finding(call, wanted, 400, told=str(error))
    return see(f"/f/{quote(call.parts['key'], safe='')}{shown.as_query(wanted)}")


def switch_keys(call: Call) -> Response:
    """Switch the single-key shortcuts on or off, and keep it so for a year."""
    call.require_trust()
    back = call.text("back")
    answer = see(back if back.startswith("/f/") and "\\" not in back and "//" not in back else "/")
    value = "on" if call.text("keys") else "off"
    answer.set_cookie("keys", value, max_age=365 * DAY, httponly=True, samesite="strict")
    return answer


def _finding(call: Call, wanted: queue.Filter, status: int = 200, told: str = "", moved: bool = False) -> Response:
    with call.store.reading() as connection:
        found = shown.finding_page(connection, call.parts["key"], wanted, call.user)
        context: dict[str, Any] = {
            "counts": queue.counts(connection, call.user),
            "sources": {row["id"]: row for row in queue.sources(connection)},
            "people": queue.people(connection),
        }
    if found is None:
        raise HTTPException(404, "There is no such finding in this project.")
    typed = _typed(call) if call.form else _own(found, call.user)
    return page(
        call, "finding.html", status, page=found, wanted=wanted, typed=typed, said=told, moved=moved,
        event_id=new_id(), undo_id=new_id(), pieces=shown.pieces, reasons=shown.reasons(found.told), **context,
    )  # fmt: skip


def _own(found: shown.Page, user: str) -> dict[str, Any]:
    """Return what the form starts with: the viewer's own decision, where it stands."""
    typed = {"decision": "", "follow": "", "note": "", "assignee": found.decision.assignee or ""}
    for opinion in found.decision.opinions:
        if opinion.by == user:
            typed |= {"decision": opinion.decision, "follow": opinion.follow or "", "note": opinion.note}
    return typed


def _typed(call: Call) -> dict[str, Any]:
    return {
        "decision": _decision(call) or "",
        "follow": call.text("follow"),
        "note": call.text("note"),
        "assignee": call.text("assignee"),
    }


def _entry(call: Call) -> Entry:
    typed = _typed(call)
    action: Any = "decide" if typed["decision"] else "note" if typed["note"].strip() else "assign"
    return Entry(
        finding=call.parts["key"],
        action=action,
        actor=call.user,
        decision=typed["decision"] or None,
        follow=typed["follow"] or None,
        note=typed["note"],
        assignee=typed["assignee"].strip(),
        id=_event_id(call),
        seen=_seen(call),
        second=call.text("resolve") == "second",
    )


def _decision(call: Call) -> str | None:
    told = call.text("decision")
    names = {choice.key: choice.name for choice in CHOICES} | {name: name for name in LABELS}
    return names.get(told, told) or None


def _event_id(call: Call) -> str:
    told = call.text("event")
    if len(told) != 32 or not told.isalnum() or not told.isascii():
        raise StoreError("The form lacks its number; reload the page")
    return told


def _seen(call: Call) -> int:
    told = call.text("version")
    if not (told.isdecimal() and told.isascii() and len(told) < 10):
        raise StoreError("The form lacks its version; reload the page")
    return int(told)


def _next(call: Call, wanted: queue.Filter) -> str:
    """Return the next finding that wants a person: after this one, else from the top; else the queue."""
    todo = replace(wanted, state="to do")
    with call.store.reading() as connection:
        here = shown.place_of(connection, call.parts["key"])
        found = queue.page(connection, todo, call.user, after=here, limit=1)
        found = found or [
            r for r in queue.page(connection, todo, call.user, limit=2) if r["key"] != (here or ("",))[-1]
        ]
    return f"/f/{found[0]['key']}{shown.as_query(wanted)}" if found else f"/{shown.as_query(wanted)}"


def _wanted(call: Call) -> queue.Filter:
    """Return the queue in which the viewer is working, from the form's hidden field."""
    return shown.read_filter(dict(parse_qsl(call.text("queue").lstrip("?"))))


def _edge(told: str | None) -> tuple[int, str] | None:
    rank, _, key = (told or "").partition(".")
    return (int(rank), key) if rank.isdecimal() and rank.isascii() and len(rank) < 5 and key else None

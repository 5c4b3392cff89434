"""The pages beside the queue: handing over, blind double review, and the reports."""

from __future__ import annotations

import json

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import Response

from compare.errors import StoreError
from reports.review import double, handover, queue, reporting
from reports.review.call import Call, see
from reports.review.guard import REPORT_POLICY
from reports.review.pages import page
from reports.review.shown import blind_of

_FORMATS = {"/report.html": ("html", "text/html"), "/report.md": ("markdown", "text/markdown"),
            "/report.json": ("json", "application/json")}  # fmt: skip


def handover_page(call: Call, told: str = "", status: int = 200) -> Response:
    """Show how to hand over and take over."""
    with call.store.reading() as connection:
        counts = queue.counts(connection, call.user)
        blind = blind_of(connection)
        own = queue.Filter(assignee=call.user, state="to do")
        mine = [] if blind else queue.page(connection, own, call.user, limit=20)
    return page(call, "handover.html", status, counts=counts, mine=mine, blind=blind, said=told)


def handover_file(call: Call) -> Response:
    """Give every event as one JSON file."""
    since = call.query.get("since", "0")
    number = int(since) if since.isdecimal() and since.isascii() and len(since) < 10 else 0
    told = handover.export(call.store, since=number, note=call.query.get("note", "")[:2000])
    body = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    headers = {"content-disposition": 'attachment; filename="handover.json"'}
    return Response(body.encode("utf-8", "replace"), media_type="application/json", headers=headers)


def take_file(call: Call) -> Response:
    """Take over a handover file."""
    call.require_trust()
    sent = call.form.get("file")
    if not isinstance(sent, UploadFile) or not sent.size:
        return handover_page(call, "Choose the file that the other desk exported.", 400)
    try:
        taken = handover.take(call.store, json.loads(sent.file.read()))
    except (ValueError, RecursionError):
        return handover_page(call, "That file is not a handover file: it is not JSON.", 400)
    except StoreError as error:
        return handover_page(call, str(error), 400)
    return handover_page(call, f"{taken}." + (f" Note: {taken.note}" if taken.note else ""))


def double_page(call: Call, told: str = "", status: int = 200) -> Response:
    """Show how a blind double review stands."""
    with call.store.reading() as connection:
        people = queue.people(connection)
    found = double.agreement(call.store)
    return page(call, "double.html", status, found=found, people=people, said=told)


def double_change(call: Call) -> Response:
    """Begin or reveal a blind review."""
    call.require_trust()
    try:
        if call.text("reveal"):
            double.reveal(call.store, call.user)
        else:
            double.start(call.store, call.text("first"), call.text("second"), call.user)
    except StoreError as error:
        return double_page(call, str(error), 400)
    return see("/double")


def report(call: Call) -> Response:
    """Give the report of the newest run, with the decisions as they stand."""
    name, kind = _FORMATS[call.path]
    try:
        text = reporting.report(call.store, name)
    except StoreError as error:
        raise HTTPException(404, str(error)) from error
    headers = {"content-security-policy": REPORT_POLICY}
    return Response(text.encode("utf-8", "replace"), media_type=f"{kind}; charset=utf-8", headers=headers)

"""One decision on several findings of the queue, and taking it back."""

from __future__ import annotations

import hashlib

from starlette.responses import Response

from compare.errors import StoreError
from compare.facts.decisions import LABELS
from reports.review.call import Call
from reports.review.desk import PAGE, queue_page
from reports.review.events import Entry, record, undo
from reports.wording import SENTENCES, counted


def decide_several(call: Call) -> Response:
    """Record the decision on each finding that was picked; the same form again writes nothing."""
    call.require_trust()
    picked, decision = _picked(call), call.text("decision")
    if not picked or decision not in LABELS:
        return queue_page(call, {"said": SENTENCES["choose" if picked else "pick"]}, 400)
    done, faults = [], []
    for key in picked:
        name = hashlib.sha256(f"{call.text('event')} {key}".encode()).hexdigest()[:32]
        try:
            record(call.store, Entry(key, "decide", call.user, decision, id=name))
            done.append(key)
        except StoreError as error:
            faults.append(str(error))
    told = SENTENCES["decided"].format(findings=counted(len(done), "finding"), decision=LABELS[decision])
    return queue_page(call, {"said": " ".join([told, *faults]), "done": tuple(done)})


def undo_several(call: Call) -> Response:
    """Undo the viewer's last on each finding that was picked, where nobody wrote after it."""
    call.require_trust()
    done, faults = 0, []
    for key in _picked(call):
        try:
            undo(call.store, key, call.user)
            done += 1
        except StoreError as error:
            faults.append(str(error))
    return queue_page(
        call, {"said": " ".join([SENTENCES["undone"].format(findings=counted(done, "finding")), *faults])}
    )


def _picked(call: Call) -> list[str]:
    told = [value for value in call.form.getlist("pick") if isinstance(value, str)]
    return list(dict.fromkeys(told))[:PAGE]

"""One request as the work behind a route sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from reports.review.store import Store

DAY = 24 * 3600  # seconds


@dataclass(frozen=True, slots=True)
class Call:
    """Who asks for what."""

    store: Store
    user: str
    token: str  # for the forms of the answer
    path: str
    parts: Mapping[str, str]  # of the path: 'key'
    query: Mapping[str, str]
    form: FormData  # empty for GET
    trusted: bool  # the form bears this browser's token
    keys: bool  # single-key shortcuts are on

    def text(self, name: str) -> str:
        """Return a field of the form; '' where it is missing."""
        value = self.form.get(name)
        return value.replace("\r\n", "\n") if isinstance(value, str) else ""

    def require_trust(self) -> None:
        """Refuse a form that does not bear this browser's token."""
        if not self.trusted:
            raise HTTPException(403, "This page is too old to be sent. Go back, reload it and try again.")


def see(where: str) -> Response:
    """Return the answer to a form: look there now."""
    return RedirectResponse(where, 303)

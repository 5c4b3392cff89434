"""``html``: the draft with margin notes beside the sources' words; one file, no script, nothing remote, all escaped."""

from __future__ import annotations

from importlib.resources import files
from pathlib import PurePath

from compare.checking.gate import GateResult
from compare.checking.model import DraftCheck
from compare.facts.labels import letter
from compare.wire.report import tool_version
from reports.check.message import missing_facts, trouble, why
from reports.check.page_view import counts_of, left_out, paragraphs_of, styles_of
from reports.html import base_style, html_environment, style_hash
from reports.wording import dated, squeezed


def render_html(checked: DraftCheck, result: GateResult) -> str:
    """Return the page."""
    from markupsafe import Markup

    style = base_style() + files("reports").joinpath("templates/check/check.css").read_text(encoding="utf-8")
    sources = [
        {
            "letter": letter(number),
            "path": squeezed(source.path),
            "title": squeezed(source.title or ""),
            "when": dated(source.published)[0],
            "sha256": source.sha256,
        }
        for number, source in enumerate(checked.sources)
    ]
    return (
        html_environment()
        .get_template("check/check.html")
        .render(
            title=squeezed(checked.draft.title or PurePath(checked.draft.path).name),
            path=squeezed(checked.draft.path),
            sha256=checked.draft.sha256,
            version=tool_version(),
            result=result,
            sentence=squeezed(result.sentence),
            counts=counts_of(checked),
            paragraphs=paragraphs_of(checked),
            css=styles_of(checked),
            findings=checked.findings,
            whys={c.key: why(c, checked) for c in checked.findings},
            unit="Line" if checked.unit == "line" else "Paragraph",
            sources=sources,
            unread=[(squeezed(u.path), squeezed(u.reason)) for u in checked.unread],
            trouble=trouble(checked),
            missing=missing_facts(checked),
            required=checked.required,
            suppressions=checked.suppressions,
            skipped=left_out(checked),
            notes=[squeezed(n) for n in checked.notes],
            style=Markup(style),  # noqa: S704 - the package's own style sheets, no word of an article
            style_hash=style_hash(style),
        )
    )

"""``check_draft``: what the sources support, contradict or leave open in a draft, statement by statement.

For a draft that is being edited make one `Checker` and call its ``check`` again: the sources are analysed once, and
only the statements that an edit touched are judged anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from compare.checking.checker import Checker, Progress
from compare.checking.drafts import Draft, draft_from_text, html_draft, read_draft
from compare.checking.model import Assessment, Check, DraftCheck, RequiredFact, Suppression, Witness
from compare.checking.stating import required_facts
from compare.checking.suppressing import suppressed
from compare.matching.second_reader import SecondReader
from compare.model import Source, Unread
from compare.pipeline import ordered_sources

__all__ = [
    "Assessment", "Check", "Checker", "Draft", "DraftCheck", "RequiredFact", "Suppression", "Witness",
    "check_draft", "checker_for", "draft_from_text", "finish", "html_draft", "read_draft",
]  # fmt: skip


def check_draft(
    draft: Draft | Source | str | Path,
    sources: Iterable[Source | str | Path] | Checker,
    *,
    must_state: Sequence[str] = (),
    unread: Sequence[Unread] = (),
    progress: Progress | None = None,
    reader: str = "",
    second: SecondReader | None = None,
) -> DraftCheck:
    """Check a draft against its sources and return the verdict on each of its statements.

    ``draft`` is a path (Markdown, DOCX, HTML, plain text) or an article that was read already; ``sources`` are paths,
    articles, or a `Checker` made before.  A source that cannot be read is listed in ``unread``; the result then is no
    pass.  ``reader`` is the folder of a desk's own reader; ``second`` its second reader, asked about what would be
    called contradicted or not found.  Raises ``SourceError`` where the draft cannot be read.
    """
    read = read_draft(draft)
    if isinstance(sources, Checker):
        return finish(read, sources, must_state)
    checker = checker_for(sources, read, unread=unread, progress=progress, reader=reader, second=second)
    return finish(read, checker, must_state)


def finish(draft: Draft, checker: Checker, must_state: Sequence[str] = ()) -> DraftCheck:
    """Check a draft with a checker, and add what stands in the draft itself: suppressions, and facts it must state."""
    found = suppressed(checker.check(draft), draft)
    return replace(found, required=required_facts(draft, must_state))


def checker_for(
    sources: Iterable[Source | str | Path],
    draft: Draft | None = None,
    *,
    unread: Sequence[Unread] = (),
    progress: Progress | None = None,
    reader: str = "",
    second: SecondReader | None = None,
) -> Checker:
    """Analyse sources once.  A source that is the draft itself is left out, and listed: it would bear itself out."""
    given = list(sources)
    ordered, more = ordered_sources(given) if given else ([], ())
    missing = [*unread, *more]
    kept = [s for s in ordered if draft is None or not _same_file(s, draft.source)]
    notes = [f"{s.path} is the draft itself and was not used as a source." for s in ordered if s not in kept]
    return Checker(kept, unread=missing, notes=notes, progress=progress, reader=reader, second=second)


def _same_file(source: Source, draft: Source) -> bool:
    if source.sha256 and source.sha256 == draft.sha256:
        return True
    ours, theirs = Path(draft.path), Path(source.path)
    return ours.exists() and theirs.exists() and ours.resolve() == theirs.resolve()

"""One statement as the reports show it: its exact place, its words in pieces, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from compare.judgement.rules import midsentence
from compare.language.en.questions import PRONOUNS
from compare.model import Answer, Claim, Source, Statement
from compare.sources.positions import Places
from reports.pieces import Piece, answer_spans, cut
from reports.strip import Gap, Mark
from reports.wording import UNNAMED, dated, shortened, squeezed

STATUS = {"expected": "expected", "reported": "reported", "denied": "denied", "superseded": "overtaken"}


@dataclass(frozen=True, slots=True)
class Here:
    """Where to look things up while one view is built."""

    statements: Mapping[str, Statement]
    sources: Mapping[str, Source]
    letters: Mapping[str, str]
    places: Mapping[str, Places]
    claims: Mapping[str, Claim]


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement with its exact place and, where it answers a question, its answer."""

    id: str
    letter: str
    title: str  # of the source, shortened
    when: str
    file: str  # id of the source
    path: str  # as the user gave it
    line: int
    column: int
    paragraph: int
    anchor: str  # of the statement in the full article
    pieces: tuple[Piece, ...]
    quote: str  # the same words on one line
    value: str = ""
    status: str = ""
    said_by: str = ""
    hedges: tuple[str, ...] = ()
    mark: Mark | None = None
    gap: Gap | None = None

    @property
    def place(self) -> str:
        """The place as editors and terminals open it: file, line, column."""
        return f"{self.path}:{self.line}:{self.column}"

    @property
    def short_place(self) -> str:
        """The place for pages: the source's id, line, column."""
        return f"{self.file}:{self.line}:{self.column}"


def statement_view(
    statement: Statement, here: Here, answer: Answer | None = None, gap: Gap | None = None
) -> StatementView:
    """Return a statement, with its answer where it gives one."""
    source = here.sources[statement.source]
    letter = here.letters[source.id]
    line, column = here.places[source.id].line_column(statement.start)
    spans = answer_spans(statement, answer) if answer else []
    view = StatementView(
        id=statement.id,
        letter=letter,
        title=shortened(source.title or source.id, 44),
        when=dated(source.published)[0],
        file=squeezed(source.id),
        path=squeezed(source.path),
        line=line,
        column=column,
        paragraph=statement.paragraph + 1,
        anchor=f"{letter}-{statement.start}",
        pieces=cut(source.text, statement.start, statement.end, spans, squeeze=True),
        quote=squeezed(statement.text),
    )
    if answer is None:
        return view
    return _answered(view, answer, gap)


def _answered(view: StatementView, answer: Answer, gap: Gap | None) -> StatementView:
    return replace(
        view,
        value=squeezed(answer.value),
        status=STATUS[answer.status],
        said_by=speakers(answer.said_by, quoted=answer.value.startswith("“")),
        hedges=tuple(squeezed(hedge) for hedge in answer.hedges),
        mark=mark_of(answer),
        gap=gap,
    )


def speakers(said_by: Sequence[str], *, quoted: bool = False) -> str:
    """Return who says it, the outermost first; a pronoun names nobody, so the article says it.

    An article does not say what it quotes: there a speaker who was not found is one who is not named.
    """
    names = [name for name in said_by if name.strip() and name.strip().lower() not in PRONOUNS]
    return ", quoting ".join(midsentence(squeezed(name)) for name in names) or UNNAMED[quoted]


def mark_of(answer: Answer) -> Mark | None:
    if answer.low is None and answer.high is None:
        return None
    return Mark(answer.low, answer.high, answer.status in ("expected", "superseded"))

"""The server: the editor's messages in, diagnostics, hover and quick fixes out.

The editor sends the whole draft with each change, so that no two programs need to agree on where its lines end.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from compare.errors import CrosscheckError
from compare.wire.report import tool_version
from reports.lsp.desk import Desk, Found, Setup, StoppedError, draft_name
from reports.lsp.findings import diagnostics, hover, quick_fixes
from reports.lsp.positions import Lines
from reports.wording import counted, squeezed

READ_AGAIN = "crosscheck.readSources"  # command: read the sources again
PAUSE = 0.3  # seconds without a keystroke before a changed draft is checked
NO_SOURCES = (
    "No sources are named: start with --against, send initializationOptions, or write 'sources' in [tool.crosscheck]."
)
SetupFrom = Callable[[object, Path], Setup]  # what the editor sent first, and its folder → what to check against


@dataclass
class Server:
    """What one editor's session holds."""

    setup_from: SetupFrom
    language: LanguageServer
    desk: Desk | None = None
    found: dict[str, tuple[int | None, Found]] = field(default_factory=dict)  # by document: version, and what it gave
    pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "crosscheck"))  # checks in turn
    problem: str | None = None  # what is wrong with the settings

    def start(self, params: types.InitializeParams) -> None:
        """Settle what to check against; what is wrong with the settings is told once the editor can show it."""
        workspace = self.language.workspace
        root = Path(workspace.root_path) if workspace.root_path else Path.cwd()
        try:
            self.desk = Desk(self.setup_from(params.initialization_options, root))
        except CrosscheckError as error:
            self.problem = squeezed(str(error))

    async def ready(self) -> None:
        """Read the sources while the editor is starting."""
        if self.desk is None or not self.desk.setup.sources:
            self.show(self.problem or NO_SOURCES)
            return
        await self.open_sources()

    async def open_sources(self) -> None:
        """Read the sources, and say what could not be read."""
        desk = self.desk
        if desk is None:
            return
        before = desk.readings
        try:
            checker = await asyncio.get_running_loop().run_in_executor(self.pool, desk.open_sources)
        except CrosscheckError as error:
            self.show(squeezed(str(error)))
            return
        except StoppedError:
            return
        except Exception as error:  # with the first draft it is said again, where the draft is
            self.show(f"the sources could not be read ({type(error).__name__}).")
            return
        if desk.readings > before:
            self.log(f"Read {counted(len(checker.sources), 'source')}.")
            for row in checker.unread:
                self.show(f"Not read: {squeezed(row.reason)}")

    async def check(self, uri: str, pause: float = 0.0) -> None:
        """Check a document after a pause, unless it changed or closed meanwhile; publish what was found."""
        document = self.document(uri)
        name = draft_name(_path(uri), document.language_id) if document else None
        desk = self.desk
        if document is None or name is None or desk is None or not desk.setup.sources:
            return
        version, text = document.version, document.source
        await asyncio.sleep(pause)

        def current() -> bool:
            return self.document(uri) is document and document.version == version

        def work() -> Found | None:
            if not current():
                return None
            found = desk.check(text, name)
            return None if desk.is_source(_path(uri)) else found

        try:
            found = await asyncio.get_running_loop().run_in_executor(self.pool, work)
        except (StoppedError, RuntimeError):  # RuntimeError: the pool is closed, for the editor goes
            return
        if found is None or not current():
            return
        self.found[uri] = (version, found)
        if found.checked is not None:
            told = f"{counted(len(found.checked.checks), 'statement')}, {found.checked.judged} judged anew"
            self.log(f"Checked {squeezed(Path(name).name)} version {version}: {told}.")
        rows = diagnostics(found, self.lines(found.text), desk.setup.also)
        self.language.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, rows, version))

    def close(self, uri: str) -> None:
        """Forget a document and what was underlined in it."""
        if self.found.pop(uri, None) is not None:
            self.language.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def document(self, uri: str) -> TextDocument | None:
        """Return an open document; pygls keeps them by address, from 2.1 with '%20' and the like resolved."""
        documents: dict[str, TextDocument] = self.language.workspace.text_documents
        return documents.get(uri) or documents.get(unquote(uri))

    def latest(self, uri: str) -> tuple[Found, Lines] | None:
        """Return what was found in the version that the editor shows; None while that is being checked."""
        document = self.document(uri)
        version, found = self.found.get(uri, (None, None))
        if document is None or found is None or document.version != version:
            return None
        return found, self.lines(found.text)

    def lines(self, text: str) -> Lines:
        """Return a text's lines in the encoding of positions that editor and server agreed on."""
        encoding = self.language.workspace.position_encoding
        return Lines(text, str(getattr(encoding, "value", encoding) or "utf-16"))

    def log(self, words: str) -> None:
        """Write a line to the editor's log."""
        self.language.window_log_message(types.LogMessageParams(types.MessageType.Log, words))

    def show(self, words: str) -> None:
        """Show the editor's user a warning."""
        self.language.window_show_message(types.ShowMessageParams(types.MessageType.Warning, f"Crosscheck: {words}"))

    def run(self) -> None:
        """Serve on standard input and output until the editor goes, politely or not."""
        try:
            self.language.start_io()
        finally:
            self.stop()

    async def read_again(self) -> None:
        """Read the sources anew, and check what is open against them."""
        if self.desk is not None:
            self.desk.close_sources()
            await self.open_sources()
            for document in list(self.language.workspace.text_documents.values()):
                await self.check(document.uri)

    def stop(self) -> None:
        """Let go of what is under way."""
        if self.desk is not None:
            self.desk.stopping = True
        self.pool.shutdown(wait=False, cancel_futures=True)


def _path(uri: str) -> str:
    return to_fs_path(uri) or unquote(urlsplit(uri).path)


def make_server(setup_from: SetupFrom, pause: float = PAUSE) -> Server:
    """Return the server, ready to ``run()``."""
    language = LanguageServer("crosscheck", tool_version(), types.TextDocumentSyncKind.Full)
    server = Server(setup_from, language)

    @language.feature(types.INITIALIZE)
    def _initialize(params: types.InitializeParams) -> None:
        server.start(params)

    @language.feature(types.INITIALIZED)
    async def _initialized(_params: types.InitializedParams) -> None:
        await server.ready()

    @language.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def _opened(params: types.DidOpenTextDocumentParams) -> None:
        await server.check(params.text_document.uri)

    @language.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def _changed(params: types.DidChangeTextDocumentParams) -> None:
        await server.check(params.text_document.uri, pause)

    @language.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def _closed(params: types.DidCloseTextDocumentParams) -> None:
        server.close(params.text_document.uri)

    @language.feature(types.TEXT_DOCUMENT_HOVER)
    def _hover(params: types.HoverParams) -> types.Hover | None:
        latest = server.latest(params.text_document.uri)
        return hover(latest[0], params.position, latest[1]) if latest else None

    options = types.CodeActionOptions([types.CodeActionKind.QuickFix])

    @language.feature(types.TEXT_DOCUMENT_CODE_ACTION, options)
    def _fixes(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        latest = server.latest(uri)
        only = params.context.only
        if latest is None or server.desk is None or (only and types.CodeActionKind.QuickFix not in only):
            return []
        edits = language.client_capabilities.workspace and language.client_capabilities.workspace.workspace_edit
        versioned = bool(edits and edits.document_changes)
        version, also = server.found[uri][0], server.desk.setup.also
        return quick_fixes(latest[0], params.range, latest[1], uri, version, also=also, versioned=versioned)

    @language.command(READ_AGAIN)
    async def _read_again() -> None:
        await server.read_again()

    @language.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def _saved(params: types.DidSaveTextDocumentParams) -> None:
        if server.desk is not None and server.desk.is_source(_path(params.text_document.uri)):
            await server.read_again()

    @language.feature(types.SHUTDOWN)
    def _shutdown(_params: None) -> None:
        server.stop()

    return server

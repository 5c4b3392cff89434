"""``crosscheck corpus``: a folder of articles in, an index of events out.

Exit codes: 0 done, 2 usage or input error, 3 incomplete: a file or row could not be read, or an event not compared.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from compare.errors import SettingsError
from compare.settings import DEFAULT
from reports.second_reader import Models, model_options
from reports.wording import counted, squeezed

EXIT_DONE, EXIT_INCOMPLETE = 0, 3
NAMED = 20  # files and rows that the terminal names; the index names all


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLES...", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path, file_okay=False), help="Folder for the reports."
)
@click.option(
    "--workers", type=click.IntRange(1, 512), default=1, show_default=True, help="Processes that share the work."
)
@click.option("--scheduler", metavar="ADDRESS", help="A Dask scheduler, tcp://host:8786; 'local' starts one here.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Leave out what was published before this day.")
@click.option("--open", "show", is_flag=True, help="Open the index in the browser.")
@model_options
@click.option("-q", "--quiet", is_flag=True, help="No progress on stderr.")
def corpus(  # noqa: PLR0917 - click passes every argument by name
    articles: tuple[Path, ...],
    output: Path,
    workers: int,
    scheduler: str | None,
    since: datetime | None,
    show: bool,
    quiet: bool,
    models: Models,
) -> int:
    """Group ARTICLES by event, compare each group, and write an index of the events.

    ARTICLES are folders, files of every format that 'report' reads, and JSON lines, plain or compressed (.jsonl,
    .jsonl.xz, .jsonl.gz), an article a line: id, title, text, published, publisher, url. An events.toml beside the
    articles can force two articles together or apart. What was read is kept in the output folder, so that a second run
    reads, parses and compares what is new.

    Exit codes: 0 done; 2 usage or input error; 3 incomplete (a file or row could not be read, an event not compared).
    """
    from compare.corpus.engines import engine_of
    from compare.corpus.store import Store
    from compare.wire.report import tool_version
    from reports.corpus.progress import progress
    from reports.corpus.run import run_corpus
    from reports.corpus.writing import write_corpus

    for path in articles:
        if path.resolve() == output.resolve() or output.resolve() in path.resolve().parents:
            raise SettingsError(f"{path} lies in the output folder; give another -o.")
        if path.is_dir() and path.resolve() in output.resolve().parents:
            raise SettingsError(f"{output} lies among the articles of {path}; give an -o outside of it.")
    second = models.second_reader(Path())
    if second is not None and (workers > 1 or scheduler is not None):
        raise SettingsError("a second reader is asked by one process: leave out --workers and --scheduler.")
    settings = replace(DEFAULT, reader_folder=models.reader_folder)
    with Store(output / ".crosscheck", tool_version()) as store:
        engine = engine_of(workers, None if scheduler == "local" else scheduler, dask=scheduler is not None)
        try:
            with progress(quiet) as told:
                day = since.date() if since else None
                found = run_corpus(articles, output, store, engine, day, told, settings, second)
        finally:
            engine.close()
        view = write_corpus(found, output)
        store.finish_run()
    if not quiet:
        new = f"{counted(found.read, 'article')} read, {found.parsed:,} parsed"
        new += f", {counted(found.compared, 'event')} compared"
        click.echo(f"crosscheck: {view.title}; new in this run: {new}. See {output / 'index.html'}.", err=True)
    if show:
        import webbrowser

        webbrowser.open((output / "index.html").resolve().as_uri())
    missing = [*view.problems, *(f"{path}: {reason}" for path, reason in view.unread)]
    missing += [f"{key}: {squeezed(why)}" for key, why in found.uncompared.items()]
    for words in missing[:NAMED]:
        click.echo(f"crosscheck: incomplete: {words}", err=True)
    if len(missing) > NAMED:
        click.echo(f"crosscheck: incomplete: and {len(missing) - NAMED} more; the index lists all.", err=True)
    if second is not None and second.incomplete:
        missing.append("the second reader")
    return EXIT_INCOMPLETE if missing else EXIT_DONE

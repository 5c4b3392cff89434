"""``crosscheck review``: compare and serve, or the same work from the shell."""

from __future__ import annotations

from pathlib import Path

import click

from compare.errors import StoreError
from reports.review import commands_deciding, commands_exchange
from reports.review.options import BY, PROJECT, me
from reports.second_reader import Models, model_options

PLAIN = "SOURCE..."  # the work that is done where the first word is no subcommand


class ReviewGroup(click.Group):
    """A group whose first word may also be a source: a file named 'list' is given as ./list."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the plain work's name first where no subcommand is named."""
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = [PLAIN, *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature is click's
        """Return the subcommands in the order they were defined; the plain work is none of them."""
        return [name for name in self.commands if name != PLAIN]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show both ways to call it."""
        formatter.write_usage(ctx.command_path, "SOURCE... --project FILE [OPTIONS]")
        formatter.write_usage(ctx.command_path, "COMMAND --project FILE [ARGS]...", prefix="   or: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the options of the plain work, then the subcommands."""
        rows = [record for p in self.commands[PLAIN].params if (record := p.get_help_record(ctx))]
        with formatter.section("Options"):
            formatter.write_dl(rows)
        self.format_commands(ctx, formatter)


@click.group(cls=ReviewGroup, context_settings={"help_option_names": ["-h", "--help"]})
def review() -> None:
    """Compare SOURCES, then review the findings in a browser; a re-run keeps what people decided."""


@review.command(PLAIN, hidden=True)
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@PROJECT
@click.option("--manifest", type=click.Path(path_type=Path, dir_okay=False), help="TOML file about the sources.")
@click.option("--weights", type=click.Path(path_type=Path, dir_okay=False), help="As 'refit' writes them.")
@click.option("--no-serve", is_flag=True, help="Only compare and update the project.")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="0 takes a free one.")
@model_options
@click.option("--config", type=click.Path(path_type=Path, dir_okay=False), help="Settings; else the nearest ones.")
@BY
@click.option("--user-header", metavar="NAME", help="Header in which your reverse proxy names the user.")
@click.option("--allow-host", multiple=True, metavar="NAME", help="Another host name under which it is reached.")
def compare_and_serve(  # noqa: PLR0917 - click passes every argument by name
    sources: tuple[str, ...],
    project: str,
    manifest: Path | None,
    weights: Path | None,
    no_serve: bool,
    port: int,
    by: str | None,
    user_header: str | None,
    allow_host: tuple[str, ...],
    config: Path | None,
    models: Models,
) -> int:
    """Compare the sources into the project and serve it; without sources, serve what is there."""
    from compare.wire.report import dumps, to_json
    from reports.comparing import closing, compare_paths
    from reports.review.runs import update
    from reports.review.store import open_store

    code = 0
    comparison = second = None
    if sources or manifest is not None:
        second = models.second_reader(Path(), config, project=project)
        own = {"weights": weights, "reader": models.reader_folder, "second": second}
        comparison = compare_paths(sources, manifest, **{name: value for name, value in own.items() if value})  # type: ignore[arg-type]
    if comparison is None and no_serve:
        raise StoreError("There is nothing to do: name the sources to compare, or leave --no-serve out")
    if comparison is not None:
        code = closing(comparison, second)
        if len(comparison.sources) < 2:  # nothing was compared: what was found before must not seem gone
            return code
    store = open_store(project, create=comparison is not None)
    try:
        if comparison is not None:
            click.echo(f"{store.name}: {update(store, comparison, dumps(to_json(comparison)))}")
        if not no_serve:
            from reports.review.serve import serve

            serve(store, port=port, user=by or me(), asks=by is None, user_header=user_header, hosts=allow_host)
    finally:
        store.close()
    return code


for _command in (*commands_deciding.COMMANDS, *commands_exchange.COMMANDS):
    review.add_command(_command)

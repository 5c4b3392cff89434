"""The command line: arguments in, functions called, exit code out.

Exit codes: 0 done, 1 the gate of ``check`` failed, 2 usage or input error, 3 incomplete (a source could not be read,
or nothing could be compared).
A command's module is imported when it is called, so that ``--help`` and ``--version`` stay quick.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec

import click

from compare.errors import CrosscheckError
from compare.wire.report import tool_version
from reports.wording import squeezed

# name → where the command is ('module:attribute') and what it does, for the list of commands
COMMANDS: dict[str, tuple[str, str]] = {
    "report": ("reports.report_command:report", "Compare articles and write the report."),
    "corpus": ("reports.corpus.command:corpus", "Group many articles by event and compare each group."),
    "demo": ("reports.demo_command:demo", "Compare the example articles that come with Crosscheck."),
    "check": ("reports.check_command:check", "Check a draft against its sources."),
    "hook": ("reports.hook_command:hook", "Check each of several drafts; for pre-commit."),
    "serve": ("reports.serve.command:serve", "Check drafts for a content system over HTTP."),
    "lsp": ("reports.lsp.command:lsp", "Underline in an editor what the sources contradict."),
    "review": ("reports.review.command:review", "Review findings, and keep what people decide."),
}
EXIT_INPUT = 2
EXIT_STOPPED = 130  # as shells report Ctrl-C


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports one when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature is click's
        """Return the names, in the order of the table; a part that is not installed is left out."""
        return [name for name, (where, _) in COMMANDS.items() if find_spec(where.partition(":")[0])]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module, _, attribute = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][1]) for name in self.list_commands(ctx)])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(tool_version(), prog_name="crosscheck", message="%(prog)s %(version)s")
def cli() -> None:
    """Compare news articles about one event: what agrees, what conflicts, what was overtaken.

    Exit codes: 0 done, 1 the gate of check failed, 2 usage or input error, 3 incomplete (a source could not be read,
    or fewer than two could).
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; every error that a user can mend is one sentence on stderr."""
    try:
        code = cli.main(args=arguments, prog_name="crosscheck", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return EXIT_INPUT
    except click.Abort:
        return _fail("stopped before it was done; nothing was written.", EXIT_STOPPED)
    except CrosscheckError as error:
        return _fail(str(error), EXIT_INPUT)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return _fail(f"{where}{error.strerror or error}.", EXIT_INPUT)
    return code if isinstance(code, int) else 0


def _fail(sentence: str, code: int) -> int:
    click.echo(f"crosscheck: {squeezed(sentence)}", err=True)
    return code


if __name__ == "__main__":
    sys.exit(main())

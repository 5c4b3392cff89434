"""Lets one ``--against`` take several sources: ``check draft.md --against a.txt b.txt sources/``."""

from __future__ import annotations

import click

OPTION = "--against"


class ManySources(click.Command):
    """A command whose ``--against`` takes every word up to the next option.

    Where no word is left for the draft, the last of them is the draft: ``check --against sources/ draft.md``.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Return what is left over; see ``click.Command.parse_args``."""
        return super().parse_args(ctx, spread(args, self._flags()))

    def _flags(self) -> frozenset[str]:
        """Return the options that take no value."""
        plain = (p for p in self.params if isinstance(p, click.Option) and p.is_flag)
        return frozenset(name for p in plain for name in p.opts) | {"--help", "-h"}


def spread(args: list[str], flags: frozenset[str]) -> list[str]:
    """Return the arguments with ``--against`` before each of its sources."""
    found: list[str] = []
    drafts: list[str] = []
    taking = value = False
    for word in args:
        option = word.startswith("-") and word != "-"
        if value and not option:
            found.append(word)
            value = False
        elif option:
            taking = word == OPTION
            value = not taking and word not in flags and "=" not in word
            found += [] if taking else [word]
        elif taking:
            found += [OPTION, word]
        else:
            drafts.append(word)
    if not drafts and found[-2:-1] == [OPTION]:
        drafts = [found.pop()]
        found.pop()
    return [*drafts, *found]

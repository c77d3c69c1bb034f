"""`argmap corpus`: many maps in one store, and the questions about all of them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

COMMANDS = ("build", "search", "stats", "query", "links", "status", "export")


class LazyCommands(click.Group):
    """The commands of a corpus, each imported only when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of the help text."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, or None."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"argmap.cli.of_corpus.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:  # noqa: ANN401  # click's
        """The command that these words name.

        Raises:
            UsageError: there is no such command; the message names the nearest.
        """
        word = args[0] if args else ""
        if word and word not in COMMANDS and not word.startswith("-") and not ctx.resilient_parsing:
            from argmap.nearest import did_you_mean  # noqa: PLC0415

            hint = did_you_mean(word, COMMANDS) or f"there are {', '.join(COMMANDS)}"
            raise click.UsageError(f"there is no command `corpus {word}`; {hint}", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=LazyCommands, invoke_without_command=True)
@click.pass_context
def corpus(ctx: click.Context) -> None:
    """Ask many maps at once: build a corpus of them, and search it.

    A corpus is one file, made from all maps in a folder and below it, in any format that argmap
    reads. Built again, only what has changed is read.

    \b
    argmap corpus build debates
    argmap corpus search "nuclear deterrence"
    argmap corpus stats
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())

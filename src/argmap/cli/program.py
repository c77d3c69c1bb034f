"""The command group: loaded command by command, with one place for failures and exit codes."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from argmap import __version__
from argmap.cli import failures

if TYPE_CHECKING:
    from collections.abc import Sequence

SECTIONS = {
    "Write": ("new", "check", "explain", "schema", "completion"),
    "Show": ("build",),
    "Ask": (
        "status",
        "why",
        "premises",
        "dependents",
        "whatif",
        "overturn",
        "positions",
        "readers",
    ),
    "Prepare": ("brief", "questions", "agenda", "sources", "diff"),
    "Solve": ("solve",),
}
COMMON = frozenset({"-q", "--quiet", "-v", "--verbose", "--no-color"})
PROGRAM, COMPLETION_VARIABLE = "argmap", "_ARGMAP_COMPLETE"


class LazyGroup(click.Group):
    """Commands whose modules are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, as help shows them."""
        del ctx
        return [name for names in SECTIONS.values() for name in names]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, or None."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = getattr(import_module(f"argmap.cli.{cmd_name}"), cmd_name)
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:  # noqa: ANN401  # click's
        """The command that these words name.

        Raises:
            UsageError: there is none; the nearest one is named.
        """
        known = self.list_commands(ctx)
        is_unknown = args and args[0] not in known and not args[0].startswith("-")
        if is_unknown and not ctx.resilient_parsing:  # a shell that completes wants no complaint
            from argmap.nearest import did_you_mean  # noqa: PLC0415

            hint = did_you_mean(args[0], known) or f"there are {', '.join(known)}"
            raise click.UsageError(f"there is no command `{args[0]}`; {hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands in their groups."""
        for section, names in SECTIONS.items():
            with formatter.section(section):
                commands = [(name, self.get_command(ctx, name)) for name in names]
                formatter.write_dl(
                    [(name, one.get_short_help_str(70)) for name, one in commands if one]
                )


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("-q", "--quiet", is_flag=True, help="Say nothing on stderr but errors.")
@click.option("-v", "--verbose", is_flag=True, help="Show notes too.")
@click.option("--no-color", is_flag=True, help="Write without colours, as with NO_COLOR set.")
@click.version_option(__version__, "-V", "--version", message="argmap %(version)s")
@click.pass_context
def group(ctx: click.Context, *, quiet: bool, verbose: bool, no_color: bool) -> None:
    """Turn what documents claim into a map that can be checked.

    \b
    argmap new my-map            a small map to start from
    argmap check my-map          what is wrong with it, and how to mend it
    argmap build my-map --open   the interactive page, the picture and the report
    """
    ctx.obj = {"quiet": quiet, "verbose": verbose}
    if no_color or os.environ.get("NO_COLOR"):
        ctx.color = False


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; nothing is raised but by the interpreter itself."""
    gc.disable()  # a run is short and makes few cycles; collecting would walk the map over and over
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    return failures.exit_code_of(lambda: _answered(arguments))


def _answered(arguments: Sequence[str]) -> int:
    """Run a command as click does, with click's own ways to end as exit codes."""
    if asked := os.environ.get(COMPLETION_VARIABLE):
        return _completed(asked)
    try:
        # Not `group.main`, which would leave the process on a closed pipe with a code of its own.
        with group.make_context(PROGRAM, _common_first(arguments)) as context:
            result = group.invoke(context)
    except click.exceptions.Exit as error:
        return error.exit_code
    except (click.Abort, EOFError):
        return failures.INTERRUPTED
    except click.ClickException as error:
        message, where = error.format_message(), getattr(error, "ctx", None)
        if where is not None:
            message += f"\nSee `{where.command_path} --help`."
        return failures.complain(message, error.exit_code)
    return result if isinstance(result, int) else 0


def _common_first(arguments: Sequence[str]) -> list[str]:
    """The arguments with the options that all commands share put before the command."""
    end = list(arguments).index("--") if "--" in arguments else len(arguments)
    common = [one for one in arguments[:end] if one in COMMON]
    return [*common, *(one for one in arguments[:end] if one not in COMMON), *arguments[end:]]


def _completed(asked: str) -> int:
    """Answer the script of `argmap completion`, which has put the typed words into variables."""
    from click.shell_completion import shell_complete  # noqa: PLC0415

    return shell_complete(group, {}, PROGRAM, COMPLETION_VARIABLE, asked)

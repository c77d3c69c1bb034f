"""The command group `argmap`, whose commands are imported one by one, and its exit codes."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from argmap import __version__
from argmap.cli import failures, options
from argmap.reasoning.time_limit import MEGABYTES, TimeLimit, TimeUpError

if TYPE_CHECKING:
    from collections.abc import Sequence

SECTIONS = {
    "Prepare a debate or a seminar": (
        "brief",
        "agenda",
        "questions",
        "sources",
        "readers",
        "positions",
    ),
    "Ask about a map": (
        "status",
        "why",
        "whatif",
        "overturn",
        "premises",
        "gaps",
        "dependents",
        "strength",
        "structure",
        "coverage",
        "diff",
    ),
    "Make a map": (
        "new",
        "draft",
        "serve",
        "add",
        "rename",
        "check",
        "fmt",
        "build",
        "convert",
        "explain",
    ),
    "Ask many maps": ("corpus",),
    "For specialists": ("lsp", "schema", "completion", "solve"),
}
COMMON = frozenset({"-q", "--quiet", "-v", "--verbose", "--no-color", "--keep-going"})
VALUED = ("--from", "--time-limit")
"""The common options that take a value: the format of files, and the time for searches."""
_LASTING = frozenset({"corpus", "lsp", "serve"})
"""The commands that go on until they are ended; each of their answers has a limit of its own."""
_SUMMARY = 66
"""The most characters of a command's summary, so that it fits its line."""

PROGRAM, COMPLETION_VARIABLE = "argmap", "_ARGMAP_COMPLETE"


class LazyGroup(click.Group):
    """A group that imports the module of a command only when the command is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of the help text."""
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
            UsageError: there is no such command; the message names the nearest.
        """
        known = self.list_commands(ctx)
        is_unknown = args and args[0] not in known and not args[0].startswith("-")
        if is_unknown and not ctx.resilient_parsing:  # completion shows no messages
            from argmap.nearest import did_you_mean  # noqa: PLC0415

            hint = did_you_mean(args[0], known) or f"there are {', '.join(known)}"
            raise click.UsageError(f"there is no command `{args[0]}`; {hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands with their summaries, in sections."""
        for section, names in SECTIONS.items():
            with formatter.section(section):
                commands = [(name, self.get_command(ctx, name)) for name in names]
                formatter.write_dl(
                    [
                        (name, command.get_short_help_str(_SUMMARY))
                        for name, command in commands
                        if command
                    ]
                )


@click.group(
    cls=LazyGroup,
    epilog="`argmap COMMAND --help` shows its options, `argmap explain WORD` its words.",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("-q", "--quiet", is_flag=True, help="Write nothing but errors to stderr.")
@click.option("-v", "--verbose", is_flag=True, help="Show notes too.")
@click.option("--from", "format_", metavar="FORMAT", help="Read files as of this format.")
@click.option("--keep-going", is_flag=True, help="Argdown, LTAC: read on after errors of syntax.")
@options.seconds
@click.option("--no-color", is_flag=True, help="Write without colours, as with NO_COLOR set.")
@click.version_option(__version__, "-V", "--version", message="argmap %(version)s")
@click.pass_context
def group(
    ctx: click.Context,
    *,
    quiet: bool,
    verbose: bool,
    format_: str | None,
    keep_going: bool,
    time_limit: float | None,
    no_color: bool,
) -> None:
    """Turn the claims of documents into a map that can be checked.

    \b
    argmap new my-map            write a small map to start from
    argmap check my-map          list its problems, and how to mend them
    argmap build my-map --open   write its page, picture and report
    """
    seconds = None if ctx.invoked_subcommand in _LASTING else time_limit
    is_named = ctx.get_parameter_source("time_limit") is not ParameterSource.DEFAULT
    ctx.obj = {
        "seconds": time_limit,
        "limit": ctx.with_resource(TimeLimit(seconds, patient=is_named)),
        "quiet": quiet,
        "verbose": verbose,
        "format": format_,
        "keep_going": keep_going,
    }
    if no_color or os.environ.get("NO_COLOR"):
        ctx.color = False


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; no error of a command is raised."""
    gc.disable()  # a short run makes little garbage, and each collection walks the whole map
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    return failures.exit_code_of(lambda: _answered(arguments))


def _answered(arguments: Sequence[str]) -> int:
    """Run a command through click, and turn click's exceptions into exit codes."""
    if instruction := os.environ.get(COMPLETION_VARIABLE):
        return _completed(instruction)
    try:
        # Not `group.main`: it would end the process with an exit code of its own on a closed pipe.
        with group.make_context(PROGRAM, _common_first(arguments) or ["--help"]) as context:
            result = _in_time(context)
    except click.exceptions.Exit as error:
        return error.exit_code
    except (click.Abort, EOFError):
        return failures.INTERRUPTED
    except click.ClickException as error:
        message, where = error.format_message(), getattr(error, "ctx", None)
        if (
            isinstance(error, click.NoSuchOption)
            and not error.possibilities
            and _takes_words(where)
        ):
            message += "\nBefore a word that begins with a dash and is no option, write `--`."
        if where is not None:
            message += f"\nSee `{where.command_path} --help`."
        return failures.complain(message, error.exit_code)
    return result if isinstance(result, int) else 0


def _takes_words(context: click.Context | None) -> bool:
    """Whether a command has words beside its options."""
    params = [] if context is None else context.command.params
    return any(isinstance(each, click.Argument) for each in params)


def _in_time(context: click.Context) -> Any:  # noqa: ANN401  # what a command returns
    """Run the command of a context, and tell if the limit of time or memory stopped a search."""
    try:
        result = group.invoke(context)
    except TimeUpError as error:
        message = _stopped(context, error.reason, "before there was an answer")
        return failures.complain(message, failures.STOPPED)
    if reason := context.obj["limit"].reached:
        options.remark(_stopped(context, reason, "in the middle: the answer says what is missing"))
    return result


def _stopped(context: click.Context, reason: str, where: str) -> str:
    limit = context.obj["limit"]
    causes = {
        "memory": f"it took {MEGABYTES} MB of memory",
        "time": f"the {limit.seconds or 0:g} s for it were over",
        "limit": "it took too many steps",
    }
    return (
        f"a search was stopped {where}, as {causes[reason]}; `--time-limit 120` "
        "gives it 120 s, `--time-limit none` as much time and memory as it takes"
    )


def _common_first(arguments: Sequence[str]) -> list[str]:
    """The arguments, the options that all commands share moved before the command."""
    end = list(arguments).index("--") if "--" in arguments else len(arguments)
    common: list[str] = []
    own: list[str] = []
    words = iter(arguments[:end])
    for word in words:
        if word in VALUED:
            common += [word, *islice(words, 1)]
        else:
            is_common = word in COMMON or word.split("=")[0] in VALUED
            (common if is_common else own).append(word)
    return [*common, *own, *arguments[end:]]


def _completed(instruction: str) -> int:
    """Answer the script of `argmap completion`, which passes the typed words in variables."""
    from click.shell_completion import shell_complete  # noqa: PLC0415

    return shell_complete(group, {}, PROGRAM, COMPLETION_VARIABLE, instruction)

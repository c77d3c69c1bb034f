"""Options and arguments that mean the same in every command, and the map that they name."""

from __future__ import annotations

import shlex
import sys
from math import inf, nan
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from argmap.cli import failures, terminal
from argmap.errors import UsageError
from argmap.reading.map_names import STDIN, SUFFIXES, exists
from argmap.reasoning.solvers.engines import ENGINES, PreferredEngine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.diagnostics import Diagnostic
    from argmap.formats.exchange import Wishes
    from argmap.pipeline import Checked

DEFAULT_MAP = "claims"


def _seconds(ctx: click.Context, param: click.Parameter, value: str | None) -> float | None:
    """The value as a positive number of seconds; None for `none`."""
    if value is None or value == "none":
        return None
    try:
        seconds = float(value)
    except ValueError:
        seconds = nan
    if not 0 < seconds < inf:
        hint = "write a number of seconds above 0, such as 2.5, or `none`"
        raise click.BadParameter(f"`{value}` is no time limit; {hint}", ctx, param)
    return seconds


def _engine(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    """Prefer this engine while the command runs."""
    del param
    if value is not None:
        ctx.with_resource(PreferredEngine(value))


def limit_of(ctx: click.Context, param: click.Parameter, value: str) -> int | None:
    """The value as a number of at least 1; None for `all`."""
    if value == "all":
        return None
    if not (value.isascii() and value.isdigit()) or not int(value[:9]):
        hint = "write a whole number above 0, or `all`"
        raise click.BadParameter(f"`{value}` is no limit; {hint}", ctx, param)
    return int(value[:9])


documents = click.option(
    "--documents",
    type=click.Path(path_type=Path),
    envvar="ARGMAP_DOCUMENTS",
    help="Verify quotations against the texts of documents in this folder.",
)
objections = click.option(
    "--objections",
    type=click.Choice(["contest", "defeat"]),
    help="Let an unanswered objection contest or defeat its target (default: as in the map).",
)
limit = click.option(
    "--limit",
    callback=limit_of,
    default="100",
    show_default=True,
    metavar="N|all",
    help="List at most N entries; `all` lists every entry.",
)
seconds = click.option(
    "--time-limit",
    callback=_seconds,
    default="20",
    metavar="SECONDS|none",
    help="Stop searches after this time (default: 20).",
)
time_limit = click.option(
    "--time-limit",
    metavar="SECONDS|none",
    expose_value=False,  # a common option, known to the group; here for the help
    help="Stop searches after this time (default: 20); the answer then says what is incomplete.",
)
engine = click.option(
    "--engine",
    type=click.Choice(list(ENGINES)),
    callback=_engine,
    expose_value=False,
    help="Use this solver for large or hard maps (default: the first that is installed).",
)
format_of_files = click.option(
    "--from",
    "format_",
    metavar="FORMAT",
    expose_value=False,  # a common option, known to the group; here for the help
    help="The format of the file that is read (default: by its content).",
)
keep_going = click.option(
    "--keep-going",
    is_flag=True,
    expose_value=False,  # a common option too
    help="Argdown, LTAC: read on after errors of syntax.",
)
as_json = click.option(
    "--json", "as_json", is_flag=True, help="Write the answer as one JSON object."
)
map_option = click.option(
    "-m",
    "--map",
    "named_map",
    metavar="MAP",
    help="Read this map, where a word could name a claim or a map.",
)
map_alone_option = click.option(
    "-m",
    "--map",
    "named_map",
    metavar="MAP",
    help="Read this map: a folder, a file, or `-` for standard input.",
)


def documents_folder(folder: Path | None) -> Path | None:
    """The folder, checked.

    Raises:
        UsageError: there is no such folder.
    """
    if folder is not None and not (exists(folder) and folder.is_dir()):
        raise UsageError(f"there is no folder {folder.as_posix()} (from --documents)")
    return folder


def map_place(word: str | None, named_map: str | None) -> str:
    """The path of the map that a word or `--map` names, or the default path.

    Raises:
        UsageError: both are given, or the name is empty, or neither is given and there is no map
            at the default path.
    """
    if word is not None and named_map is not None:
        raise UsageError("the map is given twice: as a word and by --map")
    place = named_map if word is None else word
    if place is None:
        return _default_map()
    if not place:
        raise UsageError("an empty word names no map")
    return place


def claim_and_map(words: tuple[str, ...], named_map: str | None) -> tuple[str | None, str]:
    """The claim and the path of the map that up to two words name, by one rule for all commands.

    Two words are claim and map, in this order. A single word is the map if it is `-`, contains a
    slash, ends like a claim file, or exists on disk; else it is a claim of the default map.

    Raises:
        UsageError: the map is named twice or before the claim, or a word is empty, or no map is
            named and there is none at the default path.
    """
    if named_map is not None:
        if len(words) > 1:
            raise UsageError("the map is given twice: as a second word and by --map")
        return (words[0] if words else None), named_map
    if len(words) > 1:
        claim, place = words
        if not is_path(place) and exists(Path(claim)):
            command = click.get_current_context().info_name
            right = shlex.join([place, claim])
            raise UsageError(f"the claim comes first, then the map: `argmap {command} {right}`")
        return claim, place
    if not words:
        return None, _default_map()
    [word] = words
    if not word:
        raise UsageError("an empty word names neither a claim nor a map")
    if not is_path(word):
        return word, _default_map(word)
    _remark_if_claim_too(word)
    return None, word


def _default_map(word: str | None = None) -> str:
    """The default path of a map; `word` was given, and is no place of a map."""
    if not exists(Path(DEFAULT_MAP)):
        here = "" if word is None else f"there is no file or folder {word} here; if it is a claim, "
        raise UsageError(
            f"{here}there is no file or folder {DEFAULT_MAP}, and no other map is named; name the "
            "folder or file of your map, or begin one: `argmap new my-map`"
        )
    return DEFAULT_MAP


def is_path(word: str) -> bool:
    """Whether a word names a place: `-`, a path with a slash, a claim file, or a file on disk."""
    from argmap.formats.table import SUFFIXES as OF_FORMATS  # noqa: PLC0415

    has_sign = (
        word == STDIN or "/" in word or "\\" in word or word.endswith((*SUFFIXES, *OF_FORMATS))
    )
    return has_sign or exists(Path(word))


def _remark_if_claim_too(word: str) -> None:
    if word == DEFAULT_MAP or not exists(Path(word)) or not exists(Path(DEFAULT_MAP)):
        return
    from argmap.graph.outline import outline  # noqa: PLC0415
    from argmap.reading.reader import read  # noqa: PLC0415

    other = read(DEFAULT_MAP).map
    if word in other.claims or outline(other).claim_of(word) is not None:
        remark(
            f"`{word}` is a path here and a claim of {DEFAULT_MAP}; the path is taken "
            f"(for the claim: argmap ... {word} {DEFAULT_MAP})"
        )


def remark(message: str) -> None:
    """Write a remark to stderr, unless `--quiet` is given."""
    if not click.get_current_context().obj["quiet"]:
        terminal.remark(f"argmap: {message}")


def sound_map(ctx: click.Context, place: str, beside: tuple[Path, ...] = ()) -> Checked:
    """The map at a place, if it may be analysed; its errors go to stderr and end the command.

    `beside` are further claim files that are read with it.
    """
    from argmap.pipeline import check  # noqa: PLC0415

    return if_sound(
        ctx, check(place, notes=False, verify=False, beside=beside, wishes=wishes_of(ctx))
    )


def wishes_of(ctx: click.Context, **others: Any) -> Wishes:  # noqa: ANN401  # fields of Wishes
    """The wishes for files of other formats: those of the common options, and others.

    Raises:
        UsageError: there is no format of that name.
    """
    from argmap.formats.exchange import Wishes  # noqa: PLC0415
    from argmap.formats.reader import format_named  # noqa: PLC0415

    name = ctx.obj["format"]
    format_ = format_named(name).name if name is not None else None
    return Wishes(format_, keep_going=ctx.obj["keep_going"], **others)


def if_sound(ctx: click.Context, checked: Checked) -> Checked:
    """This map, if it may be analysed; its errors go to stderr and end the command."""
    say_problems(ctx, checked)
    if not checked.is_sound:
        ctx.exit(failures.PROBLEMS)
    return checked


def say_problems(ctx: click.Context, checked: Checked) -> None:
    """Write all errors and the number of warnings to stderr."""
    from argmap.views.words.counting import count_of  # noqa: PLC0415

    errors = [problem for problem in checked.diagnostics if problem.is_error]
    write_diagnostics(checked, errors, err=True)
    warnings = sum(problem.severity == "warning" for problem in checked.diagnostics)
    if warnings and not ctx.obj["quiet"]:
        terminal.remark(f"{count_of(warnings, 'warning')}; see `argmap check`")


def write_diagnostics(checked: Checked, diagnostics: Iterable[Diagnostic], *, err: bool) -> None:
    """Write diagnostics as text, each with its line of the claim file."""
    from argmap.reading.yaml_words import LINE_BREAK  # noqa: PLC0415
    from argmap.views.terminal.diagnostics import body_of, head_of  # noqa: PLC0415

    lines_of: dict[str, list[str]] = {}
    stream = sys.stderr if err else sys.stdout
    width = terminal.width_if_shown(stream)
    for problem in diagnostics:
        path = problem.location.path
        if path not in lines_of:  # of one file at a time, as they come in order
            lines_of = {path: LINE_BREAK.split(checked.texts.get(path, ""))}
        colour = _COLOURS[problem.severity.value]
        for line in terminal.as_shown([head_of(problem)], stream):
            click.secho(line, err=err, fg=colour, bold=problem.is_error)
        for line in terminal.as_shown(body_of(problem, lines_of, width), stream):
            click.echo(line, err=err)


def write_answer(answer: dict[str, Any]) -> None:
    """Write an answer as JSON to stdout, piece by piece."""
    from argmap.views.answers.pieces import pieces  # noqa: PLC0415

    for piece in pieces(answer):
        failures.write(piece)
    failures.write("\n")


_COLOURS = {"error": "red", "warning": "yellow", "note": "blue"}


def exit_code(checked: Checked) -> int:
    """The exit code: PROBLEMS if the map fails an expectation of its author, else 0."""
    return failures.PROBLEMS if any(problem.is_error for problem in checked.diagnostics) else 0

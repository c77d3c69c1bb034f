"""`argmap check`: everything that is wrong with a map."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path  # noqa: TC003  # click reads the annotations
from typing import TYPE_CHECKING

import click

from argmap.cli import options
from argmap.reading.discovery import STDIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.diagnostics import Diagnostic
    from argmap.pipeline import Checked

STDIN_NAME = "stdin"
"""What is told where a file's name is wanted and the map came by standard input."""


@click.command(
    epilog="-v shows notes too. Exit code: 0 fine, 1 errors (with --strict: or warnings), 2 no map."
)
@click.argument("place", metavar="[MAP]", required=False)
@options.map_option
@options.documents
@click.option("--fix", is_flag=True, help="Write found paragraphs and hashes into the claim files.")
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@click.option(
    "--output-format",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    help="How to answer.",
)
@options.as_json
@click.pass_context
def check(
    ctx: click.Context,
    *,
    place: str | None,
    named_map: str | None,
    documents: Path | None,
    fix: bool,
    strict: bool,
    output_format: str,
    as_json: bool,
) -> int:
    """Find everything that is wrong with a map, with place and cure.

    \b
    argmap check
    argmap check my-map --documents texts --fix
    argmap check my-map --strict --output-format github
    """
    from argmap.pipeline import check as check_map  # noqa: PLC0415

    folder = options.documents_folder(documents)
    where = options.one_map(place, named_map)
    if fix:
        _fix(ctx, where, folder)
    checked = check_map(where, folder, notes=True)
    shown = [one for one in checked.diagnostics if ctx.obj["verbose"] or one.severity != "note"]
    _write(ctx, checked, shown, "json" if as_json else output_format)
    worst = {one.severity.value for one in checked.diagnostics}
    return int("error" in worst or (strict and "warning" in worst))


def _write(
    ctx: click.Context, checked: Checked, shown: list[Diagnostic], output_format: str
) -> None:
    if output_format == "json":
        from argmap.views.answers.commands import check_answer  # noqa: PLC0415

        options.write_answer(check_answer(checked.map, shown))
    elif output_format == "sarif":
        from argmap import __version__  # noqa: PLC0415
        from argmap.views.answers.sarif import sarif  # noqa: PLC0415

        options.write_answer(sarif(_with_file_names(shown), __version__))
    elif output_format == "github":
        from argmap.views.answers.github import workflow_commands  # noqa: PLC0415

        for line in workflow_commands(_with_file_names(shown)):
            click.echo(line)
    else:
        options.write_diagnostics(checked, shown, err=False)
        _say_count(ctx, checked)


def _with_file_names(diagnostics: list[Diagnostic]) -> Iterator[Diagnostic]:
    for one in diagnostics:
        is_unnamed = one.location.path == STDIN
        yield replace(one, location=replace(one.location, path=STDIN_NAME)) if is_unnamed else one


def _say_count(ctx: click.Context, checked: Checked) -> None:
    from argmap.views.words.counting import problems_counted, size_of  # noqa: PLC0415

    if not ctx.obj["quiet"]:
        counted = f"{size_of(checked.map)}: {problems_counted(checked.diagnostics)}"
        click.echo(counted, err=True)


def _fix(ctx: click.Context, where: str, folder: Path | None) -> None:
    from argmap.pipeline import fix as fix_map  # noqa: PLC0415

    if folder is None and not ctx.obj["quiet"]:
        click.echo("nothing can be filled in without --documents", err=True)
    for one in fix_map(where, folder):
        if not ctx.obj["quiet"]:
            click.echo(f"{one.name}: {one.count} filled in", err=True)

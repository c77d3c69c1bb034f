"""`argmap check`: the list of all problems of a map."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path  # noqa: TC003  # click reads the annotations
from typing import TYPE_CHECKING

import click

from argmap.cli import options, terminal
from argmap.reading.map_names import STDIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.diagnostics import Diagnostic
    from argmap.pipeline import Checked

STDIN_NAME = "stdin"
"""The file name in SARIF and GitHub output for a map that came by standard input."""


@click.command(
    epilog="-v lists notes too. Exit code: 0 no errors, 1 errors (with --strict: or warnings), "
    "2 no map."
)
@click.argument("place", metavar="[MAP]", required=False)
@options.map_alone_option
@options.documents
@click.option(
    "--fix",
    is_flag=True,
    help="Add the paragraphs of quotations and the hashes of documents to the claim files.",
)
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option(
    "--output-format",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    show_default=True,
    help="Write the list of problems in this format.",
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
    """List all problems of a map, each with its place and its cure.

    \b
    argmap check
    argmap check my-map --documents texts --fix
    argmap check my-map --strict --output-format github
    """
    from argmap.pipeline import check as check_map  # noqa: PLC0415

    folder = options.documents_folder(documents)
    where = options.map_place(place, named_map)
    if fix:
        _fix(ctx, where, folder)
    checked = check_map(where, folder, notes=True, wishes=options.wishes_of(ctx))
    if fix and folder is None and checked.map.documents is None and not ctx.obj["quiet"]:
        terminal.remark("--fix fills nothing in without --documents")
    with_notes = ctx.obj["verbose"]
    shown = [problem for problem in checked.diagnostics if with_notes or problem.severity != "note"]
    _write(ctx, checked, shown, "json" if as_json else output_format)
    severities = {problem.severity.value for problem in checked.diagnostics}
    return int("error" in severities or (strict and "warning" in severities))


def _write(
    ctx: click.Context, checked: Checked, shown: list[Diagnostic], output_format: str
) -> None:
    if output_format == "json":
        from argmap.views.answers.commands import check_answer  # noqa: PLC0415

        options.write_answer(check_answer(checked.map, shown, checked.quotations))
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
    for problem in diagnostics:
        if problem.location.path == STDIN:
            yield replace(problem, location=replace(problem.location, path=STDIN_NAME))
        else:
            yield problem


def _say_count(ctx: click.Context, checked: Checked) -> None:
    from argmap.views.words.counting import (  # noqa: PLC0415
        problems_counted,
        quotations_counted,
        size_of,
    )

    if not ctx.obj["quiet"]:
        counted = f"{size_of(checked.map)}: {problems_counted(checked.diagnostics)}"
        terminal.remark(counted)
        terminal.remark(quotations_counted(checked.quotations, in_detail=ctx.obj["verbose"]))


def _fix(ctx: click.Context, where: str, folder: Path | None) -> None:
    from argmap.pipeline import fix as fix_map  # noqa: PLC0415

    fixed_files = fix_map(where, folder)
    for fixed in fixed_files:
        if not ctx.obj["quiet"]:
            terminal.remark(f"{fixed.name}: {fixed.count} filled in")

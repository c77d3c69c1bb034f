"""`argmap check`: everything that is wrong with a map."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003  # click reads the annotations

import click

from argmap.cli import options


@click.command(epilog="Exit code: 0 nothing wrong, 1 errors, 2 no such map.")
@click.argument("place", metavar="[MAP]", required=False)
@options.map_option
@options.documents
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", help="How to answer."
)
@options.as_json
@click.pass_context
def check(
    ctx: click.Context,
    *,
    place: str | None,
    named_map: str | None,
    documents: Path | None,
    output_format: str,
    as_json: bool,
) -> int:
    """Find everything that is wrong with a map, with place and cure.

    \b
    argmap check
    argmap check my-map --documents texts
    argmap check my-map --json
    """
    from argmap.pipeline import check as check_map  # noqa: PLC0415
    from argmap.views.as_json import check_answer  # noqa: PLC0415
    from argmap.views.text import problems_counted, size_of  # noqa: PLC0415

    if place is not None and named_map is not None:
        raise click.UsageError("the map is given twice: as a word and by --map")
    folder = options.documents_folder(documents)
    checked = check_map(named_map or place or options.DEFAULT_MAP, folder)
    if as_json or output_format == "json":
        options.write_answer(check_answer(checked.map, checked.diagnostics))
    else:
        options.write_diagnostics(checked, checked.diagnostics, err=False)
        if not ctx.obj["quiet"]:
            counted = f"{size_of(checked.map)}: {problems_counted(checked.diagnostics)}"
            click.echo(counted, err=True)
    return options.exit_code(checked)

"""`argmap fmt`: claim files written in another form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli import failures, options, terminal
from argmap.cli.differences import write_differences

if TYPE_CHECKING:
    from argmap.editing.formatting import Form


@click.command(epilog="Exit code: 0 done, 1 errors in the map (with --check: or a file to change).")
@click.argument("place", metavar="[MAP]", required=False)
@options.map_alone_option
@click.option("--flat", is_flag=True, help="Move every claim below `claims:`; leave its id.")
@click.option(
    "--nested", is_flag=True, help="Define every claim that is used once where it is used."
)
@click.option("--check", is_flag=True, help="Write nothing, and name the files that would change.")
@click.option("--diff", is_flag=True, help="Write nothing, and show what would change.")
@click.pass_context
def fmt(
    ctx: click.Context,
    *,
    place: str | None,
    named_map: str | None,
    flat: bool,
    nested: bool,
    check: bool,
    diff: bool,
) -> int:
    """Tidy claim files, or define premises elsewhere.

    The map stays the same, and so do comments. Without --flat and --nested only blanks at line ends
    and surplus blank lines go.

    \b
    argmap fmt my-map --nested --diff
    argmap fmt my-map --flat
    argmap fmt --check
    """
    from argmap.rewriting import reformatted, write_again  # noqa: PLC0415

    form = _form(flat=flat, nested=nested)
    result = reformatted(options.map_place(place, named_map), form)
    if any(problem.is_error for problem in result.checked.diagnostics):
        options.say_problems(ctx, result.checked)
        return failures.PROBLEMS
    if diff:
        write_differences(result.files)
    elif check:
        terminal.write(f"{file.name} would change" for file in result.files)
    else:
        flag = "" if form == "tidy" else f" --{form}"
        write_again(result.files, f"argmap fmt{flag}")
        terminal.write(f"{file.name} changed" for file in result.files)
    if not result.files:
        options.remark("nothing to change")
    return failures.PROBLEMS if check and result.files else 0


def _form(*, flat: bool, nested: bool) -> Form:
    """The form that the flags name.

    Raises:
        UsageError: both are given.
    """
    from argmap.editing.formatting import Form  # noqa: PLC0415

    if flat and nested:
        raise click.UsageError("--flat and --nested are two forms; name one")
    return Form.FLAT if flat else Form.NESTED if nested else Form.TIDY

"""`argmap rename`: another id, in every place of the claim files where the old one stands."""

from __future__ import annotations

import click

from argmap.cli import failures, options, terminal
from argmap.cli.differences import write_differences


@click.command(epilog="Exit code: 0 done, 1 errors in the map.")
@click.argument("old")
@click.argument("new")
@click.argument("place", metavar="[MAP]", required=False)
@options.map_alone_option
@click.option(
    "--kind",
    type=click.Choice(["claim", "relation", "source", "stance", "scheme", "question"]),
    help="What OLD is, where things of several kinds have this id.",
)
@click.option("--diff", is_flag=True, help="Write nothing, and show what would change.")
@options.as_json
@click.pass_context
def rename(  # click passes each parameter
    ctx: click.Context,
    old: str,
    new: str,
    place: str | None,
    *,
    named_map: str | None,
    kind: str | None,
    diff: bool,
    as_json: bool,
) -> int:
    """Give a claim, relation or source another id, everywhere.

    OLD can be the number of a claim, too. Stances, schemes and questions have ids as well. Nothing
    else changes in the claim files of the map, and comments stay.

    \b
    argmap rename shops-lose shops-fear
    argmap rename 1.4 shops-fear my-map --diff
    """
    from argmap.rewriting import opened, renamed, write_again  # noqa: PLC0415
    from argmap.views.answers.edited import rename_answer  # noqa: PLC0415

    opened_map = opened(options.map_place(place, named_map))
    if not opened_map.is_sound:
        options.say_problems(ctx, opened_map.checked)
        return failures.PROBLEMS
    done, files = renamed(opened_map, old, new, kind)
    if diff and not as_json:
        write_differences(files)
        return 0
    if not diff:
        write_again(files, f"argmap rename {old} {new}")
    if as_json:
        names = [file.name for file in files]
        options.write_answer(rename_answer(done, names, written=not diff))
        return 0
    terminal.write([f"{done.kind} {done.old} is now {done.new}"])
    terminal.write(f"{file.name} changed" for file in files)
    return 0

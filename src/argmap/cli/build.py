"""`argmap build`: the page, the picture and the report."""

from __future__ import annotations

from pathlib import Path

import click

from argmap.cli import options
from argmap.errors import UsageError
from argmap.model.relation import Force


@click.command()
@click.argument("place", metavar="[MAP]", required=False)
@options.map_alone_option
@click.option(
    "-o",
    "--output",
    default="outputs",
    show_default=True,
    help="Write the files into this folder.",
)
@options.documents
@options.objections
@options.time_limit
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="html,svg,report,png,pdf",
    help="Write these formats (default: html,svg,report). On the slide (png) and on the sheets of"
    " the handout (pdf) stands as much of the map as can be read there.",
)
@click.option("--focus", metavar="CLAIM", help="Show only this claim and the claims below it.")
@click.option(
    "--depth",
    type=click.IntRange(0),
    metavar="N",
    help="Show at most N steps below the focus, or below the main claims.",
)
@click.option("--only-source", metavar="ID", help="Show only the claims of this source.")
@click.option("--view", metavar="NAME", help="Show the view of this name from the map file.")
@click.option(
    "--sentences",
    is_flag=True,
    help="Show whole sentences in pictures, where claims have labels too.",
)
@click.option("--open", "open_page", is_flag=True, help="Open the page in the browser.")
@click.pass_context
def build(
    ctx: click.Context,
    *,
    place: str | None,
    named_map: str | None,
    output: str,
    documents: Path | None,
    objections: str | None,
    formats: tuple[str, ...],
    focus: str | None,
    depth: int | None,
    only_source: str | None,
    view: str | None,
    sentences: bool,
    open_page: bool,
) -> int:
    """Check a map, and write its page, its picture and its report.

    The page is interactive, one file that works offline.

    \b
    argmap build
    argmap build my-map -o handout --documents texts
    argmap build my-map --open
    argmap build my-map --focus 1.2 --depth 2 --format svg,pdf
    """
    from argmap.pipeline import Wanted  # noqa: PLC0415
    from argmap.pipeline import build as build_map  # noqa: PLC0415
    from argmap.views.words.crowded import crowded_in_words, is_crowded  # noqa: PLC0415

    if not output:
        raise UsageError("an empty word names no folder (from --output)")
    built = build_map(
        options.map_place(place, named_map),
        Path(output),
        options.documents_folder(documents),
        Force(objections) if objections is not None else None,
        Wanted(_formats(formats), focus, depth, only_source, view, sentences),
        options.wishes_of(ctx),
    )
    options.say_problems(ctx, built.checked)
    if built.paths and is_crowded(built.checked.map):
        options.remark(crowded_in_words(built.checked.map))
    for path in built.paths:
        click.echo(path.as_posix())
    if open_page and built.paths:
        click.launch(built.paths[0].resolve().as_uri())
    return options.exit_code(built.checked)


def _formats(words: tuple[str, ...]) -> tuple[str, ...]:
    from argmap.pipeline import ALWAYS  # noqa: PLC0415
    from argmap.views.outputs import FILES  # noqa: PLC0415  # slow to import, so not for `check`

    named = tuple(name.strip() for word in words for name in word.split(","))
    for name in named:
        if name not in FILES:
            raise UsageError(f"there is no format `{name}`; there are {', '.join(FILES)}")
    return named or ALWAYS

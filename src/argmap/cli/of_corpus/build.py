"""`argmap corpus build`: all maps in a folder read, checked, labelled, and put into one file."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli import failures, options
from argmap.cli.of_corpus.asking import reply
from argmap.corpus.names import DEFAULT

if TYPE_CHECKING:
    from argmap.corpus.building import Progress


@click.command()
@click.argument("folder", metavar="DIR")
@click.option(
    "-o",
    "--output",
    "store",
    type=click.Path(path_type=Path),
    default=DEFAULT,
    show_default=True,
    metavar="FILE",
    help="The file of the corpus.",
)
@click.option(
    "--workers",
    type=click.IntRange(1, 512),
    metavar="N",
    help="Read in so many processes (default: one for each processor).",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Read on the Dask cluster with this scheduler, such as tcp://host:8786.",
)
@click.option(
    "--replace",
    is_flag=True,
    help="Put FILE together again although no map has changed, or it is of another folder.",
)
@options.as_json
@click.pass_context
def build(  # the parameters are options
    ctx: click.Context,
    folder: str,
    store: Path,
    workers: int | None,
    scheduler: str | None,
    *,
    replace: bool,
    as_json: bool,
) -> int:
    """Read all maps in a folder and below it into one file.

    A folder of claim files is a map, and so is each file of another format. Maps are checked and
    labelled; one that cannot be read is listed with its errors, and stops nothing. Built again,
    only maps whose files have changed are read, and a build that was ended goes on. A folder beside
    the file, which ends in .parts, keeps what was read.

    DIR may also be an address that fsspec knows, such as s3://bucket/debates.

    \b
    argmap corpus build debates
    argmap corpus build debates -o debates.duckdb --workers 4
    argmap corpus build debates --json
    """
    from argmap.corpus.building import build_corpus  # noqa: PLC0415  # the engine is slow to load
    from argmap.corpus.telling import build_text  # noqa: PLC0415

    count = workers or os.cpu_count() or 1
    progress = _progress(is_quiet=ctx.obj["quiet"] or as_json)
    try:
        built = build_corpus(
            folder, store, workers=count, scheduler=scheduler, replace=replace, progress=progress
        )
    except KeyboardInterrupt:
        progress("done", 0)
        return failures.complain("ended; run it again to go on", failures.INTERRUPTED)
    if not as_json and ctx.obj["quiet"]:
        return 0
    return reply("build", built, build_text(built, folder), as_json=as_json)


def _progress(*, is_quiet: bool) -> Progress:
    """A listener that shows the progress on stderr, if that is a terminal."""
    is_shown = sys.stderr is not None and sys.stderr.isatty() and not is_quiet
    last = ["", -1]

    def show(phase: str, count: int, /) -> None:
        """Write the phase over the one before it."""
        step = count // 100
        if is_shown and [phase, step] != last:
            last[:] = [phase, step]
            from argmap.views.words.counting import count_of  # noqa: PLC0415  # a terminal alone

            words = count_of(count, "map") if phase == "maps" else "putting the file together"
            sys.stderr.write(f"\r\x1b[K{words} ...")
            sys.stderr.flush()
        if is_shown and phase == "done":
            sys.stderr.write("\r\x1b[K")

    return show

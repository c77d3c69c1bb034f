"""`argmap corpus export`: the tables of a corpus as files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli import options
from argmap.cli.of_corpus import asking

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("folder", metavar="DIR")
@asking.store
@click.option(
    "--to",
    "form",
    type=click.Choice(["parquet", "csv", "json"]),
    default="parquet",
    show_default=True,
    help="The format of the files; `json` has a line for each row.",
)
@options.as_json
def export(folder: str, store: Path, form: str, *, as_json: bool) -> int:
    """Write the tables of a corpus into a folder, a file for each.

    The same maps give the same bytes, whoever has read them and in whatever order.

    \b
    argmap corpus export tables
    argmap corpus export tables --to csv
    """
    from argmap.corpus.rows_in_text import export_text  # noqa: PLC0415

    paths = asking.opened(store).export(folder, form)
    files = {"files": [path.as_posix() for path in paths]}
    return asking.reply("export", files, export_text(paths), as_json=as_json)

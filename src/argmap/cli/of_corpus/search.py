"""`argmap corpus search`: claims of all maps by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli import options
from argmap.cli.of_corpus import asking

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@asking.store
@asking.limit
@options.as_json
def search(words: tuple[str, ...], store: Path, limit: int | None, *, as_json: bool) -> int:
    """Find claims of all maps by their words, the most fitting first.

    A word that ends in `*` stands for all that begin so; words between quotation marks stand side
    by side. Each claim comes with its map, its status there, and its source.

    \b
    argmap corpus search nuclear deterrence
    argmap corpus search '"nuclear deterrence" weapon*'
    argmap corpus search deterrence --corpus debates.duckdb --json
    """
    from argmap.corpus.telling import search_text  # noqa: PLC0415

    finding = asking.opened(store).search(" ".join(words), limit)
    return asking.reply("search", finding, search_text(finding), as_json=as_json)

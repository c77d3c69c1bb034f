"""`argmap corpus stats`: the numbers of a corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli import options
from argmap.cli.of_corpus import asking

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@asking.store
@asking.limit
@options.as_json
def stats(store: Path, limit: int | None, *, as_json: bool) -> int:
    """Show the sizes of a corpus, and how its claims fare.

    How many claims stand, are contested, are open or fall, each in its own map; how many objections
    are unanswered; which schemes, speakers and sources occur most.

    \b
    argmap corpus stats
    argmap corpus stats --corpus debates.duckdb --limit all --json
    """
    from argmap.corpus.telling import stats_text  # noqa: PLC0415

    finding = asking.opened(store).stats(limit)
    return asking.reply("stats", finding, stats_text(finding), as_json=as_json)

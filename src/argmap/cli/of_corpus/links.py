"""`argmap corpus links`: claims that are one claim in several maps, and those that may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli import options
from argmap.cli.of_corpus import asking
from argmap.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@asking.store
@click.option("--exact", is_flag=True, help="Leave nearly equal claims out, which takes less time.")
@click.option(
    "--merge/--no-merge",
    "merge",
    default=None,
    help="Let nearly equal claims count as one claim in this corpus, or not any more.",
)
@asking.limit
@options.as_json
def links(store: Path, limit: int | None, *, exact: bool, merge: bool | None, as_json: bool) -> int:
    """List claims that are the same in several maps, and propose nearly equal ones.

    Claims with the same words (four or more), or with the same lasting id in the program they come
    from, count as one claim. Nearly equal ones are proposed, and only `--merge` makes them one;
    pairs that differ by a number, a word such as `not` or `most`, or an opposite are left out.

    \b
    argmap corpus links
    argmap corpus links --exact --limit all --json
    argmap corpus links --merge
    """
    from argmap.corpus.telling import links_text  # noqa: PLC0415

    if exact and merge is not None:
        raise UsageError("`--exact` looks at equal claims alone; leave it out, or `--merge`")
    corpus = asking.opened(store)
    if merge is not None:
        from argmap.corpus.building import merge_near  # noqa: PLC0415

        merge_near(store, merges=merge)
    finding = corpus.links(limit, near=not exact)
    return asking.reply("links", finding, links_text(finding, str(store)), as_json=as_json)

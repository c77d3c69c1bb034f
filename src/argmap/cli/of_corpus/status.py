"""`argmap corpus status`: the status of claims where all maps are read together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli import options
from argmap.cli.of_corpus import asking

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("claim", required=False)
@asking.store
@click.option(
    "--semantics",
    default="grounded",
    show_default=True,
    help="The semantics, as in `argmap status`; `stable` does not work by component.",
)
@asking.limit
@options.engine
@options.as_json
def status(
    claim: str | None, store: Path, semantics: str, limit: int | None, *, as_json: bool
) -> int:
    """Show the status of a claim where all maps are read together.

    A claim that stands in several maps has all its reasons and objections then. CLAIM is its id, or
    MAP#ID where several maps have that id; without it, all claims are listed whose status changes.

    \b
    argmap corpus status
    argmap corpus status close-centre
    argmap corpus status 'town#close-centre' --json
    """
    from argmap.corpus.telling import changed_text, together_text  # noqa: PLC0415

    corpus = asking.opened(store)
    if claim is None:
        changed = corpus.changed(limit, semantics)
        return asking.reply("changes", changed, changed_text(changed), as_json=as_json)
    finding = corpus.status(claim, semantics)
    return asking.reply("status", finding, together_text(finding), as_json=as_json)

"""What the commands that prepare a debate or a seminar have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.errors import UsageError
from argmap.views.sheets import paper
from argmap.views.sheets.document import markdown
from argmap.views.sheets.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.cli.question import Question
    from argmap.views.sheets.document import Block
    from argmap.views.sheets.paper import Paper

form = click.option(
    "--format",
    "form",
    type=click.Choice(["md", "html"]),
    default="md",
    show_default=True,
    help="Markdown, or a page to print on A4.",
)


def written(
    blocks: Iterable[Block], form: str, title: str, sheet: Paper = paper.PLAIN
) -> Iterator[str]:
    """The text in the form that was asked for."""
    if form == "html":
        yield printable(blocks, title, sheet).rstrip("\n")
    else:
        yield markdown(blocks).rstrip("\n")


def grounded_only(question: Question, command: str) -> None:
    """Refuse another reading than the grounded one, as what is prepared here follows from it.

    Raises:
        UsageError: another semantics was asked for.
    """
    if question.semantics != "grounded":
        raise UsageError(
            f"`argmap {command}` reads a map under grounded semantics alone; "
            f"`argmap status --semantics {question.semantics}` shows the other reading"
        )


def map_alone(question: Question, instead: str) -> None:
    """Refuse a claim where a map alone is asked about.

    Raises:
        UsageError: a claim is named.
    """
    if question.claim is not None:
        raise click.UsageError(f"name a map alone; for one claim: {instead} {question.claim}")

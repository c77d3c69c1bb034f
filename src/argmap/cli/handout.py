"""Options and checks that the commands for debates and seminars share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli import terminal
from argmap.errors import UsageError
from argmap.views.sheets import paper
from argmap.views.sheets.document import markdown
from argmap.views.sheets.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.cli.question import MapQuestion
    from argmap.views.sheets.document import Block
    from argmap.views.sheets.paper import Paper

form = click.option(
    "--format",
    "form",
    type=click.Choice(["md", "html"]),
    default="md",
    show_default=True,
    help="Write Markdown, or an HTML page to print on A4.",
)
form_or_csv = click.option(
    "--format",
    "form",
    type=click.Choice(["md", "html", "csv"]),
    default="md",
    show_default=True,
    help="Write Markdown, an HTML page to print on A4, or (a flow sheet alone) rows for a"
    " spreadsheet.",
)


def written(
    blocks: Iterable[Block], form: str, title: str, sheet: Paper = paper.PLAIN
) -> Iterable[str]:
    """The lines of the document as Markdown or HTML."""
    is_html = form == "html"
    text = printable(blocks, title, sheet) if is_html else markdown(blocks)
    return terminal.document(text.rstrip("\n"), is_markdown=not is_html)


def grounded_only(question: MapQuestion, command: str) -> None:
    """Refuse every semantics but the grounded one, from which these documents follow.

    Raises:
        UsageError: the question names another semantics.
    """
    if question.semantics != "grounded":
        raise UsageError(
            f"`argmap {command}` reads a map under grounded semantics alone; "
            f"`argmap status --semantics {question.semantics}` shows the map under the other one"
        )


def map_alone(question: MapQuestion, instead: str) -> None:
    """Refuse a claim in a question that can only be about a whole map.

    Raises:
        UsageError: the question names a claim.
    """
    if question.claim is not None:
        raise click.UsageError(
            f"name a map without a claim; for a single claim: {instead} {question.claim}"
        )

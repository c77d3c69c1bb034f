"""`argmap brief`: a debate brief on a claim."""

from __future__ import annotations

import click

from argmap.analysis.debate.brief import brief as brief_of
from argmap.cli import handout
from argmap.cli.question import MapQuestion, asks
from argmap.views.answers.commands import brief_answer
from argmap.views.sheets import paper
from argmap.views.sheets.citing import Citer
from argmap.views.sheets.debate.brief import brief_page
from argmap.views.sheets.debate.flow import brief_flow


@click.command()
@click.option(
    "--side",
    type=click.Choice(["for", "against", "both"]),
    default="both",
    show_default=True,
    help="Write the brief for this side of the debate.",
)
@click.option(
    "--layout",
    type=click.Choice(["page", "flow"]),
    default="page",
    show_default=True,
    help="Write one page, or a flow sheet with a block for each opposing claim.",
)
@handout.form
@click.option(
    "--lines",
    type=click.IntRange(min=1),
    metavar="N",
    help="List at most N entries in each part (default: as many as fit one sheet).",
)
@asks
def brief(question: MapQuestion, side: str, layout: str, form: str, lines: int | None) -> int:
    """Write a debate brief on a claim: the cases for and against it.

    The brief also lists answers to objections, weak points, and questions to put.

    \b
    argmap brief close-centre --side for
    argmap brief close-centre my-map --layout flow --format html > flow.html
    argmap brief 1.2 --json
    """
    claim = question.named_claim("brief")
    handout.grounded_only(question, "brief")
    finding = brief_of(question.reading, claim)
    cite = Citer(question.map, question.outline, question.finding)
    is_flow = layout == "flow"
    write = brief_flow if is_flow else brief_page
    blocks = write(question.reading, cite, finding, side, lines)
    title = f"Brief: {question.map.claims[claim].name}"
    return question.reply(
        lambda: brief_answer(question.reading, question.finding, finding),
        handout.written(blocks, form, title, paper.FLOW if is_flow else paper.BRIEF),
    )

"""`argmap brief`: a debate brief on a claim."""

from __future__ import annotations

import click

from argmap.analysis.debate.brief import brief as brief_of
from argmap.cli import handout, terminal
from argmap.cli.question import MapQuestion, asks
from argmap.views.answers.commands import brief_answer
from argmap.views.sheets import paper
from argmap.views.sheets.citing import Citer
from argmap.views.sheets.debate.brief import brief_page
from argmap.views.sheets.debate.flow import brief_flow
from argmap.views.sheets.debate.flow_csv import flow_csv
from argmap.views.sheets.debate.flow_table import FEWEST


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
@handout.form_or_csv
@click.option(
    "--lines",
    type=click.IntRange(min=1),
    metavar="N",
    help="Tell N lines of argument of each side in full and name the others (default: as many in"
    " full as fit one sheet; on a flow sheet, all).",
)
@click.option(
    "--speeches",
    metavar="NAMES",
    help="Give a flow sheet a column for each of these speeches, three at least, beginning with"
    " the side for the claim: 1AC,1NC,2AC,2NC.",
)
@asks
def brief(  # noqa: PLR0917  # an option each
    question: MapQuestion,
    side: str,
    layout: str,
    form: str,
    lines: int | None,
    speeches: str | None,
) -> int:
    """Write a debate brief on a claim: the cases for and against it.

    The brief also lists answers to objections, weak points, and questions to put. Without CLAIM it
    is on the first main claim.

    \b
    argmap brief close-centre --side for
    argmap brief close-centre my-map --layout flow --format html > flow.html
    argmap brief --layout flow --speeches 1AC,1NC,2AC --format csv > flow.csv
    """
    claim = question.claim_or_main("brief")
    handout.grounded_only(question, "brief")
    finding = brief_of(question.reading, claim)
    cite = Citer(question.map, question.outline, question.finding, question.place_to_type)
    title = f"Brief: {question.map.claims[claim].name}"
    if layout == "page":
        _refuse_flow_only(form, speeches)
        page = brief_page(question.reading, cite, finding, side, lines)
        text = handout.written(page, form, title, paper.BRIEF)
    else:
        flow = (question.reading, cite, finding, side, lines, _names_of(speeches))
        text = (
            terminal.document(flow_csv(*flow), is_markdown=False)
            if form == "csv"
            else handout.written(brief_flow(*flow), form, title, paper.FLOW)
        )
    return question.reply(lambda: brief_answer(question.reading, question.finding, finding), text)


def _refuse_flow_only(form: str, speeches: str | None) -> None:
    """Refuse the options that only a flow sheet has.

    Raises:
        UsageError: the layout is a page, and one of them is given.
    """
    option = "--format csv" if form == "csv" else "--speeches"
    if form == "csv" or speeches is not None:
        raise click.UsageError(f"`{option}` is for a flow sheet: add `--layout flow`")


def _names_of(speeches: str | None) -> tuple[str, ...]:
    """The names of the speeches, none if the option is not given.

    Raises:
        UsageError: there are too few names to go on in columns of the same side, or one is empty.
    """
    if speeches is None:
        return ()
    names = tuple(name.strip() for name in speeches.split(","))
    if len(names) < FEWEST or not all(names):
        raise click.UsageError(
            f"`--speeches` needs at least {FEWEST} names with commas between them, the first of the"
            " side for the claim: `--speeches 1AC,1NC,2AC`"
        )
    return names

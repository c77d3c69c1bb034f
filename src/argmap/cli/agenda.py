"""`argmap agenda`: the points worth discussing, each with a question to put."""

from __future__ import annotations

import click

from argmap.analysis.debate.agenda import agenda as agenda_of
from argmap.analysis.debate.minutes import LEAST, minutes_of
from argmap.cli import handout
from argmap.cli.question import MapQuestion, asks
from argmap.views.answers.commands import agenda_answer
from argmap.views.sheets.citing import Citer
from argmap.views.sheets.debate.agenda import agenda_page, questions_of


@click.command()
@click.option(
    "--points",
    type=click.IntRange(min=1),
    default=8,
    show_default=True,
    metavar="N",
    help="List at most N points.",
)
@click.option(
    "--minutes",
    type=click.IntRange(min=LEAST),
    default=60,
    show_default=True,
    metavar="N",
    help=f"Divide N minutes among the points, at least {LEAST} each.",
)
@handout.form
@asks
def agenda(question: MapQuestion, points: int, minutes: int, form: str) -> int:
    """List the points of a map that are most worth discussing.

    Such points are undecided, or unanswered, or hang on a single claim.

    \b
    argmap agenda
    argmap agenda my-map --points 12 --minutes 90
    argmap agenda --format html > agenda.html
    """
    handout.map_alone(question, "argmap brief")
    handout.grounded_only(question, "agenda")
    finding = agenda_of(question.reading, points)
    cite = Citer(question.map, question.outline, question.finding, question.place_to_type)
    title = f"Agenda: {question.map.title or 'argument map'}"
    timed = minutes_of(finding.points, minutes)
    return question.reply(
        lambda: agenda_answer(finding, questions_of(cite, finding), timed),
        handout.written(agenda_page(cite, finding, timed), form, title),
    )

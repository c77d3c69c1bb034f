"""`argmap agenda`: what is worth discussing, and the question to put."""

from __future__ import annotations

import click

from argmap.analysis.debate.agenda import agenda as agenda_of
from argmap.cli import handout
from argmap.cli.question import Question, asks
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
    help="How many points at most.",
)
@handout.form
@asks
def agenda(question: Question, points: int, form: str) -> int:
    """Plan a discussion: what is undecided, unanswered, or hangs on a single claim.

    \b
    argmap agenda
    argmap agenda my-map --points 12
    argmap agenda --format html > agenda.html
    """
    handout.map_alone(question, "argmap brief")
    handout.grounded_only(question, "agenda")
    found = agenda_of(question.reading, points)
    cite = Citer(question.map, question.outline, question.finding)
    title = f"Agenda: {question.map.title or 'argument map'}"
    return question.reply(
        lambda: agenda_answer(found, questions_of(cite, found)),
        handout.written(agenda_page(cite, found), form, title),
    )

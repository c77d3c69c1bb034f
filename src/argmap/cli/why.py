"""`argmap why`: the reasons for the status of a claim, down to the premises."""

from __future__ import annotations

import click

from argmap.analysis.status.why import why as why_of
from argmap.cli.question import MapQuestion, asks
from argmap.views.answers.commands import why_answer
from argmap.views.terminal.why import why_text


@click.command()
@asks
def why(question: MapQuestion) -> int:
    """Show the reasons for and against a claim as a tree.

    The tree goes down to the premises, and names the source of each claim. Without CLAIM it is that
    of the first main claim.

    \b
    argmap why close-centre
    argmap why 1.2 my-map
    argmap why "private cars" my-map
    argmap why close-centre --reject air-kills
    """
    reasons = why_of(question.reading, question.claim_or_main("why"))
    lines = why_text(question.reading, reasons)
    return question.reply(lambda: why_answer(question.map, reasons, question.finding), lines)

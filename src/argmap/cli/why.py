"""`argmap why`: the reasons for the status of a claim, down to the premises."""

from __future__ import annotations

import click

from argmap.analysis.status.standard_form import standard_form
from argmap.analysis.status.why import why as why_of
from argmap.cli.question import MapQuestion, asks
from argmap.views.answers.commands import why_answer
from argmap.views.terminal.why import why_text
from argmap.views.terminal.why_standard import standard_text


@click.command()
@click.option(
    "--layout",
    type=click.Choice(["tree", "standard"]),
    default="tree",
    show_default=True,
    help="Show a tree, or the argument in standard form, with numbered premises and conclusions.",
)
@asks
def why(question: MapQuestion, layout: str) -> int:
    """Show the reasons for and against a claim as a tree.

    The tree goes down to the premises, and names the source of each claim. Without CLAIM it is that
    of the first main claim.

    \b
    argmap why close-centre
    argmap why 1.2 my-map
    argmap why "old town should" my-map
    argmap why close-centre --reject air-kills
    argmap why close-centre --layout standard
    """
    reading, claim = question.reading, question.claim_or_main("why")
    reasons = why_of(reading, claim)
    if layout == "standard":
        lines = standard_text(reading, standard_form(reading, claim))
    else:
        lines = why_text(reading, reasons)
    return question.reply(lambda: why_answer(question.map, reasons, question.finding), lines)

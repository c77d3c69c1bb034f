"""`argmap dependents`: the claims that rest on a claim."""

from __future__ import annotations

import click

from argmap.analysis.rests_on.dependents import dependents as dependents_of
from argmap.cli.question import MapQuestion, asks_supports
from argmap.views.answers.encoder import answer
from argmap.views.terminal.dependents import dependents_text


@click.command()
@asks_supports
def dependents(question: MapQuestion) -> int:
    """List the claims that rest on a claim, and so may fall with it.

    They are in three lists: claims that fall if it is struck, claims that only lose a reason, and
    claims that stay untouched.

    \b
    argmap dependents air-kills
    argmap dependents 1.2 my-map --json
    """
    finding = dependents_of(question.reading, question.named_claim("dependents"))
    lines = dependents_text(question.reading, finding, question.place_to_type)
    return question.reply(lambda: answer("dependents", finding), lines)

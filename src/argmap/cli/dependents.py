"""`argmap dependents`: what rests on a claim."""

from __future__ import annotations

import click

from argmap.analysis.rests_on.dependents import dependents as dependents_of
from argmap.cli.question import Question, asks_supports
from argmap.views.answers.encoder import answer
from argmap.views.terminal.dependents import dependents_text


@click.command()
@asks_supports
def dependents(question: Question) -> int:
    """Say what rests on a claim: what falls with it, what is weakened, what is untouched.

    \b
    argmap dependents air-kills
    argmap dependents 1.2.1 my-map --json
    """
    found = dependents_of(question.reading, question.named_claim("dependents"))
    lines = dependents_text(question.map, question.outline, found)
    return question.reply(lambda: answer("dependents", found), lines)

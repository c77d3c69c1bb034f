"""`argmap why`: the reasons for a claim's status, down to the premises."""

from __future__ import annotations

import click

from argmap.analysis.why import why as why_of
from argmap.cli import options
from argmap.cli.question import Question, asks
from argmap.views.as_json import why_answer
from argmap.views.text import why_text


@click.command()
@asks
def why(question: Question) -> int:
    """Show the reasons for and against a claim as a tree, with sources.

    \b
    argmap why close-centre
    argmap why 1.2 my-map
    argmap why close-centre --reject air-kills
    """
    if question.claim is None:
        raise click.UsageError("name a claim, by its id or its number: argmap why CLAIM [MAP]")
    reasons = why_of(question.map, question.claim)
    if question.as_json:
        options.write_answer(why_answer(reasons, question.finding))
    else:
        for line in why_text(question.map, question.outline, question.finding, reasons):
            click.echo(line)
    return options.exit_code(question.checked)

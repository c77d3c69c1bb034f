"""`argmap positions`: the largest standpoints that can be held together."""

from __future__ import annotations

import click

from argmap.analysis.people.positions import PositionsFinding
from argmap.analysis.people.positions import positions as positions_of
from argmap.cli import options
from argmap.cli.question import NO_EXTENSION, Question, asks
from argmap.reasoning.solvers.time_limit import TimeLimit, TimeUpError
from argmap.views.answers.encoder import answer
from argmap.views.terminal.positions import positions_text


@click.command()
@options.limit
@options.time_limit
@options.engine
@asks
def positions(question: Question, limit: int | None, time_limit: float | None) -> int:
    """Say which standpoints can be held together, and on which claims they differ.

    \b
    argmap positions
    argmap positions my-map --json
    argmap positions --semantics stable
    """
    if question.claim is not None:
        raise click.UsageError(f"`{question.claim}` is a claim; positions are those of a map")
    semantics = question.asked_semantics or "preferred"
    try:
        with TimeLimit(time_limit):
            found = positions_of(question.reading.with_semantics(semantics), limit)
    except TimeUpError:
        found = PositionsFinding(semantics)
    if question.as_json:
        options.write_answer(answer("positions", found))
    elif found.total == 0:
        click.echo(NO_EXTENSION[semantics])
    else:
        for line in positions_text(question.map, question.outline, found):
            click.echo(line)
    return options.exit_code(question.checked)

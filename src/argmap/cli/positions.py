"""`argmap positions`: the largest sets of claims that can be held together."""

from __future__ import annotations

import click

from argmap.analysis.people.positions import PositionsFinding
from argmap.analysis.people.positions import positions as positions_of
from argmap.cli import options, terminal
from argmap.cli.question import NO_EXTENSION, MapQuestion, asks
from argmap.reasoning.time_limit import TimeUpError
from argmap.views.answers.encoder import answer
from argmap.views.terminal.positions import positions_text


@click.command()
@options.limit
@options.engine
@asks
def positions(question: MapQuestion, limit: int | None) -> int:
    """List the positions that a reader can take, and how they differ.

    A position is a largest set of claims that can be held together.

    \b
    argmap positions
    argmap positions my-map --json
    argmap positions --semantics stable
    """
    if question.claim is not None:
        raise click.UsageError(f"`{question.claim}` is a claim; positions are those of a whole map")
    semantics = question.named_semantics or "preferred"
    reading = question.reading.with_semantics(semantics)
    try:
        finding = positions_of(reading, limit)
    except TimeUpError:
        finding = PositionsFinding(semantics)
    if question.as_json:
        options.write_answer(answer("positions", finding))
    elif finding.total == 0:
        terminal.write([NO_EXTENSION[semantics]])
    else:
        terminal.write(positions_text(reading, finding, question.place_to_type))
    return options.exit_code(question.checked)

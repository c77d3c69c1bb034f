"""`argmap structure`: which claims bear the load of a map, join it and divide it."""

from __future__ import annotations

import click

from argmap.cli import handout
from argmap.cli.question import MapQuestion, asks_supports
from argmap.views.answers.encoder import answer
from argmap.views.terminal.structure import structure_text


@click.command()
@asks_supports
def structure(question: MapQuestion) -> int:
    """List the claims that carry a map, hold it together or divide it.

    These are figures of graph theory, each with a sentence on what it means. Whether a claim stands
    plays no part in them.

    \b
    argmap structure
    argmap structure my-map --json
    """
    from argmap.graph.structure import structure as structure_of  # noqa: PLC0415  # networkx is slow

    handout.map_alone(question, "argmap premises")
    finding = structure_of(question.map)
    return question.reply(
        lambda: answer("structure", finding), structure_text(question.reading, finding)
    )

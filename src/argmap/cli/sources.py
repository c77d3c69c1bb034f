"""`argmap sources`: the claims of each source, and the sources on which conclusions rest."""

from __future__ import annotations

import click

from argmap.analysis.people.sources import sources as sources_of
from argmap.cli import handout, options
from argmap.cli.question import MapQuestion, asks
from argmap.views.answers.encoder import answer
from argmap.views.terminal.sources import sources_text


@click.command()
@options.limit
@asks
def sources(question: MapQuestion, limit: int | None) -> int:
    """List who claims what, and on whose word the conclusions rest.

    Claims on which sources contradict each other are listed too.

    \b
    argmap sources
    argmap sources my-map --json
    """
    handout.map_alone(question, "argmap why")
    handout.grounded_only(question, "sources")
    finding = sources_of(question.reading)
    lines = sources_text(question.reading, finding, limit)
    return question.reply(lambda: answer("sources", finding), lines)

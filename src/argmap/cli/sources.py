"""`argmap sources`: who claims what, and on whose word the conclusions rest."""

from __future__ import annotations

import click

from argmap.analysis.people.sources import sources as sources_of
from argmap.cli import handout, options
from argmap.cli.question import Question, asks
from argmap.views.answers.encoder import answer
from argmap.views.terminal.sources import sources_text


@click.command()
@options.limit
@asks
def sources(question: Question, limit: int | None) -> int:
    """Say who claims what, what sources contest, and on whose word the conclusions rest.

    \b
    argmap sources
    argmap sources my-map --json
    """
    handout.map_alone(question, "argmap why")
    handout.grounded_only(question, "sources")
    found = sources_of(question.reading)
    lines = sources_text(question.map, question.outline, found, limit)
    return question.reply(lambda: answer("sources", found), lines)

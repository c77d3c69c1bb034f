"""`argmap premises`: on which premises a claim rests, and what takes its grounds away."""

from __future__ import annotations

import click

from argmap.analysis.rests_on.conclusions import conclusions
from argmap.analysis.rests_on.premises import premises as premises_of
from argmap.cli import options
from argmap.cli.question import Question, asks
from argmap.reasoning.minimal_sets.families import Limits
from argmap.views.answers.encoder import answer
from argmap.views.terminal.premises import conclusions_text, premises_text


@click.command()
@options.limit
@options.time_limit
@options.engine
@asks
def premises(question: Question, limit: int | None, time_limit: float | None) -> int:
    """Say on which premises a claim rests, which of them are critical, and what carries it.

    Without a claim: a table of all conclusions.

    \b
    argmap premises
    argmap premises close-centre
    argmap premises 1.2 my-map --limit 5 --json
    """
    if question.claim is None:
        rows = conclusions(question.reading)
        lines = conclusions_text(question.map, question.outline, question.finding, rows)
        return question.reply(lambda: answer("premises", rows), lines)
    limits = Limits(limit, time_limit)
    found = premises_of(question.reading, question.claim, limits)
    lines = premises_text(question.map, question.outline, question.finding, found)
    return question.reply(lambda: answer("premises", found), lines)

"""`argmap premises`: the premises on which a claim rests, and sets of them that carry it."""

from __future__ import annotations

import click

from argmap.analysis.rests_on.conclusions import conclusions
from argmap.analysis.rests_on.premises import premises as premises_of
from argmap.analysis.rests_on.premises import with_effect
from argmap.cli import options
from argmap.cli.question import MapQuestion, asks
from argmap.reasoning.minimal_sets.families import Limits
from argmap.views.answers.encoder import answer
from argmap.views.terminal.premises import conclusions_text, premises_text


@click.command()
@options.limit
@options.engine
@asks
def premises(question: MapQuestion, limit: int | None) -> int:
    """List the premises that a claim rests on, and the critical ones.

    A premise is critical if the claim loses its grounds without it. The smallest sets of premises
    that carry the claim follow. Without a claim: a table of all conclusions.

    \b
    argmap premises
    argmap premises close-centre
    argmap premises 1.2 my-map --limit 5 --json
    """
    if question.claim is None:
        rows = conclusions(question.reading)
        lines = conclusions_text(question.map, question.outline, question.finding, rows)
        return question.reply(lambda: answer("premises", rows), lines)
    limits = Limits(limit)
    statuses = question.finding  # before the search for sets, which takes what time there is
    finding = premises_of(question.reading, question.claim, limits)
    lines = premises_text(
        question.map,
        question.outline,
        statuses,
        with_effect(question.reading, finding),
        question.place_to_type,
    )
    return question.reply(lambda: answer("premises", finding), lines)

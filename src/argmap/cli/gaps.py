"""`argmap gaps`: the fewest claims that would still have to be supported."""

from __future__ import annotations

import click

from argmap.analysis.rests_on.gaps import all_gaps
from argmap.analysis.rests_on.gaps import gaps as gaps_of
from argmap.cli import options
from argmap.cli.question import MapQuestion, asks_grounded
from argmap.reasoning.minimal_sets.families import Limits
from argmap.views.answers.encoder import answer
from argmap.views.terminal.gaps import all_gaps_text, gaps_text


@click.command()
@options.limit
@options.engine
@asks_grounded
def gaps(question: MapQuestion, limit: int | None) -> int:
    """Find what still has to be supported for a claim to stand.

    Candidates are claims marked `granted: pending`, and claims that are not granted and that
    nothing supports. Each line of the answer is enough by itself for the reasons to reach the
    claim; whether objections would still keep it down is told beside it. Without a claim: the same
    of all conclusions.

    \b
    argmap gaps
    argmap gaps close-centre my-map
    argmap gaps 1.2 my-map --limit 5 --json
    """
    limits = Limits(limit)
    if question.claim is None:
        every = all_gaps(question.reading, limits)
        lines = all_gaps_text(question.map, question.outline, every, question.place_to_type)
        return question.reply(lambda: answer("gaps", every), lines)
    finding = gaps_of(question.reading, question.claim, limits)
    lines = gaps_text(
        question.map, question.outline, question.finding, finding, question.place_to_type
    )
    return question.reply(lambda: answer("gaps", finding), lines)

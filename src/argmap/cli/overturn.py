"""`argmap overturn`: the smallest stances that change whether a claim stands."""

from __future__ import annotations

import click

from argmap.analysis.status.overturn import overturn as overturn_of
from argmap.cli import options
from argmap.cli.question import MapQuestion, asks_grounded
from argmap.reasoning.minimal_sets.families import Limits
from argmap.views.answers.encoder import answer
from argmap.views.terminal.overturn import overturn_text


@click.command()
@options.limit
@asks_grounded
def overturn(question: MapQuestion, limit: int | None) -> int:
    """Find the fewest claims to reject or accept to overturn a claim.

    Each line of the answer is enough by itself to change whether the claim stands.

    \b
    argmap overturn close-centre
    argmap overturn 1.2 my-map --json
    """
    claim = question.named_claim("overturn")
    finding = overturn_of(question.reading, claim, Limits(limit))
    lines = overturn_text(question.map, question.outline, finding)
    return question.reply(lambda: answer("overturn", finding), lines)

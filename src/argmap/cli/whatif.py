"""`argmap whatif`: the changes that follow if a reader rejects or accepts claims."""

from __future__ import annotations

import click

from argmap.analysis.status.whatif import whatif as whatif_of
from argmap.cli import options
from argmap.cli.question import MapQuestion, asks
from argmap.views.answers.encoder import answer
from argmap.views.terminal.whatif import nothing_of_sources, whatif_text


@click.command()
@options.engine
@asks
def whatif(question: MapQuestion) -> int:
    """Show the changes that follow from rejecting or accepting claims.

    They are the claims whose status changes, each with the chain of steps that leads there, and
    the claims that only lose reasons.

    \b
    argmap whatif --reject air-kills
    argmap whatif my-map --reject 1.2 --accept quieter
    argmap whatif --reject source:town-report
    argmap whatif --stance shopkeeper --json
    """
    stance = question.reading.stance
    if question.claim is not None:
        hint = f"argmap whatif --reject {question.claim}{question.place_to_type}"
        raise click.UsageError(f"say what to do with the claim: {hint}")
    is_empty = not stance.reject | stance.accept
    if is_empty and not question.rejected_sources:
        only = f"the stance `{stance.id}` does neither; " if stance.id else ""
        hint = f"argmap whatif --reject CLAIM{question.place_to_type}"
        raise click.UsageError(f"{only}say what to reject or accept: {hint}")
    finding = whatif_of(question.reading)
    sources = question.rejected_sources
    lines = whatif_text(question.map, question.outline, finding, sources)
    if is_empty:
        lines = nothing_of_sources(question.map, sources)
    return question.reply(lambda: answer("whatif", finding), lines)

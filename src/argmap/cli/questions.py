"""`argmap questions`: the critical questions about the steps of a map, answered and open."""

from __future__ import annotations

import click

from argmap.analysis.debate.questions import questions as questions_of
from argmap.cli import handout, options
from argmap.cli.question import MapQuestion, asks
from argmap.views.answers.encoder import answer
from argmap.views.terminal.questions import questions_text


@click.command()
@options.limit
@asks
def questions(question: MapQuestion, limit: int | None) -> int:
    """List the critical questions about a map, answered and open.

    They are asked of every reason or objection that names its scheme of argument, the weightiest
    first. With a claim, only those that bear on it are listed. The limit counts steps, that is
    reasons and objections.

    \b
    argmap questions
    argmap questions close-centre
    argmap questions 1.2 my-map --limit 5 --json
    """
    handout.grounded_only(question, "questions")
    finding = questions_of(question.reading, question.claim, limit)
    lines = questions_text(question.map, question.outline, finding)
    return question.reply(lambda: answer("questions", finding), lines)

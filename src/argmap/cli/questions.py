"""`argmap questions`: the critical questions of the steps, answered and open."""

from __future__ import annotations

import click

from argmap.analysis.debate.questions import questions as questions_of
from argmap.cli import handout, options
from argmap.cli.question import Question, asks
from argmap.views.answers.encoder import answer
from argmap.views.terminal.questions import questions_text


@click.command()
@options.limit
@asks
def questions(question: Question, limit: int | None) -> int:
    """List the critical questions of every step that names a scheme, weightiest step first.

    With a claim: of the steps that bear on it. The limit counts steps.

    \b
    argmap questions
    argmap questions close-centre
    argmap questions 1.2 my-map --limit 5 --json
    """
    handout.grounded_only(question, "questions")
    found = questions_of(question.reading, question.claim, limit)
    lines = questions_text(question.map, question.outline, found)
    return question.reply(lambda: answer("questions", found), lines)

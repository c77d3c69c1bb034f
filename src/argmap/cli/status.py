"""`argmap status`: what stands, is contested, open, falls."""

from __future__ import annotations

import click

from argmap.cli import options
from argmap.cli.question import Question, asks
from argmap.views.answers.commands import status_answer
from argmap.views.terminal.status import claim_text, status_text


@click.command()
@options.engine
@asks
def status(question: Question) -> int:
    """Say what stands, is contested, open or falls, and in three words why.

    \b
    argmap status
    argmap status close-centre my-map
    argmap status my-map --reject air-kills --json
    """
    argument_map, outline, finding = question.map, question.outline, question.finding
    claims, relations = _asked_about(question)
    roles = {id_: question.reading.roles[id_] for id_ in claims}
    if question.claim is None:
        lines = status_text(argument_map, outline, finding)
    else:
        lines = claim_text(argument_map, outline, finding, question.claim)
    return question.reply(
        lambda: status_answer(argument_map, finding, outline, roles, relations),
        lines,
    )


def _asked_about(question: Question) -> tuple[list[str], list[str]]:
    """All claims and relations, or the one that is asked about and the relations to it."""
    argument_map, claim = question.map, question.claim
    if claim is None:
        return list(argument_map.claims), list(argument_map.relations)
    return [claim], [one.id for one in argument_map.relations_to_class(claim)]

"""`argmap status`: the status of every claim: stands, contested, open or falls."""

from __future__ import annotations

import click

from argmap.cli import options
from argmap.cli.question import MapQuestion, asks
from argmap.views.answers.commands import status_answer
from argmap.views.terminal.status import claim_text, status_text


@click.command()
@options.engine
@asks
def status(question: MapQuestion) -> int:
    """Show which claims stand, are contested, are open, or fall.

    Each status comes with its reason in a few words.

    \b
    argmap status
    argmap status close-centre my-map
    argmap status my-map --reject air-kills --json
    """
    argument_map, outline, finding = question.map, question.outline, question.finding
    claims, relations = _shown(question)
    roles = {id_: question.reading.roles[id_] for id_ in claims}
    if question.claim is None:
        lines = status_text(argument_map, outline, finding)
    else:
        lines = claim_text(argument_map, outline, finding, question.claim)
    return question.reply(
        lambda: status_answer(argument_map, finding, outline, roles, relations),
        lines,
    )


def _shown(question: MapQuestion) -> tuple[list[str], list[str]]:
    """The claim of the question with the relations to it, or all claims and relations."""
    argument_map, claim = question.map, question.claim
    if claim is None:
        return list(argument_map.claims), list(argument_map.relations)
    return [claim], [relation.id for relation in argument_map.relations_to_class(claim)]

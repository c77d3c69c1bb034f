"""What commands that ask have in common: a claim, a map, and the reading of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from argmap.analysis.status import status
from argmap.cli import options
from argmap.errors import UsageError
from argmap.graph.outline import outline
from argmap.model.relation import Force
from argmap.model.stance import NO_STANCE, Stance
from argmap.reading.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.analysis.status import StatusFinding
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap
    from argmap.pipeline import Checked

_WORDS_LIMIT = 2

_PARAMETERS = (
    click.argument("words", metavar="[CLAIM] [MAP]", nargs=-1),
    options.map_option,
    click.option(
        "--semantics", type=click.Choice(["grounded"]), default="grounded", help="The reading."
    ),
    click.option(
        "--objections",
        type=click.Choice([force.value for force in Force]),
        help="What an unanswered objection does; replaces what the map says.",
    ),
    click.option("--stance", metavar="ID", help="Read it with a stance that the map holds."),
    click.option("--reject", multiple=True, metavar="CLAIM", help="Read it as rejected."),
    click.option("--accept", multiple=True, metavar="CLAIM", help="Read it as accepted."),
    options.as_json,
)


@dataclass(frozen=True, slots=True)
class Question:
    """A sound map, read as the options say, and the claim that is asked about, if any."""

    checked: Checked
    outline: Outline
    finding: StatusFinding
    claim: str | None
    as_json: bool

    @property
    def map(self) -> ArgumentMap:
        """The map that is asked about."""
        return self.checked.map


def asks(command: Callable[[Question], int]) -> Callable[..., int]:
    """Give a command the parameters of a question, and the question itself as its argument."""

    @click.pass_context
    @wraps(command)
    def asked(ctx: click.Context, /, **parameters: Any) -> int:  # noqa: ANN401  # click's
        return command(_question(ctx, **parameters))

    for parameter in reversed(_PARAMETERS):
        asked = parameter(asked)
    return asked


def _question(
    ctx: click.Context,
    *,
    words: tuple[str, ...],
    named_map: str | None,
    semantics: str,
    objections: str | None,
    stance: str | None,
    reject: tuple[str, ...],
    accept: tuple[str, ...],
    as_json: bool,
) -> Question:
    del semantics  # grounded is the only one so far
    if len(words) > _WORDS_LIMIT:
        raise click.UsageError("a claim and a map are all that can be named here", ctx)
    claim, place = options.claim_and_map(words, named_map)
    checked = options.sound_map(ctx, place)
    order = outline(checked.map)
    base = _stance(checked.map, stance)
    reader = replace(
        base,
        reject=base.reject | {_known(checked.map, order, word) for word in reject},
        accept=base.accept | {_known(checked.map, order, word) for word in accept},
    )
    force = Force(objections) if objections is not None else None
    finding = status(checked.map, stance=reader, objections=force)
    asked = _known(checked.map, order, claim) if claim is not None else None
    return Question(checked, order, finding, asked, as_json)


def _known(argument_map: ArgumentMap, order: Outline, word: str) -> str:
    """The claim that a word names, by its id or its number."""
    by_number = order.claim_of(word)
    claim = word if word in argument_map.claims else by_number
    if by_number not in (None, claim):
        click.echo(f"argmap: `{word}` is an id and the number of `{by_number}`", err=True)
    if claim is None:
        hint = did_you_mean(word, argument_map.claims) or "`argmap status` lists all claims"
        raise UsageError(f"there is no claim `{word}`; {hint}")
    return claim


def _stance(argument_map: ArgumentMap, name: str | None) -> Stance:
    if name is None:
        return NO_STANCE
    if name not in argument_map.stances:
        hint = did_you_mean(name, argument_map.stances) or "the map's `stances:` lists them"
        raise UsageError(f"there is no stance `{name}`; {hint}")
    return argument_map.stances[name]

"""`argmap strength`: how strong and how probable claims are, and what makes them so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.analysis.rests_on.rejections import rejections_of
from argmap.cli import options
from argmap.cli.question import MapQuestion, asks_grounded
from argmap.reasoning.time_limit import TimeUpError, cut_short, share_of_time
from argmap.views.answers.encoder import answer
from argmap.views.words.strengths import SEMANTICS
from argmap.writer import write_outputs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.analysis.strength.attribution import AttributionFinding, PremiseShare
    from argmap.analysis.strength.probability import ProbabilityFinding
    from argmap.analysis.strength.strengths import StrengthFinding


@click.command()
@click.option(
    "--semantics",
    "gradual",
    type=click.Choice(list(SEMANTICS)),
    default="df-quad",
    show_default=True,
    help="Choose the rule by which reasons and objections are weighed.",
)
@click.option(
    "--tornado",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.svg",
    help="For one claim: write a picture of what each premise does to its probability.",
)
@asks_grounded
def strength(question: MapQuestion, gradual: str, tornado: Path | None) -> int:
    """Weigh reasons against objections: how strong claims are.

    Every claim starts from its credence, and every step passes on the strength of its premises, by
    its weight. For one claim: where its strength comes from, what would tip it, what it is for each
    reader of the map, and how probable it is. Without a claim: all conclusions.

    \b
    argmap strength
    argmap strength 1.2 my-map
    argmap strength close-centre my-map --stance shopkeeper --json
    """
    from argmap.analysis.strength.of_readers import (  # noqa: PLC0415  # numpy is slow
        strengths_by_reader,
    )
    from argmap.analysis.strength.strengths import strengths  # noqa: PLC0415
    from argmap.views.terminal.strength import strengths_text  # noqa: PLC0415

    reading, stances = question.reading, question.map.stances.values()
    if tornado is not None and tornado.suffix.lower() != ".svg":
        raise click.UsageError(
            f"the picture is SVG: write `--tornado {tornado.with_suffix('.svg')}`"
        )
    if question.claim is not None:
        return _of_claim(question, question.claim, gradual, tornado)
    if tornado is not None:
        raise click.UsageError("name the claim of the picture, before the option `--tornado`")
    finding = strengths(reading, gradual)
    by_reader = strengths_by_reader(reading, stances, gradual)
    return question.reply(
        lambda: answer(
            "strength",
            finding,
            claim=None,
            attribution={},
            shares=None,
            probability=None,
            **_of_readers(by_reader, reading.conclusions),
        ),
        strengths_text(reading, finding, by_reader, question.place_to_type),
    )


def _of_claim(question: MapQuestion, claim: str, gradual: str, tornado: Path | None) -> int:
    from argmap.analysis.strength.attribution import attribution  # noqa: PLC0415  # numpy is slow
    from argmap.analysis.strength.of_readers import strengths_by_reader  # noqa: PLC0415
    from argmap.analysis.strength.probability import probability  # noqa: PLC0415
    from argmap.analysis.strength.strengths import strengths  # noqa: PLC0415
    from argmap.views.terminal.strength_of import StrengthAnswer, strength_text  # noqa: PLC0415

    reading = question.reading
    by_reader = strengths_by_reader(reading, question.map.stances.values(), gradual)
    of_claims = strengths(reading, gradual)
    with share_of_time(1 / 2):  # as the probability takes long too
        attributed = attribution(reading, claim, gradual)
    chances = None
    try:
        chances = probability(reading, claim)
    except TimeUpError as error:
        if tornado is not None:  # which has nothing else to show
            raise
        cut_short(error)
    parts = StrengthAnswer(
        of_claims,
        attributed,
        chances,
        rejections_of(reading.supports, [[claim]])[0],
        by_reader,
    )
    if tornado is not None and chances is not None:
        _write_tornado(question, chances, tornado)
    return question.reply(
        lambda: answer(
            "strength",
            parts.strengths,
            claim=claim,
            attribution=_by_premise(parts.attribution),
            shares=_facts(parts.attribution),
            probability=parts.probability,
            **_of_readers(by_reader, [claim]),
        ),
        strength_text(reading, claim, parts),
    )


def _write_tornado(question: MapQuestion, finding: ProbabilityFinding, file: Path) -> None:
    from argmap.views.picture.svg.tornado import render_tornado  # noqa: PLC0415  # only if asked
    from argmap.views.picture.tornado import tornado_of  # noqa: PLC0415

    svg = render_tornado(tornado_of(finding, question.map, question.outline))
    write_outputs(file.parent, {file.name: svg})
    options.remark(f"written: {file}")


def _by_premise(finding: AttributionFinding) -> Mapping[str, PremiseShare]:
    """The shares by their premises; none where the strength has no one value."""
    return {part.claim: part for part in finding.shares}


def _facts(finding: AttributionFinding) -> Mapping[str, object]:
    """The facts about all shares together: how they were found, and whether all are there."""
    return {
        "complete": finding.complete and finding.stopped is None,
        "credence": finding.credence,
        "is_unique": finding.is_unique,
        "orders": finding.orders,
        "own": finding.own,
        "own_tips_at": finding.own_tips_at,
        "status": finding.status,
        "stopped": finding.stopped,
        "total": finding.total,
    }


def _of_readers(
    by_reader: Mapping[str, StrengthFinding], claims: Iterable[str]
) -> Mapping[str, Mapping[str, object]]:
    """The strengths of these claims for each reader, and how they were found."""
    shown = tuple(claims)
    return {
        "readers": {
            id_: {claim: finding.claims[claim] for claim in shown}
            for id_, finding in by_reader.items()
        },
        "readers_status": {id_: finding.status for id_, finding in by_reader.items()},
    }

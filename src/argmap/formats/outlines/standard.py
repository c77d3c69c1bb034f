"""Numbered standard form: premises P1, P2 and conclusions C1 of every main claim, as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.reading_of_map import Reading
from argmap.analysis.status.standard_form import NumberedClaim, standard_form
from argmap.formats.carried import losses_beside
from argmap.formats.exchange import Exported
from argmap.graph.outline import outline
from argmap.views.words.citations import Citations
from argmap.views.words.standard_form import standard_form_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.status.standard_form import StandardForm
    from argmap.formats.exchange import Losses, Wishes
    from argmap.model.argument_map import ArgumentMap
    from argmap.views.words.standard_form import WrittenLine

_CARRIED = frozenset(
    {
        "map.title",
        "map.question",
        "map.main",
        "map.classes",
        "map.sources",
        "claim.source",
        "claim.speaker",
        "relation.scheme",
        "relation.source",
    }
)


def write(argument_map: ArgumentMap, wishes: Wishes) -> Exported:
    """The arguments for all main claims, or else for all conclusions, one after another.

    Cost: linear for each of them.
    """
    del wishes
    plan, reading = outline(argument_map), Reading(argument_map)
    citations = Citations(argument_map)
    shown: set[str] = set()
    blocks = [_head(argument_map)]
    for claim in plan.main or plan.roots:
        form = standard_form(reading, claim)
        shown.update(_claims_in(argument_map, form))
        title = f"{plan.numbers[claim]} {argument_map.claims[claim].name}"
        blocks.append("\n".join(_block(title, citations, reading, form)))
    losses = _losses(argument_map, shown)
    return Exported("\n\n\n".join(filter(None, blocks)) + "\n", losses.all)


def _head(argument_map: ArgumentMap) -> str:
    title = argument_map.title
    return "\n".join(filter(None, (title, "=" * len(title), argument_map.question)))


def _block(title: str, citations: Citations, reading: Reading, form: StandardForm) -> Iterator[str]:
    """The argument below its title, and the objections to it."""
    written = standard_form_in_words(citations, reading, form)
    yield title
    yield "-" * len(title)
    yield ""
    for line in written.argument:
        yield from _lines(line)
    if written.objections:
        yield ""
        yield "Objections"
        yield ""
        for line in written.objections:
            yield from _lines(line)


def _lines(line: WrittenLine) -> Iterator[str]:
    """A line with its number, and indented below it the steps to it and its source."""
    number = f"{line.number}.".ljust(4)
    yield f"{number} {line.text}"
    for below in line.below:
        yield f"{' ' * len(number)} {below}"


def _claims_in(argument_map: ArgumentMap, form: StandardForm) -> Iterator[str]:
    for line in (*form.argument, *form.objections):
        if isinstance(line, NumberedClaim):
            yield from argument_map.class_of(line.claim)


def _losses(argument_map: ArgumentMap, shown: set[str]) -> Losses:
    losses = losses_beside(argument_map, _CARRIED)
    for id_, claim in argument_map.claims.items():
        if id_ not in shown:
            losses.add("claims that bear on no main claim", f"{id_}: {claim.text}")
    return losses

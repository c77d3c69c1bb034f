"""The loss report of an outline, which tells of claims, their order and their sources alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.carried import losses_beside
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from argmap.formats.exchange import Losses
    from argmap.model.argument_map import ArgumentMap

_CARRIED = frozenset({"map.title", "map.question", "claim.source", "claim.speaker", "map.sources"})


def losses_of_outline(argument_map: ArgumentMap) -> Losses:
    """Everything beside texts, citations, and the part that a claim plays for the one above it."""
    losses = losses_beside(argument_map, _CARRIED)
    for relation in argument_map.relations.values():
        if relation.kind is Kind.UNDERCUTS:
            losses.add("steps that undercuts are aimed at", relation.id)
    return losses

"""The loss report of a drawing, which shows claims by their names and nothing beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.carried import losses_beside
from argmap.model.claim import LABEL_LIMIT

if TYPE_CHECKING:
    from argmap.formats.exchange import Losses
    from argmap.model.argument_map import ArgumentMap


def losses_of_drawing(argument_map: ArgumentMap) -> Losses:
    """Everything but labels, restatements and the title, and whole texts behind labels."""
    losses = losses_beside(
        argument_map, {"claim.label", "map.classes", "map.title", "relation.contradiction"}
    )
    for claim in argument_map.claims.values():
        if claim.label is not None or len(claim.text) > LABEL_LIMIT:
            losses.add("whole texts, where a name is shown", f"{claim.id}: {claim.text}")
    return losses

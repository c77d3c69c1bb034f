"""The loss report of discourse graphs: what stands in their files, but other programs pass over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.carried import lost_beside_our_keys
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from argmap.formats.exchange import Losses
    from argmap.model.argument_map import ArgumentMap


def losses_of(argument_map: ArgumentMap) -> Losses:
    """Everything is kept, in notes and links or beside them, for whoever reads it with argmap."""
    losses = lost_beside_our_keys(argument_map)
    for relation in argument_map.relations.values():
        if relation.kind is Kind.UNDERCUTS:
            losses.add("undercuts (kept, but only argmap shows them)", relation.id)
        elif relation.is_linked:
            what = "linked premises (kept, but other programs show them as reasons of their own)"
            losses.add(what, relation.id)
    return losses

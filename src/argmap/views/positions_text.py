"""Standpoints that can be held together as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.telling import Teller
from argmap.views.text import count_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.positions import PositionsFinding
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap


def positions_text(
    argument_map: ArgumentMap, outline: Outline, found: PositionsFinding
) -> Iterator[str]:
    """What the positions share, on what they differ, and each of them by its difference."""
    tell = Teller(argument_map, outline)
    total = found.total
    if total == 1:
        yield "There is one standpoint that can be held together: everything in it stands anyway."
    elif total is None:
        yield "There are more standpoints than were looked at; these are some of them."
    else:
        yield f"There are {total:,} standpoints that can be held together."
    yield f"They share {count_of(len(found.shared), 'claim')}." if total != 1 else ""
    if not found.decisive:
        return
    yield ""
    yield f"They differ on {tell.names(found.decisive)}."
    for key in found.keys:
        yield f"Who settles {tell.names(key)} has settled which one is taken there."
    decisive = set(found.decisive)
    for place, claims in enumerate(found.positions, start=1):
        own = decisive.intersection(claims)
        yield ""
        yield f"{place}. holds {tell.names(own) or 'none of these'}"
        without = decisive - own
        if without:
            yield f"   and not {tell.names(without)}"
    left = 0 if total is None else total - len(found.positions)
    if left:
        yield f"\n… and {left:,} more beyond the limit (--limit)"

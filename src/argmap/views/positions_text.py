"""Standpoints that can be held together as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.telling import Teller
from argmap.views.text import count_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.analysis.positions import PositionsFinding
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap

_SHOWN = 12
_NAMED = 4


def positions_text(
    argument_map: ArgumentMap, outline: Outline, found: PositionsFinding
) -> Iterator[str]:
    """What the positions share, on what they differ, and each of them by its difference."""
    tell = Teller(argument_map, outline)
    total = found.total
    if total is None and not found.positions:
        yield "The time was up before a standpoint was found (--time-limit)."
        return
    if total == 1:
        yield "There is only one standpoint that can be held together."
        yield f"It holds {_few(tell, found.shared)}."
        return
    if total is None:
        yield "There are more standpoints than were looked at; of those that were:"
    else:
        yield f"There are {total:,} standpoints that can be held together."
    shared = f"All of them hold {_few(tell, found.shared)}."
    yield shared if found.shared else "There is no claim that all of them hold."
    yield f"They differ on {tell.names(found.decisive)}."
    yield ""
    yield from _choices(tell, found)
    decisive = set(found.decisive)
    for place, claims in enumerate(found.positions[:_SHOWN], start=1):
        own = decisive.intersection(claims)
        yield ""
        yield f"{place}. holds {tell.names(own) or 'none of these'}"
        if decisive - own:
            yield f"   and not {tell.names(decisive - own)}"
    if len(found.positions) > _SHOWN:
        yield f"\n… {len(found.positions) - _SHOWN:,} more with --json"
    left = 0 if total is None else total - len(found.positions)
    if left:
        yield f"\n… and {left:,} beyond the limit (--limit)"


def _few(tell: Teller, claims: Sequence[str]) -> str:
    """The claims by name, or if they are many how many they are."""
    if not claims:
        return "no claim"
    return tell.names(claims) if len(claims) <= _NAMED else count_of(len(claims), "claim")


def _choices(tell: Teller, found: PositionsFinding) -> Iterator[str]:
    """What must be settled to know which standpoint is taken."""
    if len(found.keys) == 1:
        yield f"Whoever settles {tell.names(found.keys[0])} has chosen among them."
        return
    yield f"To choose among them takes {len(found.keys)} decisions, each apart from the others:"
    for key in found.keys:
        yield f"  on {tell.names(key)}"

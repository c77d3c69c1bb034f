"""Standpoints that can be held together as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.words.counting import count_of
from argmap.views.words.sentences import Teller

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.analysis.people.positions import PositionsFinding
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap

_SHOWN = 12
_NAMED = 4
_TWO = 2


def positions_text(
    argument_map: ArgumentMap, outline: Outline, found: PositionsFinding
) -> Iterator[str]:
    """A paragraph on what the positions share and what decides among them; then each in turn."""
    tell = Teller(argument_map, outline)
    total = found.total
    if total is None and not found.positions:
        yield "The time was up before a standpoint was found (--time-limit)."
        return
    if total == 1:
        yield (
            "Only one standpoint on this map can be held without contradiction: it holds "
            f"{_few(tell, found.shared)}."
        )
        return
    yield " ".join(_paragraph(tell, found))
    if len(found.keys) > 1:
        yield from (f"  - {tell.names(key)}" for key in found.keys)
    decisive = set(found.decisive)
    for place, claims in enumerate(found.positions[:_SHOWN], start=1):
        own = decisive.intersection(claims)
        yield ""
        yield f"{place}. holds {tell.names(own) or 'none of these'}"
        if decisive - own:
            yield f"   without {tell.names(decisive - own)}"
    if len(found.positions) > _SHOWN:
        yield f"\n… {len(found.positions) - _SHOWN:,} more with --json"
    left = 0 if total is None else total - len(found.positions)
    if left:
        yield f"\n… and {left:,} beyond the limit (--limit)"


def _paragraph(tell: Teller, found: PositionsFinding) -> Iterator[str]:
    """How many there are, what they share, where they part, and what decides: as sentences."""
    if found.total is None:
        yield "There are more standpoints than were looked at; of those that were:"
    else:
        yield f"{found.total:,} standpoints on this map can be held without contradiction."
    all_of_them = "Both" if found.total == _TWO else "All of them"
    shared = f"{all_of_them} hold {_few(tell, found.shared)}."
    yield shared if found.shared else "No claim is held in all of them."
    if found.decisive:  # else those that were looked at are one
        yield f"They part on {_few(tell, found.decisive)}."
    if len(found.keys) > 1:
        yield f"To choose among them takes {len(found.keys)} decisions, each apart from the others:"
    elif found.keys:
        key = found.keys[0]
        many = len(key) > 1
        yield (
            f"What decides {'are' if many else 'is'} {tell.names(key)}: whoever says whether "
            f"{'each of these' if many else 'this'} is to be held has chosen."
        )


def _few(tell: Teller, claims: Sequence[str]) -> str:
    """The claims by name, or if they are many how many they are."""
    return tell.names(claims) if 0 < len(claims) <= _NAMED else count_of(len(claims), "claim")

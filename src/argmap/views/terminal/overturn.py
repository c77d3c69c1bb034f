"""The smallest stances that overturn a claim, as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.words.counting import count_of
from argmap.views.words.sentences import Teller
from argmap.views.words.templates import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.status.overturn import Opinion, OverturnFinding
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap

_SHOWN = 40


def overturn_text(
    argument_map: ArgumentMap, outline: Outline, found: OverturnFinding
) -> Iterator[str]:
    """The smallest stances that change whether a claim stands."""
    tell = Teller(argument_map, outline)
    stands = found.label == "in"
    yield f"{tell.name(found.claim)}  ({found.claim})"
    yield f"    {'stands' if stands else 'does not stand'} now"
    yield ""
    if not found.stances:
        if found.complete:
            yield "No stance on other claims changes that."
        else:
            tried = f"No stance on up to {count_of(found.tried, 'claim')} changes that; larger ones"
            begin = tried if found.tried else "Nothing was found yet; most stances"
            yield f"{begin} were not tried."
        return
    change = "It no longer stands" if stands else "It stands"
    alternatives = ", any one of" if len(found.stances) > 1 else ""
    yield f"{change} if a reader does this{alternatives}:"
    for one in found.stances[:_SHOWN]:
        yield f"  {_opinions(tell, one)}"
    if len(found.stances) > _SHOWN:
        yield f"  … {len(found.stances) - _SHOWN:,} more with --json"
    if found.complete:
        yield "Nothing smaller does it; rejecting or accepting the claim itself is left aside."
    else:
        yield "There may be more of this size; the search was cut short (--limit, --time-limit)."


def _opinions(tell: Teller, opinions: tuple[Opinion, ...]) -> str:
    words = [f"{'accept' if one.accepts else 'reject'} {tell.name(one.claim)}" for one in opinions]
    return listed(words)

"""The part of a report on the claims that bear most by the shape of the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.sheets.document import code, head, item, para, strong
from argmap.views.words.bearing_most import FIGURES, MEANINGS, MOST_NAMED, bears_any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.graph.bearing_most import BearingMost
    from argmap.views.sheets.citing import Citer
    from argmap.views.sheets.document import Block


def claims_that_bear_most(cite: Citer, finding: BearingMost) -> Iterator[Block]:
    """The claims that carry, join and bring together, with the function that found them."""
    if not bears_any(finding):
        return
    tell = cite.tell
    yield head(2, "Claims that bear most")
    yield para(
        "By the shape of the map alone, whatever stands. More of them: ",
        code("argmap structure"),
    )
    carrying = [
        f"{tell.name(tell.shown(id_))} for {tell.some_names(tell.all_shown(conclusions))}"
        for id_, conclusions in (finding.carrying or {}).items()
    ]
    in_order = tell.outline.place_of.__getitem__
    joining = sorted(tell.all_shown(finding.joining or ()), key=in_order)
    meeting = [
        f"{tell.name(tell.shown(id_))} ({share:.1%} of them)"
        for id_, share in (finding.meeting or {}).items()
    ]
    yield from _part("carrying", carrying)
    yield from _part("joining", [tell.name(id_) for id_ in joining])
    yield from _part("meeting", meeting)


def _part(kind: str, entries: Sequence[str]) -> Iterator[Block]:
    if not entries:
        return
    yield item(0, strong(MEANINGS[kind]), " (networkx: ", code(FIGURES[kind]), "):")
    for entry in entries[:MOST_NAMED]:
        yield item(1, entry)
    if len(entries) > MOST_NAMED:
        yield item(1, f"and {len(entries) - MOST_NAMED:,} more")

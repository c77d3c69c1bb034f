"""The smallest stances that overturn a claim, as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.terminal.lines import hanging
from argmap.views.words.sentences import Teller
from argmap.views.words.templates import listed, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.status.overturn import Opinion, OverturnFinding
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap

_SHOWN = 40
_CUT_SHORT = "the search was cut short (--limit, --time-limit)"


def overturn_text(
    argument_map: ArgumentMap, outline: Outline, finding: OverturnFinding
) -> Iterator[str]:
    """The smallest stances that change whether a claim stands."""
    tell = Teller(argument_map, outline)
    stands = finding.label == "in"
    yield f"{tell.name(finding.claim)}  ({finding.claim})"
    yield f"    {'stands' if stands else 'does not stand'} now"
    yield ""
    if not finding.stances:
        if finding.complete:
            yield "Nothing that you reject or accept among the other claims changes that."
        else:
            yield _unfound(finding.tried)
        return
    yield say("overturn.lost" if stands else "overturn.won", count=len(finding.stances))
    for stance in finding.stances[:_SHOWN]:
        yield hanging(_opinions(tell, stance), "  ")
    if len(finding.stances) > _SHOWN:
        yield f"  … {len(finding.stances) - _SHOWN:,} more with --json"
    if finding.complete:
        changes = "smaller" if len(finding.stances[0]) > 1 else "other single"
        yield f"No {changes} change does it, apart from rejecting or accepting the claim itself."
    else:
        yield f"There may be more of this size: {_CUT_SHORT}."


def _unfound(tried: int) -> str:
    if not tried:
        return f"Nothing was found: {_CUT_SHORT}."
    claims = "one other claim" if tried == 1 else f"up to {tried} other claims"
    return f"To reject or accept {claims} does not change that; more at a time were not tried."


def _opinions(tell: Teller, opinions: tuple[Opinion, ...]) -> str:
    """The opinions of a stance in the order of the map, as the end of "if you ..."."""
    named = [(tell.shown(opinion.claim), opinion.accepts) for opinion in opinions]
    named.sort(key=lambda each: tell.outline.place_of[each[0]])
    return listed(
        [say("accepts" if accepts else "rejects", claims=tell.name(id_)) for id_, accepts in named]
    )

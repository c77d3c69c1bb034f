"""The smallest stances that overturn a claim, as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.terminal.lines import hanging
from argmap.views.words.counting import count_of
from argmap.views.words.sentences import Teller
from argmap.views.words.templates import listed, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.status.overturn import Opinion, OverturnFinding
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap

_SHOWN = 40


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
            yield "No stance on other claims changes that."
        else:
            tried = (
                f"No stance on up to {count_of(finding.tried, 'claim')} changes that; larger ones"
            )
            begin = tried if finding.tried else "Nothing was found yet; most stances"
            yield f"{begin} were not tried."
        return
    yield say("overturn.lost" if stands else "overturn.won", count=len(finding.stances))
    for stance in finding.stances[:_SHOWN]:
        yield hanging(_opinions(tell, stance), "  ")
    if len(finding.stances) > _SHOWN:
        yield f"  … {len(finding.stances) - _SHOWN:,} more with --json"
    if finding.complete:
        yield "Nothing smaller does it; rejecting or accepting the claim itself is left aside."
    else:
        yield "There may be more of this size; the search was cut short (--limit, --time-limit)."


def _opinions(tell: Teller, opinions: tuple[Opinion, ...]) -> str:
    words = [
        say("accepts" if opinion.accepts else "rejects", claims=tell.name(opinion.claim))
        for opinion in opinions
    ]
    return listed(words)

"""The words for what turns on a claim or a step."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.analysis.debate.trials import Stakes
    from argmap.views.words.sentences import Teller

_FEW = 4


def at_stake(tell: Teller, stakes: Stakes, label: str) -> str:
    """What changes if a step fails, in a sentence."""
    if label == "out":
        return "It does not go through as it is."
    if stakes.turned:
        return f"If it fails, {outcome(tell, stakes)}."
    if stakes.weakened:
        keeps = "keeps" if len(stakes.weakened) == 1 else "keep"
        return f"If it fails, {few(tell, stakes.weakened)} {keeps} standing for other reasons."
    return "If it fails, nothing else in the map changes."


def outcome(tell: Teller, stakes: Stakes) -> str:
    """What no longer stands, and what stands then; conclusions are named as such."""
    parts = []
    for ids, verbs in (
        (stakes.lost, ("no longer stands", "no longer stand")),
        (stakes.gained, ("stands then", "stand then")),
    ):
        main = [one for one in ids if one in stakes.main]
        others = [one for one in ids if one not in stakes.main]
        named = []
        if main:
            named.append(f"the conclusion{'s' if len(main) > 1 else ''} {few(tell, main)}")
        if others:
            named.append(few(tell, others))
        if named:
            joint = " and " if len(ids) == len(named) else " as well as "  # names have an "and" too
            parts.append(f"{joint.join(named)} {verbs[len(ids) > 1]}")
    return ", and ".join(parts)


def few(tell: Teller, ids: Iterable[str]) -> str:
    """Some claims by name, and how many more there are."""
    every = list(ids)
    if len(every) <= _FEW:
        return tell.names(every)
    places = {id_: place for place, id_ in enumerate(tell.outline.numbers)}
    every.sort(key=places.__getitem__)
    named = ", ".join(tell.name(one) for one in every[: _FEW - 1])
    return f"{named} and {len(every) - _FEW + 1} more"

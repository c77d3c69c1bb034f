"""The words for the stakes of a claim or a step: the changes in the map if it fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.analysis.debate.trials import Stakes
    from argmap.views.words.sentences import Teller


def stakes_in_words(tell: Teller, stakes: Stakes, label: str) -> str:
    """The changes in the map if a step fails, in a sentence; `label` is that of the step now."""
    if label == "out":
        return "It does not go through as it is."
    if stakes.turned:
        return f"If it fails, {turns_in_words(tell, stakes)}."
    if stakes.weakened:
        keeps = "keeps" if len(stakes.weakened) == 1 else "keep"
        return (
            f"If it fails, {tell.some_names(stakes.weakened)} {keeps} standing for other reasons."
        )
    return "If it fails, nothing else in the map changes."


def turns_in_words(tell: Teller, stakes: Stakes) -> str:
    """The claims that would cease to stand, then those that would come to; conclusions first."""
    parts = []
    for ids, verbs in (
        (stakes.lost, ("no longer stands", "no longer stand")),
        (stakes.gained, ("stands then", "stand then")),
    ):
        main = [id_ for id_ in ids if id_ in stakes.main]
        others = [id_ for id_ in ids if id_ not in stakes.main]
        named = []
        if main:
            named.append(f"the conclusion{'s' if len(main) > 1 else ''} {tell.some_names(main)}")
        if others:
            named.append(tell.some_names(others))
        if named:
            joint = " and " if len(ids) == len(named) else " as well as "  # names have an "and" too
            parts.append(f"{joint.join(named)} {verbs[len(ids) > 1]}")
    return ", and ".join(parts)

"""The words for the stakes of a claim or a step: the changes in the map if it fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.words.counting import count_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.analysis.debate.trials import Stakes
    from argmap.analysis.status.reasons import Turnover
    from argmap.views.words.sentences import Teller

_MOST_COUNTS = 3


def stakes_in_words(tell: Teller, stakes: Stakes, label: str) -> str:
    """The changes in the map if a step fails, in a sentence; `label` is that of the step now."""
    if label == "out":
        return "It fails already."
    return f"If it fails, {outcome_in_words(tell, stakes)}."


def outcome_in_words(tell: Teller, stakes: Stakes) -> str:
    """The changes of a trial, as the end of a sentence: statuses, else reasons and objections."""
    if stakes.turned:
        return turns_in_words(tell, stakes)
    if stakes.weakened:
        keeps = "keeps" if len(stakes.weakened) == 1 else "keep"
        return f"{tell.some_names(stakes.weakened)} {keeps} standing for other reasons"
    counts = [
        *_counts(tell, stakes.objections, "unanswered objection"),
        *_counts(tell, stakes.reasons, "reason"),
    ]
    unshown = len(counts) - _MOST_COUNTS
    if unshown > 0:
        counts[_MOST_COUNTS:] = [f"the like holds of {count_of(unshown, 'other claim')}"]
    return "; ".join(counts) or "nothing else in the map changes"


def _counts(tell: Teller, turned: Mapping[str, Turnover], noun: str) -> list[str]:
    """For each claim the number of its reasons or objections then, and the number now."""
    return [
        f"{tell.name(id_)} has {count_of(each.left, noun)} instead of {each.earlier or 'none'}"
        for id_, each in turned.items()
    ]


def turns_in_words(tell: Teller, stakes: Stakes) -> str:
    """The claims that would cease to stand, then those that would come to; conclusions first."""
    parts = []
    for ids, verbs in (
        (stakes.lost, ("no longer stands", "no longer stand")),
        (stakes.gained, ("stands", "stand")),
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

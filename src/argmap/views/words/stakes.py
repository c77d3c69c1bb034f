"""The words for the stakes of a claim or a step: the changes in the map if it fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.words.counting import count_of
from argmap.views.words.statuses import NO_LONGER, VERBS

if TYPE_CHECKING:
    from collections.abc import Container

    from argmap.analysis.debate.trials import Shift, Stakes
    from argmap.analysis.status.reasons import Turnover
    from argmap.views.words.sentences import Teller

_MOST_COUNTS = 3
_REASON = "reason"


def stakes_in_words(tell: Teller, stakes: Stakes, label: str) -> str:
    """The changes in the map if a step fails, in a sentence; `label` is its own now."""
    if label == "out":
        return "It fails already."
    return f"If it fails, {outcome_in_words(tell, stakes)}."


def outcome_in_words(tell: Teller, stakes: Stakes) -> str:
    """The changes of a trial, as the end of a sentence: statuses, then reasons and objections.

    A main claim that comes to another status without standing is told as well. If a claim turns or
    is weakened, the main claims that are not yet named follow with the changes in the numbers of
    their objections and reasons; if none is, all claims do.
    """
    main = {tell.map.head_of(id_) for id_ in tell.outline.main}
    if stakes.turned:
        others = _counts(tell, stakes, main.difference(stakes.turned))
        return "; ".join([turns_in_words(tell, stakes), *others])
    if stakes.shifts:
        return "; ".join(_counts(tell, stakes, {*main, *stakes.objections, *stakes.reasons}))
    if stakes.weakened:
        keeps = "keeps" if len(stakes.weakened) == 1 else "keep"
        names = tell.some_names(tell.all_shown(stakes.weakened))
        weakened = f"{names} {keeps} standing for other reasons"
        return "; ".join([weakened, *_counts(tell, stakes, main.difference(stakes.weakened))])
    counts = _counts(tell, stakes, {*stakes.objections, *stakes.reasons})
    return "; ".join(counts) or "nothing else in the map changes"


def _counts(tell: Teller, stakes: Stakes, heads: Container[str]) -> list[str]:
    """The changes in status, and in the numbers of objections and of reasons, of these classes.

    Of many a few are told.
    """
    changes: dict[str, list[str]] = {}
    for turned, noun in (
        (stakes.objections, "unanswered objection"),
        (stakes.reasons, _REASON),
    ):
        for id_, each in turned.items():
            if id_ in heads:
                changes.setdefault(id_, []).append(_count(each, noun))
    has = {id_: f"has {' and '.join(both)}" for id_, both in changes.items()}
    shifts = {id_: _shifted(shift) for id_, shift in stakes.shifts.items() if id_ in heads}
    counts = [
        f"{tell.name(tell.shown(id_))} "
        + ", and ".join(each[id_] for each in (shifts, has) if id_ in each)
        for id_ in [*shifts, *(id_ for id_ in has if id_ not in shifts)]
    ]
    unshown = len(counts) - _MOST_COUNTS
    if unshown > 0:
        counts[_MOST_COUNTS:] = [f"the like holds of {count_of(unshown, 'other claim')}"]
    return counts


def _shifted(shift: Shift) -> str:
    """The other status of a claim that stands neither now nor then."""
    refuted = ": refuted" if shift.is_refuted else ""
    return f"{NO_LONGER[shift.before]}, it {VERBS[shift.after][0]}{refuted}"


def _count(turned: Turnover, noun: str) -> str:
    """The number then instead of that now; where it is the same, that they are others."""
    hold = "" if noun != _REASON else " that holds" if turned.left == 1 else " that hold"
    if turned.left == turned.earlier:
        return f"{count_of(turned.left, noun)}{hold}, but not the same as now"
    return f"{count_of(turned.left, noun)}{hold} instead of {turned.earlier or 'none'}"


def turns_in_words(tell: Teller, stakes: Stakes) -> str:
    """The claims that would cease to stand, then those that would come to; conclusions first."""
    parts = []
    for ids, verbs in (
        (stakes.lost, ("no longer stands", "no longer stand")),
        (stakes.gained, ("stands", "stand")),
    ):
        main = tell.all_shown(id_ for id_ in ids if id_ in stakes.main)
        others = tell.all_shown(id_ for id_ in ids if id_ not in stakes.main)
        named = []
        if main:
            named.append(f"the conclusion{'s' if len(main) > 1 else ''} {tell.some_names(main)}")
        if others:
            named.append(tell.some_names(others))
        if named:
            joint = " and " if len(ids) == len(named) else " as well as "  # names have an "and" too
            parts.append(f"{joint.join(named)} {verbs[len(ids) > 1]}")
    return ", and ".join(parts)

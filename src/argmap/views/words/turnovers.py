"""The words for reasons and objections that a claim loses or gains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.words.counting import count_of
from argmap.views.words.templates import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.status.reasons import Turnover
    from argmap.views.words.sentences import Teller


_THINGS = {"reason": "reason", "objection": "unanswered objection"}


def turnovers_in_words(
    tell: Teller,
    reasons: Turnover | None,
    objections: Turnover | None,
    *,
    granted: bool,
    most: int | None = None,
) -> Iterator[str]:
    """The reasons, then the objections, that a claim loses and gains, a sentence or two for each.

    `granted` says whether the claim is put forward without needing a reason. `most` is the number
    of relations to name; the others are counted.
    """
    if reasons is not None:
        yield from _turned(tell, "reason", reasons, "granted" if granted else "none", most)
    if objections is not None:
        yield from _turned(tell, "objection", objections, "none", most)


def _turned(
    tell: Teller, noun: str, turned: Turnover, none: str, most: int | None
) -> Iterator[str]:
    """The relations lost and gained; the form differs if none is left, or none was there."""
    for way, ids, form, is_other in (
        ("lost", turned.lost, none, not turned.left),
        ("gained", turned.gained, "first", turned.left == len(turned.gained)),
    ):
        if ids:
            named = [tell.names(tell.map.relations[id_].premises) for id_ in ids[:most]]
            if len(named) < len(ids):
                named.append(f"{len(ids) - len(named):,} more with --json")
            premises = "; ".join(named)
            template = f"{noun}s.{way}.{form}" if is_other else f"{noun}s.{way}"
            things = count_of(len(ids), _THINGS[noun])
            yield say(template, things=things, premises=premises, left=turned.left)

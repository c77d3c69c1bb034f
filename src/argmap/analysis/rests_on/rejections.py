"""The smallest rejection sets of groups of claims: the claims to reject to refute a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.reasoning.horn import Horn, critical, derivable
from argmap.reasoning.minimal_sets.families import subproblem_of
from argmap.reasoning.solvers.engines import LazyEngine
from argmap.reasoning.time_limit import TimeLimit, TimeUpError, cut_short, share_of_time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.graph.supports import Supports
    from argmap.reasoning.horn import Atom
    from argmap.reasoning.minimal_sets.families import Subproblem

STEPS = 4_000
"""The steps of searches for smallest rejection sets together, some seconds of work."""


class Rejection(NamedTuple):
    """A smallest set of granted claims without which some claims have no derivation.

    `smallest` is None if the claims have no derivation anyway. `critical` are the granted claims
    each of which is such a set by itself. `complete` is false if the search for a smallest set was
    stopped.
    """

    smallest: tuple[str, ...] | None
    critical: tuple[str, ...]
    complete: bool = True


def rejections_of(supports: Supports, groups: Sequence[Sequence[str]]) -> list[Rejection]:
    """For each group of claims, a smallest rejection set; attacks are left aside.

    Without its claims the group is not derivable as a whole. An atom is added for each group, which
    follows from all claims of the group together: the question is then one about a single atom.
    Cost: one linear pass for all critical claims, and a search for each group without any, which
    ends after some thousands of steps, or with the limit of time.

    >>> from argmap.graph.supports import supports_of
    >>> from argmap.model.example import THREE_CLAIMS
    >>> rejections_of(supports_of(THREE_CLAIMS), [["close"]])
    [Rejection(smallest=('quieter',), critical=('quieter',), complete=True)]
    """
    base = supports.horn
    rules = [
        (base.atoms + number, tuple(sorted({supports.atom[id_] for id_ in group})))
        for number, group in enumerate(groups)
    ]
    horn = Horn(base.atoms + len(groups), [*base.rules, *rules])
    goals = [head for head, _ in rules]
    can_be = derivable(horn, supports.grants)
    needed = critical(horn, supports.grants, goals)
    search = SmallestRejection()
    rejections: list[Rejection] = []
    for goal, alone in zip(goals, needed, strict=True):
        part = subproblem_of(horn, supports.grants, goal, can_be)
        rejections.append(search.of(supports, part, alone))
    return rejections


class SmallestRejection:
    """The search for smallest rejection sets, one goal after another, within a number of steps."""

    def __init__(self, steps: int = STEPS) -> None:
        self.solver = LazyEngine()
        self.limit = TimeLimit(None, steps)

    def of(self, supports: Supports, part: Subproblem | None, alone: Sequence[Atom]) -> Rejection:
        """A smallest rejection set of a goal, of which the critical grants are known."""
        smallest, complete = None, True
        if alone:
            smallest = supports.ids(alone[:1])
        elif part is not None:
            try:
                with self.limit, share_of_time(1 / 4):
                    first = next(self.solver.rejection_sets(part.horn, part.grants, part.goal))
                smallest = supports.ids(part.named(first))
            except TimeUpError as error:
                cut_short(error)
                complete = False
        return Rejection(smallest, supports.ids(alone), complete)

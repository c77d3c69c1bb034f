"""The smallest rejection sets of groups of claims: the claims to reject to refute a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.reasoning.horn import Horn, critical, derivable
from argmap.reasoning.minimal_sets.families import subproblem_of
from argmap.reasoning.solvers.engines import engine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.graph.supports import Supports


class Rejection(NamedTuple):
    """A smallest set of granted claims without which some claims have no derivation.

    `smallest` is None if the claims have no derivation anyway. `critical` are the granted claims
    each of which is such a set by itself.
    """

    smallest: tuple[str, ...] | None
    critical: tuple[str, ...]


def rejections_of(supports: Supports, groups: Sequence[Sequence[str]]) -> list[Rejection]:
    """For each group of claims, a smallest rejection set; attacks are left aside.

    Without its claims the group is not derivable as a whole. An atom is added for each group, which
    follows from all claims of the group together: the question is then one about a single atom.
    Cost: one linear pass for all critical claims, and a search for each group without any.

    >>> from argmap.graph.supports import supports_of
    >>> from argmap.model.example import THREE_CLAIMS
    >>> rejections_of(supports_of(THREE_CLAIMS), [["close"]])
    [Rejection(smallest=('quieter',), critical=('quieter',))]
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
    solver = engine()
    rejections: list[Rejection] = []
    for goal, alone in zip(goals, needed, strict=True):
        smallest = None
        part = subproblem_of(horn, supports.grants, goal, can_be)
        if alone:
            smallest = supports.ids(alone[:1])
        elif part is not None:
            first = next(solver.rejection_sets(part.horn, part.grants, part.goal))
            smallest = supports.ids(part.named(first))
        rejections.append(Rejection(smallest, supports.ids(alone)))
    return rejections

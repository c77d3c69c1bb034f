# ruff: noqa: INP001  # beside run.py, which imports it
"""Critical premises and minimal sets, measured on tree-like maps generated with fixed seeds."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from argmap.reasoning.horn import Horn, critical, derivable
from argmap.reasoning.minimal_sets.families import subproblem_of
from argmap.reasoning.solvers.engines import engine

if TYPE_CHECKING:
    from argmap.reasoning.minimal_sets.families import Engine, Subproblem

# Bounds of a random number below which a premise is one used before, or a claim with supports.
SHARED, OPENED = 0.1, 0.45


def tree_like(claims: int, seed: int) -> tuple[Horn, list[int]]:
    """Claims with 1 to 3 supports of 1 to 3 premises; a tenth of the premises occur repeatedly."""
    drawn = random.Random(seed)  # noqa: S311  # the same every time, and no secret
    rules: list[tuple[int, tuple[int, ...]]] = []
    grants: list[int] = []
    size, following = claims, 1
    for claim in range(claims):
        for _ in range(drawn.choice((1, 2, 2, 3))):
            body = []
            for _ in range(drawn.choice((1, 2, 2, 3))):
                chance = drawn.random()
                if chance < SHARED and grants:
                    body.append(drawn.choice(grants))
                elif chance < OPENED and following < claims:
                    body.append(following)
                    following += 1
                else:
                    grants.append(size)
                    body.append(size)
                    size += 1
            rules.append((claim, tuple(body)))
        if following <= claim + 1 < claims:
            rules.append((claim, (following,)))
            following += 1
    return Horn(size, rules), grants


def naive_critical(horn: Horn, grants: list[int], goals: list[int]) -> list[list[int]]:
    """The same as `critical`, by withdrawing each grant in turn."""
    without = {grant: derivable(horn, set(grants) - {grant}) for grant in grants}
    everything = derivable(horn, grants)
    return [
        [grant for grant in grants if everything[goal] and not without[grant][goal]]
        for goal in goals
    ]


def goals_of(horn: Horn) -> list[int]:
    """All claims that have supports."""
    return sorted(set(horn.heads))


def all_critical(horn: Horn, grants: list[int]) -> list[list[int]]:
    """The critical premises of all claims in one pass."""
    return critical(horn, grants, goals_of(horn))


def part(claims: int) -> Subproblem:
    """The part of a map that bears on its top claim."""
    horn, grants = tree_like(claims, 1)
    top = subproblem_of(horn, grants, 0)
    if top is None:
        raise AssertionError("the top claim must have a derivation")
    return top


def smallest(solver: Engine, part: Subproblem, kind: str) -> tuple[int, ...]:
    """The smallest set of a family (`premise_sets` or `rejection_sets`)."""
    return next(getattr(solver, kind)(part.horn, part.grants, part.goal))


def solver_of(name: str) -> Engine:
    """The engine of this name."""
    return engine(name)

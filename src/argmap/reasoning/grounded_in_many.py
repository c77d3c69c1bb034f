"""Grounded extensions of one framework in many worlds at once, one bit of an integer each.

A world is a variant of the framework: some atoms are facts in it, some may not be derived. The
analyses use a world for each stance that they compare.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.reasoning.horn import derivable_in
from argmap.reasoning.time_limit import check_time_limit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.reasoning.framework import Framework
    from argmap.reasoning.horn import Atom


_RULES_A_STEP = 200
"""The rules passed over in about a millisecond, a step of the limit of time."""

_BITS = 1 << 29
"""The most bits, of all atoms and rules in all worlds, that are kept at once."""


def worlds_at_once(framework: Framework, most: int) -> int:
    """The number of worlds to look at in one pass, so that a large framework takes little memory.

    >>> from argmap.reasoning.framework import Framework
    >>> worlds_at_once(Framework(2, (0, 1), (), ()), 2048)
    2048
    """
    size = framework.atoms + len(framework.rules) + 1
    return max(min(most, _BITS // size), 64)


def grounded_in(
    framework: Framework, worlds: int, facts: Mapping[Atom, int], barred: Mapping[Atom, int]
) -> list[int]:
    """For every atom the worlds in whose grounded extension it is derivable, as bits.

    `worlds` is the number of worlds. Bit `w` of `facts[atom]` says that the atom is a fact in world
    `w`, bit `w` of `barred[atom]` that no rule derives it there. Computed as the alternating
    fixpoint (Van Gelder 1993): the possible atoms shrink as the derived ones grow. Cost: a pass
    over the rules for each step of attack and answer, on integers of `worlds` bits.

    Raises:
        TimeUpError: there is a limit of time around the call, and it was reached.

    >>> from argmap.reasoning.framework import Framework
    >>> a, b, c = 0, 1, 2  # b is contrary to a and holds where c, which is assumed, is not barred
    >>> framework = Framework(4, (a, 3), ((b, (c,)), (c, (3,))), ((a, b),))
    >>> [bin(mask) for mask in grounded_in(framework, 2, {}, {c: 0b10})[:2]]
    ['0b10', '0b1']
    """
    every = (1 << worlds) - 1
    horn = framework.horn
    open_in = [every & ~barred.get(head, 0) for head in horn.heads]
    # For each assumption the worlds in which a derived atom attacks it.
    attacked = dict.fromkeys(framework.assumptions, 0)
    while True:
        check_time_limit(1 + len(horn.rules) // _RULES_A_STEP)
        unattacked = {atom: every & ~hit for atom, hit in attacked.items()}
        possible = derivable_in(horn, {**facts, **unattacked}, open_in)
        threatened = _hit(framework, possible)
        safe = {atom: every & ~hit for atom, hit in threatened.items()}
        derived = derivable_in(horn, {**facts, **safe}, open_in)
        hit = _hit(framework, derived)
        if hit == attacked:
            return derived
        attacked = hit


def _hit(framework: Framework, masks: list[int]) -> dict[Atom, int]:
    """For every assumption the worlds in which an atom contrary to it is marked."""
    hit = dict.fromkeys(framework.assumptions, 0)
    for assumption, contrary in framework.contraries:
        hit[assumption] |= masks[contrary]
    return hit

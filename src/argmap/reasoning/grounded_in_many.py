"""Grounded extensions of one framework in many worlds at once, one bit of an integer each.

A world is a variant of the framework: some atoms are facts in it, some may not be derived. The
analyses use a world for each stance that they compare.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.reasoning.conditions import Masks, settled_when

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.reasoning.framework import Framework
    from argmap.reasoning.horn import Atom


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
    `w`, bit `w` of `barred[atom]` that no rule derives it there. Cost: that of `settled_when`, on
    integers of `worlds` bits.

    Raises:
        TimeUpError: there is a limit of time around the call, and it was reached.

    >>> from argmap.reasoning.framework import Framework
    >>> a, b, c = 0, 1, 2  # b is contrary to a and holds where c, which is assumed, is not barred
    >>> framework = Framework(4, (a, 3), ((b, (c,)), (c, (3,))), ((a, b),))
    >>> [bin(mask) for mask in grounded_in(framework, 2, {}, {c: 0b10})[:2]]
    ['0b10', '0b1']
    """
    return settled_when(Masks(worlds), framework, facts, barred=barred).derived

"""Grounded extensions of one framework under many stances at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.reasoning.horn import derivable_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.reasoning.framework import Framework
    from argmap.reasoning.horn import Atom


def grounded_in(
    framework: Framework, worlds: int, facts: Mapping[Atom, int], barred: Mapping[Atom, int]
) -> list[int]:
    """For every atom the worlds in whose grounded extension it is derivable, as bits.

    There are `worlds` of them. Bit `w` of `facts[atom]` says that the atom is a fact in world `w`,
    bit `w` of `barred[atom]` that no rule derives it there. The alternating fixpoint (Van Gelder
    1993): what may still hold shrinks as what holds grows. Cost: a pass over the rules for each
    step of attack and answer, on integers of `worlds` bits.

    >>> from argmap.reasoning.framework import Framework
    >>> a, b, c = 0, 1, 2  # b is contrary to a and holds where c, which is assumed, is not barred
    >>> framework = Framework(4, (a, 3), ((b, (c,)), (c, (3,))), ((a, b),))
    >>> [bin(mask) for mask in grounded_in(framework, 2, {}, {c: 0b10})[:2]]
    ['0b10', '0b1']
    """
    every = (1 << worlds) - 1
    horn = framework.horn
    open_in = [every & ~barred.get(head, 0) for head in horn.heads]
    attacked = dict.fromkeys(framework.assumptions, 0)  # where something that holds hits it
    while True:
        possible = derivable_in(
            horn, {**facts, **{one: every & ~hit for one, hit in attacked.items()}}, open_in
        )
        threatened = _hit(framework, possible)
        held = derivable_in(
            horn, {**facts, **{one: every & ~hit for one, hit in threatened.items()}}, open_in
        )
        hit = _hit(framework, held)
        if hit == attacked:
            return held
        attacked = hit


def _hit(framework: Framework, masks: list[int]) -> dict[Atom, int]:
    """For every assumption the worlds in which something contrary to it is marked."""
    hit = dict.fromkeys(framework.assumptions, 0)
    for assumption, contrary in framework.contraries:
        hit[assumption] |= masks[contrary]
    return hit

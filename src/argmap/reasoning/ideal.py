"""The ideal extension: the largest admissible set that every preferred extension holds."""

from __future__ import annotations

from argmap.reasoning.extensions import SEMANTICS, one_extension
from argmap.reasoning.horn import derivable

TYPE_CHECKING = False  # as checkers know it: `solve` does not wait for typing
if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.reasoning.framework import Framework
    from argmap.reasoning.horn import Atom
    from argmap.reasoning.solvers.oracle import OracleOf


def ideal_extension(framework: Framework, oracle_of: OracleOf) -> frozenset[Atom]:
    """The ideal extension (Dung, Mancarella, Toni 2007).

    An admissible set is ideal exactly if no admissible set attacks it (Dunne 2009). So one
    preferred extension is cut down: what an admissible set attacks is taken away, and what is not
    defended without it, until no admissible set attacks the rest. It attacks itself at no step, as
    a part of an extension.
    """
    kept = one_extension(framework, SEMANTICS["PR"], oracle_of) or frozenset()
    oracle = oracle_of(framework, "admissible")
    while kept:
        contrary = {other + 1 for one, other in framework.contraries if one in kept}
        attacker = oracle.find((), sorted(contrary)) if contrary else None
        if attacker is None:
            break
        kept = _self_defending(framework, kept - attacked_by(framework, attacker.members))
    return kept


def attacked_by(framework: Framework, members: frozenset[Atom]) -> frozenset[Atom]:
    """The assumptions that a set of assumptions attacks."""
    held = derivable(framework.horn, members)
    return frozenset(one for one, other in framework.contraries if held[other])


def _self_defending(framework: Framework, members: Iterable[Atom]) -> frozenset[Atom]:
    """The largest part of a set that defends each of its members."""
    kept = frozenset(members)
    while True:
        attacked = attacked_by(framework, kept)
        left = (one for one in framework.assumptions if one not in attacked)
        possible = derivable(framework.horn, left)
        threatened = {one for one, other in framework.contraries if possible[other]}
        if not kept & threatened:
            return kept
        kept -= threatened

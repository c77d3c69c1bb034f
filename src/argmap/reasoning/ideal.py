"""The ideal extension: the largest admissible set contained in every preferred extension.

Dung, Mancarella, Toni 2007; computed by the characterization of Dunne 2009.
"""

from __future__ import annotations

from argmap.reasoning.extensions import SEMANTICS, one_extension
from argmap.reasoning.horn import derivable

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.reasoning.framework import Framework
    from argmap.reasoning.horn import Atom
    from argmap.reasoning.solvers.oracle import OracleOf


def ideal_extension(framework: Framework, oracle_of: OracleOf) -> frozenset[Atom]:
    """The ideal extension of a framework.

    An admissible set is ideal exactly if no admissible set attacks it (Dunne 2009). One preferred
    extension is therefore reduced: its members that some admissible set attacks are removed, then
    those that the remaining ones no longer defend, until no admissible set attacks the rest. As a
    part of an extension, the set stays free of conflict at every step.

    0 and 1 attack each other, and 1 attacks itself. The grounded extension is empty here:

    >>> from argmap.reasoning.framework import Framework
    >>> from argmap.reasoning.solvers.oracle import Enumerated
    >>> ideal_extension(Framework(2, (0, 1), (), ((0, 1), (1, 0), (1, 1))), Enumerated)
    frozenset({0})
    """
    kept = one_extension(framework, SEMANTICS["PR"], oracle_of) or frozenset()
    oracle = oracle_of(framework, "admissible")
    while kept:
        contrary = {attacker + 1 for attacked, attacker in framework.contraries if attacked in kept}
        attacker = oracle.find((), sorted(contrary)) if contrary else None
        if attacker is None:
            break
        kept = _self_defending(framework, kept - attacked_by(framework, attacker.members))
    return kept


def attacked_by(framework: Framework, members: frozenset[Atom]) -> frozenset[Atom]:
    """The assumptions that a set of assumptions attacks.

    >>> from argmap.reasoning.framework import Framework
    >>> chain = Framework(3, (0, 1, 2), (), ((1, 0), (2, 1)))  # 0 attacks 1, 1 attacks 2
    >>> attacked_by(chain, frozenset({0}))
    frozenset({1})
    """
    is_derived = derivable(framework.horn, members)
    return frozenset(victim for victim, contrary in framework.contraries if is_derived[contrary])


def _self_defending(framework: Framework, members: Iterable[Atom]) -> frozenset[Atom]:
    """The largest part of a set that defends each of its members."""
    kept = frozenset(members)
    while True:
        attacked = attacked_by(framework, kept)
        unattacked = (atom for atom in framework.assumptions if atom not in attacked)
        possible = derivable(framework.horn, unattacked)
        threatened = {victim for victim, contrary in framework.contraries if possible[contrary]}
        if not kept & threatened:
            return kept
        kept -= threatened

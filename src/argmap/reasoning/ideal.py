"""The ideal extension: the largest admissible set that every preferred extension holds."""

from __future__ import annotations

from argmap.reasoning.extensions import SEMANTICS, extensions
from argmap.reasoning.horn import derivable

TYPE_CHECKING = False  # as checkers know it: `solve` does not wait for typing
if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.reasoning.extensions import OracleOf
    from argmap.reasoning.framework import Framework
    from argmap.reasoning.horn import Atom
    from argmap.reasoning.oracle import Oracle


def ideal_extension(framework: Framework, oracle_of: OracleOf) -> frozenset[Atom]:
    """The ideal extension (Dung, Mancarella, Toni 2007).

    An admissible set is ideal exactly if no admissible set attacks it. So it lies within what some
    admissible set holds and none attacks, and is the largest set in there that defends itself
    (Dunne 2009) -- unless that one attacks itself, as sets of several premises may; then what all
    preferred extensions share takes its place.
    """
    oracle = oracle_of(framework, "complete")
    credulous = _credulous(framework, oracle)
    attacked = {one for one, other in framework.contraries if other in credulous}
    held = (one for one in framework.assumptions if one in credulous and one not in attacked)
    found = _self_defending(framework, held)
    if attacked_by(framework, found) & found:
        shared = frozenset(framework.assumptions).intersection(
            *extensions(framework, SEMANTICS["PR"], oracle_of)
        )
        found = _self_defending(framework, shared)
    return found


def attacked_by(framework: Framework, members: frozenset[Atom]) -> frozenset[Atom]:
    """The assumptions that a set of assumptions attacks."""
    held = derivable(framework.horn, members)
    return frozenset(one for one, other in framework.contraries if held[other])


def _credulous(framework: Framework, oracle: Oracle) -> set[Atom]:
    """The assumptions and contraries that are derivable from some complete extension."""
    wanted = {*framework.assumptions, *(other for _, other in framework.contraries)}
    found: set[Atom] = set()
    for atom in sorted(wanted):
        if atom in found:
            continue
        extension = oracle.find([atom + 1])
        if extension is not None:
            held = derivable(framework.horn, extension.members)
            found |= {one for one in wanted if held[one]}
    return found


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

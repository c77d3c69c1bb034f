"""Counting extensions component by component, without listing them.

A component that depends on no other is solved first. Of its extensions only the projection onto the
interface matters: the labels of the atoms that the rest of the framework refers to. Extensions with
equal projections leave equal rests, and each rest, a smaller framework, is counted once
(SCC-recursiveness: Baroni, Giacomin, Guida 2005; splitting: Baumann 2011).
"""

from __future__ import annotations

from collections import Counter
from math import prod

from argmap.reasoning.components import strong_components
from argmap.reasoning.extensions import extensions
from argmap.reasoning.framework import Framework
from argmap.reasoning.grounded import decided
from argmap.reasoning.horn import derivable
from argmap.reasoning.ideal import attacked_by
from argmap.reasoning.independent_parts import parts_of, restricted, upstream
from argmap.reasoning.solvers.oracle import Enumerated

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Hashable
    from typing import TypeAlias

    from argmap.reasoning.extensions import Semantics
    from argmap.reasoning.horn import Atom
    from argmap.reasoning.independent_parts import Part
    from argmap.reasoning.solvers.oracle import OracleOf

_OUT, _OPEN, _IN = range(3)
Projection: TypeAlias = tuple[int, ...]  # a label for each atom of the interface
# The number of extensions as a sum: each term a factor, times the numbers of smaller frameworks.
Plan: TypeAlias = "list[tuple[int, list[Framework]]]"


def count(framework: Framework, semantics: Semantics, oracle_of: OracleOf) -> int:
    """The number of extensions of a framework under complete, preferred or stable semantics.

    Cost: that of listing the extensions of its components, and a pass over the rest for each
    distinct projection of these.

    >>> from argmap.reasoning.extensions import SEMANTICS
    >>> pairs = tuple((atom ^ 1, atom) for atom in range(8))  # four pairs that attack each other,
    >>> pairs += tuple((atom + 2, atom) for atom in range(0, 6, 2))  # each attacked by the last one
    >>> count(Framework(8, tuple(range(8)), (), pairs), SEMANTICS["PR"], Enumerated)
    8
    """
    known: dict[Hashable, int] = {}
    plans: dict[Hashable, Plan] = {}
    # A stack in place of recursion: a framework stays on it until its smaller ones are counted.
    waiting = [framework]
    while waiting:
        key = _key(waiting[-1])
        if key not in known and key not in plans:
            plan = _plan(waiting[-1], semantics, oracle_of)
            if isinstance(plan, int):
                known[key] = plan
            else:
                plans[key] = plan
                waiting += [part for _, parts in plan for part in parts if _key(part) not in known]
        elif key in known:
            waiting.pop()
        else:
            known[key] = sum(
                times * prod(known[_key(part)] for part in parts) for times, parts in plans.pop(key)
            )
    return known[_key(framework)]


def _key(framework: Framework) -> Hashable:
    """The framework by value, so that equal rests are recognized."""
    return (
        framework.atoms,
        tuple(framework.assumptions),
        framework.rules,
        tuple(framework.contraries),
    )


def _plan(framework: Framework, semantics: Semantics, oracle_of: OracleOf) -> int | Plan:
    """The number of extensions, or the smaller frameworks from whose numbers it is computed.

    A stable extension of the first component need not extend to one of the whole framework, so that
    listing them may be wasted work; under stable semantics only small components are split off.
    """
    is_first = _first_component(framework)
    first = None if is_first is None else restricted(framework, is_first)
    is_large = first is None or len(first.framework.assumptions) > Enumerated.MOST
    if is_first is None or first is None or (is_large and not semantics.directional):
        return sum(1 for _ in extensions(framework, semantics, oracle_of))
    interface = _interface(framework, is_first)
    projections = Counter(
        _projection(first, members, interface)
        for members in extensions(first.framework, semantics, oracle_of)
    )
    return [
        (times, _rest(framework, is_first, interface, projection))
        for projection, times in projections.items()
    ]


def _first_component(framework: Framework) -> bytearray | None:
    """Marks of a component and all that it depends on; None if these are the whole framework.

    An atom that depends on itself alone is skipped: it is open in every extension, and splitting
    it off would gain nothing.
    """
    needed: list[list[Atom]] = [[] for _ in range(framework.atoms)]
    for head, body in framework.rules:
        needed[head] += body
    for assumption, contrary in framework.contraries:
        needed[assumption].append(contrary)
    for component in strong_components(needed):
        if any(set(needed[atom]) != {atom} for atom in component):
            marks = upstream(framework, component)
            return None if all(marks) else marks
    return None


def _interface(framework: Framework, is_first: bytearray) -> list[Atom]:
    """The atoms of the first component to which the rest refers, in ascending order."""
    named = {atom for head, body in framework.rules if not is_first[head] for atom in body}
    named |= {contrary for victim, contrary in framework.contraries if not is_first[victim]}
    return sorted(atom for atom in named if is_first[atom])


def _projection(first: Part, members: frozenset[Atom], interface: list[Atom]) -> Projection:
    """The labels of the interface under an extension of the first component."""
    horn = first.framework.horn
    attacked = attacked_by(first.framework, members)
    is_derived = derivable(horn, members)
    unattacked = (atom for atom in first.framework.assumptions if atom not in attacked)
    is_possible = derivable(horn, unattacked)
    inside = {atom: place for place, atom in enumerate(first.atoms)}
    # Derived atoms are possible too, so the sum of the two marks is _IN, _OPEN or _OUT.
    return tuple(is_derived[inside[atom]] + is_possible[inside[atom]] for atom in interface)


def _rest(
    framework: Framework, is_first: bytearray, interface: list[Atom], projection: Projection
) -> list[Framework]:
    """The rest of the framework under this projection, its decided atoms removed, in parts.

    Each atom of the interface is replaced by one with a fixed label: an assumption without contrary
    is in, an assumption that attacks itself is open, an atom without a rule is out.
    """
    label_of = dict(zip(interface, projection, strict=True))
    assumed = [atom for atom in framework.assumptions if not is_first[atom]]
    assumed += [atom for atom, label in label_of.items() if label != _OUT]
    pairs = [pair for pair in framework.contraries if not is_first[pair[0]]]
    pairs += [(atom, atom) for atom, label in label_of.items() if label == _OPEN]
    rules = tuple(rule for rule in framework.rules if not is_first[rule[0]])
    rest = Framework(framework.atoms, tuple(assumed), rules, tuple(pairs))
    return [part.framework for part in parts_of(rest, *decided(rest))]

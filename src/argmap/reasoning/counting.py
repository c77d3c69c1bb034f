"""Counting extensions component by component, without listing them.

What depends on nothing else is solved first; of its extensions only that counts which the rest sees
of them. The rest is then a smaller framework, and equal ones are counted once (SCC-recursiveness:
Baroni, Giacomin, Guida 2005; splitting: Baumann 2011).
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

TYPE_CHECKING = False  # as checkers know it: `solve` does not wait for typing
if TYPE_CHECKING:
    from collections.abc import Hashable
    from typing import TypeAlias

    from argmap.reasoning.extensions import Semantics
    from argmap.reasoning.horn import Atom
    from argmap.reasoning.independent_parts import Part
    from argmap.reasoning.solvers.oracle import OracleOf

_OUT, _OPEN, _IN = range(3)
Seen: TypeAlias = tuple[int, ...]  # a label for each atom that the rest sees
Plan: TypeAlias = "list[tuple[int, list[Framework]]]"  # sums of multiples of products


def count(framework: Framework, semantics: Semantics, oracle_of: OracleOf) -> int:
    """How many extensions a framework has under complete, preferred or stable semantics.

    Cost: that of listing the extensions of its components, and a pass over the rest for each
    distinct thing that is seen of one.

    >>> from argmap.reasoning.extensions import SEMANTICS
    >>> pairs = tuple((one ^ 1, one) for one in range(8))  # four mutual attacks, one after another
    >>> pairs += tuple((one + 2, one) for one in range(0, 6, 2))
    >>> count(Framework(8, tuple(range(8)), (), pairs), SEMANTICS["PR"], Enumerated)
    8
    """
    known: dict[Hashable, int] = {}
    plans: dict[Hashable, Plan] = {}
    waiting = [framework]
    while waiting:
        key = _key(waiting[-1])
        if key not in known and key not in plans:
            plan = _plan(waiting[-1], semantics, oracle_of)
            if isinstance(plan, int):
                known[key] = plan
            else:
                plans[key] = plan
                waiting += [one for _, parts in plan for one in parts if _key(one) not in known]
        elif key in known:
            waiting.pop()
        else:
            known[key] = sum(
                times * prod(known[_key(one)] for one in parts) for times, parts in plans.pop(key)
            )
    return known[_key(framework)]


def _key(framework: Framework) -> Hashable:
    return (
        framework.atoms,
        tuple(framework.assumptions),
        framework.rules,
        tuple(framework.contraries),
    )


def _plan(framework: Framework, semantics: Semantics, oracle_of: OracleOf) -> int | Plan:
    """How many extensions there are, or of which smaller frameworks that is made up.

    A stable extension of the first component need not belong to any of the whole, so that listing
    them may be in vain: that is risked for small components only.
    """
    is_first = _first_component(framework)
    first = None if is_first is None else restricted(framework, is_first)
    is_large = first is None or len(first.framework.assumptions) > Enumerated.MOST
    if is_first is None or first is None or (is_large and not semantics.directional):
        return sum(1 for _ in extensions(framework, semantics, oracle_of))
    border = _border(framework, is_first)
    seen = Counter(
        _seen(first, members, border)
        for members in extensions(first.framework, semantics, oracle_of)
    )
    return [(times, _rest(framework, is_first, border, one)) for one, times in seen.items()]


def _first_component(framework: Framework) -> bytearray | None:
    """Marks of a component and all that it depends on; None if there is nothing else.

    What only attacks itself is open in any case and no component to begin with.
    """
    needed: list[list[Atom]] = [[] for _ in range(framework.atoms)]
    for head, body in framework.rules:
        needed[head] += body
    for assumption, contrary in framework.contraries:
        needed[assumption].append(contrary)
    for component in strong_components(needed):
        if any(set(needed[one]) != {one} for one in component):
            marks = upstream(framework, component)
            return None if all(marks) else marks
    return None


def _border(framework: Framework, is_first: bytearray) -> list[Atom]:
    """The atoms of the first component that the rest sees, in ascending order."""
    seen = {one for head, body in framework.rules if not is_first[head] for one in body}
    seen |= {other for one, other in framework.contraries if not is_first[one]}
    return sorted(atom for atom in seen if is_first[atom])


def _seen(first: Part, members: frozenset[Atom], border: list[Atom]) -> Seen:
    """The labels on the border under an extension of the first component."""
    horn = first.framework.horn
    attacked = attacked_by(first.framework, members)
    held = derivable(horn, members)
    possible = derivable(horn, (one for one in first.framework.assumptions if one not in attacked))
    inside = {atom: place for place, atom in enumerate(first.atoms)}
    return tuple(held[inside[atom]] + possible[inside[atom]] for atom in border)


def _rest(
    framework: Framework, is_first: bytearray, border: list[Atom], seen: Seen
) -> list[Framework]:
    """What is left open of the rest, in connected parts.

    On the border, what is in is assumed and attacked by nothing, what is open attacks itself, and
    what is out is derived by nothing.
    """
    label = dict(zip(border, seen, strict=True))
    assumed = [one for one in framework.assumptions if not is_first[one]]
    assumed += [atom for atom, one in label.items() if one != _OUT]
    pairs = [pair for pair in framework.contraries if not is_first[pair[0]]]
    pairs += [(atom, atom) for atom, one in label.items() if one == _OPEN]
    rules = tuple(rule for rule in framework.rules if not is_first[rule[0]])
    rest = Framework(framework.atoms, tuple(assumed), rules, tuple(pairs))
    return [part.framework for part in parts_of(rest, *decided(rest))]

"""Orders of grants as variables of decision diagrams; on the order hangs the size of a diagram.

All are orders of a walk down from the goal, depth first, which keeps the grants of one part of a
map together. They differ in which premise is visited first, and no rule for that is the best for
all maps, so that several are tried (Bouissou, Bruyere, Rauzy 1997).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from argmap.reasoning.horn import Atom, Horn

_LARGEST = 1e300


def orders_of(horn: Horn, grants: Sequence[Atom], goal: Atom) -> Iterator[list[Atom]]:
    """The grants in several orders, each as it is needed: as written, then by three rules.

    The rules: what has most below it first; what is used most often first; what has least below it
    first. Cost of each: linear, but for sorting.

    >>> from argmap.reasoning.horn import Horn
    >>> rules = ((0, (1,)), (0, (2,)), (2, (3, 4)))  # 0 follows from 1 alone, or from 3 and 4
    >>> list(orders_of(Horn(5, rules), [1, 3, 4], 0))
    [[1, 3, 4], [3, 4, 1], [3, 4, 1], [1, 3, 4]]
    """
    granted = set(grants)
    yield _depth_first(horn, granted, goal, None)
    size = _sizes(horn, granted)
    uses = Counter(premise for _, body in horn.rules for premise in body)
    yield _depth_first(horn, granted, goal, lambda atom: (-size[atom], atom))
    yield _depth_first(horn, granted, goal, lambda atom: (-uses[atom], -size[atom], atom))
    yield _depth_first(horn, granted, goal, lambda atom: (size[atom], atom))


def _depth_first(
    horn: Horn,
    granted: set[Atom],
    goal: Atom,
    first: Callable[[Atom], tuple[float, ...]] | None,
) -> list[Atom]:
    """The grants in the order in which a depth-first walk down from the goal meets them.

    Below an atom the walk takes rule after rule, or all their premises in the order of a key.
    """
    seen: set[Atom] = set()
    order: list[Atom] = []
    waiting = [goal]
    while waiting:
        atom = waiting.pop()
        if atom in seen:
            continue
        seen.add(atom)
        if atom in granted:
            order.append(atom)
        below = [premise for rule in horn.rules_for.of(atom) for premise in horn.rules[rule][1]]
        if first is not None:
            below = sorted(set(below), key=first)
        waiting += reversed(below)
    return order


def _sizes(horn: Horn, granted: set[Atom]) -> list[float]:
    """For each atom the grants below it, each counted once for each way down to it."""
    size = [0.0] * horn.atoms
    for component in horn.components:
        inside = set(component)
        total = 0.0
        for atom in component:
            below = {premise for rule in horn.rules_for.of(atom) for premise in horn.rules[rule][1]}
            total += sum(size[premise] for premise in below - inside) + (atom in granted)
        for atom in component:
            size[atom] = min(total, _LARGEST)
    return size

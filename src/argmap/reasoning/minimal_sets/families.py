"""Families of minimal sets: on which grants a goal rests, and whose withdrawal takes it away.

A *premise set* is a minimal set of grants from which the goal is derivable (an environment in the
sense of de Kleer 1986), a *rejection set* a minimal one without which it is not. Each family is
the family of minimal hitting sets of the other (Reiter 1987).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from argmap.reasoning.horn import Horn, derivable
from argmap.reasoning.minimal_sets.diagrams import Diagrams, TooLargeError, condition_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.reasoning.horn import Atom
    from argmap.reasoning.minimal_sets.diagrams import Node

STEPS = 400_000  # of work on diagrams, a second or two, before they are given up for a solver


class Engine(Protocol):
    """What finds minimal sets, smallest first: the doors to the solvers."""

    def premise_sets(
        self, horn: Horn, grants: Sequence[Atom], goal: Atom
    ) -> Iterator[tuple[Atom, ...]]:
        """The premise sets of the goal."""

    def rejection_sets(
        self, horn: Horn, grants: Sequence[Atom], goal: Atom
    ) -> Iterator[tuple[Atom, ...]]:
        """The rejection sets of the goal."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How many sets of a family are listed at most, and for how long they are looked for.

    None is without limit. `steps` is how much work goes into counting them all; None is as much as
    anybody waits for.
    """

    sets: int | None = 100
    seconds: float | None = None
    steps: int | None = None


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Family:
    """Minimal sets of grants, smallest first.

    `total` is how many there are, or None where that is not known; `stopped` is `limit` or `time`
    if not all of them are listed.
    """

    sets: tuple[tuple[Atom, ...], ...]
    total: int | None
    stopped: str | None = None


@dataclass(frozen=True, slots=True)
class Families:
    """Both families of a goal, and the grants that are in some set (None: not known)."""

    premise_sets: Family
    rejection_sets: Family
    used: frozenset[Atom] | None


_EMPTY = Families(Family((), 0), Family((), 0), frozenset())


@dataclass(frozen=True, slots=True)
class Part:
    """What bears on a goal: rules that can fire, renumbered, and what the numbers were."""

    horn: Horn
    grants: tuple[Atom, ...]
    goal: Atom
    atoms: tuple[Atom, ...]

    def named(self, numbers: Iterable[Atom]) -> tuple[Atom, ...]:
        """The numbers as they were, in ascending order."""
        return tuple(sorted(self.atoms[number] for number in numbers))


def families(part: Part | None, engine: Engine, limits: Limits) -> Families:
    """Both families of a goal; empty where it has no derivation.

    Decision diagrams list and count them while they fit (a fixed number of steps, so that the
    answer does not depend on the machine); beyond that the engine lists them by size.

    >>> from argmap.reasoning.solvers import asp
    >>> rules = ((2, (0, 1)), (2, (0, 3)))
    >>> found = families(part_of(Horn(4, rules), [0, 1, 3], 2), asp, Limits())
    >>> found.premise_sets.sets, found.rejection_sets.sets
    (((0, 1), (0, 3)), ((0,), (1, 3)))
    """
    if part is None:
        return _EMPTY
    try:
        return _by_diagram(part, limits)
    except TooLargeError:
        return _by_engine(part, engine, limits)


def part_of(
    horn: Horn, grants: Sequence[Atom], goal: Atom, can_be: bytearray | None = None
) -> Part | None:
    """The part of a problem that bears on the goal; None where the goal has no derivation.

    Rules that cannot fire and grants that do not lead to the goal are left out, and an atom that
    rests on one other alone is that other. `can_be` marks what is derivable from all grants, if
    that is known already. Cost: linear in the part, then.
    """
    can_be = derivable(horn, grants) if can_be is None else can_be
    if not can_be[goal]:
        return None
    bodies: dict[Atom, list[tuple[Atom, ...]]] = {goal: []}
    waiting = [goal]
    while waiting:
        atom = waiting.pop()
        for rule in horn.making.of(atom):
            body = tuple(dict.fromkeys(horn.rules[rule][1]))
            if atom not in body and all(can_be[one] for one in body):
                bodies[atom].append(body)
                fresh = [one for one in body if one not in bodies]
                bodies.update((one, []) for one in fresh)
                waiting += fresh
    return _contracted(bodies, [one for one in grants if one in bodies], goal)


def _contracted(bodies: dict[Atom, list[tuple[Atom, ...]]], grants: list[Atom], goal: Atom) -> Part:
    """The part, where an atom that rests on one other alone is that other."""
    granted = set(grants)
    same: dict[Atom, Atom] = {}
    for start in bodies:
        path = [start]
        while path[-1] not in same and path[-1] not in granted:
            of_last = bodies[path[-1]]
            if len(of_last) != 1 or len(of_last[0]) != 1:
                break
            path.append(of_last[0][0])
        end = same.get(path[-1], path[-1])
        same.update(dict.fromkeys(path, end))
    atoms = tuple(sorted(set(same.values())))
    number = {atom: place for place, atom in enumerate(atoms)}
    rules = dict.fromkeys(
        (number[atom], tuple(dict.fromkeys(number[same[one]] for one in body)))
        for atom in atoms
        for body in bodies[atom]
    )
    own = tuple(number[grant] for grant in grants)
    return Part(Horn(len(atoms), tuple(rules)), own, number[same[goal]], atoms)


def _by_diagram(part: Part, limits: Limits) -> Families:
    diagrams = Diagrams(STEPS if limits.steps is None else limits.steps)
    order = _depth_first(part)
    variables = {atom: place for place, atom in enumerate(order)}
    condition = condition_of(diagrams, part.horn, variables, part.goal)
    holding = diagrams.minimal(condition)
    failing = diagrams.minimal(diagrams.dual(condition))

    def family(root: Node) -> Family:
        total = diagrams.count(root)
        listed = islice(diagrams.smallest_first(root), limits.sets)
        sets = [part.named(order[place] for place in one) for one in listed]
        stopped = "limit" if len(sets) < total else None
        return Family(_in_order(sets), total, stopped)

    used = part.named(order[place] for place in diagrams.members(holding))
    return Families(family(holding), family(failing), frozenset(used))


def _by_engine(part: Part, engine: Engine, limits: Limits) -> Families:
    until = None if limits.seconds is None else monotonic() + limits.seconds

    def family(found: Iterator[tuple[Atom, ...]]) -> Family:
        sets: list[tuple[Atom, ...]] = []
        stopped: str | None = None
        for one in found:
            if limits.sets is not None and len(sets) == limits.sets:
                stopped = "limit"
                break
            sets.append(part.named(one))
            if until is not None and monotonic() > until:
                stopped = "time"
                break
        return Family(_in_order(sets), None if stopped else len(sets), stopped)

    question = part.horn, part.grants, part.goal
    holding = family(engine.premise_sets(*question))
    failing = family(engine.rejection_sets(*question))
    whole = next((one.sets for one in (holding, failing) if not one.stopped), None)
    used = None if whole is None else frozenset(atom for one in whole for atom in one)
    return Families(holding, failing, used)


def _in_order(sets: list[tuple[Atom, ...]]) -> tuple[tuple[Atom, ...], ...]:
    return tuple(sorted(sets, key=lambda one: (len(one), one)))


def _depth_first(part: Part) -> list[Atom]:
    """The grants in the order in which a walk down from the goal meets them.

    What is used together stands together, which keeps diagrams of tree-like maps small.
    """
    seen: set[Atom] = set()
    order: list[Atom] = []
    granted = set(part.grants)
    waiting = [part.goal]
    while waiting:
        atom = waiting.pop()
        if atom in seen:
            continue
        seen.add(atom)
        if atom in granted:
            order.append(atom)
        for rule in reversed(part.horn.making.of(atom)):
            waiting += reversed(part.horn.rules[rule][1])
    return order

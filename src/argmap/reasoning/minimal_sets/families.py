"""The families of premise sets and rejection sets of a goal, by decision diagrams or by a solver.

A *premise set* is a minimal set of grants from which the goal is derivable (an environment in the
sense of de Kleer 1986); a *rejection set* is a minimal set of grants without which it is not. Each
family consists of the minimal hitting sets of the other (Reiter 1987).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Protocol

from argmap.reasoning.conditions import derivable_when
from argmap.reasoning.diagrams import Diagrams, TooLargeError
from argmap.reasoning.horn import Horn, derivable
from argmap.reasoning.solvers.time_limit import (
    TimeLimit,
    TimeUpError,
    check_time_limit,
    cut_short,
    share_of_time,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.reasoning.diagrams import Node
    from argmap.reasoning.horn import Atom

STEPS = 400_000  # steps on diagrams, a second or two of work, before a solver is used instead


class Engine(Protocol):
    """The interface of the adapters that search for minimal sets, smallest first."""

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
    """Limits on a family: sets to list, seconds to search, steps on diagrams to count them all.

    None is no limit, and of `steps` the default `STEPS`.
    """

    sets: int | None = 100
    seconds: float | None = None
    steps: int | None = None


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Family:
    """Minimal sets of grants, smallest first.

    `total` is the number of all sets, None if it is unknown; `stopped` is `limit`, `time` or
    `memory` if not all of them are listed.
    """

    sets: tuple[tuple[Atom, ...], ...]
    total: int | None
    stopped: str | None = None


@dataclass(frozen=True, slots=True)
class Families:
    """Both families of a goal, and the grants that occur in some set (None: unknown)."""

    premise_sets: Family
    rejection_sets: Family
    used: frozenset[Atom] | None


_EMPTY = Families(Family((), 0), Family((), 0), frozenset())


@dataclass(frozen=True, slots=True)
class Subproblem:
    """The rules and grants that bear on a goal, with atoms renumbered from 0.

    `atoms` are their numbers in the whole problem. The families of the goal are the same in both,
    and the smaller problem is cheaper.
    """

    horn: Horn
    grants: tuple[Atom, ...]
    goal: Atom
    atoms: tuple[Atom, ...]

    def named(self, numbers: Iterable[Atom]) -> tuple[Atom, ...]:
        """The atoms by their numbers in the whole problem, in ascending order."""
        return tuple(sorted(self.atoms[number] for number in numbers))


def families(part: Subproblem | None, engine: Engine, limits: Limits) -> Families:
    """Both families of a goal; empty where it has no derivation.

    Decision diagrams list and count the sets while the diagrams stay small (a fixed number of
    steps, so that the answer does not depend on the machine); beyond that the engine lists the sets
    by size.

    >>> from argmap.reasoning.solvers import asp
    >>> rules = ((2, (0, 1)), (2, (0, 3)))  # goal 2 follows from 0 and 1, and from 0 and 3
    >>> both = families(subproblem_of(Horn(4, rules), [0, 1, 3], 2), asp, Limits())
    >>> both.premise_sets.sets, both.rejection_sets.sets
    (((0, 1), (0, 3)), ((0,), (1, 3)))
    """
    if part is None:
        return _EMPTY
    with TimeLimit(limits.seconds):
        try:
            with share_of_time(1 / 3):
                return _by_diagram(part, limits)
        except (TooLargeError, TimeUpError):
            return _by_engine(part, engine, limits)


def subproblem_of(
    horn: Horn, grants: Sequence[Atom], goal: Atom, can_be: bytearray | None = None
) -> Subproblem | None:
    """The part of a problem that bears on the goal; None where the goal has no derivation.

    Rules that cannot fire and grants that do not lead to the goal are left out, and an atom whose
    only rule has a single premise is merged with that premise. `can_be` marks the atoms derivable
    from all grants, for callers that know them; the cost is then linear in the part.

    >>> chain = Horn(4, ((1, (0,)), (2, (1,))))  # 0 derives 1, 1 derives 2; 3 is unrelated
    >>> part = subproblem_of(chain, [0, 3], 2)
    >>> part.atoms, part.horn.rules  # all three are merged into 0
    ((0,), ())
    """
    can_be = derivable(horn, grants) if can_be is None else can_be
    if not can_be[goal]:
        return None
    bodies: dict[Atom, list[tuple[Atom, ...]]] = {goal: []}
    waiting = [goal]
    while waiting:
        atom = waiting.pop()
        for rule in horn.rules_for.of(atom):
            body = tuple(dict.fromkeys(horn.rules[rule][1]))
            if atom not in body and all(can_be[premise] for premise in body):
                bodies[atom].append(body)
                fresh = [premise for premise in body if premise not in bodies]
                bodies.update((premise, []) for premise in fresh)
                waiting += fresh
    return _contracted(bodies, [grant for grant in grants if grant in bodies], goal)


def _contracted(
    bodies: dict[Atom, list[tuple[Atom, ...]]], grants: list[Atom], goal: Atom
) -> Subproblem:
    """The subproblem, every atom whose only rule has a single premise merged with that premise."""
    granted = set(grants)
    same: dict[Atom, Atom] = {}  # the atom with which each atom is merged, or itself
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
        (number[atom], tuple(dict.fromkeys(number[same[premise]] for premise in body)))
        for atom in atoms
        for body in bodies[atom]
    )
    own = tuple(number[grant] for grant in grants)
    return Subproblem(Horn(len(atoms), tuple(rules)), own, number[same[goal]], atoms)


def _by_diagram(part: Subproblem, limits: Limits) -> Families:
    """Both families by decision diagrams; raises TooLargeError past the limit of steps."""
    diagrams = Diagrams(STEPS if limits.steps is None else limits.steps)
    order = _depth_first(part)
    variables = {atom: diagrams.variable(place) for place, atom in enumerate(order)}
    condition = derivable_when(diagrams, part.horn, variables)[part.goal]
    premise_sets = diagrams.minimal(condition)
    # Withdrawn grants make the goal underivable exactly if they satisfy the dual condition.
    rejection_sets = diagrams.minimal(diagrams.dual(condition))

    def family(root: Node) -> Family:
        """The smallest sets of the family that a diagram represents, and the number of all."""
        total = diagrams.count(root)
        listed = islice(diagrams.smallest_first(root), limits.sets)
        sets = [part.named(order[place] for place in places) for places in listed]
        stopped = "limit" if len(sets) < total else None
        return Family(_in_order(sets), total, stopped)

    used = part.named(order[place] for place in diagrams.members(premise_sets))
    return Families(family(premise_sets), family(rejection_sets), frozenset(used))


def _by_engine(part: Subproblem, engine: Engine, limits: Limits) -> Families:
    """Both families by a solver, which lists sets by size; half of the time is for each."""

    def family(coming: Iterator[tuple[Atom, ...]]) -> Family:
        """The sets that the solver finds before a limit is reached."""
        sets: list[tuple[Atom, ...]] = []
        stopped: str | None = None
        try:
            for numbers in coming:
                if limits.sets is not None and len(sets) == limits.sets:
                    stopped = "limit"
                    break
                sets.append(part.named(numbers))
                check_time_limit()
        except TimeUpError as error:
            stopped = cut_short(error)
        return Family(_in_order(sets), None if stopped else len(sets), stopped)

    question = part.horn, part.grants, part.goal
    with share_of_time(1 / 2):
        premise_sets = family(engine.premise_sets(*question))
    rejection_sets = family(engine.rejection_sets(*question))
    # Minimal hitting sets of each other use the same grants: either family will do, if complete.
    both = (premise_sets, rejection_sets)
    complete = next((listed.sets for listed in both if not listed.stopped), None)
    used = None if complete is None else frozenset(chain.from_iterable(complete))
    return Families(premise_sets, rejection_sets, used)


def _in_order(sets: list[tuple[Atom, ...]]) -> tuple[tuple[Atom, ...], ...]:
    """The sets by size, then by their atoms."""
    return tuple(sorted(sets, key=lambda atoms: (len(atoms), atoms)))


def _depth_first(part: Subproblem) -> list[Atom]:
    """The grants in the order in which a depth-first walk down from the goal meets them.

    Premises of one relation become neighbours in the order of variables, which keeps diagrams of
    tree-like maps small.
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
        for rule in reversed(part.horn.rules_for.of(atom)):
            waiting += reversed(part.horn.rules[rule][1])
    return order

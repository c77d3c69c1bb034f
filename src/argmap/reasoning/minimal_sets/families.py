"""The families of premise sets and rejection sets of a goal, by decision diagrams or by a solver.

A *premise set* is a minimal set of grants from which the goal is derivable (an environment in the
sense of de Kleer 1986); a *rejection set* is a minimal set of grants without which it is not. Each
family consists of the minimal hitting sets of the other (Reiter 1987).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import TYPE_CHECKING, Protocol, TypeAlias

from argmap.reasoning.conditions import derivable_when
from argmap.reasoning.diagrams import Diagrams, TooLargeError
from argmap.reasoning.horn import Horn, derivable
from argmap.reasoning.minimal_sets.orders import orders_of
from argmap.reasoning.time_limit import (
    TimeLimit,
    TimeUpError,
    check_time_limit,
    cut_short,
    is_patient,
    share_of_time,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.reasoning.diagrams import Node
    from argmap.reasoning.horn import Atom

STEPS = 1_200_000  # steps on diagrams, some seconds of work, before a solver is used instead
_FEW = 8  # an order that takes less than this part of the steps is good enough
_PATIENCE = 4  # times the steps where somebody asked for a time
_SETS_A_LOOK = 1000  # sets listed between two looks at the clock


Used: TypeAlias = "frozenset[Atom] | None"


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
                premise_sets, rejection_sets, used = _by_diagram(part, limits)
        except TimeUpError:
            premise_sets, rejection_sets, used = None, None, None
        if premise_sets is not None and rejection_sets is not None:
            return Families(premise_sets, rejection_sets, used)
        searched = _by_engine(part, engine, limits, (premise_sets, rejection_sets))
        return searched if used is None else replace(searched, used=used)


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


def _by_diagram(part: Subproblem, limits: Limits) -> tuple[Family | None, Family | None, Used]:
    """Both families by decision diagrams, None where a diagram would be too large; and `used`."""
    steps = STEPS if limits.steps is None else limits.steps
    if limits.steps is None and is_patient():
        steps *= _PATIENCE
    chosen = _smallest_condition(part, steps // 8)
    if chosen is None:
        return None, None, None
    order, diagrams, condition = chosen
    families_: list[Family | None] = []
    used: frozenset[Atom] | None = None
    for is_dual in (False, True):
        diagrams.steps_left = steps // 4
        try:
            # Withdrawn grants make the goal underivable exactly if they satisfy the dual condition.
            root = diagrams.minimal(diagrams.dual(condition) if is_dual else condition)
        except TooLargeError:
            families_.append(None)
            continue
        families_.append(_family_of(part, order, diagrams, root, limits))
        # Minimal hitting sets of each other use the same grants.
        used = frozenset(part.named(order[place] for place in diagrams.members(root)))
    return families_[0], families_[1], used


def _smallest_condition(part: Subproblem, steps: int) -> tuple[list[Atom], Diagrams, Node] | None:
    """The diagram of the sets that carry the goal, in the best of several orders, or None.

    The first order that takes few steps is taken as it is.
    """
    best: tuple[list[Atom], Diagrams, Node] | None = None
    spare = -1
    for order in orders_of(part.horn, part.grants, part.goal):
        diagrams = Diagrams(steps)
        variables = {atom: diagrams.variable(place) for place, atom in enumerate(order)}
        try:
            condition = derivable_when(diagrams, part.horn, variables)[part.goal]
        except TooLargeError:
            continue
        if diagrams.steps_left > spare:
            best, spare = (order, diagrams, condition), diagrams.steps_left
        if steps - diagrams.steps_left <= steps // _FEW:
            break
    return best


def _family_of(
    part: Subproblem, order: Sequence[Atom], diagrams: Diagrams, root: Node, limits: Limits
) -> Family:
    """The smallest sets of the family that a diagram represents, and the number of all."""
    total = diagrams.count(root)
    sets: list[tuple[Atom, ...]] = []
    stopped: str | None = None
    try:
        for places in islice(diagrams.smallest_first(root), limits.sets):
            sets.append(part.named(order[place] for place in places))
            if not len(sets) % _SETS_A_LOOK:
                check_time_limit()
    except TimeUpError as error:
        stopped = cut_short(error)
    if stopped is None and len(sets) < total:
        stopped = "limit"
    return Family(_in_order(sets), total, stopped)


def _by_engine(
    part: Subproblem, engine: Engine, limits: Limits, known: tuple[Family | None, Family | None]
) -> Families:
    """Families by a solver, which lists sets by size; those known already are taken over."""
    question = part.horn, part.grants, part.goal
    premise_sets, rejection_sets = known
    if premise_sets is None:
        # Half of the time is for each, if the other one has to be searched as well.
        with share_of_time(1 / 2 if rejection_sets is None else 1):
            premise_sets = _searched(part, engine.premise_sets(*question), limits)
    if rejection_sets is None:
        rejection_sets = _searched(part, engine.rejection_sets(*question), limits)
    both = (premise_sets, rejection_sets)
    complete = next((listed.sets for listed in both if not listed.stopped), None)
    used = None if complete is None else frozenset(chain.from_iterable(complete))
    return Families(premise_sets, rejection_sets, used)


def _searched(part: Subproblem, coming: Iterator[tuple[Atom, ...]], limits: Limits) -> Family:
    """The sets that a solver finds before a limit is reached."""
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


def _in_order(sets: list[tuple[Atom, ...]]) -> tuple[tuple[Atom, ...], ...]:
    """The sets by size, then by their atoms."""
    return tuple(sorted(sets, key=lambda atoms: (len(atoms), atoms)))

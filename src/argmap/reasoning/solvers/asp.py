"""Adapter for the answer set solver clingo: minimal sets, and oracles for extensions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import clingo
import clingo.backend

from argmap.reasoning.solvers.encoding import Encoding
from argmap.reasoning.solvers.oracle import Solution
from argmap.reasoning.time_limit import check_time_limit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.reasoning.framework import Framework
    from argmap.reasoning.horn import Atom, Horn
    from argmap.reasoning.solvers.oracle import Base

# Python waits so long for the solver at a time, so that Ctrl-C and the time limit are seen.
_SECONDS_AT_ONCE = 0.1


def rejection_sets(horn: Horn, grants: Sequence[Atom], goal: Atom) -> Iterator[tuple[Atom, ...]]:
    """The minimal sets of grants without which the goal has no derivation, smallest first.

    >>> two_ways = ((2, (0,)), (2, (1,)))  # 2 follows from 0, and from 1
    >>> from argmap.reasoning.horn import Horn
    >>> list(rejection_sets(Horn(3, two_ways), [0, 1], goal=2))
    [(0, 1)]
    """
    return _smallest_first(horn, grants, goal, is_derived=False)


def premise_sets(horn: Horn, grants: Sequence[Atom], goal: Atom) -> Iterator[tuple[Atom, ...]]:
    """The minimal sets of grants from which the goal is derivable, smallest first.

    >>> two_ways = ((2, (0,)), (2, (1,)))  # 2 follows from 0, and from 1
    >>> from argmap.reasoning.horn import Horn
    >>> sorted(premise_sets(Horn(3, two_ways), [0, 1], goal=2))
    [(0,), (1,)]
    """
    return _smallest_first(horn, grants, goal, is_derived=True)


def _smallest_first(
    horn: Horn, grants: Sequence[Atom], goal: Atom, *, is_derived: bool
) -> Iterator[tuple[Atom, ...]]:
    """Minimal sets of grants to keep (the goal is derived) or to withdraw (it is not).

    Each set has the smallest size possible; its supersets are then excluded by a constraint, so
    that all later sets are minimal too. Atom `a` is program atom `a + 1`; further program atoms
    mean that a grant is withdrawn.
    """
    control = clingo.Control(["--opt-strategy=usc,oll", "--opt-mode=opt", "--models=0"])
    first = horn.atoms + 1
    withdrawn = {grant: first + place for place, grant in enumerate(grants)}
    with control.backend() as backend:
        for grant, without in withdrawn.items():
            backend.add_rule([without], choice=True)
            backend.add_rule([grant + 1], [-without])
        for head, body in horn.rules:
            backend.add_rule([head + 1], [atom + 1 for atom in body])
        backend.add_rule([], [-(goal + 1) if is_derived else goal + 1])
        counted = [-literal if is_derived else literal for literal in withdrawn.values()]
        backend.add_minimize(0, [(literal, 1) for literal in counted])
    while (smallest := _optimum(control, withdrawn, is_derived=is_derived)) is not None:
        yield smallest
        if not smallest:  # every other set is a superset of the empty one
            return
        with control.backend() as backend:
            literals = [withdrawn[grant] for grant in smallest]
            backend.add_rule([], [-literal for literal in literals] if is_derived else literals)


def _optimum(
    control: clingo.Control, withdrawn: dict[Atom, int], *, is_derived: bool
) -> tuple[Atom, ...] | None:
    """A smallest set that the program admits, or None; each model improves on the one before."""
    best: tuple[Atom, ...] | None = None
    with control.solve(yield_=True, async_=True) as handle:
        for model in _models(handle):
            best = tuple(
                grant
                for grant, literal in withdrawn.items()
                if model.is_true(literal) is not is_derived
            )
    return best


def _models(handle: clingo.SolveHandle) -> Iterator[clingo.Model]:
    """The models, each as soon as it is known; Python wakes regularly for Ctrl-C and the limit."""
    while True:
        handle.resume()
        while not handle.wait(_SECONDS_AT_ONCE):
            check_time_limit()
        model = handle.model()
        if model is None:
            return
        yield model


class ClingoOracle:
    """An oracle by clingo, whose stable models exclude circular derivations by themselves.

    Program atoms are numbered as the variables in `encoding.py` are.
    """

    def __init__(self, framework: Framework, base: Base) -> None:
        self.framework = framework
        self.names = Encoding(framework, base)
        self.next_atom = 5 * framework.atoms + 1
        self.control = clingo.Control(["--heuristic=Domain"])
        with self.control.backend() as backend:
            self._declare(backend)
            for assumption in framework.assumptions:
                self._assume(backend, assumption)
            for head, body in framework.rules:
                derived = [self.names.derived(premise) for premise in body]
                backend.add_rule([self.names.derived(head)], derived)
                if base in ("admissible", "complete"):
                    possible = [self._possible(premise) for premise in body]
                    backend.add_rule([self._possible(head)], possible)

    def _declare(self, backend: clingo.backend.Backend) -> None:
        """Declare membership a free choice, first tried as true, so that solutions are large."""
        for assumption in self.framework.assumptions:
            member = self.names.derived(assumption)
            backend.add_rule([member], choice=True)
            backend.add_heuristic(member, clingo.backend.HeuristicType.True_, 1, 1, [])

    def _possible(self, atom: Atom) -> int:
        """The program atom which says that an atom is derivable from unattacked assumptions."""
        return 3 * self.framework.atoms + atom + 1

    def _assume(self, backend: clingo.backend.Backend, assumption: Atom) -> None:
        """Add the rules and constraints of an assumption; an empty head is a constraint."""
        member, attacked = self.names.derived(assumption), 2 * self.framework.atoms + assumption + 1
        threatened = 4 * self.framework.atoms + assumption + 1
        backend.add_rule([], [member, attacked])
        backend.add_rule([self.names.in_range(assumption)], [member])
        backend.add_rule([self.names.in_range(assumption)], [attacked])
        for contrary in self.names.contraries[assumption]:
            backend.add_rule([attacked], [self.names.derived(contrary)])
        if self.names.base == "stable":
            backend.add_rule([], [-member, -attacked])
        if self.names.base in ("admissible", "complete"):
            backend.add_rule([self._possible(assumption)], [-attacked])
            for contrary in self.names.contraries[assumption]:
                backend.add_rule([threatened], [self._possible(contrary)])
            backend.add_rule([], [member, threatened])
        if self.names.base == "complete":
            backend.add_rule([], [-member, -threatened])

    def add(self, clause: Sequence[int]) -> None:
        """From now on find only sets of which at least one of these literals holds."""
        with self.control.backend() as backend:
            backend.add_rule([], [-literal for literal in clause])

    def find(self, literals: Sequence[int], some: Sequence[int] = ()) -> Solution | None:
        """A set of which all these literals hold and one of `some`, if any, or None."""
        if not some:
            return self._find(list(literals))
        # Constraints cannot be removed. A fresh atom switches this one on for the present question
        # and is then false for ever.
        with self.control.backend() as backend:
            switch = self.next_atom
            self.next_atom += 1
            backend.add_rule([switch], choice=True)
            backend.add_rule([], [switch, *(-literal for literal in some)])
        solution = self._find([*literals, switch])
        with self.control.backend() as backend:
            backend.add_rule([], [switch])
        return solution

    def _find(self, assumed: list[int]) -> Solution | None:
        assumptions, names = self.framework.assumptions, self.names
        with self.control.solve(yield_=True, async_=True, assumptions=assumed) as handle:
            for model in _models(handle):  # the first one is enough
                members = [atom for atom in assumptions if model.is_true(names.derived(atom))]
                in_range = [atom for atom in assumptions if model.is_true(names.in_range(atom))]
                return Solution(frozenset(members), frozenset(in_range))
        return None


oracle_of = ClingoOracle  # the name under which `engines.py` looks for it in every adapter

"""The door to clingo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import clingo
import clingo.backend

from argmap.reasoning.solvers.encoding import Encoding
from argmap.reasoning.solvers.oracle import Found
from argmap.reasoning.solvers.time_limit import refuse_late

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.reasoning.framework import Framework
    from argmap.reasoning.horn import Atom, Horn
    from argmap.reasoning.solvers.oracle import Base

_SECONDS_AT_ONCE = 0.1  # then Python may see that the time is up, or Ctrl-C


def rejection_sets(horn: Horn, grants: Sequence[Atom], goal: Atom) -> Iterator[tuple[Atom, ...]]:
    """The minimal sets of grants without which the goal has no derivation, smallest first."""
    return _smallest_first(horn, grants, goal, is_derived=False)


def premise_sets(horn: Horn, grants: Sequence[Atom], goal: Atom) -> Iterator[tuple[Atom, ...]]:
    """The minimal sets of grants from which the goal is derivable, smallest first."""
    return _smallest_first(horn, grants, goal, is_derived=True)


def _smallest_first(
    horn: Horn, grants: Sequence[Atom], goal: Atom, *, is_derived: bool
) -> Iterator[tuple[Atom, ...]]:
    """Smallest sets of grants kept (so that the goal is derived) or withdrawn (so that it is not).

    After each the sets that hold it are ruled out, so all that come are minimal. Atom `a` is
    program atom `a + 1`; that a grant is withdrawn has an atom of its own.
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
        counted = [-one if is_derived else one for one in withdrawn.values()]
        backend.add_minimize(0, [(literal, 1) for literal in counted])
    while (found := _optimum(control, withdrawn, is_derived=is_derived)) is not None:
        yield found
        if not found:
            return
        with control.backend() as backend:
            literals = [withdrawn[grant] for grant in found]
            backend.add_rule([], [-one for one in literals] if is_derived else literals)


def _optimum(
    control: clingo.Control, withdrawn: dict[Atom, int], *, is_derived: bool
) -> tuple[Atom, ...] | None:
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
    """The models as they are found; Python is back often enough to see Ctrl-C or the time."""
    while True:
        handle.resume()
        while not handle.wait(_SECONDS_AT_ONCE):
            refuse_late()
        model = handle.model()
        if model is None:
            return
        yield model


class Oracle:
    """Finds sets of assumptions with clingo, which sees to circles of rules by itself.

    Program atoms are numbered as the variables of `reasoning.encoding` are.
    """

    def __init__(self, framework: Framework, base: Base) -> None:
        self.framework = framework
        self.names = Encoding(framework, base)
        self.next_atom = 5 * framework.atoms + 1
        self.control = clingo.Control(["--heuristic=Domain"])
        with self.control.backend() as backend:
            self._declare(backend)
            for one in framework.assumptions:
                self._assume(backend, one)
            for head, body in framework.rules:
                backend.add_rule([self.names.held(head)], [self.names.held(one) for one in body])
                if base in ("admissible", "complete"):
                    possible = [self._possible(one) for one in body]
                    backend.add_rule([self._possible(head)], possible)

    def _declare(self, backend: clingo.backend.Backend) -> None:
        """Choose members freely, and try them first, so that what is found is large."""
        for one in self.framework.assumptions:
            member = self.names.held(one)
            backend.add_rule([member], choice=True)
            backend.add_heuristic(member, clingo.backend.HeuristicType.True_, 1, 1, [])

    def _possible(self, atom: Atom) -> int:
        """That the atom is derivable from what the set does not attack, as an atom of its own."""
        return 3 * self.framework.atoms + atom + 1

    def _assume(self, backend: clingo.backend.Backend, one: Atom) -> None:
        member, attacked = self.names.held(one), 2 * self.framework.atoms + one + 1
        threatened = 4 * self.framework.atoms + one + 1
        backend.add_rule([], [member, attacked])
        backend.add_rule([self.names.reach(one)], [member])
        backend.add_rule([self.names.reach(one)], [attacked])
        for other in self.names.contraries[one]:
            backend.add_rule([attacked], [self.names.held(other)])
        if self.names.base == "stable":
            backend.add_rule([], [-member, -attacked])
        if self.names.base in ("admissible", "complete"):
            backend.add_rule([self._possible(one)], [-attacked])
            for other in self.names.contraries[one]:
                backend.add_rule([threatened], [self._possible(other)])
            backend.add_rule([], [member, threatened])
        if self.names.base == "complete":
            backend.add_rule([], [-member, -threatened])

    def add(self, clause: Sequence[int]) -> None:
        """From now on find only sets of which one of these literals holds."""
        with self.control.backend() as backend:
            backend.add_rule([], [-one for one in clause])

    def find(self, literals: Sequence[int], some: Sequence[int] = ()) -> Found | None:
        """A set of which all these literals hold and one of `some`, if any; None: there is none."""
        if not some:
            return self._find(list(literals))
        with self.control.backend() as backend:
            switch = self.next_atom  # the constraint counts for this question only
            self.next_atom += 1
            backend.add_rule([switch], choice=True)
            backend.add_rule([], [switch, *(-one for one in some)])
        found = self._find([*literals, switch])
        with self.control.backend() as backend:
            backend.add_rule([], [switch])
        return found

    def _find(self, assumed: list[int]) -> Found | None:
        names = self.framework.assumptions
        with self.control.solve(yield_=True, async_=True, assumptions=assumed) as handle:
            for model in _models(handle):
                members = frozenset(one for one in names if model.is_true(self.names.held(one)))
                reach = frozenset(one for one in names if model.is_true(self.names.reach(one)))
                return Found(members, reach)
        return None

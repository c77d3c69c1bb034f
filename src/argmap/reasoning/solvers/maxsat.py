"""Adapter for RC2, the MaxSAT solver of python-sat: minimal premise sets and rejection sets."""

from __future__ import annotations

from contextlib import contextmanager
from threading import local
from typing import TYPE_CHECKING, Any, cast

from pysat._utils import MainThread
from pysat.examples.rc2 import RC2
from pysat.formula import WCNF

from argmap.reasoning.horn import derivable
from argmap.reasoning.time_limit import check_time_limit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.reasoning.horn import Atom, Horn

# The solver returns to Python after so many conflicts; they count as so many steps.
_CONFLICTS_AT_ONCE, _STEPS_OF_CONFLICTS = 500, 10


def rejection_sets(horn: Horn, grants: Sequence[Atom], goal: Atom) -> Iterator[tuple[Atom, ...]]:
    """The minimal sets of grants without which the goal has no derivation, smallest first.

    As MaxSAT: the rules and the negation of the goal are hard clauses, every grant is a soft one,
    and a set consists of the soft clauses that an optimal solution violates. Circles need no other
    clause: every model is closed under the rules, and the goal is false in it.

    >>> from argmap.reasoning.horn import Horn
    >>> two_ways = Horn(3, ((2, (0,)), (2, (1,))))  # 2 follows from 0, and from 1
    >>> list(rejection_sets(two_ways, [0, 1], goal=2))
    [(0, 1)]
    """
    formula = WCNF()
    for head, body in horn.rules:
        formula.append([head + 1, *(-(atom + 1) for atom in body)])
    formula.append([-(goal + 1)])
    for grant in grants:
        formula.append([grant + 1], weight=1)
    with _solver(formula) as solver:
        while (model := _next_model(solver)) is not None:
            withdrawn = tuple(grant for grant in grants if model[grant] < 0)
            yield withdrawn
            if not withdrawn:  # every other set is a superset of the empty one
                return
            solver.add_clause([grant + 1 for grant in withdrawn])


def premise_sets(horn: Horn, grants: Sequence[Atom], goal: Atom) -> Iterator[tuple[Atom, ...]]:
    """The minimal sets of grants from which the goal is derivable, smallest first.

    As MaxSAT: the goal and a reason for each atom (Clark 1978) are hard clauses, the absence of
    each grant is a soft one. Circular reasons are excluded by a loop formula (Lin, Zhao 2004) when
    a solution has some, so that a map without circles has no additional clauses.

    >>> from argmap.reasoning.horn import Horn
    >>> two_ways = Horn(3, ((2, (0,)), (2, (1,))))  # 2 follows from 0, and from 1
    >>> sorted(premise_sets(two_ways, [0, 1], goal=2))
    [(0,), (1,)]
    """
    reasons = _Reasons(horn, grants, goal)
    with _solver(reasons.formula) as solver:
        while (model := _next_model(solver)) is not None:
            chosen = tuple(
                grant for grant, literal in reasons.granted.items() if model[literal - 1] > 0
            )
            is_derived = derivable(horn, chosen)
            if is_derived[goal]:
                yield chosen
                if not chosen:
                    return
                solver.add_clause([-reasons.granted[grant] for grant in chosen])
            else:
                true = (atom for atom in range(horn.atoms) if model[atom] > 0)
                circle = [atom for atom in true if not is_derived[atom]]
                for clause in reasons.outside(circle):
                    solver.add_clause(clause)


class _InSteps:
    """A SAT solver that returns to Python now and then, so that the limit and Ctrl-C are seen.

    RC2 sets a budget of conflicts of its own for some of its calls, which is kept.
    """

    def __init__(self, inner: Any) -> None:  # noqa: ANN401  # a solver of pysat, which has no types
        self._inner = inner
        self._budget = -1

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(self._inner, name)

    def conf_budget(self, budget: int = -1) -> None:
        """Set the most conflicts of the calls to come; -1 is no limit."""
        self._budget = budget
        self._inner.conf_budget(budget)

    def solve(self, assumptions: Sequence[int] = ()) -> bool | None:
        """Whether there is a model of these assumptions."""
        return self.solve_limited(assumptions)

    def solve_limited(
        self,
        assumptions: Sequence[int] = (),
        expect_interrupt: object = None,  # as RC2 calls it
    ) -> bool | None:
        """Whether there is a model; None if the budget of the caller ran out."""
        del expect_interrupt
        check_time_limit()
        if self._budget > 0:
            return cast("bool | None", self._inner.solve_limited(assumptions))
        answer: bool | None = None
        while answer is None:
            self._inner.conf_budget(_CONFLICTS_AT_ONCE)
            answer = self._inner.solve_limited(assumptions)
            check_time_limit(_STEPS_OF_CONFLICTS)
        return answer


def _solver(formula: WCNF) -> RC2:
    """A solver of a formula that returns to Python now and then."""
    solver = RC2(formula)
    solver.oracle = _InSteps(solver.oracle)
    return solver


def _next_model(solver: RC2) -> list[int] | None:
    """The next optimal solution; None if there is no other."""
    with _own_handler_of_interrupts():
        model: list[int] | None = solver.compute()
    return model


@contextmanager
def _own_handler_of_interrupts() -> Iterator[None]:
    """A context in which Ctrl-C waits until the solver returns to Python.

    On the main thread python-sat sets a handler of its own for every call, which leaves the solver
    by a jump out of the middle of its work and so can corrupt the memory. On other threads it sets
    none; hence it is made to believe that it is on another one.
    """
    _THREAD.waits = True
    try:
        yield
    finally:
        _THREAD.waits = False


def _sets_handler() -> bool:
    """Whether python-sat may set its handler: on the main thread, but for our own calls."""
    return not getattr(_THREAD, "waits", False) and _is_main_thread()


_THREAD = local()  # a call of one thread changes nothing for the others
_is_main_thread = MainThread.check
MainThread.check = staticmethod(_sets_handler)


class _Reasons:
    """Clauses that demand a reason for each atom: its grant, or a rule that fires.

    Variables are numbered: first the atoms, then the grants, then the rules.
    """

    def __init__(self, horn: Horn, grants: Sequence[Atom], goal: Atom) -> None:
        self.horn = horn
        self.granted = {grant: horn.atoms + 1 + place for place, grant in enumerate(grants)}
        self.first_rule = horn.atoms + 1 + len(grants)
        self.rules_of: dict[Atom, list[int]] = {}
        self.formula = WCNF()
        self.formula.append([goal + 1])
        for rule, (head, body) in enumerate(horn.rules):
            self.rules_of.setdefault(head, []).append(rule)
            for atom in body:
                self.formula.append([-(self.first_rule + rule), atom + 1])
        for atom in range(horn.atoms):
            self.formula.append([-(atom + 1), *self.reasons_of(atom, frozenset())])
        for literal in self.granted.values():
            self.formula.append([-literal], weight=1)

    def reasons_of(self, atom: Atom, excluded: frozenset[Atom]) -> Iterator[int]:
        """The grant of an atom, and its rules that need no excluded atom."""
        if atom in self.granted:
            yield self.granted[atom]
        for rule in self.rules_of.get(atom, ()):
            if excluded.isdisjoint(self.horn.rules[rule][1]):
                yield self.first_rule + rule

    def outside(self, circle: Sequence[Atom]) -> Iterator[list[int]]:
        """The loop formula: each atom of a circle needs a reason from outside the circle."""
        within = frozenset(circle)
        reasons = [reason for atom in circle for reason in self.reasons_of(atom, within)]
        for atom in circle:
            yield [-(atom + 1), *reasons]

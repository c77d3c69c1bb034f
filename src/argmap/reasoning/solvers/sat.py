"""Adapter for the SAT solver CaDiCaL: oracles for extensions.

It calls `pysolvers`, the C extension of python-sat, directly: importing the package `pysat` takes
longer than answering most questions.
"""

from __future__ import annotations

import pysolvers

from argmap.reasoning.horn import derivable
from argmap.reasoning.solvers.encoding import Encoding
from argmap.reasoning.solvers.oracle import Solution
from argmap.reasoning.time_limit import check_time_limit

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.reasoning.framework import Framework
    from argmap.reasoning.horn import Atom
    from argmap.reasoning.solvers.oracle import Base

_UNKNOWN, _UNSATISFIABLE = 0, -1
# The solver returns to Python after so many conflicts, so that Ctrl-C and the time limit are seen.
_CONFLICTS_AT_ONCE = 20_000


class SatOracle:
    """An oracle by SAT; it decides for membership first, so that solutions are large.

    Derivations that go round in a circle are excluded by loop formulas when a model has one (Lin,
    Zhao 2004), so that frameworks without circles have no additional clauses.
    """

    def __init__(self, framework: Framework, base: Base) -> None:
        self.framework = framework
        self.encoding = Encoding(framework, base)
        self.has_circles = any(len(group) > 1 for group in framework.horn.components) or any(
            head in body for head, body in framework.rules
        )
        self.solver = pysolvers.cadical195_new()
        for clause in self.encoding.clauses():
            pysolvers.cadical195_add_cl(self.solver, clause)
        # The preferred sign of each variable: a membership is first tried as true.
        phases = [self.encoding.derived(assumption) for assumption in framework.assumptions]
        pysolvers.cadical195_setphases(self.solver, phases)

    def __del__(self) -> None:
        if hasattr(self, "solver"):
            pysolvers.cadical195_del(self.solver, None)

    def add(self, clause: Sequence[int]) -> None:
        """From now on find only sets of which at least one of these literals holds."""
        pysolvers.cadical195_add_cl(self.solver, list(clause))

    def find(self, literals: Sequence[int], some: Sequence[int] = ()) -> Solution | None:
        """A set of which all these literals hold and one of `some`, if any, or None."""
        if not some:
            return self._find(list(literals))
        # Clauses cannot be removed. A fresh variable switches this one on for the present question
        # and is then set to false for ever, which satisfies the clause.
        switch = self.encoding.next_variable
        self.encoding.next_variable += 1
        self.add([-switch, *some])
        solution = self._find([*literals, switch])
        self.add([-switch])
        return solution

    def _find(self, assumed: list[int]) -> Solution | None:
        while (model := self._model(assumed)) is not None:
            circles = list(self._circles(model)) if self.has_circles else []
            if not circles:
                return self._solution(model)
            for circle, is_possible in circles:
                for clause in self.encoding.grounding(circle, is_possible=is_possible):
                    pysolvers.cadical195_add_cl(self.solver, clause)
        return None

    def _model(self, assumed: list[int]) -> list[int] | None:
        """A model that satisfies these assumptions, or None.

        It is copied at once: if it is requested after a clause was added, CaDiCaL ends the process.
        """
        answer = _UNKNOWN
        while answer == _UNKNOWN:
            check_time_limit()
            pysolvers.cadical195_cbudget(self.solver, _CONFLICTS_AT_ONCE)
            answer = pysolvers.cadical195_solve_lim(self.solver, assumed, 0)
        if answer == _UNSATISFIABLE:
            return None
        model: list[int] = pysolvers.cadical195_model(self.solver)
        return model

    def _circles(self, model: list[int]) -> Iterable[tuple[frozenset[Atom], bool]]:
        """The sets of atoms that the model makes true without a derivation, and in which sense.

        The flag is true for sets derivable only from themselves among the assumptions that are not
        attacked, false for those among the members.
        """
        kinds = (False, True) if self.encoding.base in ("admissible", "complete") else (False,)
        for is_possible in kinds:
            literal = self.encoding.possible if is_possible else self.encoding.derived
            true = {atom for atom in range(self.framework.atoms) if _holds(model, literal(atom))}
            is_derived = derivable(self.framework.horn, true & self.encoding.assumed)
            circle = frozenset(atom for atom in true if not is_derived[atom])
            if circle:
                yield circle, is_possible

    def _solution(self, model: list[int]) -> Solution:
        """The set that a model describes; a literal of variable v stands at place v - 1."""
        assumptions = self.framework.assumptions
        members = frozenset(atom for atom in assumptions if model[atom] > 0)
        if self.encoding.base == "stable":
            return Solution(members, frozenset(assumptions))
        hit = (atom for atom in assumptions if model[self.encoding.attacked(atom) - 1] > 0)
        return Solution(members, members.union(hit))


def _holds(model: list[int], literal: int) -> bool:
    return (model[abs(literal) - 1] > 0) == (literal > 0)


oracle_of = SatOracle  # the name under which `engines.py` looks for it in every adapter

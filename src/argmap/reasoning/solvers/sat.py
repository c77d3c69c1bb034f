"""The door to CaDiCaL in python-sat.

By its raw extension: importing the rest costs more than most questions do.
"""

from __future__ import annotations

import pysolvers

from argmap.reasoning.horn import derivable
from argmap.reasoning.solvers.encoding import Encoding
from argmap.reasoning.solvers.oracle import Found
from argmap.reasoning.solvers.time_limit import refuse_late

TYPE_CHECKING = False  # as checkers know it: `solve` does not wait for typing
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.reasoning.framework import Framework
    from argmap.reasoning.horn import Atom
    from argmap.reasoning.solvers.oracle import Base

_UNKNOWN, _UNSATISFIABLE = 0, -1
_CONFLICTS_AT_ONCE = 20_000  # then Python may see that the time is up, or Ctrl-C


class Oracle:
    """Finds sets of assumptions by SAT; tries members first, so that what it finds is large.

    Reasons that go round in a circle are ruled out when a solution has some, so that frameworks
    without circles pay nothing for them.
    """

    def __init__(self, framework: Framework, base: Base) -> None:
        self.framework = framework
        self.encoding = Encoding(framework, base)
        self.has_circles = any(len(group) > 1 for group in framework.horn.in_order) or any(
            head in body for head, body in framework.rules
        )
        self.solver = pysolvers.cadical195_new()
        for clause in self.encoding.clauses():
            pysolvers.cadical195_add_cl(self.solver, clause)
        phases = [self.encoding.held(one) for one in framework.assumptions]
        pysolvers.cadical195_setphases(self.solver, phases)

    def __del__(self) -> None:
        if hasattr(self, "solver"):
            pysolvers.cadical195_del(self.solver, None)

    def add(self, clause: Sequence[int]) -> None:
        """From now on find only sets of which one of these literals holds."""
        pysolvers.cadical195_add_cl(self.solver, list(clause))

    def find(self, literals: Sequence[int], some: Sequence[int] = ()) -> Found | None:
        """A set of which all these literals hold and one of `some`, if any; None: there is none."""
        if not some:
            return self._find(list(literals))
        switch = self.encoding.next_variable  # the clause counts for this question only
        self.encoding.next_variable += 1
        self.add([-switch, *some])
        found = self._find([*literals, switch])
        self.add([-switch])
        return found

    def _find(self, assumed: list[int]) -> Found | None:
        while (model := self._model(assumed)) is not None:
            circles = list(self._circles(model)) if self.has_circles else []
            if not circles:
                return self._found(model)
            for circle, is_possible in circles:
                for clause in self.encoding.grounding(circle, is_possible=is_possible):
                    pysolvers.cadical195_add_cl(self.solver, clause)
        return None

    def _model(self, assumed: list[int]) -> list[int] | None:
        """A model, copied at once: asked after a change the solver ends the whole process."""
        answer = _UNKNOWN
        while answer == _UNKNOWN:
            refuse_late()
            pysolvers.cadical195_cbudget(self.solver, _CONFLICTS_AT_ONCE)
            answer = pysolvers.cadical195_solve_lim(self.solver, assumed, 0)
        if answer == _UNSATISFIABLE:
            return None
        model: list[int] = pysolvers.cadical195_model(self.solver)
        return model

    def _circles(self, model: list[int]) -> Iterable[tuple[frozenset[Atom], bool]]:
        """What the model holds for derivable and is not, in both senses of derivable."""
        kinds = (False, True) if self.encoding.base in ("admissible", "complete") else (False,)
        for is_possible in kinds:
            literal = self.encoding.possible if is_possible else self.encoding.held
            held = {atom for atom in range(self.framework.atoms) if _holds(model, literal(atom))}
            founded = derivable(self.framework.horn, held & self.encoding.assumed)
            circle = frozenset(atom for atom in held if not founded[atom])
            if circle:
                yield circle, is_possible

    def _found(self, model: list[int]) -> Found:
        names = self.framework.assumptions
        members = frozenset(one for one in names if model[one] > 0)
        if self.encoding.base == "stable":
            return Found(members, frozenset(names))
        hit = (one for one in names if model[self.encoding.attacked(one) - 1] > 0)
        return Found(members, members.union(hit))


def _holds(model: list[int], literal: int) -> bool:
    return (model[abs(literal) - 1] > 0) == (literal > 0)

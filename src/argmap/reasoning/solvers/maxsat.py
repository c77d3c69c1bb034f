"""The door to the MaxSAT solvers of python-sat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pysat.examples.rc2 import RC2
from pysat.formula import WCNF

from argmap.reasoning.horn import derivable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.reasoning.horn import Atom, Horn


def rejection_sets(horn: Horn, grants: Sequence[Atom], goal: Atom) -> Iterator[tuple[Atom, ...]]:
    """The minimal sets of grants without which the goal has no derivation, smallest first.

    Each is the cost of an optimal solution of MaxSAT: the rules and the goal's denial are hard,
    every grant is soft; circles need nothing of their own, as any model is closed under the rules.
    """
    formula = WCNF()
    for head, body in horn.rules:
        formula.append([head + 1, *(-(atom + 1) for atom in body)])
    formula.append([-(goal + 1)])
    for grant in grants:
        formula.append([grant + 1], weight=1)
    with RC2(formula) as solver:
        while (model := solver.compute()) is not None:
            withdrawn = tuple(grant for grant in grants if model[grant] < 0)
            yield withdrawn
            if not withdrawn:
                return
            solver.add_clause([grant + 1 for grant in withdrawn])


def premise_sets(horn: Horn, grants: Sequence[Atom], goal: Atom) -> Iterator[tuple[Atom, ...]]:
    """The minimal sets of grants from which the goal is derivable, smallest first.

    The goal is hard, and so is that each atom has a reason (Clark 1978); that a grant is left out
    is soft. Reasons that go round in a circle are ruled out when a solution has some (Lin, Zhao
    2004), so a map without circles pays nothing for them.
    """
    reasons = _Reasons(horn, grants, goal)
    with RC2(reasons.formula) as solver:
        while (model := solver.compute()) is not None:
            chosen = tuple(
                one for one, literal in reasons.granted.items() if model[literal - 1] > 0
            )
            held = derivable(horn, chosen)
            if held[goal]:
                yield chosen
                if not chosen:
                    return
                solver.add_clause([-reasons.granted[grant] for grant in chosen])
            else:
                circle = [atom for atom in range(horn.atoms) if model[atom] > 0 and not held[atom]]
                for clause in reasons.outside(circle):
                    solver.add_clause(clause)


class _Reasons:
    """Why each atom holds: variables for atoms, then for grants, then for rules that fire."""

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
        """The grant of an atom and its rules that need none of the excluded ones."""
        if atom in self.granted:
            yield self.granted[atom]
        for rule in self.rules_of.get(atom, ()):
            if excluded.isdisjoint(self.horn.rules[rule][1]):
                yield self.first_rule + rule

    def outside(self, circle: Sequence[Atom]) -> Iterator[list[int]]:
        """Clauses that say: what goes round in a circle needs a reason from outside it."""
        within = frozenset(circle)
        reasons = [one for atom in circle for one in self.reasons_of(atom, within)]
        for atom in circle:
            yield [-(atom + 1), *reasons]

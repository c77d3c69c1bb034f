"""Sets of assumptions as clauses: what the SAT solver is given.

Variables, for `n` atoms: `a + 1` for "a is derivable from the set", `n + a + 1` for "a is in its
range", `2n + a + 1` for "a is attacked by it", `3n + a + 1` for "a is derivable from what it does
not attack", and from `4n + 1` on one for every rule body that has several members. Derivability is
Clark's completion (1978), which is exact where rules form no circle.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as checkers know it: `solve` does not wait for typing
if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.reasoning.framework import Framework
    from argmap.reasoning.horn import Atom
    from argmap.reasoning.solvers.oracle import Base


class Encoding:
    """The clauses of a framework for a base, and the names of their variables."""

    def __init__(self, framework: Framework, base: Base) -> None:
        self.framework = framework
        self.base = base
        self.n = framework.atoms
        self.next_variable = 4 * self.n + 1
        self.assumed = frozenset(framework.assumptions)
        self.contraries: dict[Atom, list[Atom]] = {one: [] for one in framework.assumptions}
        for assumption, contrary in framework.contraries:
            self.contraries[assumption].append(contrary)

    def held(self, atom: Atom) -> int:
        """That the atom is derivable from the set."""
        return atom + 1

    def reach(self, atom: Atom) -> int:
        """That an assumption is a member, or attacked."""
        return self.n + atom + 1

    def attacked(self, atom: Atom) -> int:
        """That an assumption is attacked by the set."""
        return -self.held(atom) if self.base == "stable" else 2 * self.n + atom + 1

    def possible(self, atom: Atom) -> int:
        """That the atom is derivable from what the set does not attack."""
        return -self.attacked(atom) if atom in self.assumed else 3 * self.n + atom + 1

    def clauses(self) -> Iterator[list[int]]:
        """All clauses."""
        for one in self.framework.assumptions:
            yield from self._of_assumption(one)
        yield from self.derivations(is_possible=False)
        if self.base in ("admissible", "complete"):
            yield from self.derivations(is_possible=True)

    def _of_assumption(self, one: Atom) -> Iterator[list[int]]:
        member, attacked, contraries = self.held(one), self.attacked(one), self.contraries[one]
        for other in contraries:
            yield [-self.held(other), attacked]
        yield [-attacked, *(self.held(other) for other in contraries)]
        if self.base == "stable":
            return
        yield [-member, -attacked]
        if self.base in ("admissible", "complete"):
            for other in contraries:
                yield [-member, -self.possible(other)]
        if self.base == "complete":
            yield [member, *(self.possible(other) for other in contraries)]
        if self.base != "admissible":
            reach = self.reach(one)
            yield [-reach, member, attacked]
            yield [-member, reach]
            yield [-attacked, reach]

    def derivations(self, *, is_possible: bool) -> Iterator[list[int]]:
        """An atom holds exactly if a rule for it does."""
        literal = self.possible if is_possible else self.held
        reasons: dict[Atom, list[int]] = {
            atom: [] for atom in range(self.n) if atom not in self.assumed
        }
        for head, body in self.framework.rules:
            if len(body) == 1:
                reason = literal(body[0])
            else:
                reason = self.next_variable
                self.next_variable += 1
                for atom in body:
                    yield [-reason, literal(atom)]
                yield [reason, *(-literal(atom) for atom in body)]
            reasons[head].append(reason)
            yield [-reason, literal(head)]
        for atom, found in reasons.items():
            yield [-literal(atom), *found]

    def grounding(self, circle: frozenset[Atom], *, is_possible: bool) -> Iterator[list[int]]:
        """Clauses that say: what goes round in this circle needs a reason from outside it.

        The loop formula of Lin and Zhao (2004), with a variable for every way in.
        """
        literal = self.possible if is_possible else self.held
        ways = []
        for head, body in self.framework.rules:
            if head in circle and circle.isdisjoint(body):
                way = self.next_variable
                self.next_variable += 1
                ways.append(way)
                for atom in body:
                    yield [-way, literal(atom)]
        for atom in circle:
            yield [-literal(atom), *ways]

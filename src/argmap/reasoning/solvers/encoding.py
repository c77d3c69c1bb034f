"""Encoding of a framework in clauses (CNF), for the SAT solver.

Variables, for `n` atoms: `a + 1` for "a is derivable from the set", `n + a + 1` for "a is in the
range of the set", `2n + a + 1` for "a is attacked by the set", `3n + a + 1` for "a is *possible*:
derivable from the assumptions that the set does not attack", and from `4n + 1` on a variable for
every rule body with several members. Derivability is encoded by Clark's completion (1978), which is
exact where rules form no circle; circles take the loop formulas of Lin and Zhao (2004).
"""

from __future__ import annotations

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.reasoning.framework import Framework
    from argmap.reasoning.horn import Atom
    from argmap.reasoning.solvers.oracle import Base


class Encoding:
    """The clauses of a framework for a base, and the numbers of their variables.

    >>> from argmap.reasoning.framework import Framework
    >>> mutual = Framework(2, (0, 1), (), ((0, 1), (1, 0)))
    >>> for clause in Encoding(mutual, "stable").clauses():
    ...     print(clause)  # 1 and 2 are the members; an assumption is attacked if it is no member
    [-2, -1]
    [1, 2]
    [-1, -2]
    [2, 1]
    """

    def __init__(self, framework: Framework, base: Base) -> None:
        self.framework = framework
        self.base = base
        self.n = framework.atoms
        self.next_variable = 4 * self.n + 1
        self.assumed = frozenset(framework.assumptions)
        self.contraries: dict[Atom, list[Atom]] = {atom: [] for atom in framework.assumptions}
        for assumption, contrary in framework.contraries:
            self.contraries[assumption].append(contrary)

    def derived(self, atom: Atom) -> int:
        """The literal which says that the atom is derivable from the set."""
        return atom + 1

    def in_range(self, atom: Atom) -> int:
        """The literal which says that an assumption is in the range: a member, or attacked."""
        return self.n + atom + 1

    def attacked(self, atom: Atom) -> int:
        """The literal which says that an assumption is attacked by the set.

        A stable set attacks exactly the assumptions that are no members, so needs no variable.
        """
        return -self.derived(atom) if self.base == "stable" else 2 * self.n + atom + 1

    def possible(self, atom: Atom) -> int:
        """The literal which says that the atom is derivable from unattacked assumptions."""
        return -self.attacked(atom) if atom in self.assumed else 3 * self.n + atom + 1

    def clauses(self) -> Iterator[list[int]]:
        """All clauses but those against circles, which `grounding` adds when they are needed."""
        for assumption in self.framework.assumptions:
            yield from self._of_assumption(assumption)
        yield from self.derivations(is_possible=False)
        if self.base in ("admissible", "complete"):
            yield from self.derivations(is_possible=True)

    def _of_assumption(self, assumption: Atom) -> Iterator[list[int]]:
        """The clauses of one assumption, by the definition of the base."""
        member, attacked = self.derived(assumption), self.attacked(assumption)
        contraries = self.contraries[assumption]
        for contrary in contraries:
            yield [-self.derived(contrary), attacked]
        yield [-attacked, *(self.derived(contrary) for contrary in contraries)]
        if self.base == "stable":
            return
        yield [-member, -attacked]
        if self.base in ("admissible", "complete"):
            for contrary in contraries:
                yield [-member, -self.possible(contrary)]
        if self.base == "complete":
            yield [member, *(self.possible(contrary) for contrary in contraries)]
        if self.base != "admissible":
            in_range = self.in_range(assumption)
            yield [-in_range, member, attacked]
            yield [-member, in_range]
            yield [-attacked, in_range]

    def derivations(self, *, is_possible: bool) -> Iterator[list[int]]:
        """Clark's completion: an atom is derivable exactly if the body of a rule for it is."""
        literal = self.possible if is_possible else self.derived
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
        for atom, bodies in reasons.items():
            yield [-literal(atom), *bodies]

    def grounding(self, circle: frozenset[Atom], *, is_possible: bool) -> Iterator[list[int]]:
        """The loop formula (Lin, Zhao 2004): a circle's atoms need a rule from outside the circle.

        Every rule that leads into the circle gets a variable of its own.
        """
        literal = self.possible if is_possible else self.derived
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

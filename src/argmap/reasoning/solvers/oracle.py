"""The oracle interface between semantics and solvers: find a set of assumptions with properties.

A *base* is the kind of sets to search: `admissible` sets, `complete` extensions, `stable` ones, or
`conflict-free` sets. Properties are literals, as in a SAT solver: `atom + 1` means that the atom is
derivable from the set (for an assumption: that it is a member), and `atoms + atom + 1` that an
assumption is in the set's range, that is, a member or attacked by the set. A negative literal is
the negation. For the base `admissible` there are no range literals.
"""

from __future__ import annotations

from argmap.reasoning.horn import bits, derivable_in

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Literal, Protocol, TypeAlias

    from argmap.reasoning.framework import Framework
    from argmap.reasoning.horn import Atom

    class Oracle(Protocol):
        """A search for sets of assumptions of one base in one framework."""

        def find(self, literals: Sequence[int], some: Sequence[int] = ()) -> Solution | None:
            """A set that satisfies all clauses added so far and all these literals, or None.

            If `some` is not empty, at least one of its literals holds too.
            """

        def add(self, clause: Sequence[int]) -> None:
            """From now on find only sets of which at least one of these literals holds."""


Base: TypeAlias = 'Literal["admissible", "complete", "stable", "conflict-free"]'
OracleOf: TypeAlias = "Callable[[Framework, Base], Oracle]"


class Solution:
    """The answer of an oracle: a set of assumptions, and the assumptions in its range."""

    __slots__ = ("in_range", "members")

    def __init__(self, members: frozenset[Atom], in_range: frozenset[Atom]) -> None:
        self.members = members
        self.in_range = in_range


class Enumerated:
    """An oracle for small frameworks, without a solver: all subsets are tested at once.

    The subsets of the assumptions are numbered by their bits; a set of subsets, called worlds here,
    is an integer whose bit `w` stands for subset `w`. One `&` or `|` then treats all 2^n subsets of
    n assumptions, which at up to 10 is faster than to load a solver.

    >>> from argmap.reasoning.framework import Framework
    >>> mutual = Framework(2, (0, 1), (), ((0, 1), (1, 0)))
    >>> oracle = Enumerated(mutual, "stable")
    >>> oracle.find([2]).members  # with atom 1: literals count from 1
    frozenset({1})
    >>> oracle.add([1])  # from now on only with atom 0
    >>> print(oracle.find([2]))
    None
    """

    MOST = 10  # assumptions

    def __init__(self, framework: Framework, base: Base) -> None:
        self.framework = framework
        # 2^n subsets take 2^n bits; all of them set is every subset.
        self.every = (1 << (1 << len(framework.assumptions))) - 1
        members = {
            atom: _worlds_with(place, len(framework.assumptions))
            for place, atom in enumerate(framework.assumptions)
        }
        self.derived = derivable_in(framework.horn, members)
        self.attacked = self._hit(self.derived)
        self.remaining = self._worlds_of(base, members)

    def _hit(self, marks: list[int]) -> dict[Atom, int]:
        """For every assumption the worlds in which an atom contrary to it is marked."""
        hit = dict.fromkeys(self.framework.assumptions, 0)
        for assumption, contrary in self.framework.contraries:
            hit[assumption] |= marks[contrary]
        return hit

    def _worlds_of(self, base: Base, members: dict[Atom, int]) -> int:
        """The worlds that are sets of this base."""
        good = self.every
        unattacked = {atom: self.every & ~hit for atom, hit in self.attacked.items()}
        threatened = (
            self._hit(derivable_in(self.framework.horn, unattacked))
            if base in ("admissible", "complete")
            else {}
        )
        for assumption, worlds in members.items():
            good &= ~(worlds & self.attacked[assumption])
            if base == "stable":
                good &= worlds | self.attacked[assumption]
            elif base == "admissible":
                good &= ~(worlds & threatened[assumption])
            elif base == "complete":
                # A member exactly where no threat remains: of the two marks just one is set.
                good &= worlds ^ threatened[assumption]
        return good

    def find(self, literals: Sequence[int], some: Sequence[int] = ()) -> Solution | None:
        """The remaining set with the smallest number that fits, or None."""
        worlds = self.remaining & self._any(some) if some else self.remaining
        for literal in literals:
            worlds &= self._where(literal)
        if not worlds:
            return None
        first = (worlds & -worlds).bit_length() - 1  # the position of the lowest set bit
        assumptions = self.framework.assumptions
        members = frozenset(assumptions[place] for place in bits(first))
        hit = {atom for atom in assumptions if (self.attacked[atom] >> first) & 1}
        return Solution(members, members | hit)

    def add(self, clause: Sequence[int]) -> None:
        """Keep only the sets of which at least one of these literals holds."""
        self.remaining &= self._any(clause)

    def _any(self, literals: Sequence[int]) -> int:
        """The worlds in which at least one of these literals holds."""
        worlds = 0
        for literal in literals:
            worlds |= self._where(literal)
        return worlds

    def _where(self, literal: int) -> int:
        """The worlds in which a literal holds."""
        atom = abs(literal) - 1
        if atom < self.framework.atoms:
            worlds = self.derived[atom] & self.every
        else:
            atom -= self.framework.atoms
            worlds = self.derived[atom] | self.attacked[atom]
        return worlds if literal > 0 else self.every & ~worlds


def _worlds_with(place: int, size: int) -> int:
    """The numbers below 2 ** size that have this bit, as bits of one integer.

    Counting up, a bit is 0 for 2^place numbers and then 1 for as many. That period is built once
    and doubled until it covers all numbers.

    >>> bin(_worlds_with(1, 3))  # the numbers 2, 3, 6 and 7
    '0b11001100'
    """
    half = 1 << place
    run = ((1 << half) - 1) << half
    width = 2 * half
    while width < (1 << size):
        run |= run << width
        width *= 2
    return run

"""What the semantics ask of a solver: one set of assumptions after another.

A *base* says which sets are looked for: `admissible` sets, `complete` extensions, `stable` ones, or
`conflict-free` sets. Literals speak of atoms: `atom + 1` says that the atom is derivable from the
set (for an assumption: that it is a member), and `atoms + atom + 1` that an assumption is in its
range, a member or attacked by it; of admissible sets nothing is said about ranges. Negative
literals say the contrary.
"""

from __future__ import annotations

from argmap.reasoning.horn import bits, derivable_in

TYPE_CHECKING = False  # as checkers know it: `solve` does not wait for typing
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Literal, Protocol, TypeAlias

    from argmap.reasoning.framework import Framework
    from argmap.reasoning.horn import Atom

    class Oracle(Protocol):
        """Finds sets of assumptions of one base in one framework."""

        def find(self, literals: Sequence[int], some: Sequence[int] = ()) -> Found | None:
            """A set of which all these literals hold, and one of `some`, if any; else None.

            Every clause added so far holds too.
            """

        def add(self, clause: Sequence[int]) -> None:
            """From now on find only sets of which one of these literals holds."""


Base: TypeAlias = 'Literal["admissible", "complete", "stable", "conflict-free"]'
OracleOf: TypeAlias = "Callable[[Framework, Base], Oracle]"


class Found:
    """A set of assumptions, and the assumptions in its range."""

    __slots__ = ("members", "reach")

    def __init__(self, members: frozenset[Atom], reach: frozenset[Atom]) -> None:
        self.members = members
        self.reach = reach


class Enumerated:
    """An oracle for small frameworks, without a solver: all subsets are judged at once.

    Subset number `w` is world `w`; what is derivable from it is bit `w` of an integer. Cost: 2 to
    the number of assumptions, in bits.
    """

    MOST = 10  # assumptions

    def __init__(self, framework: Framework, base: Base) -> None:
        self.framework = framework
        self.every = (1 << (1 << len(framework.assumptions))) - 1
        members = {
            atom: _worlds_with(place, len(framework.assumptions))
            for place, atom in enumerate(framework.assumptions)
        }
        self.held = derivable_in(framework.horn, members)
        self.attacked = self._hit(self.held)
        self.left = self._judged(base, members)

    def _hit(self, marks: list[int]) -> dict[Atom, int]:
        """For every assumption the worlds in which something contrary to it is marked."""
        hit = dict.fromkeys(self.framework.assumptions, 0)
        for assumption, contrary in self.framework.contraries:
            hit[assumption] |= marks[contrary]
        return hit

    def _judged(self, base: Base, members: dict[Atom, int]) -> int:
        """The worlds that are of this base."""
        good = self.every
        undefeated = {one: self.every & ~hit for one, hit in self.attacked.items()}
        threatened = (
            self._hit(derivable_in(self.framework.horn, undefeated))
            if base in ("admissible", "complete")
            else {}
        )
        for one, worlds in members.items():
            good &= ~(worlds & self.attacked[one])
            if base == "stable":
                good &= worlds | self.attacked[one]
            elif base == "admissible":
                good &= ~(worlds & threatened[one])
            elif base == "complete":
                good &= worlds ^ threatened[one]  # a member exactly where nothing threatens it
        return good

    def find(self, literals: Sequence[int], some: Sequence[int] = ()) -> Found | None:
        """The first of the sets left, by number."""
        worlds = self.left & self._any(some) if some else self.left
        for literal in literals:
            worlds &= self._where(literal)
        if not worlds:
            return None
        first = (worlds & -worlds).bit_length() - 1
        names = self.framework.assumptions
        members = frozenset(names[place] for place in bits(first))
        hit = {one for one in names if self.attacked[one] >> first & 1}
        return Found(members, members | hit)

    def add(self, clause: Sequence[int]) -> None:
        """Leave only the sets of which one of these literals holds."""
        self.left &= self._any(clause)

    def _any(self, literals: Sequence[int]) -> int:
        worlds = 0
        for literal in literals:
            worlds |= self._where(literal)
        return worlds

    def _where(self, literal: int) -> int:
        atom = abs(literal) - 1
        if atom < self.framework.atoms:
            worlds = self.held[atom] & self.every
        else:
            atom -= self.framework.atoms
            worlds = self.held[atom] | self.attacked[atom]
        return worlds if literal > 0 else self.every & ~worlds


def _worlds_with(place: int, size: int) -> int:
    """The numbers below 2 ** size that have this bit, as bits of one integer."""
    run = (1 << (1 << place)) - 1 << (1 << place)  # one stretch without and one with the bit
    width = 2 << place
    while width < 1 << size:
        run |= run << width
        width *= 2
    return run

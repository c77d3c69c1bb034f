"""Flat assumption-based argumentation frameworks over integers."""

from __future__ import annotations

from array import array

from argmap.reasoning.horn import Groups, Horn, refuse_unknown

TYPE_CHECKING = False  # as checkers know it: `solve` does not wait for typing
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from argmap.reasoning.horn import Atom, Rule


class Pairs:
    """Pairs of integers as two columns: a tenth of the memory of as many tuples."""

    __slots__ = ("firsts", "seconds")

    def __init__(self, firsts: array[int], seconds: array[int]) -> None:
        self.firsts = firsts
        self.seconds = seconds

    def __len__(self) -> int:
        return len(self.firsts)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self.firsts, self.seconds, strict=True)

    def __contains__(self, pair: object) -> bool:
        return any(pair == one for one in self)


class Framework:
    """A flat assumption-based framework (Bondarenko, Dung, Kowalski, Toni 1997).

    Atoms are 0 to `atoms` - 1. A rule is its head and its body; no head is an assumption, and a
    body may be empty. `contraries` are pairs of an assumption and an atom contrary to it; an
    assumption may have several, and is attacked by whatever derives one of them.

    `horn` has the rules with their index, `hurt` for each atom the assumptions it is contrary to.

    No dataclass: importing these takes longer than most frameworks take to be solved.

    Raises:
        ValueError: an atom is out of range, a rule's head is an assumption, or what has a contrary
            is none.
    """

    __slots__ = ("assumptions", "atoms", "contraries", "horn", "hurt", "rules")

    def __init__(
        self,
        atoms: int,
        assumptions: Sequence[Atom],
        rules: tuple[Rule, ...],
        contraries: Collection[tuple[Atom, Atom]],
    ) -> None:
        self.atoms = atoms
        self.assumptions = assumptions
        self.rules = rules
        self.contraries = contraries
        self.horn = Horn(atoms, rules)
        if isinstance(contraries, Pairs):
            attacked, attackers = contraries.firsts, contraries.seconds
        else:
            attacked = array("i", [assumption for assumption, _ in contraries])
            attackers = array("i", [attacker for _, attacker in contraries])
        refuse_unknown(atoms, assumptions, attackers, attacked)
        is_assumed = bytearray(atoms)
        for one in assumptions:
            is_assumed[one] = True
        assumed_heads = [head for head in self.horn.heads if is_assumed[head]]
        if assumed_heads:
            raise ValueError(f"assumption {min(assumed_heads)} heads a rule: not flat")
        if not all(map(is_assumed.__getitem__, attacked)):
            wrong = min(one for one in attacked if not is_assumed[one])
            raise ValueError(f"{wrong} has a contrary but is not assumed")
        self.hurt = Groups(atoms, attackers, attacked)

    def __repr__(self) -> str:
        return f"Framework({self.atoms}, {self.assumptions}, {self.rules}, {self.contraries})"

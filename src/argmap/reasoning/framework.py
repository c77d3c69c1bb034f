"""Flat assumption-based argumentation frameworks over integers."""

from __future__ import annotations

from argmap.reasoning.horn import Atom, Groups, Horn, Rule, refuse_unknown


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
        assumptions: tuple[Atom, ...],
        rules: tuple[Rule, ...],
        contraries: tuple[tuple[Atom, Atom], ...],
    ) -> None:
        self.atoms = atoms
        self.assumptions = assumptions
        self.rules = rules
        self.contraries = contraries
        self.horn = Horn(atoms, rules)
        attacked = [assumption for assumption, _ in contraries]
        attackers = [attacker for _, attacker in contraries]
        refuse_unknown(atoms, assumptions, attackers)
        assumed, heads = set(assumptions), self.horn.heads
        if not assumed.isdisjoint(heads):
            raise ValueError(f"assumption {min(assumed & set(heads))} heads a rule: not flat")
        if not assumed.issuperset(attacked):
            raise ValueError(f"{min(set(attacked) - assumed)} has a contrary but is not assumed")
        self.hurt = Groups(atoms, attackers, attacked)

    def __repr__(self) -> str:
        return f"Framework({self.atoms}, {self.assumptions}, {self.rules}, {self.contraries})"

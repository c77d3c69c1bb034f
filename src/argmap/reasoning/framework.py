"""Flat assumption-based argumentation frameworks over integers."""

from __future__ import annotations

from dataclasses import dataclass, field

from argmap.reasoning.horn import Atom, Groups, Horn, Rule, refuse_unknown


@dataclass(frozen=True, slots=True)
class Framework:
    """A flat assumption-based framework (Bondarenko, Dung, Kowalski, Toni 1997).

    Atoms are 0 to `atoms` - 1. A rule is its head and its body; no head is an assumption, and a
    body may be empty. `contraries` are pairs of an assumption and an atom contrary to it; an
    assumption may have several, and is attacked by whatever derives one of them.

    `horn` has the rules with their index, `hurt` for each atom the assumptions it is contrary to.

    Raises:
        ValueError: an atom is out of range, a rule's head is an assumption, or what has a contrary
            is none.
    """

    atoms: int
    assumptions: tuple[Atom, ...]
    rules: tuple[Rule, ...]
    contraries: tuple[tuple[Atom, Atom], ...]
    horn: Horn = field(init=False, repr=False, compare=False)
    hurt: Groups = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        horn = Horn(self.atoms, self.rules)
        attacked = [assumption for assumption, _ in self.contraries]
        attackers = [attacker for _, attacker in self.contraries]
        refuse_unknown(self.atoms, self.assumptions, attackers)
        assumed = set(self.assumptions)
        if not assumed.isdisjoint(horn.heads):
            raise ValueError(f"assumption {min(assumed & set(horn.heads))} heads a rule: not flat")
        if not assumed.issuperset(attacked):
            raise ValueError(f"{min(set(attacked) - assumed)} has a contrary but is not assumed")
        object.__setattr__(self, "horn", horn)
        object.__setattr__(self, "hurt", Groups(self.atoms, attackers, attacked))

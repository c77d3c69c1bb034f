"""Flat assumption-based argumentation frameworks over integers.

Bondarenko, Dung, Kowalski, Toni 1997. A Dung framework (1995) is the special case without rules.
"""

from __future__ import annotations

from array import array

from argmap.reasoning.columns import compact, marked, with_mark
from argmap.reasoning.horn import Horn, refuse_unknown
from argmap.reasoning.packed_lists import PackedLists

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from argmap.reasoning.horn import Atom, Rules


class Pairs:
    """Pairs of integers as two arrays, which take a tenth of the memory of as many tuples."""

    __slots__ = ("firsts", "seconds")

    def __init__(self, firsts: array[int], seconds: array[int]) -> None:
        self.firsts = firsts
        self.seconds = seconds

    def __len__(self) -> int:
        return len(self.firsts)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self.firsts, self.seconds, strict=True)

    def __contains__(self, pair: object) -> bool:
        return any(pair == known for known in self)


class Framework:
    """A flat assumption-based framework (Bondarenko, Dung, Kowalski, Toni 1997).

    Atoms are 0 to `atoms` - 1. A rule is its head and its body; no head is an assumption, and a
    body may be empty. `contraries` are pairs of an assumption and an atom contrary to it; an
    assumption may have several, and is attacked by every set from which one of them is derivable.

    `horn` has the rules with their index, `victims` the assumptions to which each atom is contrary,
    `is_assumed` a mark for each atom: 1 if it is an assumption. Many assumptions are kept as array.

    Not a dataclass, as importing `dataclasses` takes longer than solving most frameworks.

    Raises:
        ValueError: an atom is out of range, a rule's head is an assumption, or an atom that has a
            contrary is not an assumption.

    Atom 2 follows from the assumption 1 and is contrary to the assumption 0:

    >>> framework = Framework(3, (0, 1), ((2, (1,)),), ((0, 2),))
    >>> list(framework.victims.of(2))
    [0]
    """

    __slots__ = ("assumptions", "atoms", "contraries", "horn", "is_assumed", "rules", "victims")

    def __init__(
        self,
        atoms: int,
        assumptions: Sequence[Atom],
        rules: Rules,
        contraries: Collection[tuple[Atom, Atom]],
    ) -> None:
        self.atoms = atoms
        self.assumptions = compact(assumptions)
        self.rules = rules
        self.contraries = contraries
        self.horn = Horn(atoms, rules)
        if isinstance(contraries, Pairs):
            attacked, attackers = contraries.firsts, contraries.seconds
        else:
            attacked = array("i", [assumption for assumption, _ in contraries])
            attackers = array("i", [attacker for _, attacker in contraries])
        refuse_unknown(atoms, self.assumptions, attackers, attacked)
        self.is_assumed = marked(atoms, self.assumptions)
        assumed_heads = with_mark(self.horn.heads, self.is_assumed, 1)
        if assumed_heads:
            raise ValueError(f"assumption {min(assumed_heads)} heads a rule: not flat")
        wrong = with_mark(attacked, self.is_assumed, 0)
        if wrong:
            raise ValueError(f"{min(wrong)} has a contrary but is not assumed")
        self.victims = PackedLists(atoms, attackers, attacked)

    def __repr__(self) -> str:
        return f"Framework({self.atoms}, {self.assumptions}, {self.rules}, {self.contraries})"

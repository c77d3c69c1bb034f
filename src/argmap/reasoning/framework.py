"""Flat assumption-based argumentation frameworks over integers."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from itertools import accumulate, chain
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Atom: TypeAlias = int
Rule: TypeAlias = tuple[Atom, tuple[Atom, ...]]


@dataclass(frozen=True, slots=True)
class Framework:
    """A flat assumption-based framework (Bondarenko, Dung, Kowalski, Toni 1997).

    Atoms are 0 to `atoms` - 1. A rule is its head and its body; no head is an assumption, and a
    body may be empty. `contraries` are pairs of an assumption and an atom contrary to it; an
    assumption may have several, and is attacked by whatever derives one of them.

    Raises:
        ValueError: an atom is out of range, or a rule's head is an assumption.
    """

    atoms: int
    assumptions: tuple[Atom, ...]
    rules: tuple[Rule, ...]
    contraries: tuple[tuple[Atom, Atom], ...]
    incidence: Incidence = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "incidence", Incidence(self))


class Incidence:
    """Where each atom occurs, in flat arrays: what every linear pass over a framework reads.

    The rules with atom `a` in their body are `users[using[a] : using[a + 1]]`, once for each
    occurrence; the assumptions to which `a` is contrary are `hurt[hurting[a] : hurting[a + 1]]`.
    `heads` and `lengths` are the rules' heads and the lengths of their bodies. Arrays, because
    lists of lists of integers spend most of a pass over a large framework waiting for memory.
    """

    __slots__ = ("heads", "hurt", "hurting", "lengths", "users", "using")

    def __init__(self, framework: Framework) -> None:
        size, rules, contraries = framework.atoms, framework.rules, framework.contraries
        self.heads = array("i", [head for head, _ in rules])
        bodies = [body for _, body in rules]
        self.lengths = array("i", map(len, bodies))
        attacked = [assumption for assumption, _ in contraries]
        attackers = [attacker for _, attacker in contraries]
        self._refuse_unknown(framework, bodies, attacked, attackers)
        self.using, self.users = _transposed(size, bodies)
        self.hurting, self.hurt = _grouped(size, attackers, attacked)

    def _refuse_unknown(
        self,
        framework: Framework,
        bodies: list[tuple[Atom, ...]],
        attacked: list[Atom],
        attackers: list[Atom],
    ) -> None:
        size, assumed = framework.atoms, set(framework.assumptions)
        named = (self.heads, chain.from_iterable(bodies), assumed, attackers)
        if any(not _within(atoms, size) for atoms in named):
            raise ValueError(f"an atom is out of range: there are {size}")
        if not assumed.isdisjoint(self.heads):
            raise ValueError(f"assumption {min(assumed & set(self.heads))} heads a rule: not flat")
        if not assumed.issuperset(attacked):
            raise ValueError(f"{min(set(attacked) - assumed)} has a contrary but is not assumed")


def derivable(framework: Framework, assumptions: Iterable[Atom]) -> bytearray:
    """A mark for every atom: 1 if it is derivable from these assumptions, themselves included.

    Derivations are finite: atoms that only derive each other are not derivable. Forward chaining
    with a counter of missing premises for every rule (Dowling, Gallier 1984). Cost: linear.

    >>> chain = Framework(4, (0, 3), ((1, (0,)), (2, (1,))), ())
    >>> list(derivable(chain, {0}))
    [1, 1, 1, 0]
    """
    incidence = framework.incidence
    using, users, heads = incidence.using, incidence.users, incidence.heads
    missing = incidence.lengths[:]
    is_found = bytearray(framework.atoms)
    facts = (heads[rule] for rule, length in enumerate(missing) if not length)
    agenda = list(dict.fromkeys(chain(assumptions, facts)))
    for atom in agenda:
        is_found[atom] = True
    for atom in agenda:  # grows while it is read
        for rule in users[using[atom] : using[atom + 1]]:
            left = missing[rule] = missing[rule] - 1
            if not left:
                head = heads[rule]
                if not is_found[head]:
                    is_found[head] = True
                    agenda.append(head)
    return is_found


def _within(atoms: Iterable[Atom], size: int) -> bool:
    distinct = set(atoms)
    return not distinct or 0 <= min(distinct) <= max(distinct) < size


def _transposed(size: int, rows: Sequence[tuple[int, ...]]) -> tuple[array[int], array[int]]:
    """The rows that hold each of 0..size-1, one after the other, and where each list starts."""
    start = _starts(size, chain.from_iterable(rows))
    free, found = start[:], array("i", bytes(4 * start[-1]))
    for row, numbers in enumerate(rows):
        for number in numbers:
            place = free[number]
            found[place] = row
            free[number] = place + 1
    return start, found


def _grouped(
    size: int, keys: Sequence[int], values: Sequence[int]
) -> tuple[array[int], array[int]]:
    """The values of each key of 0..size-1, one after the other, and where each list starts."""
    start = _starts(size, keys)
    free, found = start[:], array("i", bytes(4 * start[-1]))
    for key, value in zip(keys, values, strict=True):
        place = free[key]
        found[place] = value
        free[key] = place + 1
    return start, found


def _starts(size: int, numbers: Iterable[int]) -> array[int]:
    count = array("i", bytes(4 * size))
    for number in numbers:
        count[number] += 1
    return array("i", accumulate(count, initial=0))

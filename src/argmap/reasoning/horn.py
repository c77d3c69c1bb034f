"""Definite Horn rules over integers: what follows from what, circles included.

A rule is a head and a body, all of which it needs; an atom may have many rules. What is derivable
has a finite derivation, so atoms that only derive each other are not derivable.
"""

from __future__ import annotations

from array import array
from functools import cached_property
from itertools import accumulate, chain

from argmap.reasoning.components import strong_components

TYPE_CHECKING = False  # as checkers know it: `solve` does not wait for typing
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import TypeAlias

Atom: TypeAlias = int
Rule: TypeAlias = tuple[Atom, tuple[Atom, ...]]

_WORLDS_AT_ONCE = 4096


class Groups:
    """Lists of integers, one for each of 0..size-1, in one flat array.

    The list of `key` is `items[start[key] : start[key + 1]]`. Arrays, because lists of lists of
    integers spend most of a pass over a large framework waiting for memory.
    """

    __slots__ = ("items", "start")

    def __init__(self, size: int, keys: Sequence[int], values: Iterable[int]) -> None:
        count = array("i", bytes(4 * size))
        for key in keys:
            count[key] += 1
        self.start = array("i", accumulate(count, initial=0))
        self.items = array("i", bytes(4 * len(keys)))
        free = self.start[:]
        for key, value in zip(keys, values, strict=True):
            place = free[key]
            self.items[place] = value
            free[key] = place + 1

    def of(self, key: int) -> array[int]:
        """The list of a key."""
        return self.items[self.start[key] : self.start[key + 1]]


class Horn:
    """Rules with an index: `using` has for each atom the rules with it in their body.

    A rule is listed once for each occurrence; `lengths` counts occurrences too.

    Raises:
        ValueError: a rule names an atom that is not one of 0 to `atoms` - 1.
    """

    def __init__(self, atoms: int, rules: Sequence[Rule]) -> None:
        self.atoms = atoms
        self.rules = rules
        self.heads = array("i", [head for head, _ in rules])
        self.lengths = array("i", [len(body) for _, body in rules])
        flat = array("i", chain.from_iterable(body for _, body in rules))
        refuse_unknown(atoms, self.heads, flat)
        owners = chain.from_iterable([rule] * length for rule, length in enumerate(self.lengths))
        self.using = Groups(atoms, flat, owners)

    @cached_property
    def making(self) -> Groups:
        """For each atom the rules of which it is the head."""
        return Groups(self.atoms, self.heads, range(len(self.heads)))

    @cached_property
    def in_order(self) -> list[list[Atom]]:
        """The atoms in groups, each after those that its rules need; a circle is one group."""
        needed: list[list[Atom]] = [[] for _ in range(self.atoms)]
        for head, body in self.rules:
            needed[head] += body
        return strong_components(needed)


def refuse_unknown(atoms: int, *named: Sequence[Atom]) -> None:
    """Refuse atoms out of range.

    Raises:
        ValueError: as said.
    """
    if any(some and not 0 <= min(some) <= max(some) < atoms for some in named):
        raise ValueError(f"an atom is out of range: there are {atoms}")


def derivable(horn: Horn, facts: Iterable[Atom]) -> bytearray:
    """A mark for every atom: 1 if it is derivable from these facts, themselves included.

    Forward chaining with a counter of missing premises for every rule (Dowling, Gallier 1984).
    Cost: linear.

    >>> list(derivable(Horn(4, ((1, (0,)), (2, (1, 0)))), {0}))
    [1, 1, 1, 0]
    """
    start, users, heads = horn.using.start, horn.using.items, horn.heads
    missing = horn.lengths[:]
    is_found = bytearray(horn.atoms)
    unconditional = (heads[rule] for rule, length in enumerate(missing) if not length)
    agenda = list(dict.fromkeys(chain(facts, unconditional)))
    for atom in agenda:
        is_found[atom] = True
    for atom in agenda:  # grows while it is read
        for rule in users[start[atom] : start[atom + 1]]:
            left = missing[rule] = missing[rule] - 1
            if not left:
                head = heads[rule]
                if not is_found[head]:
                    is_found[head] = True
                    agenda.append(head)
    return is_found


def below(horn: Horn, goal: Atom) -> bytearray:
    """A mark for every atom from which a path of rules leads to the goal, and for the goal.

    Cost: linear.

    >>> list(below(Horn(4, ((1, (0,)), (2, (1,)))), 1))
    [1, 1, 0, 0]
    """
    is_below = bytearray(horn.atoms)
    is_below[goal] = True
    agenda = [goal]
    for atom in agenda:  # grows while it is read
        for rule in horn.making.of(atom):
            for other in horn.rules[rule][1]:
                if not is_below[other]:
                    is_below[other] = True
                    agenda.append(other)
    return is_below


def above(horn: Horn, atoms: Iterable[Atom]) -> bytearray:
    """A mark for every atom to which a path of rules leads from one of these, and for them.

    Cost: linear.

    >>> list(above(Horn(4, ((1, (0, 3)), (2, (1,)))), [0]))
    [1, 1, 1, 0]
    """
    is_above = bytearray(horn.atoms)
    agenda = list(atoms)
    for atom in agenda:
        is_above[atom] = True
    for atom in agenda:  # grows while it is read
        for rule in horn.using.of(atom):
            head = horn.heads[rule]
            if not is_above[head]:
                is_above[head] = True
                agenda.append(head)
    return is_above


def derivable_in(
    horn: Horn, worlds: Mapping[Atom, int], open_in: Sequence[int] | None = None
) -> list[int]:
    """For every atom the worlds in which it is derivable, as the bits of an integer.

    Bit `w` of `worlds[atom]` says that the atom is a fact in world `w`, bit `w` of `open_in[rule]`
    that the rule may be used there (None: all rules in all worlds). One pass over the rules answers
    all worlds at once; a circle is passed over until nothing changes in it.

    >>> derivable_in(Horn(3, ((2, (0, 1)),)), {0: 0b11, 1: 0b10})
    [3, 2, 2]
    """
    found = [worlds.get(atom, 0) for atom in range(horn.atoms)]
    for group in horn.in_order:
        changed = True
        while changed:
            changed = False
            for atom in group:
                mask = found[atom]
                for rule in horn.making.of(atom):
                    through = -1 if open_in is None else open_in[rule]
                    for other in horn.rules[rule][1]:
                        through &= found[other]
                    mask |= through
                if mask != found[atom]:
                    found[atom] = mask
                    changed = len(group) > 1
    return found


def critical(horn: Horn, grants: Sequence[Atom], goals: Sequence[Atom]) -> list[list[Atom]]:
    """For every goal those grants without which it has no derivation, in the order of `grants`.

    A goal that is not derivable from all of them has none. Grants are tried thousands at a time,
    each in a world of its own from which it is missing. Cost: linear, times grants / 4096.

    >>> critical(Horn(4, ((2, (0,)), (2, (1,)), (3, (2, 0)))), [0, 1], [2, 3])
    [[], [0]]
    """
    found: list[list[Atom]] = [[] for _ in goals]
    for first in range(0, len(grants), _WORLDS_AT_ONCE):
        part = grants[first : first + _WORLDS_AT_ONCE]
        complete = 1 << len(part)  # the world from which nothing is missing
        every = 2 * complete - 1
        worlds = dict.fromkeys(grants, every)
        worlds |= {grant: every ^ (1 << world) for world, grant in enumerate(part)}
        masks = derivable_in(horn, worlds)
        for goal, without in zip(goals, found, strict=True):
            if masks[goal] & complete:
                without += [part[world] for world in bits(every & ~masks[goal])]
    return found


def bits(mask: int) -> list[int]:
    """The places of the ones in an integer that is not negative, smallest first.

    >>> bits(0b1010)
    [1, 3]
    """
    return [place for place, digit in enumerate(reversed(f"{mask:b}")) if digit == "1"]

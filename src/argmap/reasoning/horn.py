"""Definite Horn rules over integers: derivability, critical facts, and closures along rules.

A rule derives its head once all atoms of its body are derived; an atom may have many rules.
Derivations are finite, so atoms that only derive each other are not derivable. Forward chaining as
Dowling and Gallier (1984) have it.
"""

from __future__ import annotations

from array import array
from functools import cached_property
from itertools import chain

from argmap.reasoning.agendas import first_of, most_one_by_one
from argmap.reasoning.arrays import is_large
from argmap.reasoning.columns import extremes, marked, places, zeros
from argmap.reasoning.components import strong_components
from argmap.reasoning.packed_lists import PackedLists, lengths, repeated
from argmap.reasoning.time_limit import check_time_limit

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import TypeAlias

    from argmap.reasoning.agendas import Agenda

    Rules: TypeAlias = "Sequence[Rule] | PackedRules"

Atom: TypeAlias = int
Rule: TypeAlias = tuple[Atom, tuple[Atom, ...]]

_LARGE = 100  # atoms of a circle of which one pass may take a millisecond and more
_WORLDS_AT_ONCE = 4096  # bits of an integer, hence grants that one pass over the rules tries


class PackedRules:
    """Rules in three arrays, which take a tenth of the memory of as many tuples.

    Rule number `r` has the head `heads[r]` and the body `bodies[start[r]:start[r + 1]]`.

    >>> list(PackedRules(array("i", [2, 3]), array("i", [0, 1, 1]), array("i", [0, 2, 3])))
    [(2, (0, 1)), (3, (1,))]
    """

    __slots__ = ("bodies", "heads", "start")

    def __init__(self, heads: array[int], bodies: array[int], start: array[int]) -> None:
        self.heads = heads
        self.bodies = bodies
        self.start = start

    def __len__(self) -> int:
        return len(self.heads)

    def __getitem__(self, rule: int) -> Rule:
        first, end = self.start[rule], self.start[rule + 1]
        return self.heads[rule], tuple(self.bodies[first:end])

    def __iter__(self) -> Iterator[Rule]:
        bodies, start = self.bodies, self.start
        for rule, head in enumerate(self.heads):
            yield head, tuple(bodies[start[rule] : start[rule + 1]])


class Horn:
    """Rules with an index: `rules_using` lists for each atom the rules with it in their body.

    A rule is listed once for each occurrence of the atom; `lengths` counts occurrences too.

    Raises:
        ValueError: a rule names an atom that is not one of 0 to `atoms` - 1.
    """

    def __init__(self, atoms: int, rules: Rules) -> None:
        self.atoms = atoms
        self.rules = rules
        if isinstance(rules, PackedRules):
            self.heads, flat = rules.heads, rules.bodies
            self.lengths = lengths(rules.start)
        else:
            self.heads = array("i", [head for head, _ in rules])
            self.lengths = array("i", [len(body) for _, body in rules])
            flat = array("i", chain.from_iterable(body for _, body in rules))
        refuse_unknown(atoms, self.heads, flat)
        self.rules_using = PackedLists(atoms, flat, repeated(range(len(rules)), self.lengths))

    @cached_property
    def rules_for(self) -> PackedLists:
        """The rules that derive each atom."""
        return PackedLists(self.atoms, self.heads, range(len(self.heads)))

    @cached_property
    def components(self) -> list[list[Atom]]:
        """The strongly connected components of the atoms, each after those that its rules need."""
        needed: list[list[Atom]] = [[] for _ in range(self.atoms)]
        for head, body in self.rules:
            needed[head] += body
        return strong_components(needed)


class Bodies(dict[Atom, list[tuple[Atom, ...]]]):
    """The bodies of the rules that derive an atom, kept once it was asked for.

    >>> Bodies(Horn(3, ((2, (0, 1)), (2, ()))))[2]
    [(0, 1), ()]
    """

    def __init__(self, horn: Horn) -> None:
        super().__init__()
        self._horn = horn

    def __missing__(self, atom: Atom) -> list[tuple[Atom, ...]]:
        rules = self._horn.rules
        bodies = self[atom] = [rules[rule][1] for rule in self._horn.rules_for.of(atom)]
        return bodies


def refuse_unknown(atoms: int, *named: Sequence[Atom]) -> None:
    """Refuse atoms out of range.

    Raises:
        ValueError: some atom is not one of 0 to `atoms` - 1.
    """
    for column in named:
        if column:
            smallest, largest = extremes(column)
            if not 0 <= smallest <= largest < atoms:
                raise ValueError(f"an atom is out of range: there are {atoms}")


def derivable(horn: Horn, facts: Iterable[Atom]) -> bytearray:
    """A mark for every atom: 1 if it is derivable from these facts, themselves included.

    Forward chaining with a counter of missing premises for every rule (Dowling, Gallier 1984).
    Cost: linear.

    >>> list(derivable(Horn(4, ((1, (0,)), (2, (1, 0)))), {0}))
    [1, 1, 1, 0]
    """
    return Derivation(horn, facts).is_derived


class Derivation:
    """The atoms derivable from some facts, marked in `is_derived`, and what others would add.

    >>> from_one = Derivation(Horn(4, ((1, (0,)), (3, (1, 2)))), [0])
    >>> list(from_one.is_derived), list(from_one.also_from([2]))
    ([1, 1, 0, 0], [1, 1, 1, 1])
    """

    def __init__(self, horn: Horn, facts: Iterable[Atom]) -> None:
        self.horn = horn
        self._missing = horn.lengths[:]
        unconditional = zeros(self._missing)
        if is_large(len(horn.rules_using.items)):
            self.is_derived = marked(horn.atoms, array("i", facts))
            for rule in unconditional:
                self.is_derived[horn.heads[rule]] = True
            agenda: Agenda = places(self.is_derived)
        else:
            agenda = list(dict.fromkeys(chain(facts, map(horn.heads.__getitem__, unconditional))))
            self.is_derived = marked(horn.atoms, agenda)
        chain_on(horn, self._missing, self.is_derived, agenda)

    def also_from(self, facts: Iterable[Atom]) -> bytearray:
        """The marks once these are facts, too. Cost: a copy, and linear in what they add."""
        is_derived = self.is_derived[:]
        agenda = [atom for atom in dict.fromkeys(facts) if not is_derived[atom]]
        for atom in agenda:
            is_derived[atom] = True
        chain_on(self.horn, self._missing[:], is_derived, agenda)
        return is_derived


def chain_on(horn: Horn, missing: array[int], marks: bytearray, agenda: Agenda) -> None:
    """Mark all that follows from an agenda of atoms, but for what has a mark already.

    `missing` counts the premises of each rule that are on the agenda or underived, each as often as
    it occurs; both the counts and the agenda are changed. With many rules,
    a wide agenda is worked off in rounds. Cost: linear.

    >>> horn, marks = Horn(3, ((1, (0,)), (2, (1, 0)))), bytearray([1, 0, 0])
    >>> chain_on(horn, horn.lengths[:], marks, [0])
    >>> list(marks)
    [1, 1, 1]
    """
    users, heads = horn.rules_using, horn.heads
    wide = most_one_by_one(len(users.items))
    start, items = users.start, users.items
    while agenda:
        if len(agenda) > wide:
            from argmap.reasoning.rounds import Chaining  # noqa: PLC0415  # loads numpy

            agenda = Chaining(users, heads, missing, marks).run(agenda, wide)
        for atom in first_of(agenda, wide):
            for rule in items[start[atom] : start[atom + 1]]:
                lacking = missing[rule] = missing[rule] - 1
                if not lacking:
                    head = heads[rule]
                    if not marks[head]:
                        marks[head] = True
                        agenda.append(head)
        del agenda[:wide]


def below(horn: Horn, goal: Atom) -> bytearray:
    """A mark for every atom from which a path of rules leads to the goal, and for the goal.

    Cost: linear.

    >>> list(below(Horn(4, ((1, (0,)), (2, (1,)))), 1))
    [1, 1, 0, 0]
    """
    is_below = bytearray(horn.atoms)
    is_below[goal] = True
    agenda = [goal]
    for atom in agenda:  # reaches the atoms appended below, too
        for rule in horn.rules_for.of(atom):
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
    for atom in agenda:  # reaches the atoms appended below, too
        for rule in horn.rules_using.of(atom):
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
    all worlds at once, as `&` and `|` act on all bits; a circle is passed over until nothing
    changes in it.

    Raises:
        TimeUpError: a large circle takes longer than the limit of time around the call.

    Atom 2 needs 0 and 1, which are both facts in the second world only:

    >>> derivable_in(Horn(3, ((2, (0, 1)),)), {0: 0b11, 1: 0b10})
    [3, 2, 2]
    """
    derived = [worlds.get(atom, 0) for atom in range(horn.atoms)]
    for component in horn.components:
        changed = True
        while changed:
            if len(component) > _LARGE:
                check_time_limit()
            changed = False
            for atom in component:
                mask = derived[atom]
                for rule in horn.rules_for.of(atom):
                    fires = -1 if open_in is None else open_in[rule]  # -1: every bit is set
                    for premise in horn.rules[rule][1]:
                        fires &= derived[premise]
                    mask |= fires
                if mask != derived[atom]:
                    derived[atom] = mask
                    changed = len(component) > 1  # a single atom needs no second pass
    return derived


def critical(horn: Horn, grants: Sequence[Atom], goals: Sequence[Atom]) -> list[list[Atom]]:
    """For every goal the grants without which it has no derivation, in the order of `grants`.

    A goal that is not derivable even from all grants has no critical one. Grants are tried
    thousands at a time, each in a world of its own from which it is missing. Cost: linear, times
    grants / 4096.

    Goal 2 has two alternative rules, so neither grant is critical; goal 3 needs 0 in any case:

    >>> critical(Horn(4, ((2, (0,)), (2, (1,)), (3, (2, 0)))), [0, 1], [2, 3])
    [[], [0]]
    """
    critical_of: list[list[Atom]] = [[] for _ in goals]
    for first in range(0, len(grants), _WORLDS_AT_ONCE):
        part = grants[first : first + _WORLDS_AT_ONCE]
        complete = 1 << len(part)  # the bit of one more world, from which no grant is missing
        every = 2 * complete - 1
        worlds = dict.fromkeys(grants, every)
        worlds |= {grant: every ^ (1 << world) for world, grant in enumerate(part)}
        masks = derivable_in(horn, worlds)
        for goal, of_goal in zip(goals, critical_of, strict=True):
            if masks[goal] & complete:
                of_goal += [part[world] for world in bits(every & ~masks[goal])]
    return critical_of


def bits(mask: int) -> list[int]:
    """The positions of the set bits of a non-negative integer, smallest first.

    >>> bits(0b1010)
    [1, 3]
    """
    return [place for place, digit in enumerate(reversed(f"{mask:b}")) if digit == "1"]

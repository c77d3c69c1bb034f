"""A framework cut into what is decided, and parts that have nothing to do with each other."""

from __future__ import annotations

from argmap.reasoning.framework import Framework

TYPE_CHECKING = False  # as checkers know it: `solve` does not wait for typing
if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.reasoning.horn import Atom


class Part:
    """Some atoms of a framework as a framework of its own; `atoms` has their numbers outside."""

    __slots__ = ("atoms", "framework")

    def __init__(self, framework: Framework, atoms: tuple[Atom, ...]) -> None:
        self.framework = framework
        self.atoms = atoms

    def outside(self, atoms: Iterable[Atom]) -> frozenset[Atom]:
        """The atoms by their numbers outside."""
        return frozenset(self.atoms[atom] for atom in atoms)


def parts_of(framework: Framework, is_true: bytearray, is_dead: bytearray) -> list[Part]:
    """What is left of a framework when some atoms hold and some cannot, in connected parts.

    Atoms that hold are left out of bodies, rules that need what cannot hold are dropped, and so
    are rules and contraries of what is decided. Two atoms are connected that share a rule or a
    pair. Parts come in the order of their smallest atoms. Cost: linear.
    """
    is_open = [not true and not dead for true, dead in zip(is_true, is_dead, strict=True)]
    rules = [
        (head, tuple(atom for atom in body if not is_true[atom]))
        for head, body in framework.rules
        if is_open[head] and not any(is_dead[atom] for atom in body)
    ]
    pairs = [pair for pair in framework.contraries if is_open[pair[0]] and is_open[pair[1]]]
    groups = _Groups(framework.atoms)
    for head, body in rules:
        for atom in body:
            groups.join(head, atom)
    for assumption, contrary in pairs:
        groups.join(assumption, contrary)
    atoms_of: dict[Atom, list[Atom]] = {}
    for atom in range(framework.atoms):
        if is_open[atom]:
            atoms_of.setdefault(groups.find(atom), []).append(atom)
    number = {atom: place for atoms in atoms_of.values() for place, atom in enumerate(atoms)}
    rules_of: dict[Atom, list[tuple[Atom, tuple[Atom, ...]]]] = {one: [] for one in atoms_of}
    for head, body in rules:
        rules_of[groups.find(head)].append((number[head], tuple(number[one] for one in body)))
    pairs_of: dict[Atom, list[tuple[Atom, Atom]]] = {one: [] for one in atoms_of}
    for assumption, contrary in pairs:
        pairs_of[groups.find(assumption)].append((number[assumption], number[contrary]))
    assumed_of: dict[Atom, list[Atom]] = {one: [] for one in atoms_of}
    for assumption in framework.assumptions:
        if is_open[assumption]:
            assumed_of[groups.find(assumption)].append(number[assumption])
    return [
        Part(
            Framework(
                len(atoms), tuple(assumed_of[one]), tuple(rules_of[one]), tuple(pairs_of[one])
            ),
            tuple(atoms),
        )
        for one, atoms in atoms_of.items()
    ]


def upstream(framework: Framework, atoms: Iterable[Atom]) -> bytearray:
    """A mark for every atom on which these depend, themselves included.

    An atom depends on the bodies of its rules, an assumption on its contraries. Cost: linear.
    """
    contraries: dict[Atom, list[Atom]] = {}
    for assumption, contrary in framework.contraries:
        contraries.setdefault(assumption, []).append(contrary)
    is_above = bytearray(framework.atoms)
    agenda = list(atoms)
    for atom in agenda:
        is_above[atom] = True
    for atom in agenda:  # grows while it is read
        needed = [*contraries.get(atom, ())]
        for rule in framework.horn.making.of(atom):
            needed += framework.rules[rule][1]
        for other in needed:
            if not is_above[other]:
                is_above[other] = True
                agenda.append(other)
    return is_above


def restricted(framework: Framework, marks: bytearray) -> Part:
    """The marked atoms alone; what they depend on must be marked too. Cost: linear."""
    atoms = tuple(atom for atom, is_marked in enumerate(marks) if is_marked)
    number = {atom: place for place, atom in enumerate(atoms)}
    return Part(
        Framework(
            len(atoms),
            tuple(number[one] for one in framework.assumptions if marks[one]),
            tuple(
                (number[head], tuple(number[one] for one in body))
                for head, body in framework.rules
                if marks[head]
            ),
            tuple(
                (number[one], number[other]) for one, other in framework.contraries if marks[one]
            ),
        ),
        atoms,
    )


class _Groups:
    """Disjoint sets with path halving (Tarjan, van Leeuwen 1984)."""

    def __init__(self, size: int) -> None:
        self.parent = list(range(size))

    def find(self, one: int) -> int:
        parent = self.parent
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    def join(self, one: int, other: int) -> None:
        first, second = self.find(one), self.find(other)
        if first != second:
            self.parent[max(first, second)] = min(first, second)

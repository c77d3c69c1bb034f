"""A framework cut into parts that no rule and no contrary connects, decided atoms removed.

The extensions of the whole are then the combinations of the parts' extensions, so that each part
can be solved by itself.
"""

from __future__ import annotations

from argmap.reasoning.framework import Framework
from argmap.reasoning.union_find import UnionFind

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.reasoning.horn import Atom


class Part:
    """Some atoms of a framework as a framework of its own.

    Inside they are numbered from 0; `atoms` are their numbers in the whole framework.
    """

    __slots__ = ("atoms", "framework")

    def __init__(self, framework: Framework, atoms: tuple[Atom, ...]) -> None:
        self.framework = framework
        self.atoms = atoms

    def outside(self, atoms: Iterable[Atom]) -> frozenset[Atom]:
        """The atoms of this part by their numbers in the whole framework."""
        return frozenset(self.atoms[atom] for atom in atoms)


def parts_of(framework: Framework, is_true: bytearray, is_dead: bytearray) -> list[Part]:
    """The open rest of a framework in connected parts, given its true and its dead atoms.

    True atoms are removed from bodies; rules with a dead premise are dropped, and so are the rules
    and contraries of decided atoms. Two atoms that share a rule or a pair are connected. Parts come
    in the order of their smallest atoms. Cost: linear.

    Two pairs of mutual attackers are two parts:

    >>> pairs = ((0, 1), (1, 0), (2, 3), (3, 2))
    >>> nothing = bytearray(4)
    >>> whole = Framework(4, (0, 1, 2, 3), (), pairs)
    >>> [part.atoms for part in parts_of(whole, nothing, nothing)]
    [(0, 1), (2, 3)]
    """
    is_open = [not true and not dead for true, dead in zip(is_true, is_dead, strict=True)]
    rules = [
        (head, tuple(atom for atom in body if not is_true[atom]))
        for head, body in framework.rules
        if is_open[head] and not any(is_dead[atom] for atom in body)
    ]
    pairs = [pair for pair in framework.contraries if is_open[pair[0]] and is_open[pair[1]]]
    groups = UnionFind(framework.atoms)
    for head, body in rules:
        for atom in body:
            groups.join(head, atom)
    for assumption, contrary in pairs:
        groups.join(assumption, contrary)
    atoms_of: dict[Atom, list[Atom]] = {}
    for atom in range(framework.atoms):
        if is_open[atom]:
            atoms_of.setdefault(groups.root(atom), []).append(atom)
    number = {atom: place for atoms in atoms_of.values() for place, atom in enumerate(atoms)}
    # Everything below is collected under the root of its group in the union-find.
    rules_of: dict[Atom, list[tuple[Atom, tuple[Atom, ...]]]] = {root: [] for root in atoms_of}
    for head, body in rules:
        rules_of[groups.root(head)].append((number[head], tuple(number[atom] for atom in body)))
    pairs_of: dict[Atom, list[tuple[Atom, Atom]]] = {root: [] for root in atoms_of}
    for assumption, contrary in pairs:
        pairs_of[groups.root(assumption)].append((number[assumption], number[contrary]))
    assumed_of: dict[Atom, list[Atom]] = {root: [] for root in atoms_of}
    for assumption in framework.assumptions:
        if is_open[assumption]:
            assumed_of[groups.root(assumption)].append(number[assumption])
    return [
        Part(
            Framework(
                len(atoms), tuple(assumed_of[root]), tuple(rules_of[root]), tuple(pairs_of[root])
            ),
            tuple(atoms),
        )
        for root, atoms in atoms_of.items()
    ]


def upstream(framework: Framework, atoms: Iterable[Atom]) -> bytearray:
    """A mark for every atom on which these depend, themselves included.

    An atom depends on the bodies of its rules, an assumption on its contraries. Cost: linear.

    >>> chain = Framework(3, (0, 1, 2), (), ((1, 0), (2, 1)))  # 0 attacks 1, 1 attacks 2
    >>> list(upstream(chain, [1]))
    [1, 1, 0]
    """
    contraries: dict[Atom, list[Atom]] = {}
    for assumption, contrary in framework.contraries:
        contraries.setdefault(assumption, []).append(contrary)
    is_above = bytearray(framework.atoms)
    agenda = list(atoms)
    for atom in agenda:
        is_above[atom] = True
    for atom in agenda:  # reaches the atoms appended below, too
        needed = [*contraries.get(atom, ())]
        for rule in framework.horn.rules_for.of(atom):
            needed += framework.rules[rule][1]
        for other in needed:
            if not is_above[other]:
                is_above[other] = True
                agenda.append(other)
    return is_above


def restricted(framework: Framework, marks: bytearray) -> Part:
    """The marked atoms as a part; the marks must be closed under dependence. Cost: linear.

    >>> chain = Framework(3, (0, 1, 2), (), ((1, 0), (2, 1)))  # 0 attacks 1, 1 attacks 2
    >>> restricted(chain, upstream(chain, [1])).framework
    Framework(2, (0, 1), (), ((1, 0),))
    """
    atoms = tuple(atom for atom, is_marked in enumerate(marks) if is_marked)
    number = {atom: place for place, atom in enumerate(atoms)}
    return Part(
        Framework(
            len(atoms),
            tuple(number[atom] for atom in framework.assumptions if marks[atom]),
            tuple(
                (number[head], tuple(number[atom] for atom in body))
                for head, body in framework.rules
                if marks[head]
            ),
            tuple(
                (number[assumption], number[contrary])
                for assumption, contrary in framework.contraries
                if marks[assumption]
            ),
        ),
        atoms,
    )

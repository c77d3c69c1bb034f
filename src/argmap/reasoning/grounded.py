"""The grounded extension: what must be accepted, and nothing else.

The grounded extension of a flat framework is the least fixpoint of defence: an assumption is
accepted once every atom contrary to it is *dead*, that is, underivable without an assumption that
the accepted ones attack. This is the well-founded model of the corresponding logic program
(Caminada, Schulz 2017); no linear algorithm is known for circles, so they are treated apart.
"""

from __future__ import annotations

from array import array
from heapq import heappop, heappush

from argmap.reasoning.components import strong_components

TYPE_CHECKING = False  # as checkers know it: `solve` does not wait for typing
if TYPE_CHECKING:
    from argmap.reasoning.framework import Framework
    from argmap.reasoning.horn import Atom


def grounded_extension(framework: Framework) -> frozenset[Atom]:
    """The grounded extension, as a set of assumptions.

    Cost: that of `grounded_atoms`.

    An attack that is itself attacked by what nobody attacks does not count:

    >>> from argmap.reasoning.framework import Framework
    >>> a, b, c = 0, 1, 2  # c attacks b, b attacks a
    >>> sorted(grounded_extension(Framework(3, (a, b, c), (), ((b, c), (a, b)))))
    [0, 2]
    """
    is_true = grounded_atoms(framework)
    return frozenset(atom for atom in framework.assumptions if is_true[atom])


def grounded_atoms(framework: Framework) -> bytearray:
    """A mark for every atom: 1 if it is derivable from the grounded extension.

    Cost: linear where no rules form a circle; a circle is passed over again only when nothing
    else is left to do and one of its members has lost a rule in the meantime.
    """
    return decided(framework)[0]


def decided(framework: Framework) -> tuple[bytearray, bytearray]:
    """Marks of the atoms derivable from the grounded extension, and of those that are *dead*.

    What is dead is not derivable without an assumption that the grounded extension attacks; a dead
    assumption is one of these. Cost: that of `grounded_atoms`.
    """
    propagation = _Propagation(framework)
    return propagation.run(), propagation.is_dead


class _Propagation:
    """Counters over a framework: missing premises, live threats, live carriers."""

    def __init__(self, framework: Framework) -> None:
        size = framework.atoms
        self.framework = framework
        self.using, self.hurt = framework.horn.using, framework.hurt
        self.heads = framework.horn.heads
        self.is_true = bytearray(size)
        self.is_dead = bytearray(size)
        self.missing = framework.horn.lengths[:]
        self.is_live = bytearray(b"\x01") * len(self.heads)
        self.carriers = array("i", bytes(4 * size))
        self.threats = array("i", bytes(4 * size))
        for head in self.heads:
            self.carriers[head] += 1
        for assumption in self.hurt.items:
            self.threats[assumption] += 1
        self.agenda: list[Atom] = []
        self.circle_of: dict[Atom, int] = {}
        self.circles: list[list[Atom]] = []
        self.rules_of: list[list[int]] = []
        self.unsettled: list[int] = []
        self.is_unsettled = bytearray()

    def run(self) -> bytearray:
        self.begin()
        self.propagate()
        self.find_circles()
        while self.unsettled:
            self.settle(heappop(self.unsettled))
            self.propagate()
        return self.is_true

    def begin(self) -> None:
        """Accept what nothing threatens, and let die what nothing carries."""
        is_assumption = bytearray(self.framework.atoms)
        for assumption in self.framework.assumptions:
            is_assumption[assumption] = True
            if not self.threats[assumption]:
                self.decide(assumption, self.is_true)
        for atom, carriers in enumerate(self.carriers):
            if not carriers and not is_assumption[atom]:
                self.decide(atom, self.is_dead)
        for rule, missing in enumerate(self.missing):
            if not missing:
                self.decide(self.heads[rule], self.is_true)

    def decide(self, atom: Atom, marks: bytearray) -> None:
        if not self.is_true[atom] and not self.is_dead[atom]:
            marks[atom] = True
            self.agenda.append(atom)

    def propagate(self) -> None:
        agenda, is_true = self.agenda, self.is_true
        while agenda:
            atom = agenda.pop()
            if is_true[atom]:
                self.spread_truth(atom)
            else:
                self.spread_death(atom)

    def spread_truth(self, atom: Atom) -> None:
        missing = self.missing
        for rule in self.using.of(atom):
            left = missing[rule] = missing[rule] - 1
            if not left:
                self.decide(self.heads[rule], self.is_true)
        for assumption in self.hurt.of(atom):
            self.decide(assumption, self.is_dead)

    def spread_death(self, atom: Atom) -> None:
        is_live, threats = self.is_live, self.threats
        for rule in self.using.of(atom):
            if is_live[rule]:
                is_live[rule] = False
                self.drop_carrier(self.heads[rule])
        for assumption in self.hurt.of(atom):
            left = threats[assumption] = threats[assumption] - 1
            if not left:
                self.decide(assumption, self.is_true)

    def drop_carrier(self, atom: Atom) -> None:
        left = self.carriers[atom] = self.carriers[atom] - 1
        if not left:
            self.decide(atom, self.is_dead)
            return
        circle = self.circle_of.get(atom)
        if circle is not None and not self.is_unsettled[circle]:
            self.is_unsettled[circle] = True
            heappush(self.unsettled, circle)

    def find_circles(self) -> None:
        """The components in which undecided rules go round, each after those that its bodies reach.

        Once counting has come to rest, only a circle can hide something underivable; what is
        decided by then need not be looked at.
        """
        open_rules = [
            index
            for index, head in enumerate(self.heads)
            if self.is_live[index] and not self.is_true[head]
        ]
        atoms = sorted({self.heads[index] for index in open_rules})
        number = {atom: place for place, atom in enumerate(atoms)}
        inside: list[list[int]] = [[] for _ in atoms]
        for index in open_rules:
            head, body = self.framework.rules[index]
            inside[number[head]] += [number[atom] for atom in body if atom in number]
        for component in strong_components(inside):
            if len(component) > 1 or component[0] in inside[component[0]]:
                members = [atoms[place] for place in component]
                self.circle_of.update(dict.fromkeys(members, len(self.circles)))
                self.circles.append(members)
        self.rules_of = [[] for _ in self.circles]
        for index in open_rules:
            circle = self.circle_of.get(self.heads[index])
            if circle is not None:
                self.rules_of[circle].append(index)
        self.unsettled = list(range(len(self.circles)))  # sorted, hence a heap
        self.is_unsettled = bytearray(b"\x01") * len(self.circles)

    def settle(self, circle: int) -> None:
        """Let the members die that only each other carry."""
        self.is_unsettled[circle] = False
        founded = self.founded_members(circle)
        for atom in self.circles[circle]:
            if atom not in founded:
                self.decide(atom, self.is_dead)

    def founded_members(self, circle: int) -> set[Atom]:
        """The members with a live derivation; what lies outside the circle counts as one."""
        missing: dict[int, int] = {}
        founded: set[Atom] = set()
        waiting: dict[Atom, list[int]] = {}
        for index in self.rules_of[circle]:
            if not self.is_live[index]:
                continue
            head, body = self.framework.rules[index]
            inside = [atom for atom in body if self.circle_of.get(atom) == circle]
            missing[index] = len(inside)
            for atom in inside:
                waiting.setdefault(atom, []).append(index)
            if not inside:
                founded.add(head)
        agenda = list(founded)
        for atom in agenda:  # grows while it is read
            for index in waiting.get(atom, ()):
                missing[index] -= 1
                head = self.heads[index]
                if not missing[index] and head not in founded:
                    founded.add(head)
                    agenda.append(head)
        return founded

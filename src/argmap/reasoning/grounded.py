"""The grounded extension: what must be accepted, and nothing else.

The grounded extension of a flat framework is the least fixpoint of defence: an assumption is
accepted once every atom contrary to it is *dead*, that is, underivable without an assumption that
the accepted ones attack. This is the well-founded model of the corresponding logic program
(Caminada, Schulz 2017); no linear algorithm is known for circles, so they are treated apart.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING

from argmap.reasoning.components import strong_components

if TYPE_CHECKING:
    from argmap.reasoning.framework import Atom, Framework


def grounded_extension(framework: Framework) -> frozenset[Atom]:
    """The grounded extension, as a set of assumptions.

    Cost: linear where no rules form a circle; a circle is passed over again only when nothing
    else is left to do and one of its members has lost a rule in the meantime.

    An attack that is itself attacked by what nobody attacks does not count:

    >>> from argmap.reasoning.framework import Framework
    >>> a, b, c = 0, 1, 2  # c attacks b, b attacks a
    >>> sorted(grounded_extension(Framework(3, (a, b, c), (), ((b, c), (a, b)))))
    [0, 2]
    """
    return _Propagation(framework).run()


class _Propagation:
    """Counters over a framework: missing premises, live threats, live carriers."""

    def __init__(self, framework: Framework) -> None:
        size = framework.atoms
        self.framework = framework
        self.heads = [head for head, _ in framework.rules]
        self.bodies = [_distinct(body) for _, body in framework.rules]
        self.is_true = bytearray(size)
        self.is_dead = bytearray(size)
        self.missing = [len(body) for body in self.bodies]
        self.is_live = bytearray(b"\x01") * len(self.bodies)
        self.carriers = [0] * size
        self.threats = [0] * size
        self.using: list[list[int]] = [[] for _ in range(size)]
        self.contrary_to: dict[Atom, list[Atom]] = {}
        for index, body in enumerate(self.bodies):
            self.carriers[self.heads[index]] += 1
            for atom in body:
                self.using[atom].append(index)
        for assumption, contrary in set(framework.contraries):
            self.threats[assumption] += 1
            self.contrary_to.setdefault(contrary, []).append(assumption)
        self.agenda: list[Atom] = []
        self.circle_of: dict[Atom, int] = {}
        self.circles: list[list[Atom]] = []
        self.rules_of: list[list[int]] = []
        self.unsettled: list[int] = []
        self.is_unsettled = bytearray()

    def run(self) -> frozenset[Atom]:
        self.begin()
        self.propagate()
        self.find_circles()
        while self.unsettled:
            self.settle(heappop(self.unsettled))
            self.propagate()
        return frozenset(atom for atom in self.framework.assumptions if self.is_true[atom])

    def begin(self) -> None:
        """Accept what nothing threatens, and let die what nothing carries."""
        is_assumption = bytearray(self.framework.atoms)
        for assumption in self.framework.assumptions:
            is_assumption[assumption] = True
            if not self.threats[assumption]:
                self.decide(assumption, self.is_true)
        for atom in range(self.framework.atoms):
            if not is_assumption[atom] and not self.carriers[atom]:
                self.decide(atom, self.is_dead)
        for index, missing in enumerate(self.missing):
            if not missing:
                self.decide(self.heads[index], self.is_true)

    def decide(self, atom: Atom, marks: bytearray) -> None:
        if not self.is_true[atom] and not self.is_dead[atom]:
            marks[atom] = True
            self.agenda.append(atom)

    def propagate(self) -> None:
        agenda, is_true, missing = self.agenda, self.is_true, self.missing
        while agenda:
            atom = agenda.pop()
            if is_true[atom]:
                for index in self.using[atom]:
                    missing[index] -= 1
                    if not missing[index]:
                        self.decide(self.heads[index], is_true)
                for assumption in self.contrary_to.get(atom, ()):
                    self.decide(assumption, self.is_dead)
            else:
                self.spread_death(atom)

    def spread_death(self, atom: Atom) -> None:
        for index in self.using[atom]:
            if self.is_live[index]:
                self.is_live[index] = False
                self.drop_carrier(self.heads[index])
        for assumption in self.contrary_to.get(atom, ()):
            self.threats[assumption] -= 1
            if not self.threats[assumption]:
                self.decide(assumption, self.is_true)

    def drop_carrier(self, atom: Atom) -> None:
        self.carriers[atom] -= 1
        if not self.carriers[atom]:
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
            place = number[self.heads[index]]
            inside[place] += [number[atom] for atom in self.bodies[index] if atom in number]
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
            head = self.heads[index]
            inside = [atom for atom in self.bodies[index] if self.circle_of.get(atom) == circle]
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


def _distinct(body: tuple[Atom, ...]) -> tuple[Atom, ...]:
    return body if len(set(body)) == len(body) else tuple(set(body))

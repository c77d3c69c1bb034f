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
        self.framework = framework
        size = framework.atoms
        self.rules = [(head, tuple(set(body))) for head, body in framework.rules]
        self.is_assumption = [False] * size
        for assumption in framework.assumptions:
            self.is_assumption[assumption] = True
        self.is_true = [False] * size
        self.is_dead = [False] * size
        self.missing = [len(body) for _, body in self.rules]
        self.is_live = [True] * len(self.rules)
        self.carriers = [0] * size
        self.threats = [0] * size
        self.using: list[list[int]] = [[] for _ in range(size)]
        self.contrary_to: list[list[Atom]] = [[] for _ in range(size)]
        for index, (head, body) in enumerate(self.rules):
            self.carriers[head] += 1
            for atom in body:
                self.using[atom].append(index)
        for assumption, contrary in set(framework.contraries):
            self.threats[assumption] += 1
            self.contrary_to[contrary].append(assumption)
        self.agenda: list[Atom] = []
        self.find_circles()
        self.unsettled: list[int] = list(range(len(self.circles)))  # a heap
        self.is_unsettled = [True] * len(self.circles)

    def find_circles(self) -> None:
        """The components in which rules go round, each after those that its bodies reach."""
        bodies: list[list[Atom]] = [[] for _ in range(self.framework.atoms)]
        for head, body in self.rules:
            bodies[head].extend(body)
        self.circle_of = [-1] * self.framework.atoms
        self.circles: list[list[Atom]] = []
        for component in strong_components(bodies):
            if len(component) > 1 or component[0] in bodies[component[0]]:
                for atom in component:
                    self.circle_of[atom] = len(self.circles)
                self.circles.append(component)
        self.rules_of: list[list[int]] = [[] for _ in self.circles]
        for index, (head, _) in enumerate(self.rules):
            if self.circle_of[head] >= 0:
                self.rules_of[self.circle_of[head]].append(index)

    def run(self) -> frozenset[Atom]:
        for atom in range(self.framework.atoms):
            if self.is_assumption[atom]:
                if not self.threats[atom]:
                    self.make_true(atom)
            elif not self.carriers[atom]:
                self.make_dead(atom)
        for index, (head, _) in enumerate(self.rules):
            if not self.missing[index]:
                self.make_true(head)
        self.propagate()
        while self.unsettled:
            self.settle(heappop(self.unsettled))
            self.propagate()
        return frozenset(atom for atom in self.framework.assumptions if self.is_true[atom])

    def make_true(self, atom: Atom) -> None:
        if not self.is_true[atom] and not self.is_dead[atom]:
            self.is_true[atom] = True
            self.agenda.append(atom)

    def make_dead(self, atom: Atom) -> None:
        if not self.is_true[atom] and not self.is_dead[atom]:
            self.is_dead[atom] = True
            self.agenda.append(atom)

    def propagate(self) -> None:
        while self.agenda:
            atom = self.agenda.pop()
            if self.is_true[atom]:
                self.spread_truth(atom)
            else:
                self.spread_death(atom)

    def spread_truth(self, atom: Atom) -> None:
        for index in self.using[atom]:
            self.missing[index] -= 1
            if not self.missing[index]:
                self.make_true(self.rules[index][0])
        for assumption in self.contrary_to[atom]:
            self.make_dead(assumption)

    def spread_death(self, atom: Atom) -> None:
        for index in self.using[atom]:
            if self.is_live[index]:
                self.is_live[index] = False
                self.drop_carrier(self.rules[index][0])
        for assumption in self.contrary_to[atom]:
            self.threats[assumption] -= 1
            if not self.threats[assumption]:
                self.make_true(assumption)

    def drop_carrier(self, atom: Atom) -> None:
        self.carriers[atom] -= 1
        if not self.carriers[atom]:
            self.make_dead(atom)
            return
        circle = self.circle_of[atom]
        if circle >= 0 and not self.is_unsettled[circle]:
            self.is_unsettled[circle] = True
            heappush(self.unsettled, circle)

    def settle(self, circle: int) -> None:
        """Let the members die that only each other carry."""
        self.is_unsettled[circle] = False
        members = self.circles[circle]
        founded = self.founded_members(circle)
        for atom in members:
            if atom not in founded:
                self.make_dead(atom)

    def founded_members(self, circle: int) -> set[Atom]:
        """The members with a live derivation; what lies outside the circle counts as one."""
        missing: dict[int, int] = {}
        founded: set[Atom] = set()
        waiting: dict[Atom, list[int]] = {}
        for index in self.rules_of[circle]:
            if not self.is_live[index]:
                continue
            head, body = self.rules[index]
            inside = [atom for atom in body if self.circle_of[atom] == circle]
            missing[index] = len(inside)
            for atom in inside:
                waiting.setdefault(atom, []).append(index)
            if not inside:
                founded.add(head)
        agenda = list(founded)
        for atom in agenda:  # grows while it is read
            for index in waiting.get(atom, ()):
                missing[index] -= 1
                head = self.rules[index][0]
                if not missing[index] and head not in founded:
                    founded.add(head)
                    agenda.append(head)
        return founded

"""The grounded extension: what must be accepted, and nothing else.

The grounded extension of a flat framework is the least fixpoint of defence: an assumption is
accepted once every atom contrary to it is *dead*, that is, underivable without an assumption that
the accepted ones attack. This is the well-founded model of the corresponding logic program
(Caminada, Schulz 2017); no linear algorithm is known for circles, so they are treated apart.
"""

from __future__ import annotations

from array import array
from collections import deque
from heapq import heappop, heappush

from argmap.reasoning.components import strong_components

TYPE_CHECKING = False  # as checkers know it: `solve` does not wait for typing
if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.reasoning.framework import Framework
    from argmap.reasoning.horn import Atom

_TRUE, _DEAD = 1, 2  # and 0 for what is open
_IS_TRUE, _IS_DEAD = bytes([0, 1, 0]).ljust(256), bytes([0, 0, 1]).ljust(256)
_NEVER = -1  # so many premises are missing of a rule that cannot fire


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

    Cost: linear where no rules form a circle, and where circles lose nothing once all that only
    itself carries is gone; else a circle is passed over again only when nothing else is left to do
    and one of its members has lost a rule in the meantime.
    """
    return decided(framework)[0]


def decided(framework: Framework) -> tuple[bytearray, bytearray]:
    """Marks of the atoms derivable from the grounded extension, and of those that are *dead*.

    What is dead is not derivable without an assumption that the grounded extension attacks; a dead
    assumption is one of these. Cost: that of `grounded_atoms`.
    """
    return _Propagation(framework).run()


class _Propagation:
    """Counters over a framework: missing premises, live threats, live carriers.

    `state` says of each atom whether it is open, true or dead; `missing` of each rule how many
    premises are not true yet, and is negative where one is dead.
    """

    def __init__(self, framework: Framework) -> None:
        size = framework.atoms
        self.framework = framework
        self.using, self.hurt = framework.horn.using, framework.hurt
        self.heads = framework.horn.heads
        self.state = bytearray(size)
        self.missing = framework.horn.lengths[:]
        self.carriers = array("i", bytes(4 * size))
        self.threats = array("i", bytes(4 * size))
        for head in self.heads:
            self.carriers[head] += 1
        for assumption in self.hurt.items:
            self.threats[assumption] += 1
        self.agenda: deque[Atom] = deque()
        self.has_lost = False  # whether an atom lost a rule since all was found to be founded
        self.circle_of = array("i")  # of each atom, or -1; empty while there are no circles
        self.circles: list[list[Atom]] = []
        self.rules_of: list[list[int]] = []
        self.unsettled: list[int] = []
        self.is_unsettled = bytearray()

    def run(self) -> tuple[bytearray, bytearray]:
        """Marks of what is true and of what is dead in the end."""
        self.begin()
        self.propagate()
        self.drop_unfounded()
        self.propagate()
        if self.has_lost:
            self.find_circles()
        while self.unsettled:
            self.settle(heappop(self.unsettled))
            self.propagate()
        return self.state.translate(_IS_TRUE), self.state.translate(_IS_DEAD)

    def begin(self) -> None:
        """Accept what nothing threatens, and let die what nothing carries."""
        threats, is_assumption = self.threats, bytearray(self.framework.atoms)
        for assumption in self.framework.assumptions:
            is_assumption[assumption] = True
            if not threats[assumption]:
                self.decide(assumption, _TRUE)
        for atom, carriers in enumerate(self.carriers):
            if not carriers and not is_assumption[atom]:
                self.decide(atom, _DEAD)
        for rule, missing in enumerate(self.missing):
            if not missing:
                self.decide(self.heads[rule], _TRUE)

    def decide(self, atom: Atom, state: int) -> None:
        """Decide an atom, unless it is decided."""
        if not self.state[atom]:
            self.state[atom] = state
            self.agenda.append(atom)

    def propagate(self) -> None:
        """Follow up what is on the agenda, until counting comes to rest.

        A flat loop, as this is where the time goes: a call for each atom would double it.
        """
        agenda, state, heads, missing = self.agenda, self.state, self.heads, self.missing
        users, of_users = self.using.items, self.using.start
        victims, of_victims = self.hurt.items, self.hurt.start
        while agenda:
            atom = agenda.popleft()
            is_true = state[atom] == _TRUE
            first, end = of_users[atom], of_users[atom + 1]
            if first < end and is_true:
                for rule in users[first:end]:
                    left = missing[rule] = missing[rule] - 1
                    if not left and not state[heads[rule]]:
                        state[heads[rule]] = _TRUE
                        agenda.append(heads[rule])
            elif first < end:
                self.drop_rules(users[first:end])
            first, end = of_victims[atom], of_victims[atom + 1]
            if first < end and is_true:
                for assumption in victims[first:end]:
                    if not state[assumption]:
                        state[assumption] = _DEAD
                        agenda.append(assumption)
            elif first < end:
                self.drop_threats(victims[first:end])

    def drop_threats(self, assumptions: Iterable[Atom]) -> None:
        """Take a threat from each of these; what nothing threatens any more is accepted."""
        threats, state = self.threats, self.state
        for assumption in assumptions:
            left = threats[assumption] = threats[assumption] - 1
            if not left and not state[assumption]:
                state[assumption] = _TRUE
                self.agenda.append(assumption)

    def drop_rules(self, rules: Iterable[int]) -> None:
        """Take away rules of which a premise is dead."""
        missing, carriers = self.missing, self.carriers
        for rule in rules:
            if missing[rule] >= 0:
                missing[rule] = _NEVER
                head = self.heads[rule]
                left = carriers[head] = carriers[head] - 1
                if not left:
                    self.decide(head, _DEAD)
                else:
                    self.unsettle(head)

    def unsettle(self, atom: Atom) -> None:
        """Remember that an atom has lost a rule, and to pass over its circle again."""
        self.has_lost = True
        circle = self.circle_of[atom] if self.circles else -1
        if circle >= 0 and not self.is_unsettled[circle]:
            self.is_unsettled[circle] = True
            heappush(self.unsettled, circle)

    def drop_unfounded(self) -> None:
        """Let die at once all that only itself carries: what is open and not derivable any more.

        Where nothing loses a rule after that, nobody asks for circles.
        """
        state, heads, missing = self.state, self.heads, self.missing[:]
        users, of_users = self.using.items, self.using.start
        is_founded = bytearray(self.framework.atoms)
        agenda = [one for one in self.framework.assumptions if not state[one]]
        for atom in agenda:  # grows while it is read
            for rule in users[of_users[atom] : of_users[atom + 1]]:
                left = missing[rule] = missing[rule] - 1
                head = heads[rule]
                if not left and not state[head] and not is_founded[head]:
                    is_founded[head] = True
                    agenda.append(head)
        for head in heads:
            if not is_founded[head]:
                self.decide(head, _DEAD)
        self.has_lost = False

    def find_circles(self) -> None:
        """The components in which undecided rules go round, each after those that its bodies reach.

        Once counting has come to rest, only a circle can hide something underivable; what is
        decided by then need not be looked at.
        """
        heads, state, rules = self.heads, self.state, self.framework.rules
        open_rules = [
            rule
            for rule, missing in enumerate(self.missing)
            if missing > 0 and not state[heads[rule]]
        ]
        if not open_rules:
            return
        atoms = sorted({heads[rule] for rule in open_rules})
        number = array("i", b"\xff" * 4 * self.framework.atoms)  # -1 for all that has no such rule
        for place, atom in enumerate(atoms):
            number[atom] = place
        inside: list[list[int]] = [[] for _ in atoms]
        for rule in open_rules:
            inner = [number[atom] for atom in rules[rule][1] if number[atom] >= 0]
            if inner:
                inside[number[heads[rule]]] += inner
        self.circle_of = array("i", b"\xff" * 4 * self.framework.atoms)
        for component in strong_components(inside):
            if len(component) > 1 or component[0] in inside[component[0]]:
                members = [atoms[place] for place in component]
                for atom in members:
                    self.circle_of[atom] = len(self.circles)
                self.circles.append(members)
        self.rules_of = [[] for _ in self.circles]
        for rule in open_rules:
            if self.circle_of[heads[rule]] >= 0:
                self.rules_of[self.circle_of[heads[rule]]].append(rule)
        self.unsettled = list(range(len(self.circles)))  # sorted, hence a heap
        self.is_unsettled = bytearray(b"\x01") * len(self.circles)

    def settle(self, circle: int) -> None:
        """Let the members die that only each other carry."""
        self.is_unsettled[circle] = False
        founded = self.founded_members(circle)
        for atom in self.circles[circle]:
            if atom not in founded:
                self.decide(atom, _DEAD)

    def founded_members(self, circle: int) -> set[Atom]:
        """The members with a live derivation; what lies outside the circle counts as one."""
        missing: dict[int, int] = {}
        founded: set[Atom] = set()
        waiting: dict[Atom, list[int]] = {}
        for index in self.rules_of[circle]:
            if self.missing[index] < 0:
                continue
            head, body = self.framework.rules[index]
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
                head = self.heads[index]
                if not missing[index] and head not in founded:
                    founded.add(head)
                    agenda.append(head)
        return founded

"""The grounded extension: the assumptions that every rational reader must accept, and no others.

The grounded extension of a flat framework is the least fixpoint of defence: an assumption is
accepted once every atom contrary to it is *dead*, that is, underivable without an assumption that
the accepted ones attack. This is the well-founded model of the corresponding logic program
(Caminada, Schulz 2017). Counters find it in linear time, except where rules form circles: no linear
algorithm is known for these, and they are settled separately.
"""

from __future__ import annotations

from array import array
from heapq import heappop, heappush

from argmap.reasoning.agendas import first_of, most_one_by_one
from argmap.reasoning.columns import with_mark
from argmap.reasoning.components import strong_components
from argmap.reasoning.counters import DEAD, NEVER, TRUE, Counters
from argmap.reasoning.horn import chain_on

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.reasoning.agendas import Agenda
    from argmap.reasoning.framework import Framework
    from argmap.reasoning.grounded_rounds import GroundedRounds
    from argmap.reasoning.horn import Atom

# Translation tables for `bytearray.translate`: each turns the array of states into marks.
_IS_TRUE, _IS_DEAD = bytes([0, 1, 0]).ljust(256), bytes([0, 0, 1]).ljust(256)


def grounded_extension(framework: Framework) -> frozenset[Atom]:
    """The grounded extension, as a set of assumptions.

    Cost: that of `grounded_atoms`.

    An attacker that is itself attacked by an unattacked assumption does no harm:

    >>> from argmap.reasoning.framework import Framework
    >>> a, b, c = 0, 1, 2  # c attacks b, b attacks a
    >>> sorted(grounded_extension(Framework(3, (a, b, c), (), ((b, c), (a, b)))))
    [0, 2]
    """
    is_true = grounded_atoms(framework)
    return frozenset(with_mark(framework.assumptions, is_true, 1))


def grounded_atoms(framework: Framework) -> bytearray:
    """A mark for every atom: 1 if it is derivable from the grounded extension.

    Cost: linear where no rules form a circle, and where no circle loses a rule after the atoms that
    only support each other have been removed once. Else a circle is examined again only when the
    agenda is empty and one of its members has lost a rule in the meantime.

    >>> from argmap.reasoning.framework import Framework
    >>> circle = ((1, (2,)), (2, (1,)))  # 1 and 2 derive only each other; 1 is contrary to 0
    >>> list(grounded_atoms(Framework(3, (0,), circle, ((0, 1),))))
    [1, 0, 0]
    """
    return decided(framework)[0]


def decided(framework: Framework) -> tuple[bytearray, bytearray]:
    """Marks of the atoms derivable from the grounded extension, and of those that are *dead*.

    A dead atom is not derivable without an assumption that the grounded extension attacks; such an
    assumption is itself dead. Cost: that of `grounded_atoms`.

    >>> from argmap.reasoning.framework import Framework
    >>> is_true, is_dead = decided(Framework(3, (0, 1, 2), (), ((1, 0), (2, 2))))
    >>> list(is_true), list(is_dead)  # 0 attacks 1; 2 attacks itself and stays open
    ([1, 0, 0], [0, 1, 0])
    """
    state = _Propagation(framework).run()
    return state.translate(_IS_TRUE), state.translate(_IS_DEAD)


class _Propagation:
    """Unit propagation by counters: missing premises, live threats, live rules."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self.rules_using, self.victims = framework.horn.rules_using, framework.victims
        self.heads = framework.horn.heads
        self.counters = Counters(framework)
        self.state, self.missing = self.counters.state, self.counters.missing
        self.carriers, self.threats = self.counters.carriers, self.counters.threats
        self.wide = most_one_by_one(max(len(self.rules_using.items), len(self.victims.items)))
        self.agenda: Agenda = []
        self.has_lost = False  # whether an atom lost a rule since `drop_unfounded`
        self.circle_of = array("i")  # number of each atom's circle, or -1; empty before circles
        self.circles: list[list[Atom]] = []
        self.rules_of: list[list[int]] = []
        self.unsettled: list[int] = []
        self.is_unsettled = bytearray()

    def run(self) -> bytearray:
        """Propagate to the fixpoint; the state of each atom."""
        self.begin()
        self.propagate()
        if 0 in self.state:
            self.drop_unfounded()
            self.propagate()
        if self.has_lost:
            self.find_circles()
        while self.unsettled:
            self.settle(heappop(self.unsettled))
            self.propagate()
        return self.state

    def begin(self) -> None:
        """Accept the assumptions without a contrary; atoms without a rule are dead."""
        if self.wide < len(self.state):
            self.agenda = self.in_rounds().begin()
            return
        threats, is_assumed = self.threats, self.framework.is_assumed
        for atom, carriers in enumerate(self.carriers):
            if is_assumed[atom]:
                if not threats[atom]:
                    self.decide(atom, TRUE)
            elif not carriers:
                self.decide(atom, DEAD)
        for rule, missing in enumerate(self.missing):
            if not missing:
                self.decide(self.heads[rule], TRUE)

    def decide(self, atom: Atom, state: int) -> None:
        """Give an open atom this state, and put it on the agenda."""
        if not self.state[atom]:
            self.state[atom] = state
            self.agenda.append(atom)

    def propagate(self) -> None:
        """Work off the agenda: every decided atom lowers the counters of its rules and victims."""
        while self.agenda:
            if len(self.agenda) > self.wide:
                self.propagate_in_rounds()
            self.propagate_one_by_one()

    def propagate_one_by_one(self) -> None:
        """Work off a narrow agenda, or the beginning of one that grows wide.

        One flat loop over local names, as this is where the time goes: a call for each atom would
        double it.
        """
        agenda, state, heads, missing = self.agenda, self.state, self.heads, self.missing
        users, of_users = self.rules_using.items, self.rules_using.start
        victims, of_victims = self.victims.items, self.victims.start
        for atom in first_of(agenda, self.wide):
            is_true = state[atom] == TRUE
            first, end = of_users[atom], of_users[atom + 1]
            if first < end and is_true:
                for rule in users[first:end]:
                    lacking = missing[rule] = missing[rule] - 1
                    if not lacking and not state[heads[rule]]:
                        state[heads[rule]] = TRUE
                        agenda.append(heads[rule])
            elif first < end:
                self.drop_rules(users[first:end])
            first, end = of_victims[atom], of_victims[atom + 1]
            if first < end and is_true:
                for assumption in victims[first:end]:
                    if not state[assumption]:
                        state[assumption] = DEAD
                        agenda.append(assumption)
            elif first < end:
                self.drop_threats(victims[first:end])
        del agenda[: self.wide]

    def in_rounds(self) -> GroundedRounds:
        """The rounds in which wide agendas are worked off."""
        from argmap.reasoning.grounded_rounds import GroundedRounds  # noqa: PLC0415  # loads numpy

        return GroundedRounds(self.framework, self.counters)

    def propagate_in_rounds(self) -> None:
        """Work off the agenda in rounds until it is narrow."""
        self.agenda, losers = self.in_rounds().propagate(self.agenda, self.wide)
        for atom in losers:
            self.unsettle(atom)

    def drop_threats(self, assumptions: Iterable[Atom]) -> None:
        """Take a threat from each of these assumptions; accept one that has no threat any more."""
        threats, state = self.threats, self.state
        for assumption in assumptions:
            remaining = threats[assumption] = threats[assumption] - 1
            if not remaining and not state[assumption]:
                state[assumption] = TRUE
                self.agenda.append(assumption)

    def drop_rules(self, rules: Iterable[int]) -> None:
        """Remove rules of which a premise is dead; an atom that loses its last rule is dead."""
        missing, carriers = self.missing, self.carriers
        for rule in rules:
            if missing[rule] >= 0:
                missing[rule] = NEVER
                head = self.heads[rule]
                carriers[head] -= 1
                if not carriers[head]:
                    self.decide(head, DEAD)
                elif not self.state[head]:
                    self.unsettle(head)

    def unsettle(self, atom: Atom) -> None:
        """Note that an open atom has lost a rule, so that its circle is examined again."""
        self.has_lost = True
        circle = self.circle_of[atom] if self.circles else -1
        if circle >= 0 and not self.is_unsettled[circle]:
            self.is_unsettled[circle] = True
            heappush(self.unsettled, circle)

    def drop_unfounded(self) -> None:
        """Declare dead all self-supporting sets at once: open atoms that have no derivation left.

        One pass of forward chaining over the whole framework. If no atom loses a rule afterwards,
        the circles need not be computed at all.
        """
        is_founded = bytearray(self.state)  # or decided already
        agenda = with_mark(self.framework.assumptions, self.state, 0)
        chain_on(self.framework.horn, self.missing[:], is_founded, agenda)
        for head in with_mark(self.heads, is_founded, 0):
            self.decide(head, DEAD)
        self.has_lost = False

    def find_circles(self) -> None:
        """Compute the circles among undecided rules, each after the circles it depends on.

        Once propagation has come to rest, an open atom can be underivable only through a circle of
        open rules; decided atoms are left out.
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
        number = array("i", b"\xff" * 4 * self.framework.atoms)  # -1 for atoms without open rules
        for place, atom in enumerate(atoms):
            number[atom] = place
        inside: list[list[int]] = [[] for _ in atoms]
        for rule in open_rules:
            inner = [number[atom] for atom in rules[rule][1] if number[atom] >= 0]
            if inner:
                inside[number[heads[rule]]] += inner
        self.circle_of = array("i", b"\xff" * 4 * self.framework.atoms)  # all -1
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
        """Declare dead the members of a circle that are derivable only from each other."""
        self.is_unsettled[circle] = False
        founded = self.founded_members(circle)
        for atom in self.circles[circle]:
            if atom not in founded:
                self.decide(atom, DEAD)

    def founded_members(self, circle: int) -> set[Atom]:
        """The members with a live derivation; premises outside the circle count as derived."""
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
        for atom in agenda:  # reaches the atoms appended below, too
            for index in waiting.get(atom, ()):
                missing[index] -= 1
                head = self.heads[index]
                if not missing[index] and head not in founded:
                    founded.add(head)
                    agenda.append(head)
        return founded

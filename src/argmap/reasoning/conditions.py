"""Conditions under which atoms are derivable, or derivable from the grounded extension.

A condition is a set of worlds. It may be held as a decision diagram, which has all worlds, or as
the bits of an integer, which have a sample of them: what is worked out here needs only *and*, *or*
and *not*.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

from argmap.reasoning.components import strong_components
from argmap.reasoning.horn import Bodies
from argmap.reasoning.time_limit import check_time_limit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argmap.reasoning.framework import Framework
    from argmap.reasoning.horn import Atom, Horn

_RULES_A_STEP = 200
"""The rules passed over in about a millisecond, a step of the limit of time."""

Condition: TypeAlias = int  # a node of diagrams, or a mask: what its `Conditions` make of it


class Conditions(Protocol):
    """The operations on conditions; equal numbers mean equal conditions, and no others do."""

    @property
    def never(self) -> Condition:
        """The condition that holds in no world."""

    @property
    def always(self) -> Condition:
        """The condition that holds in every world."""

    def both(self, first: Condition, second: Condition) -> Condition:
        """The condition that two conditions hold."""

    def either(self, first: Condition, second: Condition) -> Condition:
        """The condition that at least one of two conditions holds."""

    def opposite(self, condition: Condition) -> Condition:
        """The condition that another one does not hold."""


class Masks:
    """Conditions on a number of worlds, a bit each.

    >>> masks = Masks(3)
    >>> masks.opposite(masks.both(0b110, 0b011))
    5
    """

    never = 0

    def __init__(self, worlds: int) -> None:
        self.always = (1 << worlds) - 1

    @staticmethod
    def both(first: Condition, second: Condition) -> Condition:
        """The worlds in which two conditions hold."""
        return first & second

    @staticmethod
    def either(first: Condition, second: Condition) -> Condition:
        """The worlds in which at least one of two conditions holds."""
        return first | second

    def opposite(self, condition: Condition) -> Condition:
        """The worlds in which a condition does not hold."""
        return condition ^ self.always


class Settled(NamedTuple):
    """For every atom when it is derivable from the grounded extension, and when it is not dead.

    An atom is dead where it is not derivable without an assumption that the extension attacks.
    """

    derived: list[Condition]
    possible: list[Condition]


def derivable_when(
    conditions: Conditions,
    horn: Horn,
    facts: Mapping[Atom, Condition],
    components: Iterable[Sequence[Atom]] | None = None,
) -> list[Condition]:
    """For every atom the condition under which it is derivable from facts that hold conditionally.

    `components` are the circles of atoms, each after those that its rules need; None stands for all
    of the rules. Cost: one pass over the rules, and over a circle as often as something changes in
    it; how long a step takes is up to the conditions.

    Goal 2 follows from 0 and 1, and from 0 alone: one minimal set.

    >>> from argmap.reasoning.diagrams import Diagrams
    >>> from argmap.reasoning.horn import Horn
    >>> diagrams = Diagrams(1000)
    >>> facts = {0: diagrams.variable(0), 1: diagrams.variable(1)}
    >>> when = derivable_when(diagrams, Horn(3, ((2, (0, 1)), (2, (0,)))), facts)
    >>> diagrams.count(diagrams.minimal(when[2]))
    1
    """
    when = [conditions.never] * horn.atoms
    for atom, condition in facts.items():
        when[atom] = condition
    bodies = Bodies(horn)
    for component in horn.components if components is None else components:
        _derive(conditions, bodies, component, when, {})
    return when


def _derive(
    conditions: Conditions,
    bodies: Bodies,
    component: Sequence[Atom],
    when: list[Condition],
    allowed: Mapping[Atom, Condition],
) -> None:
    """Apply the rules of a circle, or of a single atom, until nothing changes.

    `allowed` has the atoms that rules derive under a condition only.
    """
    changed = True
    while changed:
        changed = False
        for atom in component:
            condition = when[atom]
            for body in bodies[atom]:
                if condition == conditions.always:
                    break
                fires = allowed.get(atom, conditions.always)
                for premise in body:
                    fires = conditions.both(fires, when[premise])
                condition = conditions.either(condition, fires)
            if condition != when[atom]:
                when[atom] = condition
                changed = len(component) > 1  # a single atom needs no second pass


def settled_when(
    conditions: Conditions,
    framework: Framework,
    facts: Mapping[Atom, Condition],
    goals: Iterable[Atom] | None = None,
    barred: Mapping[Atom, Condition] | None = None,
) -> Settled:
    """The conditions under which atoms are derivable from the grounded extension, and possible.

    Each circle of rules and attacks is settled after all that bears on it: by the alternating
    fixpoint (Van Gelder 1993), in which what is possible shrinks while what is derived grows.
    `barred` has the conditions under which no rule derives an atom. Where nothing but `goals` is
    asked for, atoms that do not bear on them are left out: nothing is said of these. Cost: a pass
    over the rules, and in a circle one for each step of attack and answer against its order.

    Raises:
        TimeUpError: there is a limit of time around the call, and it was reached.

    Where 2 is a fact, it defeats 1, which is contrary to the assumption 0:

    >>> from argmap.reasoning.diagrams import Diagrams
    >>> from argmap.reasoning.framework import Framework
    >>> diagrams = Diagrams(1000)
    >>> when = {2: diagrams.variable(0)}
    >>> settled = settled_when(diagrams, Framework(3, (0, 1), (), ((0, 1), (1, 2))), when)
    >>> settled.derived[0] == when[2], settled.derived[1] == diagrams.opposite(when[2])
    (True, True)
    """
    return _Settling(conditions, framework, facts, goals, barred or {}).run()


class _Settling:
    """The atoms that bear on the goals, circle by circle, each after those that bear on it."""

    def __init__(
        self,
        conditions: Conditions,
        framework: Framework,
        facts: Mapping[Atom, Condition],
        goals: Iterable[Atom] | None,
        barred: Mapping[Atom, Condition],
    ) -> None:
        self.conditions = conditions
        self.horn = framework.horn
        self.bodies = Bodies(framework.horn)
        self.facts = facts
        self.allowed = {atom: conditions.opposite(when) for atom, when in barred.items()}
        self.contraries: dict[Atom, list[Atom]] = {atom: [] for atom in framework.assumptions}
        for assumption, contrary in framework.contraries:
            self.contraries[assumption].append(contrary)
        self.needed = needs_of(framework, goals)
        self.derived = [conditions.never] * framework.atoms
        self.possible = [conditions.never] * framework.atoms

    def run(self) -> Settled:
        """Settle every circle in its turn."""
        check_time_limit(1 + len(self.horn.rules) // _RULES_A_STEP)
        for component in strong_components(
            [self.needed.get(atom, ()) for atom in range(self.horn.atoms)]
        ):
            if component[0] in self.needed:
                self.settle(component)
        return Settled(self.derived, self.possible)

    def settle(self, component: list[Atom]) -> None:
        """Settle a circle; a single atom that does not attack itself needs one pass.

        The alternating fixpoint is worked out block by block: what is possible is at first all that
        nothing derived opposes, and a block is looked at again when something that it needs has
        changed. The atoms of a component come with what they need first, so that most of what is to
        be found out about long circles is found in the first round.
        """
        self.derive(component, self.possible, against=self.derived)
        if len(component) == 1 and component[0] not in self.needed[component[0]]:
            self.derive(component, self.derived, against=self.possible)
            return
        blocks = self.blocks(component)
        users: dict[Atom, list[int]] = {atom: [] for atom in component}
        for number, block in enumerate(blocks):
            for needed in {needed for atom in block for needed in self.needed[atom]}:
                if needed in users:
                    users[needed].append(number)
        is_waiting = bytearray(b"\1") * len(blocks)
        while any(is_waiting):
            check_time_limit(1 + len(component) // _RULES_A_STEP)
            for number, block in enumerate(blocks):
                if is_waiting[number]:
                    is_waiting[number] = False
                    for atom in self.changed_in(block):
                        for user in users[atom]:
                            is_waiting[user] = True

    def blocks(self, component: list[Atom]) -> list[list[Atom]]:
        """The parts of a circle whose atoms derive each other, in the order of the circle."""
        place = {atom: number for number, atom in enumerate(component)}
        derives = [
            [place[premise] for body in self.bodies[atom] for premise in body if premise in place]
            for atom in component
        ]
        return [
            [component[number] for number in block]
            for block in sorted(strong_components(derives), key=min)
        ]

    def changed_in(self, block: list[Atom]) -> list[Atom]:
        """The atoms of a block about which something new is found."""
        before = [(self.derived[atom], self.possible[atom]) for atom in block]
        self.derive(block, self.possible, against=self.derived)
        self.derive(block, self.derived, against=self.possible)
        after = [(self.derived[atom], self.possible[atom]) for atom in block]
        return [atom for atom, was, now in zip(block, before, after, strict=True) if was != now]

    def derive(
        self, component: list[Atom], when: list[Condition], against: list[Condition]
    ) -> None:
        """Derive the atoms of a circle anew from assumptions whose contraries are not `against`."""
        bare = [self.without_rules(atom, against) for atom in component]  # before `when` changes
        for atom, condition in zip(component, bare, strict=True):
            when[atom] = condition
        _derive(self.conditions, self.bodies, component, when, self.allowed)

    def without_rules(self, atom: Atom, against: list[Condition]) -> Condition:
        """The condition under which an atom is so without a rule."""
        if atom in self.contraries:
            return self.conditions.opposite(self.hit(atom, against))
        return self.facts.get(atom, self.conditions.never)

    def hit(self, assumption: Atom, when: list[Condition]) -> Condition:
        """The condition under which something contrary to an assumption is so."""
        condition = self.conditions.never
        for contrary in self.contraries[assumption]:
            condition = self.conditions.either(condition, when[contrary])
        return condition


def needs_of(
    framework: Framework, goals: Iterable[Atom] | None = None
) -> dict[Atom, tuple[Atom, ...]]:
    """For every atom that bears on the goals, the atoms that its rules and its contraries name.

    `goals` of None are all atoms. The atoms come depth first, from the goals down. Cost: linear.

    >>> from argmap.reasoning.framework import Framework
    >>> needs_of(Framework(4, (0, 3), ((1, (0,)),), ((0, 3),)), [1])
    {1: (0,), 0: (3,), 3: ()}
    """
    horn = framework.horn
    bodies = Bodies(horn)
    contraries: dict[Atom, list[Atom]] = {}
    for assumption, contrary in framework.contraries:
        contraries.setdefault(assumption, []).append(contrary)
    needs: dict[Atom, tuple[Atom, ...]] = {}
    waiting = list(range(horn.atoms) if goals is None else goals)[::-1]
    while waiting:
        atom = waiting.pop()
        if atom not in needs:
            needs[atom] = tuple(dict.fromkeys(chain(*bodies[atom], contraries.get(atom, ()))))
            waiting += reversed(needs[atom])
    return needs

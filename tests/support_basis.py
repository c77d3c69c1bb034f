"""The support basis as `model.md` words it, written naively, as an oracle for tests.

Nothing here is taken from the program: only the map's own values are used. All subsets are tried,
and all relations are passed over again and again, for maps of a handful of claims.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from argmap.model.relation import Kind
from tests.brute import Brute

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Force, Relation
    from argmap.model.stance import Stance

T = TypeVar("T")

Class: TypeAlias = tuple[str, ...]
Classes: TypeAlias = frozenset[Class]
Rules: TypeAlias = Iterable[tuple[T, Collection[T]]]


# Minimal sets


def derived(rules: Rules[T], facts: Iterable[T]) -> frozenset[T]:
    """The atoms that follow from facts: rules applied until nothing new comes."""
    rules, known = list(rules), set(facts)
    while True:
        new = {head for head, body in rules if set(body) <= known} - known
        if not new:
            return frozenset(known)
        known |= new


def premise_sets(grants: Iterable[T], holds: Callable[[frozenset[T]], bool]) -> list[frozenset[T]]:
    """The minimal sets of grants for which something holds."""
    grants = list(dict.fromkeys(grants))
    minimal: list[frozenset[T]] = []
    for size in range(len(grants) + 1):
        for members in map(frozenset, combinations(grants, size)):
            if not any(smaller <= members for smaller in minimal) and holds(members):
                minimal.append(members)
    return minimal


def rejection_sets(
    grants: Iterable[T], holds: Callable[[frozenset[T]], bool]
) -> list[frozenset[T]]:
    """The minimal sets of grants without which it no longer holds; none if it never did."""
    all_grants = frozenset(grants)
    if not holds(all_grants):
        return []
    return premise_sets(all_grants, lambda withdrawn: not holds(all_grants - withdrawn))


def hitting_sets(family: Collection[frozenset[T]]) -> list[frozenset[T]]:
    """The minimal sets that have a member in common with each set of a family."""
    members = frozenset[T]().union(*family)
    return premise_sets(members, lambda chosen: all(chosen & other for other in family))


# Maps


class Way(NamedTuple):
    """The way from a premise set to a goal: the classes on it, and the supports that fire."""

    classes: Classes
    steps: frozenset[str]


class SupportBasis:
    """A map with its reader, and the premises and dependents of its claims."""

    def __init__(
        self, argument_map: ArgumentMap, stance: Stance | None = None, force: Force | None = None
    ) -> None:
        self.map = argument_map
        self.read = Brute(argument_map, stance, force)
        self.supports = self.read.relations(Kind.SUPPORTS)
        self.classes = sorted({self.read.class_(claim) for claim in argument_map.claims})
        self.accepted: Classes = frozenset(self.read.accepted)
        self.grants: Classes = frozenset(
            class_ for class_ in self.classes if self.read.granted(class_)
        )

    # The support basis: attacks and stances left out

    def body(self, relation: Relation) -> Classes:
        """The premises of a relation, as classes."""
        return frozenset(self.read.class_(premise) for premise in relation.premises)

    def head(self, relation: Relation) -> Class:
        """The target of a relation to a claim, as a class."""
        return self.read.class_(relation.target)

    def rules(self, supports: Iterable[Relation]) -> list[tuple[Class, Classes]]:
        """Supports as rules."""
        return [(self.head(support), self.body(support)) for support in supports]

    @cached_property
    def derivable(self) -> Classes:
        """The classes that have a derivation."""
        return derived(self.rules(self.supports), self.grants)

    def holds(self, goal: Class) -> Callable[[Classes], bool]:
        """Whether a class can be derived from some grants."""
        rules = self.rules(self.supports)
        return lambda grants: goal in derived(rules, grants)

    def premise_sets(self, goal: Class) -> list[Classes]:
        """The premise sets of a class."""
        return premise_sets(self.grants, self.holds(goal))

    def rejection_sets(self, goal: Class) -> list[Classes]:
        """The rejection sets of a class."""
        return rejection_sets(self.grants, self.holds(goal))

    def above(self, start: Class) -> Classes:
        """The classes to which a support path leads from a class, itself included."""
        steps = [
            (self.head(support), [premise])
            for support in self.supports
            for premise in self.body(support)
        ]
        return derived(steps, [start])

    def premises(self, goal: Class) -> Classes:
        """The granted classes with a support path to a class, itself included."""
        return frozenset(grant for grant in self.grants if goal in self.above(grant))

    def dependents(self, struck: Class) -> dict[str, set[str]]:
        """The classes that fall, are weakened or untouched once a class is struck."""
        remaining = [support for support in self.supports if self.head(support) != struck]
        after = derived(self.rules(remaining), self.grants - {struck})
        silenced = [
            support
            for support in self.supports
            if self.body(support) <= self.derivable and not self.body(support) <= after
        ]
        fates: dict[str, set[str]] = {"falls": set(), "weakened": set(), "untouched": set()}
        for class_ in self.above(struck) - {struck}:
            if class_ in self.derivable and class_ not in after:
                fates["falls"] |= {*class_}
            elif class_ in after and any(
                class_ in self.above(self.head(step)) for step in silenced
            ):
                fates["weakened"] |= {*class_}
            else:
                fates["untouched"] |= {*class_}
        return fates

    # The status of premise sets

    def carrying(self, *, in_extension: bool) -> list[Relation]:
        """The supports that go through, or else those that nothing strikes.

        A rejected claim has no supports.
        """
        passing = self.read.extension if in_extension else self.read.not_struck()
        return [
            support
            for support in self.supports
            if ("through", support.id) in passing and self.head(support) not in self.read.rejected
        ]

    def granted_in(self, *, in_extension: bool) -> Classes:
        """The classes whose grant holds, or else those whose grant nothing strikes."""
        passing = self.read.extension if in_extension else self.read.not_struck()
        return frozenset(class_ for class_ in self.classes if ("granted", class_) in passing)

    def status(self, premise_set: Classes, goal: Class) -> str:
        """The status of a premise set: only its grants count, and not what the reader accepts."""
        sound = premise_set & self.granted_in(in_extension=True)
        if goal in derived(self.rules(self.carrying(in_extension=True)), sound):
            return "undefeated"
        unstruck = premise_set & self.granted_in(in_extension=False)
        if goal in derived(self.rules(self.carrying(in_extension=False)), unstruck):
            return "undecided"
        return "defeated"

    def standing(self, goal: Class) -> list[Classes]:
        """The premise sets of the map restricted to the extension, where the accepted are facts."""
        rules = self.rules(self.carrying(in_extension=True))
        return premise_sets(
            self.granted_in(in_extension=True),
            lambda grants: goal in derived(rules, grants | self.accepted),
        )

    # What decides the status

    def way(self, premise_set: Classes, goal: Class) -> Way:
        """The classes and supports in the derivations of a goal from a premise set alone."""
        known = derived(self.rules(self.supports), premise_set)
        fires = [support for support in self.supports if self.body(support) <= known]
        on_the_way = derived(
            [
                (premise, [self.head(support)])
                for support in fires
                for premise in self.body(support)
            ],
            [goal],
        )
        return Way(
            on_the_way & known,
            frozenset(support.id for support in fires if self.head(support) in on_the_way),
        )

    def attacks_on(self, way: Way) -> list[Relation]:
        """The attacks on the classes and supports of a way."""
        return [
            relation
            for relation in self.map.relations.values()
            if (relation.kind is Kind.UNDERCUTS and relation.target in way.steps)
            or (relation.kind is Kind.ATTACKS and self.head(relation) in way.classes)
        ]

    def answers(self, attack: Relation) -> set[str]:
        """The attacks that are `in` and make this attack `out`.

        They undercut it, or take away a premise that is `out`: by hitting it to refute, or by
        answering, in this same sense, the supports it has.
        """
        ids: set[str] = set()
        open_ones, seen = [attack], {attack.id}
        while open_ones:
            attack_ = open_ones.pop()
            ids |= {cut.id for cut in self.read.undercuts(attack_) if self.is_in(cut)}
            gone = {c for c in self.body(attack_) if self.read.label(c) == "out"}
            for class_ in gone:
                on = self.read.on(class_, Kind.ATTACKS)
                ids |= {other.id for other in on if self.is_in(other) and self.read.defeats(other)}
                for step in self.read.on(class_, Kind.SUPPORTS):
                    if step.id not in seen:
                        seen.add(step.id)
                        open_ones.append(step)
        return ids

    def is_in(self, relation: Relation) -> bool:
        """Whether a relation is `in`."""
        return self.read.relation_label(relation) == "in"

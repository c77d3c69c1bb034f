"""A map compiled to a flat assumption-based framework over integers."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.model.stance import NO_STANCE, Stance
from argmap.reasoning.framework import Framework

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.argument_map import ArgumentMap
    from argmap.reasoning.horn import Atom, Rule


@dataclass(frozen=True, slots=True)
class Compiled:
    """The framework of a map, and which atom says what.

    `claim` says that a claim's class holds, `granted` is the assumption that it may be put forward
    without support (only for classes granted), `through` the assumption that a relation goes
    through. `hit` says that something attacks a claim, or undercuts a relation.
    """

    framework: Framework
    claim: Mapping[str, Atom]
    granted: Mapping[str, Atom]
    through: Mapping[str, Atom]
    hit: Mapping[str, Atom]


def compile_map(argument_map: ArgumentMap, stance: Stance = NO_STANCE) -> Compiled:
    """The framework of a map as a reader with this stance sees it.

    The attacks on one claim derive one common atom, which is contrary to the claim's grant and to
    every support of it: the same extensions as one atom for each attack, at linear size.
    Rejected classes keep neither grant nor supports, accepted ones are facts. Cost: linear.
    """
    return _Compiler(argument_map, stance).compiled()


class _Compiler:
    def __init__(self, argument_map: ArgumentMap, stance: Stance) -> None:
        self.map = argument_map
        self.rejected = {member for id_ in stance.reject for member in argument_map.class_of(id_)}
        self.rules: list[Rule] = []
        self.claim = self.numbered_classes()
        self.size = len(self.claim)
        self.granted: dict[str, Atom] = {}
        self.hit: dict[str, Atom] = {}
        for id_ in stance.accept:
            self.rules.append((self.claim[id_], ()))

    def compiled(self) -> Compiled:
        """The framework and the meaning of its atoms."""
        self.grant()
        through = dict(zip(self.map.relations, count(self.size), strict=False))
        self.size += len(through)
        contraries: list[tuple[Atom, Atom]] = []
        claim, first = self.claim, self.map.classes
        for id_, relation in self.map.relations.items():
            goes_through, target = through[id_], relation.target
            if target in first:
                target = first[target][0]
            head = self.hit.get(target)
            if head is None:
                head = self.hit[target] = self.size
                self.size += 1
            if relation.kind is Kind.SUPPORTS:
                contraries.append((goes_through, head))
                if target in self.rejected:
                    continue
                head = claim[target]
            self.rules.append(
                (head, (*[claim[premise] for premise in relation.premises], goes_through))
            )
        for id_, hit in self.hit.items():
            assumption = through.get(id_, self.granted.get(id_))
            if assumption is not None:
                contraries.append((assumption, hit))
        assumptions = (*dict.fromkeys(self.granted.values()), *through.values())
        framework = Framework(self.size, assumptions, tuple(self.rules), tuple(contraries))
        return Compiled(framework, claim, self.granted, through, self.hit)

    def numbered_classes(self) -> dict[str, Atom]:
        """An atom for every class; its members share it."""
        claim = dict(zip(self.map.claims, count(), strict=False))
        for members in self.map.classes.values():
            claim.update(dict.fromkeys(members, claim[members[0]]))
        return claim

    def grant(self) -> None:
        """Give each granted class that is not rejected the assumption that it holds outright."""
        classes = self.map.classes
        for id_ in self.map.claims:
            is_first = id_ not in classes or classes[id_][0] == id_
            if is_first and id_ not in self.rejected and self.map.is_granted(id_):
                self.granted[id_] = self.size
                self.rules.append((self.claim[id_], (self.size,)))
                self.size += 1

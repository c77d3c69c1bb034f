"""A map compiled to a flat assumption-based framework over integers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.model.stance import NO_STANCE, Stance
from argmap.reasoning.framework import Framework

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.argument_map import ArgumentMap
    from argmap.reasoning.framework import Atom, Rule


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
        self.size = 0
        self.rules: list[Rule] = []
        self.contraries: list[tuple[Atom, Atom]] = []
        self.claim: dict[str, Atom] = {}
        self.granted: dict[str, Atom] = {}
        self.through: dict[str, Atom] = {}
        self.hit: dict[str, Atom] = {}
        self.rejected = {one for id_ in stance.reject for one in argument_map.class_of(id_)}
        self.accepted = {one for id_ in stance.accept for one in argument_map.class_of(id_)}

    def compiled(self) -> Compiled:
        """The framework and the meaning of its atoms."""
        for id_ in self.map.claims:
            self.add_claim(id_)
        for id_ in self.map.relations:
            self.through[id_] = self.atom()
        for relation in self.map.relations.values():
            body = (*(self.claim[one] for one in relation.premises), self.through[relation.id])
            if relation.kind is Kind.SUPPORTS:
                self.contrary(self.through[relation.id], self.hit_on(relation.target))
                if relation.target not in self.rejected:
                    self.rules.append((self.claim[relation.target], body))
            else:
                self.rules.append((self.hit_on(relation.target), body))
        for id_, hit in list(self.hit.items()):
            if id_ in self.through:
                self.contrary(self.through[id_], hit)
            elif id_ in self.granted:
                self.contrary(self.granted[id_], hit)
        assumptions = (*dict.fromkeys(self.granted.values()), *self.through.values())
        framework = Framework(self.size, assumptions, tuple(self.rules), tuple(self.contraries))
        return Compiled(framework, self.claim, self.granted, self.through, self.hit)

    def add_claim(self, id_: str) -> None:
        """Give the claim's class its atom, and its grant if it has one."""
        first = self.map.class_of(id_)[0]
        if first != id_:
            self.claim[id_] = self.claim[first]
            return
        self.claim[id_] = self.atom()
        if id_ in self.accepted:
            self.rules.append((self.claim[id_], ()))
        if self.map.is_granted(id_) and id_ not in self.rejected:
            self.granted[id_] = self.atom()
            self.rules.append((self.claim[id_], (self.granted[id_],)))

    def hit_on(self, target: str) -> Atom:
        """The atom that says that the claim's class, or the relation, is hit."""
        id_ = target if target in self.map.relations else self.map.class_of(target)[0]
        if id_ not in self.hit:
            self.hit[id_] = self.atom()
        return self.hit[id_]

    def contrary(self, assumption: Atom, atom: Atom) -> None:
        self.contraries.append((assumption, atom))

    def atom(self) -> Atom:
        self.size += 1
        return self.size - 1

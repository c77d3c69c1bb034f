"""Labels of claims and relations under one extension."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from argmap.model.relation import Force, Kind
from argmap.reasoning.grounded import grounded_atoms
from argmap.reasoning.horn import derivable

if TYPE_CHECKING:
    from argmap.graph.compile import Compiled
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation
    from argmap.model.stance import Stance


class Label(StrEnum):
    """The label of a claim or relation, as in the literature."""

    IN = "in"
    OUT = "out"
    UNDEC = "undec"

    @property
    def rank(self) -> int:
        """The place of the label in the order `in`, `undec`, `out`, from 0.

        >>> sorted(Label, key=lambda label: label.rank)[1].value
        'undec'
        """
        return (Label.IN, Label.UNDEC, Label.OUT).index(self)


class Labelling:
    """The labels of a map under a stance and one extension, and the facts they follow from.

    `compiled` is the framework of the map under the stance. `derived` has a mark for every atom: 1
    if it is derivable from the extension. The extension is the grounded one, unless the marks of
    another are given. `refuted` are the classes (by smallest id) that an attack of force `defeat`
    hits, `blocked` the relations that an undercut hits, `struck` the assumptions that fall with
    them. Cost: linear where supports have no circles.

    >>> from argmap.graph.compile import compile_map
    >>> from argmap.model.example import THREE_CLAIMS
    >>> from argmap.model.stance import NO_STANCE
    >>> compiled = compile_map(THREE_CLAIMS)
    >>> Labelling(THREE_CLAIMS, NO_STANCE, Force.CONTEST, compiled).claims["close"].value
    'undec'
    >>> Labelling(THREE_CLAIMS, NO_STANCE, Force.DEFEAT, compiled).claims["close"].value
    'out'
    """

    def __init__(
        self,
        argument_map: ArgumentMap,
        stance: Stance,
        force: Force,
        compiled: Compiled,
        derived: bytearray | None = None,
    ) -> None:
        self.map = argument_map
        self.stance = stance
        self.force = force
        self.compiled = compiled
        self.derived = grounded_atoms(compiled.framework) if derived is None else derived
        self.going_through = {
            id_
            for id_, relation in argument_map.relations.items()
            if self.derived[self.compiled.through[id_]]
            and all(self.derived[self.compiled.claim[premise]] for premise in relation.premises)
        }
        self.refuted = {
            argument_map.head_of(attack.target)
            for attack in argument_map.relations.values()
            if attack.kind is Kind.ATTACKS
            and attack.id in self.going_through
            and self.defeats(attack)
        }
        self.blocked = {
            undercut.target
            for undercut in argument_map.relations.values()
            if undercut.kind is Kind.UNDERCUTS and undercut.id in self.going_through
        }
        self.struck = self._struck()
        framework = self.compiled.framework
        unstruck = (
            assumption for assumption in framework.assumptions if assumption not in self.struck
        )
        self.arguable = derivable(framework.horn, unstruck)
        self.claims = {id_: self._label_of_claim(id_) for id_ in argument_map.claims}
        self.relations = {
            id_: self._label_of_relation(relation)
            for id_, relation in argument_map.relations.items()
        }

    def with_force(self, force: Force) -> Labelling:
        """The labels under the same extension, with this force for attacks that name none."""
        return Labelling(self.map, self.stance, force, self.compiled, self.derived)

    def defeats(self, attack: Relation) -> bool:
        """Whether an attack refutes its target, rather than only contesting it."""
        return self.map.force_of(attack, self.force) is Force.DEFEAT

    def _struck(self) -> set[int]:
        granted, through = self.compiled.granted, self.compiled.through
        struck = {through[relation] for relation in self.blocked}
        struck |= {granted[head] for head in self.refuted if head in granted}
        return struck | {
            through[support.id]
            for support in self.map.relations.values()
            if support.kind is Kind.SUPPORTS and self.map.head_of(support.target) in self.refuted
        }

    def _label_of_claim(self, id_: str) -> Label:
        atom = self.compiled.claim[id_]
        if self.derived[atom]:
            return Label.IN
        return Label.UNDEC if self.arguable[atom] else Label.OUT

    def _label_of_relation(self, relation: Relation) -> Label:
        if relation.id in self.going_through:
            return Label.IN
        is_struck = self.compiled.through[relation.id] in self.struck
        if is_struck or any(self.claims[premise] is Label.OUT for premise in relation.premises):
            return Label.OUT
        return Label.UNDEC

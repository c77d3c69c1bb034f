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
        self.going_through: set[str] = set()
        self.refuted: set[str] = set()
        self.blocked: set[str] = set()
        self._go_through()
        self.struck = self._struck()
        framework = self.compiled.framework
        unstruck = (
            assumption for assumption in framework.assumptions if assumption not in self.struck
        )
        self.arguable = derivable(framework.horn, unstruck)
        derived, arguable = self.derived, self.arguable
        self.claims = {
            id_: Label.IN if derived[atom] else Label.UNDEC if arguable[atom] else Label.OUT
            for id_, atom in compiled.claim.items()
        }
        self.relations = self._labels_of_relations()

    def with_force(self, force: Force) -> Labelling:
        """The labels under the same extension, with this force for attacks that name none."""
        return Labelling(self.map, self.stance, force, self.compiled, self.derived)

    def defeats(self, attack: Relation) -> bool:
        """Whether an attack refutes its target, rather than only contesting it."""
        return self.map.force_of(attack, self.force) is Force.DEFEAT

    def _go_through(self) -> None:
        """Note the relations that go through, and what they refute and block, in one pass."""
        derived, through, claim = self.derived, self.compiled.through, self.compiled.claim
        for id_, relation in self.map.relations.items():
            if not derived[through[id_]]:
                continue
            for premise in relation.premises:
                if not derived[claim[premise]]:
                    break
            else:
                self.going_through.add(id_)
                if relation.kind is Kind.UNDERCUTS:
                    self.blocked.add(relation.target)
                elif relation.kind is Kind.ATTACKS and self.defeats(relation):
                    self.refuted.add(self.map.head_of(relation.target))

    def _struck(self) -> set[int]:
        granted, through = self.compiled.granted, self.compiled.through
        struck = {through[relation] for relation in self.blocked}
        struck |= {granted[head] for head in self.refuted if head in granted}
        return struck | {
            through[support.id]
            for head in self.refuted
            for support in self.map.relations_to_class(head, Kind.SUPPORTS)
        }

    def _labels_of_relations(self) -> dict[str, Label]:
        through, struck, going, claims = (
            self.compiled.through,
            self.struck,
            self.going_through,
            self.claims,
        )
        labels: dict[str, Label] = {}
        for id_, relation in self.map.relations.items():
            if id_ in going:
                labels[id_] = Label.IN
                continue
            label = Label.OUT if through[id_] in struck else Label.UNDEC
            if label is Label.UNDEC:
                for premise in relation.premises:
                    if claims[premise] is Label.OUT:
                        label = Label.OUT
                        break
            labels[id_] = label
        return labels

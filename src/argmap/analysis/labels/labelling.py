"""Labels of claims and relations under one extension."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.graph.numbered import SUPPORTS, UNDERCUTS
from argmap.model.relation import Force
from argmap.reasoning.grounded import grounded_atoms
from argmap.reasoning.horn import derivable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.graph.compile import Compiled
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation
    from argmap.model.stance import Stance
    from argmap.reasoning.horn import Atom


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


_LABELS = (Label.OUT, Label.UNDEC, Label.IN)  # the weakest first


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
        self.refuted: set[str] = set()
        self.blocked: set[str] = set()
        self.struck: set[Atom] = set()
        self._strike()
        assumptions = compiled.framework.assumptions
        unstruck = (atom for atom in assumptions if atom not in self.struck)
        self.arguable = derivable(compiled.framework.horn, unstruck)
        numbers = compiled.numbers
        codes = bytes(
            [
                2 if is_derived else is_arguable
                for is_derived, is_arguable in zip(self.derived, self.arguable, strict=True)
            ]
        )
        of_claims = map(codes.__getitem__, numbers.class_of.values())
        self.claims = dict(zip(numbers.class_of, map(_LABELS.__getitem__, of_claims), strict=True))
        of_relations = map(_LABELS.__getitem__, self._codes_of_relations(codes))
        self.relations = dict(zip(argument_map.relations, of_relations, strict=True))

    def with_force(self, force: Force) -> Labelling:
        """The labels under the same extension, with this force for attacks that name none."""
        return Labelling(self.map, self.stance, force, self.compiled, self.derived)

    def defeats(self, attack: Relation) -> bool:
        """Whether an attack refutes its target, rather than only contesting it."""
        return self.map.force_of(attack, self.force) is Force.DEFEAT

    @cached_property
    def going_through(self) -> frozenset[str]:
        """The relations that go through."""
        return frozenset(id_ for id_, label in self.relations.items() if label is Label.IN)

    def _strike(self) -> None:
        """Note what attacks and undercuts that go through refute, block and strike, in one pass."""
        numbers, steps, granted = self.compiled.numbers, self.compiled.steps, self.compiled.granted
        derived, start, premises = self.derived, numbers.start, numbers.premises
        ids, relations = [*self.map.relations], [*self.map.relations.values()]
        refuted: set[int] = set()
        for number, kind in enumerate(numbers.kinds):
            if kind == SUPPORTS or not derived[steps[number]]:
                continue
            for premise in premises[start[number] : start[number + 1]]:
                if not derived[premise]:
                    break
            else:
                target = numbers.targets[number]
                if kind == UNDERCUTS:
                    self.blocked.add(ids[target])
                    self.struck.add(steps[target])
                elif self.defeats(relations[number]):
                    refuted.add(target)
        if refuted:
            self.refuted = {numbers.heads[target] for target in refuted}
            self.struck |= {granted[head] for head in self.refuted if head in granted}
            rows = zip(numbers.kinds, numbers.targets, steps, strict=True)
            self.struck |= {
                step for kind, target, step in rows if kind == SUPPORTS and target in refuted
            }

    def _codes_of_relations(self, codes: bytes) -> Iterator[int]:
        """The place in `_LABELS` of each relation's label, given that of each atom's.

        A relation is labelled like the weakest of its premises and of the assumption that it goes
        through, which is `out` if it is struck.
        """
        numbers, first = self.compiled.numbers, 0
        of_premises = bytes(map(codes.__getitem__, numbers.premises))
        for step, end in zip(self.compiled.steps, numbers.start[1:], strict=True):
            yield min(codes[step], *of_premises[first:end])
            first = end

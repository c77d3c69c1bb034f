"""Labels of claims and relations under one extension."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from argmap.graph.coded import of_claims, of_relations
from argmap.model.numbering import ATTACKS, UNDERCUTS
from argmap.model.relation import Force
from argmap.reasoning.columns import (
    bits_of,
    both,
    is_value,
    kept,
    lesser,
    marked,
    marks_at,
    places,
    raised,
    taken,
    with_mark,
)
from argmap.reasoning.grounded import grounded_atoms
from argmap.reasoning.horn import derivable
from argmap.reasoning.packed_lists import least

if TYPE_CHECKING:
    from array import array

    from argmap.graph.compile import Compiled
    from argmap.graph.numbered import Numbered
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


_LABELS = (Label.OUT, Label.UNDEC, Label.IN)  # the weakest first
_CODES = bytes([0, 2, 1, 2]).ljust(256)  # the place in it by two bits: derivable, and arguable


class Labelling:
    """The labels of a map under a stance and one extension, and the facts they follow from.

    `compiled` is the framework of the map under the stance. `derived` has a mark for every atom: 1
    if it is derivable from the extension. The extension is the grounded one, unless the marks of
    another are given. `refuted` are the classes (by smallest id) that an attack of force `defeat`
    hits, `blocked` the relations that an undercut hits; `is_struck` marks the atoms of assumptions
    that fall with them. Cost: linear where supports have no circles.

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
        refuted, blocked = hit_by(self._going(), compiled.numbers, argument_map, force)
        self.refuted = frozenset(map(compiled.numbers.heads.__getitem__, refuted))
        self.blocked = frozenset(map([*argument_map.relations].__getitem__, blocked))
        self.is_struck = self._struck(refuted, blocked)
        assumptions = compiled.framework.assumptions
        unstruck = with_mark(assumptions, self.is_struck, 0)
        self.arguable = derivable(compiled.framework.horn, unstruck)
        codes = bits_of({1: self.derived, 2: self.arguable}).translate(_CODES)
        class_of = compiled.numbers.class_of
        codes_of_claims = marks_at(codes, [*class_of.values()])
        self.claims = of_claims(argument_map, codes_of_claims, _LABELS)
        self.relations = of_relations(argument_map, self._of_relations(codes), _LABELS)

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

    def _going(self) -> bytes:
        """A mark for each relation that goes through."""
        steps, numbers = self.compiled.steps, self.compiled.numbers
        stands = least(marks_at(self.derived, numbers.premises), numbers.start)
        return lesser(self.derived[steps.start : steps.stop], stands)

    def _struck(self, refuted: array[int], blocked: array[int]) -> bytearray:
        """A mark for each assumption that falls.

        They are the grants and the supports of what is refuted, and the relations blocked.
        """
        compiled, numbers = self.compiled, self.compiled.numbers
        first = compiled.steps.start
        is_struck = marked(compiled.framework.atoms, raised(blocked, first))
        if refuted:
            is_refuted = marked(len(numbers.heads), refuted)
            supports = numbers.supports_to(is_refuted)
            for atom in (*taken(compiled.grants, refuted), *raised(supports, first)):
                if atom >= 0:  # what is refuted may have no grant
                    is_struck[atom] = True
        return is_struck

    def _of_relations(self, codes: bytes) -> bytes:
        """The place in `_LABELS` of each relation's label, given that of each atom's.

        A relation is labelled like the weakest of its premises and of the assumption that it goes
        through, which is `out` if it is struck.
        """
        compiled, numbers = self.compiled, self.compiled.numbers
        own = codes[compiled.steps.start : compiled.steps.stop]
        return lesser(own, least(marks_at(codes, numbers.premises), numbers.start))


def hit_by(
    going: bytes, numbers: Numbered, argument_map: ArgumentMap, force: Force
) -> tuple[array[int], array[int]]:
    """The numbers of the classes that are refuted, and of the relations that are blocked.

    `going` marks the relations that go through; `force` is that of attacks that name none. Cost:
    linear.
    """
    attacks = places(both(going, is_value(numbers.kinds, ATTACKS)))
    if attacks:
        every = [*argument_map.relations.values()]
        forces = map(attrgetter("force"), map(every.__getitem__, attacks))
        attacks = kept(attacks, bytes([(own or force) is Force.DEFEAT for own in forces]))
    undercuts = places(both(going, is_value(numbers.kinds, UNDERCUTS)))
    hit = marked(len(numbers.heads), taken(numbers.targets, attacks))
    cut = marked(len(numbers.kinds), taken(numbers.targets, undercuts))
    return places(hit), places(cut)

"""Labels of a map under many extensions at once: one bit of an integer for each extension."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.reasoning.horn import derivable_in

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from argmap.analysis.labels.labelling import Labelling
    from argmap.reasoning.horn import Atom


class LabelsInMany:
    """The labels under each of these extensions, as masks: bit n belongs to extension n.

    The rules are those of `Labelling`, which has a truth value where a mask stands here. `grounded`
    is any labelling of the map under the same stance and force; `extensions` are sets of
    assumptions, and those in `always` are in all of them.

    Cost: two passes over the rules on integers of as many bits as there are extensions.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> grounded = Reading(THREE_CLAIMS).grounded
    >>> everything = grounded.compiled.framework.assumptions
    >>> many = LabelsInMany(grounded, [[], everything])
    >>> bin(many.claim_in("shops")), bin(many.claim_out("shops"))
    ('0b10', '0b0')
    """

    def __init__(
        self,
        grounded: Labelling,
        extensions: Sequence[Collection[Atom]],
        always: Collection[Atom] = (),
    ) -> None:
        self.labelling = grounded
        self.map = grounded.map
        self.compiled = grounded.compiled
        self.every = (1 << len(extensions)) - 1
        worlds = _masks(extensions) | dict.fromkeys(always, self.every)
        self.derived = derivable_in(self.compiled.framework.horn, worlds)
        self._going = self._going_through()
        self._struck = self._struck_by()
        self._arguable = self._arguable_in()

    def claim_in(self, id_: str) -> int:
        """The extensions under which a claim is `in`."""
        return self.derived[self.compiled.claim[id_]] & self.every

    def claim_out(self, id_: str) -> int:
        """The extensions under which a claim is `out`."""
        atom = self.compiled.claim[id_]
        return self.every & ~(self.derived[atom] | self._arguable[atom])

    def relation_in(self, id_: str) -> int:
        """The extensions under which a relation goes through."""
        return self._going[id_]

    def relation_out(self, id_: str) -> int:
        """The extensions under which a relation is `out`."""
        hit = self._struck.get(self.compiled.through[id_], 0)
        for premise in self.map.relations[id_].premises:
            hit |= self.claim_out(premise)
        return hit & ~self._going[id_]

    def _going_through(self) -> dict[str, int]:
        claim, through, derived = self.compiled.claim, self.compiled.through, self.derived
        going: dict[str, int] = {}
        for id_, relation in self.map.relations.items():
            mask = derived[through[id_]] & self.every
            for premise in relation.premises:
                mask &= derived[claim[premise]]
            going[id_] = mask
        return going

    def _struck_by(self) -> dict[Atom, int]:
        """The extensions under which each assumption falls with what is refuted or blocked."""
        granted, through, head_of = self.compiled.granted, self.compiled.through, self.map.head_of
        refuted: dict[str, int] = {}
        struck: dict[Atom, int] = {}
        for id_, relation in self.map.relations.items():
            going = self._going[id_]
            if relation.kind is Kind.UNDERCUTS:
                atom = through[relation.target]
                struck[atom] = struck.get(atom, 0) | going
            elif relation.kind is Kind.ATTACKS and self.labelling.defeats(relation):
                head = head_of(relation.target)
                refuted[head] = refuted.get(head, 0) | going
        for head, mask in refuted.items():
            if head in granted:
                struck[granted[head]] = struck.get(granted[head], 0) | mask
        for id_, relation in self.map.relations.items():
            if relation.kind is Kind.SUPPORTS:
                hit = refuted.get(head_of(relation.target), 0)
                struck[through[id_]] = struck.get(through[id_], 0) | hit
        return struck

    def _arguable_in(self) -> list[int]:
        """For every atom the extensions under which it is derivable but for what is struck."""
        framework = self.compiled.framework
        unstruck = {atom: self.every & ~self._struck.get(atom, 0) for atom in framework.assumptions}
        return derivable_in(framework.horn, unstruck)


def _masks(extensions: Sequence[Collection[Atom]]) -> dict[Atom, int]:
    """For each assumption the extensions that contain it; bytes are set, as integers are copied."""
    size = len(extensions) // 8 + 1
    masks: dict[Atom, bytearray] = {}
    for world, members in enumerate(extensions):
        place, bit = world >> 3, 1 << (world & 7)
        for atom in members:
            mask = masks.get(atom)
            if mask is None:
                mask = masks[atom] = bytearray(size)
            mask[place] |= bit
    return {atom: int.from_bytes(mask, "little") for atom, mask in masks.items()}

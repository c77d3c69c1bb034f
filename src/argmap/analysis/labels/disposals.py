"""The disposal of objections that are `out`: answered in the map, or rejected by the reader."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.analysis.labels.pending import puts_pending_forward
from argmap.reasoning.horn import Horn, derivable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from argmap.analysis.labels.semantics import Labels
    from argmap.graph.groundwork import Groundwork
    from argmap.model.relation import Relation
    from argmap.reasoning.horn import Atom


class Disposal(StrEnum):
    """The ground on which an objection is `out`."""

    ANSWERED = "answered"
    """An undercut blocks it, or an attack keeps a premise of it from being carried."""
    BASELESS = "baseless"
    """Nothing that is put forward carries its premises, even with all objections left out."""
    REJECTED = "rejected"
    """No answer disposes of it: the reader rejects a premise, or what that rests on."""


class Disposals:
    """The disposal of each objection of a map that is `out`, under one reading of the map.

    An objection counts as answered if it would be `out` with the same answers although the reader
    rejected nothing. Cost: linear, once.
    """

    def __init__(self, labels: Labels, groundwork: Groundwork) -> None:
        self.labels = labels
        self.groundwork = groundwork
        self._with_pending = puts_pending_forward(labels.semantics)

    def of(self, objection: Relation) -> Disposal:
        """The disposal of an objection that is `out`."""
        premises = self._atoms(objection.premises)
        groundwork = self.groundwork
        carried = groundwork.arguable if self._with_pending else groundwork.derivable
        if objection.id in self._blocked or any(
            carried[premise] and not self._unanswered[premise] for premise in premises
        ):
            return Disposal.ANSWERED
        if not all(self._unanswered[premise] for premise in premises):
            return Disposal.BASELESS
        # Under several extensions an objection may be out by one answer here, by another there.
        is_kept = all(self._kept[premise] for premise in premises)
        return Disposal.ANSWERED if is_kept else Disposal.REJECTED

    def is_rejected(self, objection: Relation) -> bool:
        """Whether nothing but the reader's rejections disposes of an objection that is `out`."""
        return bool(self.labels.stance.reject) and self.of(objection) is Disposal.REJECTED

    @cached_property
    def _blocked(self) -> frozenset[str]:
        return self.labels.blocked

    @cached_property
    def _unanswered(self) -> bytearray:
        """A mark for every class: 1 if answers alone do not keep it from being carried."""
        return self._carried_without(self._atoms(self.labels.refuted))

    @cached_property
    def _kept(self) -> bytearray:
        """A mark for every class: 1 if neither answers nor the reader keep it from being so."""
        struck = self.labels.refuted | self.labels.stance.reject
        return self._carried_without(self._atoms(struck))

    def _carried_without(self, struck: Collection[Atom]) -> bytearray:
        """A mark for every class: 1 if it is derivable while these have no grant and no support."""
        supports = self.groundwork.supports
        rules = [
            rule
            for rule, step in zip(supports.horn.rules, supports.steps, strict=True)
            if step not in self._blocked and rule[0] not in struck
        ]
        forward = supports.grants + (supports.pending if self._with_pending else ())
        grants = (grant for grant in forward if grant not in struck)
        facts = (*grants, *self._atoms(self.labels.stance.accept))
        return derivable(Horn(supports.horn.atoms, rules), facts)

    def _atoms(self, claims: Iterable[str]) -> set[Atom]:
        return {self.groundwork.supports.atom[id_] for id_ in claims}

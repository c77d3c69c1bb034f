"""The reasons and objections that claims lose and gain between two readings of a map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.analysis.labels.labelling import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.analysis.reading_of_map import Reading
    from argmap.model.relation import Kind


@dataclass(frozen=True, slots=True)
class Turnover:
    """The reasons for a claim, or the objections to it, that one reading has and another has not.

    `lost` are relations whose own label was `in` and no longer is, `gained` those for which it is
    the other way round; `left` counts those for which it is `in` now.
    """

    lost: tuple[str, ...]
    gained: tuple[str, ...]
    left: int

    @property
    def earlier(self) -> int:
        """The number of relations that were `in` before."""
        return self.left - len(self.gained) + len(self.lost)


def turnover(before: Reading, after: Reading, kind: Kind) -> Mapping[str, Turnover]:
    """The claims that lose or gain relations of one kind, whatever becomes of their label.

    The readings may be of two versions of a map: claims that are in both are compared. With
    `Kind.SUPPORTS` these are reasons, with `Kind.ATTACKS` objections. A relation to one of several
    restated claims counts for each of them; a grant is no reason. Cost: linear.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> from argmap.model.stance import Stance
    >>> reading = Reading(THREE_CLAIMS, Stance(reject=frozenset({"quieter"})))
    >>> from argmap.model.relation import Kind
    >>> turnover(reading.without_stance(), reading, Kind.SUPPORTS)
    {'close': Turnover(lost=('for',), gained=(), left=0)}
    """
    if not (before.labels.claims and after.labels.claims):  # no extension: nothing to compare
        return {}
    turned: dict[str, Turnover] = {}
    of_classes: dict[tuple[str, str], Turnover | None] = {}
    for id_ in sorted(before.map.claims.keys() & after.map.claims.keys()):
        heads = (before.map.head_of(id_), after.map.head_of(id_))  # the versions may differ in them
        if heads not in of_classes:
            earlier, now = (
                _going_through(reading, head, kind)
                for reading, head in zip((before, after), heads, strict=True)
            )
            lost, gained = tuple(sorted(earlier - now)), tuple(sorted(now - earlier))
            of_classes[heads] = Turnover(lost, gained, len(now)) if lost or gained else None
        if (change := of_classes[heads]) is not None:
            turned[id_] = change
    return turned


def _going_through(reading: Reading, head: str, kind: Kind) -> set[str]:
    """The relations of one kind to a class whose own label is `in`."""
    return {
        relation.id
        for relation in reading.map.relations_to_class(head, kind)
        if reading.own_labels.get(relation.id) is Label.IN
    }

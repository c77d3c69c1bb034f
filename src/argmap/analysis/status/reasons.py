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
    for id_ in sorted(_touched(before, after, kind)):
        heads = (before.map.head_of(id_), after.map.head_of(id_))  # the versions may differ in them
        if heads not in of_classes:
            of_classes[heads] = _turnover_at(id_, before, after, kind)
        if (change := of_classes[heads]) is not None:
            turned[id_] = change
    return turned


def _turnover_at(claim: str, before: Reading, after: Reading, kind: Kind) -> Turnover | None:
    """The turnover of a claim and of all that say the same; None if there is none."""
    earlier, now = (_going_through(reading, claim, kind) for reading in (before, after))
    lost, gained = tuple(sorted(earlier - now)), tuple(sorted(now - earlier))
    return Turnover(lost, gained, len(now)) if lost or gained else None


def _touched(before: Reading, after: Reading, kind: Kind) -> set[str]:
    """The claims of both readings at which one has a relation, or a restatement, that one has not.

    They are few after a small change, so that nothing is compared at all the others.
    """
    old, new = before.map, after.map
    ends = {
        target for _, target in _ends_going_through(before, kind) ^ _ends_going_through(after, kind)
    }
    classes = old.classes.keys() | new.classes.keys()
    ends |= {id_ for id_ in classes if old.class_of(id_) != new.class_of(id_)}
    touched = {id_ for each in (old, new) for same in {*map(each.class_of, ends)} for id_ in same}
    return touched & old.claims.keys() & new.claims.keys()


def _ends_going_through(reading: Reading, kind: Kind) -> set[tuple[str, str]]:
    """The relations of one kind whose own label is `in`, each with its target."""
    labels = reading.own_labels
    return {
        (relation.id, relation.target)
        for relation in reading.map.relations.values()
        if relation.kind is kind and labels.get(relation.id) is Label.IN
    }


def _going_through(reading: Reading, claim: str, kind: Kind) -> set[str]:
    """The relations of one kind to a claim, or one of its class, whose own label is `in`."""
    return {
        relation.id
        for relation in reading.map.relations_to_class(claim, kind)
        if reading.own_labels.get(relation.id) is Label.IN
    }

"""The claims below each claim of a map, in the author's order."""

from __future__ import annotations

from array import array
from operator import attrgetter
from typing import TYPE_CHECKING

from argmap.model.numbering import UNDERCUTS
from argmap.reasoning.columns import in_order, raised, taken
from argmap.reasoning.components import strong_components
from argmap.reasoning.packed_lists import (
    PackedLists,
    distinct,
    lengths,
    lists_of,
    repeated,
    with_last,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.graph.numbered import Numbered
    from argmap.model.argument_map import ArgumentMap

COUNTED_LIMIT = 50_000
"""The most claims of a map in which the claims below each conclusion are all counted."""


class Below:
    """The claims below each claim of a map, by their numbers, in the author's order.

    `numbers` is the map in numbers, with restated claims apart; `ids` has the id of each claim.
    `claims` has for each claim those below it, each as often as it is used: the premises of the
    relations to it, then of the undercuts of these, and of the undercuts of those.
    """

    def __init__(self, argument_map: ArgumentMap, numbers: Numbered) -> None:
        self.ids = numbers.heads
        self.claim_of = numbers.class_of
        self.relations = _relations_below(argument_map, numbers)
        claims, start = lists_of(numbers.premises, numbers.start, self.relations.items)
        self.claims = PackedLists.of_start(taken(start, self.relations.start), claims)

    def relations_at(self, id_: str) -> array[int]:
        """The relations to a claim by their numbers, then their undercuts, and those of these.

        Raises:
            KeyError: the map has no such claim.
        """
        return self.relations.of(self.claim_of[id_])

    def counts(self, conclusions: Sequence[int]) -> Mapping[int, int]:
        """The number of claims below each of these, directly or not, without the claim itself.

        In a map of more than `COUNTED_LIMIT` claims only those directly below are counted.
        """
        if len(self.ids) > COUNTED_LIMIT:
            below = lists_of(self.claims.items, self.claims.start, conclusions)
            with_themselves = with_last(*below, conclusions)
            return dict(zip(conclusions, raised(distinct(*with_themselves), -1), strict=True))
        return _counts([*map(self.claims.of, range(len(self.ids)))])


def _relations_below(argument_map: ArgumentMap, numbers: Numbered) -> PackedLists:
    """The relations below each claim, by their numbers.

    They come by how many undercuts lie between them and the claim, and those on one target as
    `ArgumentMap.relations_to` has them.
    """
    order = in_order(_entries(argument_map, numbers))  # undercuts come last
    direct = len(order) - numbers.kinds.count(UNDERCUTS)
    size, level, undercuts = len(numbers.heads), order[:direct], order[direct:]
    bearing = taken(numbers.targets, level)
    by_claim = PackedLists(size, bearing, level)
    if not undercuts:
        return by_claim
    cuts_of = PackedLists(len(order), taken(numbers.targets, undercuts), undercuts)
    level, bearing = by_claim.items, repeated(range(size), lengths(by_claim.start))
    relations, claims = level[:], bearing[:]
    while level:
        level, start = lists_of(cuts_of.items, cuts_of.start, level)
        bearing = repeated(bearing, lengths(start))
        relations += level
        claims += bearing
    return PackedLists(size, claims, relations)


def _entries(argument_map: ArgumentMap, numbers: Numbered) -> Sequence[int]:
    """A number for each relation, by which those on one target are in order: kind, then position.

    Those without a position come after those with one.
    """
    positions = [*map(attrgetter("position"), argument_map.relations.values())]
    known = sorted({position for position in positions if position is not None})
    if not known:
        return array("i", list(numbers.kinds))
    rank: dict[int | None, int] = {position: rank for rank, position in enumerate(known)}
    rank[None] = len(known)
    return array(
        "i",
        [
            kind * len(rank) + rank[position]
            for kind, position in zip(numbers.kinds, positions, strict=True)
        ],
    )


def _counts(below: Sequence[Sequence[int]]) -> dict[int, int]:
    """The number of nodes of a graph that each node reaches, without itself.

    Nodes in a circle reach each other, so the counts are taken on strong components, each of which
    comes after all components below it. The set of nodes below a component is an integer with one
    bit for each node: the union of two sets is then one `|`. All these sets together would take
    quadratic memory, so each is dropped after its last use: `uses` counts the components above that
    have not read it yet.
    """
    # As in `circles_of_support`, networkx would be slow for something that every command needs:
    # it takes 4 to 6 times as long for the components on maps of 100 to 100,000 claims.
    parts = strong_components(below)
    part_of = {node: number for number, part in enumerate(parts) for node in part}
    uses = [0] * len(parts)
    reached_parts: list[set[int]] = []
    for number, part in enumerate(parts):
        after = {part_of[other] for node in part for other in below[node]} - {number}
        reached_parts.append(after)
        for other in after:
            uses[other] += 1
    reach: dict[int, int] = {}  # by component: the nodes in it and below it, as bits
    counts: dict[int, int] = {}
    for number, part in enumerate(parts):
        bits = sum(1 << node for node in part)
        for other in reached_parts[number]:
            bits |= reach[other]
            uses[other] -= 1
            if not uses[other]:
                del reach[other]
        if uses[number]:
            reach[number] = bits
        for node in part:
            counts[node] = bits.bit_count() - 1
    return counts

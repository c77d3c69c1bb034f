"""The groundwork of a map: the results that depend on the map alone, not on a stance."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.graph.circles import circles_of_support
from argmap.graph.numbered import numbered
from argmap.graph.outline import outline
from argmap.graph.roles import conclusions_of, roles
from argmap.graph.supports import supports_of
from argmap.model.relation import Force
from argmap.reasoning.horn import derivable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.graph.bearing_most import BearingMost
    from argmap.graph.numbered import Numbered
    from argmap.graph.outline import Outline
    from argmap.graph.roles import Role
    from argmap.graph.supports import Supports
    from argmap.model.argument_map import ArgumentMap


class Groundwork:
    """The outline, roles, supports and circles of a map, each worked out at its first use, once.

    All readings of one map share it, as a stance changes labels and none of these.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> groundwork = Groundwork(THREE_CLAIMS)
    >>> groundwork.conclusions, list(groundwork.derivable)
    (('close',), [1, 1, 1])
    """

    def __init__(self, argument_map: ArgumentMap) -> None:
        self.map = argument_map

    @cached_property
    def refuting_map(self) -> ArgumentMap:
        """The map in which no attack says that it only contests: read with `defeat`, all refute.

        The rest of the groundwork fits it too.
        """
        plain = {
            id_: replace(relation, force=None)
            for id_, relation in self.map.relations.items()
            if relation.force is Force.CONTEST
        }
        return replace(self.map, relations={**self.map.relations, **plain}) if plain else self.map

    @cached_property
    def numbers(self) -> Numbered:
        """The map in numbers."""
        return numbered(self.map)

    @cached_property
    def circles(self) -> tuple[frozenset[str], ...]:
        """The circles of support, as `circles_of_support` describes them."""
        return circles_of_support(self.map, self.supports)

    @cached_property
    def roles(self) -> Mapping[str, tuple[Role, ...]]:
        """The roles of every claim."""
        return roles(self.map, self.circles, self.numbers)

    @cached_property
    def outline(self) -> Outline:
        """The map in reading order, with the number of every claim."""
        return outline(self.map, self.roles, None if self.map.classes else self.numbers)

    @cached_property
    def conclusions(self) -> tuple[str, ...]:
        """The conclusions by the smallest id of their class, the main claims of the map first."""
        return conclusions_of(self.map, self.roles)

    @cached_property
    def bearing_most(self) -> BearingMost:
        """The claims that bear most by the shape of the map, as `bearing_most` describes them."""
        from argmap.graph.bearing_most import bearing_most  # noqa: PLC0415  # networkx is slow

        return bearing_most(self.map, self.conclusions)

    @cached_property
    def supports(self) -> Supports:
        """The supports of the map as Horn rules."""
        return supports_of(self.map, self.numbers)

    @cached_property
    def derivable(self) -> bytearray:
        """A mark for every atom of the supports: 1 if it has a derivation from all grants."""
        return derivable(self.supports.horn, self.supports.grants)

    @cached_property
    def arguable(self) -> bytearray:
        """A mark for every atom: 1 if it had a derivation with all pending claims granted."""
        supports = self.supports
        if not supports.pending:
            return self.derivable
        return derivable(supports.horn, (*supports.grants, *supports.pending))

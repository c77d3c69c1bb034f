"""Straight lines in place of routed ones, for a picture that is only a draft of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.picture.lines.routing import RoutedLine

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation
    from argmap.views.picture.lines.curves import Path
    from argmap.views.picture.lines.routing import Ground
    from argmap.views.picture.scene import Point, Rect


class StraightLines:
    """Lines from the middle of a card to the middle of another, whatever lies between them."""

    def __init__(self, ground: Ground, argument_map: ArgumentMap) -> None:
        self.ground = ground
        self.map = argument_map

    def of(self, relation: Relation) -> RoutedLine:
        """The line of a relation, from its first premise to the claim on which it bears."""
        (x, y), end = self._middle(relation.premises[0]), self._end(relation)
        return RoutedLine(_straight((x, y), end), ((x + end[0]) / 2, (y + end[1]) / 2))

    def around(self, start: Rect, end: Rect) -> Path:
        """The line between two rectangles."""
        return _straight(start.middle, end.middle)

    def _end(self, relation: Relation) -> Point:
        return self._middle(self.map.claim_bearing(relation.id) or relation.premises[0])

    def _middle(self, claim: str) -> Point:
        return self.ground.cards[claim].middle


def _straight(start: Point, end: Point) -> Path:
    """A curve of one piece that is straight."""
    (x, y), (to_x, to_y) = start, end
    across, down = (to_x - x) / 3, (to_y - y) / 3
    return (x, y, x + across, y + down, to_x - across, to_y - down, to_x, to_y)

"""A rough layout: it keeps the order of things and costs one pass, for pages that lay out anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.picture.layout.layout import Placing
from argmap.views.picture.scene import Rect, Shape

if TYPE_CHECKING:
    from argmap.views.picture.layout.blocks import Block, Forest

_APART, _DOWN = 40.0, 220.0


def rough_placing(forest: Forest) -> Placing:
    """A position for every block, where each row is a level, and no block is left of its parent.

    Cost: linear.
    """
    corners: dict[str, tuple[float, float]] = {}
    frames: dict[str, Rect] = {}
    x = 0.0
    waiting: list[tuple[Block, int, bool]] = [
        (block, 0, False) for unit in reversed(forest.roots) for block in reversed(unit)
    ]
    while waiting:
        block, level, is_left = waiting.pop()
        if is_left:  # all that is below it has its place
            start, top = corners[block.key]
            frames[block.key] = Rect(start, top, max(x - start, block.width), _DOWN)
            continue
        corners[block.key] = (x, level * _DOWN)
        if block.shape is Shape.CHAPTER:
            waiting.append((block, level, True))
        below = [child for unit in block.children() for child in unit]
        waiting += ((child, level + 1, False) for child in reversed(below))
        if not below:
            x += block.width + _APART
    return Placing(corners, {}, frames)

"""The lines of a picture, from the premises of each relation to its target."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.views.look import theme
from argmap.views.picture.layout.blocks import is_leaf
from argmap.views.picture.lines import curves
from argmap.views.picture.lines.grid import Grid
from argmap.views.picture.scene import Rect

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.relation import Relation
    from argmap.views.picture.layout.blocks import Block, Forest
    from argmap.views.picture.layout.layout import Lane, Placing
    from argmap.views.picture.lines.curves import Path
    from argmap.views.picture.scene import Point

_PORT_STEP = 34
_DISC_RISE = 24
_DISC_RADIUS = 11
MOST_SEARCHED = 300
_COST_OF_A_CHAPTER = 1.5


@dataclass(frozen=True, slots=True)
class RoutedLine:
    """The path of a line and the place of the sign on it."""

    path: Path
    disc: Point


@dataclass(frozen=True, slots=True)
class Ground:
    """The rectangles of all blocks and cards, between which lines run."""

    forest: Forest
    placing: Placing
    blocks: dict[str, Rect]
    cards: dict[str, Rect]


def ground_of(forest: Forest, placing: Placing, heights: Mapping[str, float]) -> Ground:
    """The rectangles of blocks and cards, from the corners of the blocks."""
    blocks = {}
    cards = {}
    for block in forest.blocks:
        x, y = placing.corners[block.key]
        blocks[block.key] = Rect(x, y, block.width, block.height)
        for claim, (across, down) in block.inner.items():
            cards[claim] = Rect(x + across, y + down, theme.CARD_WIDTH, heights[claim])
    return Ground(forest, placing, blocks, cards)


class Router:
    """Routes lines one after the other, each around the lines before it."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.lines: dict[str, RoutedLine] = {}
        self.grid = _grid_of(ground)
        self.searches = 0

    def of(self, relation: Relation) -> RoutedLine:
        """The line of a relation that was routed."""
        return self.lines[relation.id]

    def follow_layout(self, relations: list[Relation]) -> list[Relation]:
        """Route the relations whose premises hang below their target, and return the others."""
        rest = []
        arriving: dict[str, list[tuple[float, Relation]]] = {}
        undercuts = []
        for relation in relations:
            block = self.ground.forest.carrier.get(relation.id)
            if block is None or relation.id in self.ground.forest.apart:
                rest.append(relation)
            elif relation.kind is Kind.UNDERCUTS:
                undercuts.append(relation)
            else:
                arriving.setdefault(relation.target, []).append((self._approach(block), relation))
        for target, sources in arriving.items():
            sources.sort(key=lambda pair: (pair[0], pair[1].id))
            for port, (_, relation) in zip(
                _ports(self.ground.cards[target], len(sources)), sources, strict=True
            ):
                block = self.ground.forest.carrier[relation.id]
                self._keep(relation.id, *self._rise(block, port))
        return [*rest, *self._undercut(undercuts)]

    def cross(self, relations: list[Relation]) -> None:
        """Route relations that cross the layout, each undercut after the line at which it ends."""
        place = {relation.id: number for number, relation in enumerate(relations)}
        relations_to: dict[str, list[Relation]] = {}
        for relation in relations:
            relations_to.setdefault(relation.target, []).append(relation)
        by_id = {relation.id: relation for relation in relations}
        in_order = iter(sorted(relations, key=lambda relation: relation.id))
        ready = [relation for relation in relations if self._aim(relation) is not None]
        waiting = dict.fromkeys(place)
        while waiting:
            if not ready:  # undercuts of each other: the first ends where its target's line starts
                ready = [next(relation for relation in in_order if relation.id in waiting)]
            for relation in ready:
                del waiting[relation.id]
                aim = self._aim(relation)
                self._cross_to(aim or self.start_of(by_id[relation.target]), relation)
            drawn, ready = ready, []
            for relation in drawn:
                undercuts = relations_to.get(relation.id, ())
                ready += (undercut for undercut in undercuts if undercut.id in waiting)
            ready.sort(key=lambda relation: place[relation.id])

    def _cross_to(self, aim: Rect, relation: Relation) -> None:
        path = self.around(self.start_of(relation), aim)
        self._keep(relation.id, path, curves.halfway(path))

    def start_of(self, relation: Relation) -> Rect:
        """The start of a relation's line: its block, or else the card of its premise."""
        block = self.ground.forest.carrier.get(relation.id)
        if block is not None:
            return self.ground.blocks[block.key]
        return self.ground.cards[relation.premises[0]]

    def around(self, start: Rect, end: Rect) -> Path:
        """A path between two rectangles, around the cards and lines between them."""
        self.searches += 1
        if self.searches > MOST_SEARCHED:
            self.grid.usable = False
        path = curves.rounded(_loop(start) if start == end else self.grid.way(start, end))
        self.grid.raise_path(path, 4)
        return path

    def _aim(self, relation: Relation) -> Rect | None:
        if relation.kind is not Kind.UNDERCUTS:
            return self.ground.cards[relation.target]
        block = self.ground.forest.carrier.get(relation.target)
        if block is not None and block.shape != "card":
            return self.ground.blocks[block.key]
        line = self.lines.get(relation.target)
        if line is None:
            return None
        x, y = line.disc
        return Rect(x - _DISC_RADIUS, y - _DISC_RADIUS, 2 * _DISC_RADIUS, 2 * _DISC_RADIUS)

    def _keep(self, relation: str, path: Path, disc: Point) -> None:
        self.lines[relation] = RoutedLine(path, disc)
        self.grid.raise_path(path, 3)
        x, y = disc
        self.grid.raise_rect(Rect(x - 8, y - 8, 16, 16), 6)

    def _approach(self, block: Block) -> float:
        lane = self.ground.placing.lanes.get(block.key)
        return lane.x if lane else self.ground.blocks[block.key].middle[0]

    def _rise(self, block: Block, port: Point) -> tuple[Path, Point]:
        """The line from a block up to a port, and its sign; it runs beside a stack of blocks."""
        rect = self.ground.blocks[block.key]
        lane = self.ground.placing.lanes.get(block.key)
        x = rect.middle[0]
        if lane is None:
            path = [x, rect.y]
            curves.vertical(path, port)
            return tuple(path), _near_start(path)
        if not is_leaf(block.home):
            path, disc = _over_the_top(rect, lane)
        else:
            path, disc = _from_the_side(rect, lane)
        curves.straight(path, (lane.x, lane.top))
        curves.vertical(path, port)
        return tuple(path), disc

    def _undercut(self, undercuts: list[Relation]) -> list[Relation]:
        """Route the undercuts that stand beside their targets, and return the others."""
        rest = []
        for relation in undercuts:
            carrier = self.ground.forest.carrier
            block, hit = carrier[relation.id], carrier.get(relation.target)
            line = self.lines.get(relation.target)
            if line is None or hit is None or block.home is not hit.home:
                rest.append(relation)
                continue
            rect = self.ground.blocks[block.key]
            if hit.shape != "card" and block.home.index(block) == block.home.index(hit) + 1:
                path = _sideways(rect, self.ground.blocks[hit.key])
                self._keep(relation.id, path, curves.halfway(path))
            else:
                path = _to_the_sign(rect, line.disc)
                self._keep(relation.id, path, curves.samples(path)[5])
        return rest


def _grid_of(ground: Ground) -> Grid:
    frames = ground.placing.frames
    rects = [*ground.blocks.values(), *frames.values()] or [Rect(0, 0, 0, 0)]
    start, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
    right, bottom = max(rect.right for rect in rects), max(rect.bottom for rect in rects)
    grid = Grid(Rect(start, top, right - start, bottom - top))
    for block in ground.forest.blocks:
        if block.shape == "pill":
            grid.block(ground.blocks[block.key])
        elif block.shape == "box":
            grid.raise_rect(ground.blocks[block.key], 2)
            grid.block(_words_of(ground.blocks[block.key]))
        elif block.shape == "chapter":
            grid.raise_rect(frames[block.key], _COST_OF_A_CHAPTER)
            grid.block(ground.blocks[block.key])
    for rect in ground.cards.values():
        grid.block(rect)
    return grid


def _words_of(frame: Rect) -> Rect:
    """The words in the upper right corner of a frame."""
    width, height = theme.FRAME["words"], theme.FRAME["high"]
    return Rect(frame.right - theme.FRAME["corner"] - width, frame.y + 4, width, height)


def _ports(rect: Rect, count: int) -> list[Point]:
    step = min(_PORT_STEP, (rect.width - 40) / count)
    first = rect.middle[0] - step * (count - 1) / 2
    return [(first + step * place, rect.bottom) for place in range(count)]


def _loop(rect: Rect) -> list[Point]:
    """The corners of the line of a claim that attacks itself, out and in at its right side."""
    (_, y), x = rect.middle, rect.right
    return [(x, y + 18), (x + 26, y + 18), (x + 26, y - 18), (x, y - 18)]


def _near_start(path: list[float]) -> Point:
    """The first point on a rising line that is far enough above its start for a sign."""
    points = curves.samples(tuple(path), 20)
    return next((point for point in points if path[1] - point[1] >= _DISC_RISE), points[-1])


def _from_the_side(rect: Rect, lane: Lane) -> tuple[list[float], Point]:
    y = rect.middle[1]
    path = [rect.x, y]
    curves.straight(path, (lane.x + 8, y))
    curves.turn(path, (lane.x, y), (lane.x, y - 10))
    return path, (lane.x, y - 28)


def _over_the_top(rect: Rect, lane: Lane) -> tuple[list[float], Point]:
    x, y = rect.middle[0], rect.y
    path = [x, y]
    curves.straight(path, (x, y - 28))
    curves.turn(path, (x, y - 38), (x - 10, y - 38))
    curves.straight(path, (lane.x + 10, y - 38))
    curves.turn(path, (lane.x, y - 38), (lane.x, y - 48))
    return path, (x, y - 17)


def _sideways(rect: Rect, target: Rect) -> Path:
    y = rect.y + min(rect.height, target.height) / 2
    path = [rect.x, y]
    curves.straight(path, (target.right, y))
    return tuple(path)


def _to_the_sign(rect: Rect, disc: Point) -> Path:
    x, y = rect.middle[0], rect.y
    end = (disc[0] + (_DISC_RADIUS if x > disc[0] else -_DISC_RADIUS), disc[1])
    return (x, y, x, disc[1], x + (end[0] - x) * 0.3, disc[1], *end)

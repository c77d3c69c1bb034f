"""The scene of a map: layout, lines and signs put together, step by step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.model.claim import Mode
from argmap.model.relation import Kind
from argmap.views.picture import card_text, scene
from argmap.views.picture.layout.blocks import forest_of
from argmap.views.picture.layout.chapters import chapters_of
from argmap.views.picture.layout.layout import placing_of
from argmap.views.picture.layout.rough import rough_placing
from argmap.views.picture.lines import curves
from argmap.views.picture.lines.drawn import drawn_and_not
from argmap.views.picture.lines.routing import Router, ground_of
from argmap.views.picture.lines.straight import StraightLines
from argmap.views.picture.scene import Rect, Shape
from argmap.views.words.citations import Citations, tags_of
from argmap.views.words.crowded import undrawn_in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation
    from argmap.views.look.tags import SourceTag
    from argmap.views.picture.layout.blocks import Forest
    from argmap.views.picture.layout.layout import Placing
    from argmap.views.picture.lines.routing import Ground, RoutedLine
    from argmap.views.picture.scene import Face, Scene

_MARGIN = 36
_ROOM_FOR_SAME_CLAIM = 96


def scene_of(  # noqa: PLR0913  # each a choice of how it is drawn
    argument_map: ArgumentMap,
    outline: Outline,
    finding: StatusFinding,
    *,
    sentences: bool = False,
    room: tuple[float, float] | None = None,
    routed: bool = True,
) -> Scene:
    """The scene of a map; the same map and findings always give the same scene.

    `sentences` shows claims by their whole sentences, where they have a label too. In a `room`
    the picture keeps within it if it can; main claims then need not all stand in the first row.
    Where it is not `routed` cards are placed roughly, and all lines are straight: the rest takes
    most of the time, and a page that lays out itself what it shows has no use for it. Of a crowded
    map only those lines are drawn that the layout follows.
    """
    tags = tags_of(argument_map.sources)
    cite = Citations(argument_map)
    words = {
        name: card_text.face_of(
            claim, outline.numbers[name], cite, finding.claims[name], sentences=sentences
        )
        for name, claim in argument_map.claims.items()
    }
    heights = {name: face.height for name, face in words.items()}
    forest = forest_of(argument_map, outline, heights)
    placing = _placing(forest, outline, room) if routed else rough_placing(forest)
    ground = ground_of(forest, placing, heights)
    drawn, undrawn = drawn_and_not(argument_map, forest.carrier)
    lines = _routed(ground, drawn) if routed else StraightLines(ground, argument_map)
    cast = _Cast(argument_map, outline, finding, ground)
    ties = _ties(cast, lines)
    drawn.sort(key=cast.drawing_order)
    pairs = [(relation, lines.of(relation)) for relation in drawn]
    return replace(
        _framed(cast, words, tags, pairs, ties),
        sentences=sentences,
        remark=undrawn_in_words(len(drawn), len(undrawn)),
        undrawn=tuple(undrawn),
    )


def size_of(
    argument_map: ArgumentMap,
    outline: Outline,
    heights: Mapping[str, float],
    room: tuple[float, float],
) -> tuple[float, float]:
    """The width and height of the scene of a map whose cards have these heights, lines left out.

    Cost: the layout alone, a tenth of the time that a scene takes.
    """
    forest = forest_of(argument_map, outline, heights)
    placing = _placing(forest, outline, room)
    rects = [
        Rect(*placing.corners[block.key], block.width, block.height) for block in forest.blocks
    ]
    rects += placing.frames.values()
    width = max(rect.right for rect in rects) - min(rect.x for rect in rects)
    height = max(rect.bottom for rect in rects) - min(rect.y for rect in rects)
    return width + 2 * _MARGIN, height + 2 * _MARGIN


def _placing(forest: Forest, outline: Outline, room: tuple[float, float] | None) -> Placing:
    tops = (*outline.main, *outline.peers)
    return placing_of(forest, tops) if room is None else placing_of(forest, (), room)


def _routed(ground: Ground, drawn: list[Relation]) -> Router:
    router = Router(ground)
    router.cross(router.follow_layout(drawn))
    return router


class _Cast:
    """A map with its findings and its layout, from which all parts of a scene are made."""

    def __init__(
        self,
        argument_map: ArgumentMap,
        outline: Outline,
        finding: StatusFinding,
        ground: Ground,
    ) -> None:
        self.map = argument_map
        self.outline = outline
        self.finding = finding
        self.ground = ground
        self.chapter_of = chapters_of(argument_map)

    def is_main(self, claim: str) -> bool:
        return claim in self.outline.main

    def is_disputed(self, relation: Relation) -> bool:
        """Whether a relation is an objection that keeps its target contested."""
        return relation.kind is Kind.ATTACKS and self.finding.relations[relation.id] == "in"

    def is_far(self, relation: Relation) -> bool:
        """Whether a relation leads to another chapter, or is the mapper's own to another source."""
        end = self.map.claim_bearing(relation.id)
        if end is None:
            return False
        if all(self.is_elsewhere(premise, end) for premise in relation.premises):
            return True
        sources = {self.map.claims[premise].cited_source for premise in relation.premises}
        return relation.mode is Mode.EDITORIAL and self.map.claims[end].cited_source not in sources

    def is_elsewhere(self, claim: str, other: str) -> bool:
        """Whether two claims stand in different chapters."""
        return self.chapter_of.get(claim) != self.chapter_of.get(other)

    def drawing_order(self, relation: Relation) -> tuple[bool, bool, str]:
        """The sort key of a relation: disputed lines come last, and so lie above all others."""
        counts = self.finding.relations[relation.id] != "out"
        return counts, self.is_disputed(relation), relation.id


def _ties(cast: _Cast, lines: Router | StraightLines) -> list[scene.Tie]:
    """The lines from premises to their pill, and between statements of the same claim."""
    ties = []
    ground = lines.ground
    for relation, block in ground.forest.carrier.items():
        if block.shape is Shape.PILL:
            end = cast.map.claim_bearing(relation) or ""
            for claim in dict.fromkeys(cast.map.relations[relation].premises):
                path = lines.around(ground.cards[claim], ground.blocks[block.key])
                far = cast.is_elsewhere(claim, end)
                ties.append(scene.Tie(claim, relation, path, False, None, far))  # noqa: FBT003
    for name, members in cast.map.classes.items():
        at = members.index(name) if name in members else 0
        if at:
            first = members[at - 1]
            path = lines.around(ground.cards[first], ground.cards[name])
            place = curves.longest_piece(path, _ROOM_FOR_SAME_CLAIM)
            far = cast.is_elsewhere(first, name)
            ties.append(scene.Tie(first, name, path, True, place, far))  # noqa: FBT003
    return ties


def _framed(
    cast: _Cast,
    words: Mapping[str, Face],
    tags: Mapping[str, SourceTag],
    lines: list[tuple[Relation, RoutedLine]],
    ties: list[scene.Tie],
) -> Scene:
    """The scene, moved so that it begins at zero with a margin around it."""
    rects = [*cast.ground.blocks.values(), *cast.ground.placing.frames.values()]
    paths = [*(line.path for _, line in lines), *(tie.path for tie in ties)]
    xs = [*(rect.x for rect in rects), *(x for path in paths for x in path[::2])]
    ys = [*(rect.y for rect in rects), *(y for path in paths for y in path[1::2])]
    right = max((*(rect.right for rect in rects), *xs), default=0.0)
    bottom = max((*(rect.bottom for rect in rects), *ys), default=0.0)
    shift = _Shift(round(_MARGIN - min(xs, default=0.0)), round(_MARGIN - min(ys, default=0.0)))
    return scene.Scene(
        cast.map.title,
        cast.map.question,
        float(round(right + shift.right + _MARGIN)),
        float(round(bottom + shift.down + _MARGIN)),
        tuple(_card(cast, shift, name, words[name], tags) for name in cast.outline.numbers),
        tuple(_containers(cast, shift)),
        tuple(_arrow(cast, shift, relation, line) for relation, line in lines),
        tuple(
            replace(
                tie,
                path=shift.path(tie.path),
                place=shift.point(tie.place) if tie.place else None,
            )
            for tie in ties
        ),
        tuple(
            scene.Chapter(
                block.section, block.title, shift.rect(cast.ground.placing.frames[block.key])
            )
            for block in cast.ground.forest.blocks
            if block.shape is Shape.CHAPTER
        ),
        tuple(tags.values()),
    )


class _Shift:
    """A shift of all shapes to the right and down, with coordinates rounded to a tenth."""

    def __init__(self, right: int, down: int) -> None:
        self.right = right
        self.down = down

    def rect(self, rect: scene.Rect) -> scene.Rect:
        x, y = rect.x + self.right, rect.y + self.down
        return scene.Rect(round(x, 1), round(y, 1), round(rect.width, 1), round(rect.height, 1))

    def path(self, path: curves.Path) -> curves.Path:
        by = (self.right, self.down)
        return tuple(round(value + by[place % 2], 1) for place, value in enumerate(path))

    def point(self, point: scene.Point) -> scene.Point:
        return round(point[0] + self.right, 1), round(point[1] + self.down, 1)


def _card(
    cast: _Cast, shift: _Shift, name: str, face: Face, tags: Mapping[str, SourceTag]
) -> scene.Card:
    claim = cast.map.claims[name]
    return scene.Card(
        name,
        cast.outline.numbers[name],
        shift.rect(cast.ground.cards[name]),
        face,
        tags.get(claim.cited_source or ""),
        claim.mode,
        cast.finding.claims[name],
        cast.is_main(name),
        quiet=name in cast.map.used,
    )


def _containers(cast: _Cast, shift: _Shift) -> list[scene.Container]:
    containers = []
    for relation, block in sorted(cast.ground.forest.carrier.items()):
        if block.shape is not Shape.CARD:
            rect = shift.rect(cast.ground.blocks[block.key])
            members = cast.map.relations[relation].premises
            label = cast.finding.relations[relation]
            containers.append(scene.Container(relation, block.shape, rect, members, label))
    return containers


def _arrow(cast: _Cast, shift: _Shift, relation: Relation, line: RoutedLine) -> scene.Arrow:
    path = shift.path(line.path)
    x, y = curves.heading(path)
    label = cast.finding.relations[relation.id]
    return scene.Arrow(
        relation.id,
        relation.kind,
        relation.premises,
        relation.target,
        path,
        shift.point(line.disc),
        (round(x, 3), round(y, 3)),
        relation.mode,
        label,
        relation.contradiction,
        cast.is_disputed(relation),
        cast.is_far(relation),
    )

"""A map as boxes, joints and lines: what every program that draws graphs can show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.graph.outline import outline
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model.argument_map import ArgumentMap


@dataclass(frozen=True, slots=True)
class Box:
    """A claim: a name that any program takes, its number in the outline, and its text."""

    name: str
    id: str
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line from one box or joint to another; only the last one of a relation has an arrow."""

    start: str
    end: str
    kind: str
    has_arrow: bool = True


@dataclass(frozen=True, slots=True)
class Drawing:
    """The boxes, the joints in which the lines of a relation meet, and the lines of a map."""

    boxes: tuple[Box, ...]
    joints: tuple[str, ...]
    strokes: tuple[Stroke, ...]


def drawing_of(argument_map: ArgumentMap) -> Drawing:
    """The map as a drawing.

    A relation with a single premise that nothing undercuts is one line; any other has a joint, in
    which its premises meet and at which undercuts are aimed. Cost: linear.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> [(stroke.start, stroke.end, stroke.kind) for stroke in drawing_of(THREE_CLAIMS).strokes]
    [('c3', 'c1', 'attacks'), ('c2', 'c1', 'supports')]
    """
    numbers = outline(argument_map).numbers
    names = {id_: f"c{place}" for place, id_ in enumerate(numbers, start=1)}
    boxes = tuple(
        Box(names[id_], id_, number, argument_map.claims[id_].name)
        for id_, number in numbers.items()
    )
    joints = {
        relation.id: f"r{place}"
        for place, relation in enumerate(argument_map.relations.values(), start=1)
        if relation.is_linked or argument_map.relations_to(relation.id)
    }
    return Drawing(boxes, tuple(joints.values()), tuple(_strokes(argument_map, names, joints)))


def _strokes(
    argument_map: ArgumentMap, names: dict[str, str], joints: dict[str, str]
) -> Iterator[Stroke]:
    places = names | joints
    for relation in argument_map.relations.values():
        kind, target = str(relation.kind), places[relation.target]
        joint = joints.get(relation.id)
        if joint is None:
            yield Stroke(names[relation.premises[0]], target, kind)
            continue
        for premise in relation.premises:
            yield Stroke(names[premise], joint, kind, has_arrow=False)
        yield Stroke(joint, target, kind)
    for id_, members in argument_map.classes.items():
        if members[0] != id_:
            yield Stroke(names[id_], names[members[0]], "restates", has_arrow=False)


def colour_of(kind: str) -> str:
    """The role of the colour of a line: that of supports, or that of attacks and undercuts."""
    return "support" if kind == Kind.SUPPORTS else "edge" if kind == "restates" else "attack"

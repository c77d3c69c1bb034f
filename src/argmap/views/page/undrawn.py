"""The data of a page on the lines that the picture of a crowded map leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argmap.graph.outline import Outline
    from argmap.views.picture.scene import Scene


def undrawn_in(scene: Scene) -> dict[str, Any]:
    """The relations of a crowded map that have no line, and the remark that says so.

    For each: its id, whether it is the mapper's own, and whether it stands for two attacks.
    """
    if not scene.undrawn:
        return {}
    rows = [
        [relation.id, int(relation.mode.is_mappers), int(relation.contradiction)]
        for relation in scene.undrawn
    ]
    return {"remark": scene.remark, "undrawn": rows}


def children_of(outline: Outline, *, is_crowded: bool) -> dict[str, list[list[str]]]:
    """The claims below each claim, each with its relation: every place at which a claim occurs.

    Of a crowded map only the first place of a claim, from which it has its number.
    """
    if not is_crowded:
        return {
            claim: [[child.claim, child.relation] for child in below]
            for claim, below in outline.children.items()
            if below
        }
    children: dict[str, list[list[str]]] = {}
    seen: set[str] = set()
    waiting = [(root, "", "") for root in reversed(outline.roots)]
    while waiting:
        claim, above, relation = waiting.pop()
        if claim in seen:
            continue
        seen.add(claim)
        if above:
            children.setdefault(above, []).append([claim, relation])
        below = outline.children.get(claim, ())
        waiting += [(child.claim, claim, child.relation) for child in reversed(below)]
    return children

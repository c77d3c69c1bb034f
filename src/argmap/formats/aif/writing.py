"""The nodes and edges of a map, as AIF has them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from argmap.formats.aif.reading import FORMAT
from argmap.formats.nodes.aside import aside_of
from argmap.formats.nodes.drawing import DrawnStep, NodeDrawing, drawing_of
from argmap.formats.nodes.graph import NodeRole
from argmap.formats.nodes.scheme_names import name_of, number_of

if TYPE_CHECKING:
    from argmap.editing.tree_values import Tree
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation

_TYPES = {
    NodeRole.SUPPORT: ("RA", "Default Inference", "72"),
    NodeRole.ATTACK: ("CA", "Default Conflict", "71"),
    NodeRole.RESTATEMENT: ("MA", "Default Rephrase", "144"),
}


def nodeset_tree(argument_map: ArgumentMap) -> tuple[Tree, Tree]:
    """The nodeset of a map, and what has no place in it. Cost: linear."""
    drawing = drawing_of(argument_map, FORMAT)
    nodes: list[dict[str, Any]] = [_node(node, claim.text, "I") for node, claim in drawing.claims]
    nodes += [_step(step, drawing) for step in drawing.steps]
    edges = [
        {"edgeID": str(number), "fromID": source, "toID": target, "formEdgeID": None}
        for number, (source, target) in enumerate(drawing.edges, 1)
    ]
    return {"nodes": nodes, "edges": edges, "locutions": []}, aside_of(
        drawing, lambda relation: _said(argument_map, relation)
    )


def scheme_number(step: DrawnStep) -> str:
    """The number in AIFdb of the scheme of a step, or of its type where it names none."""
    scheme = step.relation.scheme if step.relation is not None else None
    return number_of(scheme) if scheme else _TYPES[step.role][2]


def text_of(tree: Tree) -> str:
    """The JSON of a nodeset, with a line for each node and edge."""
    lines = json.dumps(tree, ensure_ascii=False, indent=1)
    return lines + "\n"


def _step(step: DrawnStep, drawing: NodeDrawing) -> dict[str, Any]:
    kind, name, _ = _TYPES[step.role]
    scheme = step.relation.scheme if step.relation is not None else None
    if scheme:
        own = drawing.argument_map.schemes.get(scheme)
        name = own.name if own is not None else name_of(scheme) or scheme
    number = scheme_number(step)
    return _node(step.node, name, kind) | ({"schemeID": number} if number else {})


def _node(node: str, text: str, kind: str) -> dict[str, Any]:
    return {"nodeID": node, "text": text, "type": kind, "timestamp": ""}


def _said(argument_map: ArgumentMap, relation: Relation) -> tuple[str, ...]:
    """The keys of a relation that its node says: the scheme, if it is one of the common ones."""
    scheme = relation.scheme or ""
    return ("scheme",) if name_of(scheme) and scheme not in argument_map.schemes else ()

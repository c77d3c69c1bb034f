"""xAIF as OVA3 writes it: a nodeset with the text that was analysed and the places of the boxes."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from argmap.formats.aif.nodeset import is_nodeset
from argmap.formats.aif.reading import FORMAT, read
from argmap.formats.aif.writing import nodeset_tree, scheme_number, text_of
from argmap.formats.carried import lost_beside_nodes
from argmap.formats.exchange import Exported
from argmap.formats.nodes.drawing import drawing_of

if TYPE_CHECKING:
    from argmap.formats.exchange import Wishes
    from argmap.formats.foreign_file import ForeignFile
    from argmap.formats.nodes.drawing import NodeDrawing
    from argmap.model.argument_map import ArgumentMap

__all__ = ["fits", "read", "write"]


def fits(file: ForeignFile) -> bool:
    """Whether the JSON has a nodeset under `AIF`."""
    tree = file.json
    return isinstance(tree, dict) and is_nodeset(tree.get("AIF"))


def write(argument_map: ArgumentMap, wishes: Wishes) -> Exported:
    """The map as xAIF, for OVA3; its text is the quotations, each marked for its claim.

    Cost: linear.
    """
    del wishes
    drawing = drawing_of(argument_map, FORMAT)
    nodeset, aside = nodeset_tree(argument_map)
    tree: dict[str, Any] = {
        "AIF": {
            "nodes": [_without_time(node) for node in nodeset["nodes"]],
            "edges": [
                {"edgeID": int(edge["edgeID"]), "fromID": edge["fromID"], "toID": edge["toID"]}
                for edge in nodeset["edges"]
            ],
            "schemefulfillments": [
                {"nodeID": step.node, "schemeID": scheme_number(step)}
                for step in drawing.steps
                if scheme_number(step)
            ],
            "participants": [],
            "locutions": [],
            "descriptorfulfillments": [],
            "cqdescriptorfulfillments": [],
        },
        "text": _marked(drawing),
        "OVA": {"firstname": "", "surname": "", "url": "", "nodes": [], "edges": []},
    }
    return Exported(
        text_of(tree | ({"argmap": aside} if aside else {})), lost_beside_nodes(argument_map).all
    )


def _without_time(node: dict[str, str]) -> dict[str, str]:
    return {key: node[key] for key in ("nodeID", "text", "type")}


def _marked(drawing: NodeDrawing) -> str:
    """The quotations of the claims as a text, a line each, marked as OVA3 marks words."""
    return "<br>".join(
        f'<span id="node{escape(node)}" class="highlighted">{escape(quote, quote=False)}</span>'
        for node, claim in drawing.claims
        for quote in [" ... ".join(each.quote for each in claim.locators if each.quote)]
        if quote
    )

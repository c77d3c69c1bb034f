"""SADFace, written as its own validator wants it: UUIDs for ids, data of one's own in metadata."""

from __future__ import annotations

import json
import re
import uuid
from typing import TYPE_CHECKING, Any

from argmap.formats.carried import lost_beside_nodes
from argmap.formats.exchange import Exported
from argmap.formats.nodes.aside import KEY, aside_of
from argmap.formats.nodes.drawing import NodeDrawing, drawing_of
from argmap.formats.nodes.graph import NodeRole
from argmap.formats.sadface.reading import CORE, FORMAT, NO_TIME, OF_FILE

if TYPE_CHECKING:
    from argmap.editing.tree_values import Tree
    from argmap.formats.exchange import Wishes
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.source import Source

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://argmap/sadface")
_NAMES = {NodeRole.SUPPORT: "support", NodeRole.ATTACK: "attack", NodeRole.RESTATEMENT: "rephrase"}


def write(argument_map: ArgumentMap, wishes: Wishes) -> Exported:
    """The map as a SADFace document; what that has no place for is in a namespace of metadata.

    Cost: linear.
    """
    del wishes
    drawing = drawing_of(argument_map, FORMAT, _uuid)
    resources = {id_: _resource(each) for id_, each in argument_map.sources.items()}
    nodes = [_atom(node, claim, resources) for node, claim in drawing.claims]
    nodes += [
        {
            "id": step.node,
            "metadata": _spaces(step.relation.meta if step.relation is not None else {}),
            "name": _NAMES[step.role],
            "type": "scheme",
        }
        for step in drawing.steps
    ]
    document = {
        "edges": [
            {"id": _uuid(f"{source} {target}"), "source_id": source, "target_id": target}
            for source, target in drawing.edges
        ],
        "metadata": _metadata(drawing, nodes),
        "nodes": nodes,
        "resources": [*resources.values()],
    }
    return Exported(
        json.dumps(document, ensure_ascii=False, indent=1) + "\n",
        lost_beside_nodes(argument_map).all,
    )


def _uuid(word: str) -> str:
    """An id as SADFace wants it; one that is a UUID already stays."""
    return word if _UUID.fullmatch(word) else str(uuid.uuid5(_SPACE, word))


def _atom(node: str, claim: Claim, resources: dict[str, Tree]) -> Tree:
    cited = resources.get(claim.source or "")
    quotes = [locator.quote for locator in claim.locators if locator.quote]
    return {
        "id": node,
        "metadata": _spaces(claim.meta),
        "sources": [
            {"resource_id": cited["id"], "text": quote, "length": len(quote)}
            for quote in quotes or [""]
        ]
        if cited is not None
        else [],
        "text": claim.text,
        "type": "atom",
    }


def _resource(source: Source) -> Tree:
    core = {"url": source.url} if source.url else {}
    id_ = source.origin.id if source.origin and source.origin.format == FORMAT else ""
    return {
        "content": source.title,
        "id": _uuid(id_ or f"source {source.id}"),
        "metadata": _spaces(source.meta) | {CORE: core},
        "type": "text",
    }


def _metadata(drawing: NodeDrawing, nodes: list[Tree]) -> Tree:
    """The metadata of the document; a namespace of a node must be one of the document, too."""
    argument_map = drawing.argument_map
    meta = _spaces(argument_map.meta)
    core: dict[str, Any] = {
        "analyst_email": "",
        "analyst_name": "",
        "created": NO_TIME,
        "edited": NO_TIME,
        "id": _uuid(f"map {argument_map.title}"),
        "version": "0.2",
    }
    # The validator of SADFace refuses all else, such as the title that its own examples have.
    core |= {key: each for key, each in meta.pop(OF_FILE, {}).items() if key in core}
    core["id"] = _uuid(str(core["id"]))
    used = {space: meta.get(space, {}) for node in nodes for space in node["metadata"]}
    aside = aside_of(drawing, lambda _: ())
    return {CORE: core} | used | meta | ({KEY: aside} if aside else {})


def _spaces(meta: Any) -> Tree:  # noqa: ANN401  # a mapping, frozen or not
    """The own data of a part that has the form of namespaces."""
    return {
        key: dict(value)
        for key, value in meta.items()
        if isinstance(value, dict) and key not in (CORE, KEY)
    }

"""Discourse graphs as JSON-LD, written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from argmap.formats.discourse import json_ld
from argmap.formats.discourse.beside import beside_of
from argmap.formats.discourse.drawing import COMPLEMENTS, graph_of_map
from argmap.formats.discourse.gathering import Gathering
from argmap.formats.discourse.naming import Naming
from argmap.formats.discourse.reporting import losses_of
from argmap.formats.discourse.schema import Schema, without_citation
from argmap.formats.discourse.words import prefix_of
from argmap.formats.draft import Draft
from argmap.formats.exchange import PLAIN, Exported
from argmap.formats.foreign_file import ForeignFile
from argmap.formats.front_matter import front_matter
from argmap.formats.nodes.aside import KEY

if TYPE_CHECKING:
    from argmap.formats.discourse.graph import Graph, Link, Note
    from argmap.formats.exchange import Wishes
    from argmap.model.argument_map import ArgumentMap

_BASE = "urn:argmap:"
_CONTEXT = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "sioc": "http://rdfs.org/sioc/ns#",
    "dgb": "https://discoursegraphs.com/schema/dg_base",
    "title": "dc:title",
    "label": "rdfs:label",
    "content": "sioc:content",
    "source": "dgb:source",
    "destination": "dgb:destination",
    "predicate": "rdf:predicate",
    "nodeSchema": "dgb:NodeSchema",
    "relationDef": "dgb:RelationDef",
    "relationInstance": "dgb:RelationInstance",
    "inverseOf": "owl:inverse-of",
    "pages": _BASE,
}


def write(argument_map: ArgumentMap, wishes: Wishes) -> Exported:
    """The map as JSON-LD. Cost: linear."""
    del wishes
    naming = Naming(argument_map, json_ld.FORMAT)
    tree: dict[str, Any] = {
        "@context": _CONTEXT,
        "@id": _BASE,
        json_ld.GRAPH: _entries(graph_of_map(argument_map, naming)),
    }
    file, draft = ForeignFile("", _json(tree).encode()), Draft(json_ld.FORMAT, "")
    seen = Gathering(json_ld.graph_of(file, file.json, draft), draft, PLAIN).imported().map
    beside = beside_of(argument_map, seen, naming)
    if beside:
        tree[KEY] = beside
    return Exported(_json(tree), losses_of(argument_map).all)


def _entries(graph: Graph) -> list[dict[str, Any]]:
    types = dict.fromkeys(("Claim", *sorted({node.type for node in graph.nodes.values()})))
    schemas = [
        {"@id": f"pages:type-{type_}", "@type": "nodeSchema", "label": type_} for type_ in types
    ]
    definitions = []
    for label, complement in COMPLEMENTS.items():
        second = "Question" if label == "addresses" else "Claim"
        ends = {"domain": "pages:type-Claim", "range": f"pages:type-{second}"}
        way = {"@id": f"pages:{label}", "@type": "relationDef", **ends, "label": label}
        back = {
            "@id": f"pages:{label}-inverse",
            "@type": "relationDef",
            "domain": ends["range"],
            "range": ends["domain"],
            "label": complement,
            "inverseOf": f"pages:{label}",
        }
        definitions += [way, back]
    nodes = [_node(node) for node in graph.nodes.values()]
    return [*schemas, *definitions, *nodes, *(_link(link) for link in graph.links)]


def _node(node: Note) -> dict[str, Any]:
    is_source = node.type == "Source"
    title = node.title if is_source else f"[[{prefix_of(node.type)}]] - {node.title}"
    schema = Schema({}, {})
    _, read, _ = schema.type_and_title("", title, ())
    is_read = is_source or without_citation(" ".join(read.split())) == (node.title, ())
    properties = node.properties if is_read else node.properties | {"text": node.title}
    return {
        "@id": f"pages:{node.id}",
        "@type": f"pages:type-{node.type}",
        "title": title,
        "content": front_matter(properties) + (f"\n{node.body}\n" if node.body else ""),
    }


def _link(link: Link) -> dict[str, Any]:
    return {
        **link.properties,
        "@id": f"pages:{link.id}",
        "@type": "relationInstance",
        "predicate": f"pages:{link.label}",
        "source": f"pages:{link.source}",
        "destination": f"pages:{link.target}",
        **({"step": link.step} if link.step else {}),
    }


def _json(tree: object) -> str:
    return json.dumps(tree, ensure_ascii=False, indent=1) + "\n"

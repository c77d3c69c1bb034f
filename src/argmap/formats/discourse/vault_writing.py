"""Discourse graphs, written as a vault of Obsidian: notes, settings and relations."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from argmap.formats.discourse import vault
from argmap.formats.discourse.beside import FILE, beside_of
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
from argmap.formats.note_names import NoteNames

if TYPE_CHECKING:
    from argmap.formats.discourse.graph import Graph, Link, Note
    from argmap.formats.exchange import Wishes
    from argmap.model.argument_map import ArgumentMap

_TYPES = ("Claim", "Evidence", "Question", "Source")
_COLOURS = {"Claim": "#7DA13E", "Evidence": "#DB134A", "Question": "#99890e", "Source": "#9E9E9E"}
_TIMES = {"created": 0, "modified": 0}  # the same map gives the same bytes: no clock is asked
_OF_LINKS = {"supports": "green", "opposes": "red", "undercuts": "orange", "contradicts": "red"}


def write(argument_map: ArgumentMap, wishes: Wishes) -> Exported:
    """The map as a vault, which the plug-in Discourse Graphs opens. Cost: linear."""
    del wishes
    naming = Naming(argument_map, vault.FORMAT)
    graph = graph_of_map(argument_map, naming)
    files = files_of_graph(graph)
    seen = _read_back(files)
    beside = beside_of(argument_map, seen, naming)
    if beside:
        files[FILE] = _json(beside)
    return Exported(files, losses_of(argument_map).all)


def files_of_graph(graph: Graph) -> dict[str, str | bytes]:
    """The files of a vault: its settings, its relations, and a note for each node."""
    types = dict.fromkeys((*_TYPES, *sorted({node.type for node in graph.nodes.values()})))
    settings = settings_of(tuple(types))
    schema = Schema(settings, {})
    names = NoteNames()
    files: dict[str, str | bytes] = {
        vault.SETTINGS: _json(settings),
        vault.RELATIONS: _json(
            {
                "version": 1,
                "lastModified": 0,
                "relations": {link.id: _link(link) for link in graph.links},
            }
        ),
    }
    for node in graph.nodes.values():
        title = node.title.removeprefix("@") if node.type == "Source" else node.title
        name = names.like(title, _begin(node.type))
        files[f"{name}.md"] = _note(node, name, schema)
    return files


def settings_of(types: tuple[str, ...]) -> dict[str, Any]:
    """The settings of the plug-in with these types of notes, and all types of links."""
    statements = [type_ for type_ in types if type_ not in ("Question", "Source")]
    pairs = [
        (label, first, second)
        for label in COMPLEMENTS
        for first in statements
        for second in (["Question"] if label == "addresses" else statements)
    ]
    return {
        "nodeTypes": [
            {
                "id": _type_id(type_),
                "name": type_,
                "format": f"{_begin(type_)}{{content}}",
                "color": _COLOURS.get(type_, "#808080"),
                **_TIMES,
            }
            for type_ in types
        ],
        "relationTypes": [
            {
                "id": f"relation_{label}",
                "label": label,
                "complement": complement,
                "color": _OF_LINKS.get(label, "grey"),
                **_TIMES,
            }
            for label, complement in COMPLEMENTS.items()
        ],
        "discourseRelations": [
            {
                "id": f"allowed_{number}",
                "sourceId": _type_id(first),
                "destinationId": _type_id(second),
                "relationshipTypeId": f"relation_{label}",
                **_TIMES,
            }
            for number, (label, first, second) in enumerate(pairs, 1)
        ],
        "showIdsInFrontmatter": True,
        "nodesFolderPath": "",
        "canvasFolderPath": "Discourse Canvas",
        "canvasAttachmentsFolderPath": "attachments",
    }


def _begin(type_: str) -> str:
    return "@" if type_ == "Source" else f"{prefix_of(type_)} - "


def _type_id(type_: str) -> str:
    return f"node_{type_}"


def _link(link: Link) -> dict[str, Any]:
    step = {"step": link.step} if link.step else {}
    return {
        "id": link.id,
        "type": f"relation_{link.label}",
        "source": link.source,
        "destination": link.target,
        "created": 0,
        **step,
        **link.properties,
    }


def _note(node: Note, name: str, schema: Schema) -> str:
    """A note: properties and text; the whole title is an alias where the file's name is cut."""
    is_source = node.type == "Source"
    title = f"{_begin(node.type)}{node.title.removeprefix('@') if is_source else node.title}"
    properties: dict[str, Any] = {
        "nodeTypeId": _type_id(node.type),
        "nodeInstanceId": node.id,
    }
    others = [each for each in node.properties.get("aliases", ()) if isinstance(each, str)]
    if name != title or others:
        properties["aliases"] = [title, *others]
    _, read, _ = schema.type_and_title(_type_id(node.type), name, properties.get("aliases", ()))
    if not is_source and without_citation(" ".join(read.split())) != (
        node.title,
        (),
    ):
        properties["text"] = node.title
    properties |= {key: each for key, each in node.properties.items() if key not in properties}
    body = f"\n{node.body}\n" if node.body else ""
    return front_matter(properties) + body


def _read_back(files: dict[str, str | bytes]) -> ArgumentMap:
    """The map that is read from the notes alone."""
    kept = tuple(
        ForeignFile(name, content if isinstance(content, bytes) else content.encode())
        for name, content in sorted(files.items())
    )
    draft = Draft(vault.FORMAT, "")
    return Gathering(vault.graph_of(kept, draft), draft, PLAIN).imported().map


def _json(tree: object) -> str:
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"

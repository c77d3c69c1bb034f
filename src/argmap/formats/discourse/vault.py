"""Discourse graphs, read: the vault of Obsidian, or a folder of notes that Roam has exported."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Diagnostic, Location
from argmap.formats.discourse import roam
from argmap.formats.discourse.beside import FILE, with_all_beside
from argmap.formats.discourse.gathering import Gathering
from argmap.formats.discourse.graph import Graph, Link, Note
from argmap.formats.discourse.naming import without_made
from argmap.formats.discourse.notes import links_in, properties_of, split, texts_of
from argmap.formats.discourse.schema import Schema, without_citation
from argmap.formats.draft import Draft
from argmap.formats.exchange import Imported, nothing
from argmap.formats.folders import files_below
from argmap.formats.foreign_file import NOT_JSON
from argmap.formats.json_values import dict_in, id_in

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.formats.exchange import Wishes
    from argmap.formats.foreign_file import ForeignFile

FORMAT = "discourse-graph"
SETTINGS = ".obsidian/plugins/discourse-graphs/data.json"
TEMPLATES = ".obsidian/templates.json"
RELATIONS = "relations.json"
_NODE = re.compile(r"\ufeff?---[ \t]*\n(?:.*\n)*?nodeTypeId[ \t]*:")
_START = 4_000  # characters of a note in which its properties begin
_LOOKED_AT = 30  # notes of a folder that are looked at to tell the format
_OF_LINK = ("id", "type", "source", "destination", "step")


def is_at(folder: Path) -> bool:
    """Whether the folder has the settings of the plug-in, or notes of a discourse graph."""
    try:
        if (folder / SETTINGS).is_file():
            return True
        notes = sorted(path for path in folder.iterdir() if path.name.lower().endswith(".md"))
        for path in notes[:_LOOKED_AT]:
            if path.is_file():
                with path.open("rb") as file:
                    begin = file.read(_START).decode("utf-8", "replace").replace("\r\n", "\n")
                if _NODE.match(begin) or roam.is_begun(begin):
                    return True
    except OSError:
        pass
    return False


def files_of(folder: Path) -> tuple[ForeignFile, ...]:
    """The notes of a vault, its settings and its relations."""
    files = files_below(folder, (".md", RELATIONS, FILE), (SETTINGS, TEMPLATES))
    names = (RELATIONS, FILE, "data.json", "templates.json")
    return tuple(
        each for each in files if each.suffix == ".md" or PurePosixPath(each.name).name in names
    )


def fits(file: ForeignFile) -> bool:
    """Whether a file is a note of a discourse graph."""
    begin = file.text[:_START]
    return file.suffix == ".md" and bool(_NODE.match(begin) or roam.is_begun(begin))


def read(files: tuple[ForeignFile, ...], wishes: Wishes) -> Imported:
    """The map in a vault. Cost: linear."""
    draft = Draft(FORMAT, files[0].name if files else "")
    graph = graph_of(files, draft)
    if not graph.nodes:
        place = files[0].at() if files else Location("", 1, 1)
        message = "there is no note of a discourse graph here: none has a `nodeTypeId`"
        return nothing([Diagnostic(place, "AM702", message, "name the folder of the vault")])
    imported = Gathering(graph, draft, wishes).imported()
    restored = with_all_beside(graph.beside, draft, imported)
    return replace(restored, map=without_made(restored.map))


def graph_of(files: tuple[ForeignFile, ...], draft: Draft) -> Graph:
    """The graph in the files of a vault."""
    named = {PurePosixPath(file.name).name: file for file in reversed(files)}
    schema = Schema(_json(named.get("data.json"), draft), _json(named.get("templates.json"), draft))
    graph = Graph(beside=_json(named.get(FILE), draft) or None)
    notes = [file for file in files if file.suffix == ".md"]
    if not any(_NODE.match(file.text) for file in notes):
        return roam.graph_of(notes, draft)
    by_name: dict[str, str] = {}
    for file in notes:
        node = _node(file, schema, draft)
        if node is None:
            continue
        if node.id in graph.nodes:
            draft.skip("notes with the id of another one", f"{file.name}: {node.id}", node.at)
            node = replace(node, id=file.name)
        graph.nodes[node.id] = node
        for name in node.names:
            by_name.setdefault(name.casefold(), node.id)
    for file in files:
        if PurePosixPath(file.name).name == RELATIONS:
            graph.links += _links(file, schema, draft)
    graph.links += _links_of_properties(graph, schema, by_name, draft)
    return graph


def _json(file: ForeignFile | None, draft: Draft) -> dict[str, Any]:
    """The mapping in a file of settings; an empty one where there is none."""
    if file is None:
        return {}
    tree = file.json
    if tree is NOT_JSON:
        draft.diagnostics.append(
            replace(file.broken_json(), code="AM705", message=f"{file.stem}.json is no JSON")
        )
    return dict_in(tree)


def _node(file: ForeignFile, schema: Schema, draft: Draft) -> Note | None:
    """The node of a note; None if it is another note, or a template for nodes."""
    front, body = split(file.text)
    if "nodeTypeId" not in front:
        draft.set_aside("notes that are no nodes", file.stem, file.at())
        return None
    properties, is_whole = properties_of(front, file.name)
    type_id = id_in(properties.pop("nodeTypeId", ""))
    if not type_id:
        return None
    if not is_whole:
        draft.skip("properties that are no YAML", front, file.at())
    if schema.is_template(file):
        draft.set_aside("templates for notes", file.stem, file.at())
        return None
    aliases = texts_of(properties.get("aliases"))
    type_, title, used = schema.type_and_title(type_id, file.stem, aliases)
    wished = properties.pop("text", None)
    id_ = id_in(properties.pop("nodeInstanceId", "")) or file.name
    title, cites = without_citation(title)
    return Note(
        id_,
        type_,
        wished if isinstance(wished, str) else title,
        file.at(),
        cites if wished is None else (),
        properties,
        body.strip(),
        tuple(dict.fromkeys((file.stem, used, title))),
    )


def _links(file: ForeignFile, schema: Schema, draft: Draft) -> list[Link]:
    """The links in a file of relations."""
    relations = _json(file, draft).get("relations")
    entries = dict_in(relations).items()
    if isinstance(relations, list):
        entries = {str(number): each for number, each in enumerate(relations)}.items()
    links = []
    for key, each in entries:
        entry = dict_in(each)
        ends = id_in(entry.get("source")), id_in(entry.get("destination"))
        if not all(ends):
            draft.skip("links without two ends", key, file.at())
            continue
        properties = {name: value for name, value in entry.items() if name not in _OF_LINK}
        label = schema.label_of(id_in(entry.get("type")))
        step = id_in(entry.get("step"))
        links.append(Link(id_in(entry.get("id")) or key, label, *ends, file.at(), step, properties))
    return links


def _links_of_properties(
    graph: Graph, schema: Schema, by_name: dict[str, str], draft: Draft
) -> list[Link]:
    """The links that older vaults keep in the properties of notes, under the id of their type.

    Such a link stands in both notes; the types of the notes tell which is its source.
    """
    listed: dict[tuple[str, str, str], None] = {}
    for node in graph.nodes.values():
        for key in [key for key in node.properties if schema.is_link(key)]:
            for name in links_in(node.properties.pop(key)):
                target = by_name.get(name.casefold())
                if target is None:
                    draft.skip(
                        "links to notes that are not there", f"{node.title}: {name}", node.at
                    )
                else:
                    listed[key, node.id, target] = None
    links = []
    for key, first, second in listed:
        is_both = (key, second, first) in listed
        order = schema.order(key, graph.nodes[first].type, graph.nodes[second].type)
        if is_both and order == 0:
            if first < second:
                what = "links that stand in two notes of one type, so that their source is not told"
                example = f"{graph.nodes[first].title} and {graph.nodes[second].title}"
                draft.skip(what, example, graph.nodes[first].at)
        elif not is_both or order > 0:
            ends = (second, first) if order < 0 else (first, second)
            at = graph.nodes[first].at
            links.append(Link("", schema.label_of(key), *ends, at))
    return [replace(link, id=f"link {number}") for number, link in enumerate(links, 1)]

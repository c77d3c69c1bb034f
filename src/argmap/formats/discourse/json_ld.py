"""Discourse graphs as JSON-LD, read: what the extension of Roam exports."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Diagnostic
from argmap.formats.discourse.beside import with_all_beside
from argmap.formats.discourse.gathering import Gathering
from argmap.formats.discourse.graph import Graph, Link, Note
from argmap.formats.discourse.naming import without_made
from argmap.formats.discourse.notes import properties_of, split
from argmap.formats.discourse.schema import Schema, without_citation
from argmap.formats.draft import Draft
from argmap.formats.exchange import Imported, in_words, nothing
from argmap.formats.json_values import dict_in, id_in, list_in, text_in
from argmap.formats.nodes.aside import KEY

if TYPE_CHECKING:
    from argmap.formats.exchange import Wishes
    from argmap.formats.foreign_file import ForeignFile

FORMAT = "discourse-json"
GRAPH = "@graph"
_KINDS = {"nodeschema": "type", "relationdef": "label", "relationinstance": "link"}
_OF_NODE = ("@id", "@type", "title", "content")
_OF_LINK = ("@id", "@type", "predicate", "source", "destination", "step")
_FIRST = 400  # entries that are looked at to tell the format


def fits(file: ForeignFile) -> bool:
    """Whether the JSON is linked data with types, links or nodes of a discourse graph."""
    tree = file.json
    if not isinstance(tree, dict) or not isinstance(tree.get(GRAPH), list):
        return False
    context = tree.get("@context")
    if isinstance(context, dict) and "relationInstance" in context and "nodeSchema" in context:
        return True
    return any(_kind(each) for each in tree[GRAPH][:_FIRST])


def read(files: tuple[ForeignFile, ...], wishes: Wishes) -> Imported:
    """The map in a file. Cost: linear."""
    [file] = files
    tree = file.json
    if not fits(file):
        message = "this JSON is no discourse graph: there are no notes and links in `@graph`"
        return nothing([Diagnostic(file.at(), "AM702", message, "export it again as JSON-LD")])
    draft = Draft(FORMAT, file.name)
    graph = graph_of(file, tree, draft)
    imported = Gathering(graph, draft, wishes).imported()
    restored = with_all_beside(graph.beside, draft, imported)
    return replace(restored, map=without_made(restored.map))


def _kind(entry: object) -> str:
    """The kind of an entry: `type`, `label` or `link`; empty if it is a node or nothing."""
    type_ = dict_in(entry).get("@type")
    names = [_local(each) for each in (type_ if isinstance(type_, list) else [type_])]
    return next((_KINDS[name.lower()] for name in names if name.lower() in _KINDS), "")


def _local(value: object) -> str:
    """An id without the name of its space: `pages:abc` is `abc`."""
    if isinstance(value, dict):
        value = value.get("@id")
    text = id_in(value)
    inner = text.rpartition("/")[2] if "://" in text else text.partition(":")[2]
    return inner or text


def graph_of(file: ForeignFile, tree: dict[str, Any], draft: Draft) -> Graph:
    """The graph in a file."""
    graph = Graph(beside=tree.get(KEY))
    entries = [each for each in list_in(tree.get(GRAPH)) if isinstance(each, dict)]
    kinds = [(_kind(each), each) for each in entries]
    names = {_local(each.get("@id")): text_in(each.get("label")) for _, each in kinds}
    for each in list_in(tree.get(GRAPH)):
        if not isinstance(each, dict):
            draft.skip("entries that are no objects", in_words(each), file.at())
    for kind, each in kinds:
        if kind == "link":
            _add_link(graph, each, names, file, draft)
        elif not kind:
            _add_node(graph, each, names, file, draft)
    return graph


def _add_node(
    graph: Graph, entry: dict[str, Any], names: dict[str, str], file: ForeignFile, draft: Draft
) -> None:
    id_ = _local(entry.get("@id"))
    title = text_in(entry.get("title"))
    if not id_ or id_ in graph.nodes:
        what = "notes with the id of another one" if id_ else "notes without an id"
        draft.skip(what, title or in_words(entry), file.at())
        return
    listed = entry.get("@type")
    types = [_local(each) for each in (listed if isinstance(listed, list) else [listed])]
    named = next((names[each] for each in types if names.get(each)), "")
    type_, shown, _ = Schema({}, {}).type_and_title("", title, ())
    type_ = named or type_ or next(filter(None, types), "")
    shown, cites = (shown, ()) if type_ == "Source" else without_citation(shown)
    front, body = split(text_in(entry.get("content")))
    properties = {key: each for key, each in entry.items() if key not in _OF_NODE}
    own = properties_of(front, file.name).values
    properties |= {key: each for key, each in own.items() if (key, each) != ("title", title)}
    wished = properties.pop("text", None)
    is_wished = isinstance(wished, str)
    graph.nodes[id_] = Note(
        id_,
        type_,
        wished if isinstance(wished, str) else shown,
        file.at(),
        () if is_wished else cites,
        properties,
        body.strip(),
        tuple(dict.fromkeys((title, shown))),
    )


def _add_link(
    graph: Graph, entry: dict[str, Any], names: dict[str, str], file: ForeignFile, draft: Draft
) -> None:
    ends = _local(entry.get("source")), _local(entry.get("destination"))
    predicate = _local(entry.get("predicate"))
    if not all(ends):
        draft.skip("links without two ends", in_words(entry), file.at())
        return
    id_ = _local(entry.get("@id")) or f"link {len(graph.links) + 1}"
    properties = {key: each for key, each in entry.items() if key not in _OF_LINK}
    label = names.get(predicate) or predicate
    graph.links.append(Link(id_, label, *ends, file.at(), _local(entry.get("step")), properties))

"""Notes that Roam has exported as Markdown, with their links in a section of each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.formats.discourse.graph import Graph, Link, Note
from argmap.formats.discourse.notes import links_in, name_of_note, properties_of, split
from argmap.formats.discourse.schema import Schema, without_citation
from argmap.formats.discourse.words import sense_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.formats.draft import Draft
    from argmap.formats.foreign_file import ForeignFile

_BEGUN = re.compile(
    r"\ufeff?---[ \t]*\n(?:(?!---).*\n){0,40}?"
    r"(?:title: *\[\[[A-Z]{2,5}\]\] ?- |url: *https://roamresearch\.com/)"
)
_CONTEXT = re.compile(r"^#{1,6} Discourse Context[ \t]*$", re.MULTILINE)
_SECTION = re.compile(r"^#{1,6} ", re.MULTILINE)
_ENTRY = re.compile(r"^\s*- \*\*(.+?)::\*\* *(.+?) *$", re.MULTILINE)
_ID = re.compile(r"/page/([^/\s]+)\s*$")


def is_begun(begin: str) -> bool:
    """Whether a text begins as a note of an export does."""
    return _BEGUN.match(begin) is not None


def graph_of(files: Sequence[ForeignFile], draft: Draft) -> Graph:
    """The graph in the notes of an export; each link stands in both of its notes."""
    graph = Graph()
    by_name: dict[str, str] = {}
    entries: list[tuple[str, str, str, ForeignFile]] = []
    for file in files:
        node, context = _node(file)
        if node is None:
            draft.set_aside("notes that are no nodes", file.stem, file.at())
            continue
        if node.id in graph.nodes:
            draft.skip("notes with the id of another one", f"{file.name}: {node.id}", node.at)
            continue
        graph.nodes[node.id] = node
        for name in node.names:
            by_name.setdefault(name.casefold(), node.id)
        for match in _ENTRY.finditer(context):
            names = links_in(match[2]) or [name_of_note(match[2])]
            entries += [(node.id, match[1], name, file) for name in names]
    seen: set[tuple[object, str, str]] = set()
    for number, (node_id, label, name, file) in enumerate(entries, 1):
        target = by_name.get(name.casefold())
        sense = sense_of(label, {})
        if target is not None and sense is not None:
            ends = (target, node_id) if sense[1] else (node_id, target)
            if (sense[0], *ends) in seen:
                continue
            seen.add((sense[0], *ends))
        graph.links.append(Link(f"link {number}", label, node_id, target or name, file.at()))
    return graph


def _node(file: ForeignFile) -> tuple[Note | None, str]:
    """The node of a note, and the text with its links."""
    front, text = split(file.text)
    properties, _ = properties_of(front, file.name)
    title = str(properties.pop("title", "")) if front else ""
    match = re.search(r"^title: *(.+)$", front, re.MULTILINE)
    full = (match[1] if match else title).strip().strip("\"'") or file.stem
    context = _CONTEXT.search(text)
    type_, shown, _ = Schema({}, {}).type_and_title("", full, ())
    if not type_ and (context is None or not front):
        return None, ""
    body, links = (
        (text, "") if context is None else (text[: context.start()], text[context.end() :])
    )
    rest = _SECTION.search(links)
    links = links[: rest.start()] if rest else links
    address = _ID.search(str(properties.get("url", "")))
    shown, cites = (shown, ()) if type_ == "Source" else without_citation(shown)
    names = (file.stem, full, shown, re.sub(r"\[\[([A-Z]{2,5})\]\]", r"\1", full))
    id_ = address[1] if address else file.name
    node = Note(id_, type_, shown, file.at(), cites, properties, body.strip(), names)
    return node, links

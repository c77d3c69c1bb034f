"""SADFace, read: claims from atoms, steps from schemes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Diagnostic
from argmap.formats.draft import Draft
from argmap.formats.exchange import Imported, in_words, nothing
from argmap.formats.json_values import dict_in, id_in, list_in, meta_in, text_in
from argmap.formats.nodes.aside import KEY, Aside
from argmap.formats.nodes.graph import NodeRole, StepGraph, StepNode
from argmap.formats.nodes.scheme_names import Schemes
from argmap.formats.sadface.names_of_steps import step_named
from argmap.model.source import Locator

if TYPE_CHECKING:
    from argmap.diagnostics import Location
    from argmap.formats.exchange import Wishes
    from argmap.formats.foreign_file import ForeignFile

FORMAT = "sadface"
CORE = "core"
"""The namespace of metadata that belongs to SADFace itself."""
NO_TIME = "1970-01-01T00:00:00"
"""The time in files written by argmap: the same map gives the same bytes, so no clock is asked."""
OF_FILE = "sadface"
"""The key of the map's own data under which the core of a file is kept."""

_TYPES = frozenset({"atom", "scheme", "inference", "conflict"})
_OF_NODES = frozenset({"id", "type", "text", "name", "sources", "metadata"})
_OF_EDGES = frozenset({"id", "source_id", "target_id"})
_OF_CITED = frozenset({"resource_id", "text", "offset", "length"})
_OF_RESOURCES = frozenset({"id", "content", "type", "metadata"})
_OF_FILES = frozenset({"nodes", "edges", "metadata", "resources"})
_FIRST = 50  # nodes that are looked at to tell the format


def fits(file: ForeignFile) -> bool:
    """Whether the JSON has atoms and schemes, or the metadata of an empty document."""
    tree = file.json
    if not isinstance(tree, dict) or not isinstance(tree.get("nodes"), list):
        return False
    nodes = [each for each in tree["nodes"][:_FIRST] if isinstance(each, dict)]
    if not nodes:
        return CORE in dict_in(tree.get("metadata"))
    return any(
        "id" in each and each.get("type") in _TYPES and "nodeID" not in each
        for each in nodes
        if isinstance(each.get("type"), str)
    )


def read(files: tuple[ForeignFile, ...], wishes: Wishes) -> Imported:
    """The map in a SADFace document. Cost: linear."""
    del wishes
    [file] = files
    tree = file.json
    if not fits(file):
        message = "this JSON is no SADFace document: there are no nodes of the type `atom`"
        return nothing([Diagnostic(file.at(), "AM702", message, "export it again as SADFace")])
    return _SadfaceReader(file, tree).imported()


class _SadfaceReader:
    """The draft and the graph that a document goes into."""

    def __init__(self, file: ForeignFile, tree: dict[str, Any]) -> None:
        self.draft = Draft(FORMAT, file.name)
        self._at: Location = file.at()
        self._tree = tree
        self._metadata = dict_in(tree.get("metadata"))
        self._aside = Aside(self._metadata.get(KEY))
        self._graph = StepGraph(self.draft)
        self._schemes = Schemes()
        self._resources = {
            id_in(each.get("id")): each
            for each in list_in(tree.get("resources"))
            if isinstance(each, dict)
        }

    def imported(self) -> Imported:
        """The map of the document."""
        atoms = []
        for each in list_in(self._tree.get("nodes")):
            id_ = id_in(each.get("id")) if isinstance(each, dict) else ""
            if not id_:
                self.draft.skip("nodes without an id", in_words(each), self._at)
            elif each.get("type") == "atom":
                atoms.append((id_, each))
            else:
                self._add_step(id_, each)
        atoms.sort(key=lambda atom: not self._aside.id_of_claim(atom[0]))
        for id_, atom in atoms:
            self._add_claim(id_, atom)
        for each in list_in(self._tree.get("edges")):
            self._add_edge(each)
        self._graph.relate()
        self._set_aside()
        title = self.draft.clean(text_in(dict_in(self._metadata.get(CORE)).get("title")), self._at)
        imported = self.draft.imported(
            title=title, meta=self._meta_of_map(), schemes=self._schemes.own
        )
        return self._aside.restored(self.draft, imported, self._at)

    def _meta_of_map(self) -> dict[str, Any]:
        """The metadata of the document: its core, and what others added."""
        others = {key: each for key, each in self._metadata.items() if key not in (KEY, CORE)}
        core = meta_in(self._metadata.get(CORE))
        is_ours = core.get("created") == NO_TIME and not core.get("analyst_name")
        return _filled(others) | ({OF_FILE: core} if core and not is_ours else {})

    def _add_claim(self, id_: str, atom: dict[str, Any]) -> None:
        fields: dict[str, Any] = {}
        if not self._aside.has_claim(id_):
            fields = self._cited(id_, atom)
            if meta := _filled(dict_in(atom.get("metadata"))):
                fields["meta"] = meta
        text = text_in(atom.get("text"))
        self.draft.claim(id_, text, self._at, given=self._aside.id_of_claim(id_), **fields)
        self._set_keys_aside(id_, atom)

    def _cited(self, id_: str, atom: dict[str, Any]) -> dict[str, Any]:
        """The source and the quotations of an atom; a claim has one source."""
        listed = [each for each in list_in(atom.get("sources")) if isinstance(each, dict)]
        resource = id_in(listed[0].get("resource_id")) if listed else ""
        own = [each for each in listed if id_in(each.get("resource_id")) == resource]
        if len(own) < len(listed):
            self.draft.set_aside("further sources of a claim", id_, self._at)
        quotes = [self.draft.clean(text_in(each.get("text")), self._at) for each in own]
        for each in own:
            self._set_places_aside(id_, each)
        fields: dict[str, Any] = {}
        if resource in self._resources:
            self._add_source(resource)
            fields["source"] = resource
        elif resource:
            self.draft.skip("sources that are not there", f"{id_}: {resource}", self._at)
        locators = tuple(Locator(self._at, quote=quote) for quote in quotes if quote)
        return fields | ({"locators": locators} if locators else {})

    def _set_places_aside(self, id_: str, cited: dict[str, Any]) -> None:
        """Count what is said of a quotation beside its words; their number says nothing more."""
        if "offset" in cited:
            self.draft.set_aside("offsets of quotations", f"{id_}: {cited['offset']}", self._at)
        if cited.get("length") not in (None, 0, len(text_in(cited.get("text")))):
            self.draft.set_aside("lengths of quotations", f"{id_}: {cited['length']}", self._at)
        for key in _beyond(cited, _OF_CITED):
            self.draft.set_aside("own keys of quotations", f"{id_}: {key}", self._at)

    def _add_edge(self, edge: object) -> None:
        tree = dict_in(edge)
        ends = [id_in(tree.get(key)) for key in ("source_id", "target_id")]
        if not all(ends):
            self.draft.skip("edges without two ends", in_words(edge), self._at)
            return
        self._graph.edges([(ends[0], ends[1])], self._at)
        for key in _beyond(_filled(tree), _OF_EDGES):
            if key != "metadata" or _filled(dict_in(tree[key])):
                self.draft.set_aside("own keys of edges", f"{ends[0]} → {ends[1]}: {key}", self._at)

    def _add_source(self, id_: str) -> None:
        resource = self._resources[id_]
        content = " ".join(text_in(resource.get("content")).split())
        metadata = dict_in(resource.get("metadata"))
        core = dict_in(metadata.get(CORE)) | metadata
        url = text_in(core.get("url"))
        title = text_in(core.get("title")) or content[:80] or id_
        fields: dict[str, Any] = {"url": url} if url.startswith(("https://", "http://")) else {}
        if meta := _filled(metadata):
            fields["meta"] = meta
        if id_ not in self.draft.sources:
            if content != title:
                self.draft.set_aside("texts of sources", content, self._at)
            for key in _beyond(resource, _OF_RESOURCES):
                self.draft.set_aside("own keys of sources", f"{id_}: {key}", self._at)
        self.draft.source(id_, title, self._at, **fields)

    def _add_step(self, id_: str, node: dict[str, Any]) -> None:
        name = self.draft.clean(text_in(node.get("name")), self._at)
        kind = text_in(node.get("type"))
        step = step_named(name, kind)
        role = step.role if kind in _TYPES else NodeRole.UNKNOWN
        if role is not NodeRole.UNKNOWN and not step.is_sure:
            what = f"schemes of unknown names, read as {role.value}s"
            self.draft.skip(what, f"{id_}: {name or 'no name'}", self._at)
        names = (step.scheme,) if step.scheme else ()
        fields: dict[str, Any] = dict(self._schemes.fields(names, "", "support", self._at))
        if meta := _filled(dict_in(node.get("metadata"))):
            fields["meta"] = meta
        if given := self._aside.id_of_relation(id_):
            fields["like"] = given
        self._graph.step(id_, StepNode(role, self._at, fields, self._aside.is_mutual(id_)))
        self._set_keys_aside(id_, node)

    def _set_keys_aside(self, id_: str, node: dict[str, Any]) -> None:
        if more := ", ".join(_beyond(node, _OF_NODES)):
            self.draft.set_aside("keys of nodes", f"{id_}: {more}", self._at)

    def _set_aside(self) -> None:
        """Count what stands beside nodes and edges, and has no place in a map."""
        for key in _beyond(self._tree, _OF_FILES):
            self.draft.set_aside("parts of other programs", key, self._at)
        for key in ("edges", "resources"):
            if self._tree.get(key) and not isinstance(self._tree[key], list):
                self.draft.skip("parts that are no lists", key, self._at)
        unused = [each for each in self._resources if each not in self.draft.sources]
        for id_ in () if self._aside else unused:
            self.draft.set_aside("sources that no claim cites", id_, self._at)


def _beyond(tree: dict[str, Any], known: frozenset[str]) -> list[str]:
    """The keys of an object that are none of the known ones, in its order."""
    return [] if tree.keys() <= known else [key for key in tree if key not in known]


def _filled(metadata: dict[str, Any]) -> dict[str, Any]:
    """The namespaces of metadata that hold something."""
    return {key: value for key, value in meta_in(metadata).items() if value not in ({}, [], None)}

"""Arguebuf, read: claims from atom nodes, steps from scheme nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Diagnostic
from argmap.formats.arguebuf.scheme_words import scheme_in
from argmap.formats.draft import Draft
from argmap.formats.exchange import Imported, nothing
from argmap.formats.json_values import dict_in, id_in, list_in, meta_in, text_in
from argmap.formats.nodes.aside import KEY, Aside
from argmap.formats.nodes.graph import NodeRole, StepGraph, StepNode
from argmap.formats.nodes.scheme_names import Schemes
from argmap.model.claim import Mode
from argmap.model.source import Locator

if TYPE_CHECKING:
    from argmap.diagnostics import Location
    from argmap.formats.exchange import Wishes
    from argmap.formats.foreign_file import ForeignFile

FORMAT = "arguebuf"

_ROLES = {
    "support": NodeRole.SUPPORT,
    "attack": NodeRole.ATTACK,
    "rephrase": NodeRole.RESTATEMENT,
    "preference": NodeRole.PREFERENCE,
}
_OF_NODES = frozenset({"atom", "scheme", "metadata", "userdata"})
_OF_FILES = frozenset(
    {
        *("nodes", "edges", "resources", "participants", "analysts", "metadata", "userdata"),
        *("majorClaim", "major_claim", "schemaVersion", "schema_version"),
        *("libraryVersion", "library_version"),
    }
)
_FIRST = 50  # nodes that are looked at to tell the format


def fits(file: ForeignFile) -> bool:
    """Whether the JSON has nodes by id that are atoms or schemes."""
    tree = file.json
    if not isinstance(tree, dict):
        return False
    nodes = tree.get("nodes")
    if not nodes:
        return "schemaVersion" in tree and "libraryVersion" in tree
    first = [*nodes.values()][:_FIRST] if isinstance(nodes, dict) else []
    return any(isinstance(each, dict) and ("atom" in each or "scheme" in each) for each in first)


def read(files: tuple[ForeignFile, ...], wishes: Wishes) -> Imported:
    """The map in an arguebuf graph. Cost: linear."""
    del wishes
    [file] = files
    tree = file.json
    if not fits(file):
        message = "this JSON is no arguebuf graph: it has no nodes with `atom` or `scheme`"
        hint = "export it again from arguebuf, as JSON"
        return nothing([Diagnostic(file.at(), "AM702", message, hint)])
    return _ArguebufReader(file, tree).imported()


class _ArguebufReader:
    """The draft and the graph that an arguebuf file goes into."""

    def __init__(self, file: ForeignFile, tree: dict[str, Any]) -> None:
        self.draft = Draft(FORMAT, file.name)
        self._at: Location = file.at()
        self._tree = tree
        self._userdata = meta_in(tree.get("userdata"))
        self._aside = Aside(self._userdata.pop(KEY, None))
        self._graph = StepGraph(self.draft)
        self._schemes = Schemes()
        self._times = 0

    def imported(self) -> Imported:
        """The map of the graph."""
        atoms = []
        for id_, node in dict_in(self._tree.get("nodes")).items():
            if isinstance(node, dict) and isinstance(node.get("atom"), dict):
                atoms.append((id_, node))
            elif isinstance(node, dict) and isinstance(node.get("scheme"), dict):
                self._add_step(id_, node)
            else:
                self.draft.skip("nodes that are no atoms and no schemes", id_, self._at)
        atoms.sort(key=lambda atom: not self._aside.id_of_claim(atom[0]))
        for id_, node in atoms:
            self._add_claim(id_, node)
        for id_, edge in dict_in(self._tree.get("edges")).items():
            self._add_edge(id_, edge)
        self._graph.relate()
        main = self._main()
        self._set_aside()
        imported = self.draft.imported(main=main, meta=self._userdata, schemes=self._schemes.own)
        return self._aside.restored(self.draft, imported, self._at)

    def _main(self) -> tuple[str, ...]:
        wanted = text_in(self._tree.get("majorClaim") or self._tree.get("major_claim"))
        main = self.draft.new_id(wanted)
        if wanted and main is None:
            self.draft.skip("main claims that are not there", wanted, self._at)
        return (main,) if main else ()

    def _add_claim(self, id_: str, node: dict[str, Any]) -> None:
        atom = node["atom"]
        fields = {} if self._aside.has_claim(id_) else self._fields(id_, node)
        given = self._aside.id_of_claim(id_)
        self.draft.claim(id_, text_in(atom.get("text")), self._at, given=given, **fields)
        self._look_beside(id_, node)

    def _fields(self, id_: str, node: dict[str, Any]) -> dict[str, Any]:
        """The speaker, the source, the quotation and the user data of an atom."""
        atom = node["atom"]
        fields: dict[str, Any] = {}
        reference = dict_in(atom.get("reference"))
        resource = text_in(reference.get("resource"))
        resources = dict_in(self._tree.get("resources"))
        if isinstance(resources.get(resource), dict):
            self._add_source(resource, resources[resource])
            fields["source"] = resource
        elif resource:
            self.draft.skip("sources that are not there", f"{id_}: {resource}", self._at)
        if quote := self.draft.clean(text_in(reference.get("text")), self._at):
            fields["locators"] = (Locator(self._at, quote=quote),)
        if reference.get("offset"):
            self.draft.set_aside("offsets of quotations", id_, self._at)
        if speaker := self._speaker(id_, text_in(atom.get("participant"))):
            mode = {"mode": Mode.REPORTED} if "source" in fields else {}
            fields |= {"speaker": speaker, **mode}
        if meta := meta_in(node.get("userdata")):
            fields["meta"] = meta
        return fields

    def _speaker(self, id_: str, participant: str) -> str:
        person = dict_in(dict_in(self._tree.get("participants")).get(participant))
        written = text_in(person.get("name")) or text_in(person.get("username"))
        name = self.draft.clean(written, self._at)
        if participant and not name:
            self.draft.skip("speakers without a name", f"{id_}: {participant}", self._at)
        return name

    def _add_source(self, id_: str, resource: dict[str, Any]) -> None:
        if id_ in self.draft.sources:
            return
        text, place = text_in(resource.get("text")).strip(), text_in(resource.get("source")).strip()
        title = text_in(resource.get("title")).strip() or place or text[:80] or id_
        is_url = place.startswith(("https://", "http://"))
        fields: dict[str, Any] = {"url": place} if is_url else {}
        if place and not is_url and place != title:
            fields["note"] = place
        if meta := meta_in(resource.get("userdata")):
            fields["meta"] = meta
        if text and text != title:
            self.draft.set_aside("texts of sources", text, self._at)
        self._times += bool(resource.get("timestamp")) + bool(resource.get("metadata"))
        self.draft.source(id_, title, self._at, **fields)

    def _add_step(self, id_: str, node: dict[str, Any]) -> None:
        scheme = node["scheme"]
        kinds = [kind for kind in _ROLES if kind in scheme]
        role = _ROLES[kinds[0]] if len(kinds) == 1 else NodeRole.UNKNOWN
        fields: dict[str, Any] = {}
        if role is NodeRole.SUPPORT:
            word = scheme["support"]
            known, name = scheme_in(word) if isinstance(word, str) else ("", "")
            if not isinstance(word, str) and word:
                self.draft.skip("schemes that are told by a number", f"{id_}: {word}", self._at)
            own = self._schemes.fields((name,), "", "", self._at)
            fields = {"scheme": known} if known else dict(own)
        if meta := meta_in(node.get("userdata")):
            fields["meta"] = meta
        if given := self._aside.id_of_relation(id_):
            fields["like"] = given
        if roles := list_in(scheme.get("premiseDescriptors")):
            self.draft.set_aside("roles of premises", f"{id_}: {roles}", self._at)
        self._graph.step(id_, StepNode(role, self._at, fields, self._aside.is_mutual(id_)))
        self._look_beside(id_, node)

    def _add_edge(self, id_: str, edge: object) -> None:
        ends = [id_in(dict_in(edge).get(key)) for key in ("source", "target")]
        if not all(ends):
            self.draft.skip("edges without two ends", id_, self._at)
            return
        self._graph.edges([(ends[0], ends[1])], self._at)
        self._times += bool(dict_in(edge).get("metadata"))
        if dict_in(edge).get("userdata"):
            self.draft.set_aside("own keys of edges", id_, self._at)

    def _look_beside(self, id_: str, node: dict[str, Any]) -> None:
        self._times += bool(node.get("metadata"))
        if not node.keys() <= _OF_NODES:
            more = ", ".join(key for key in node if key not in _OF_NODES)
            self.draft.set_aside("keys of nodes", f"{id_}: {more}", self._at)

    def _set_aside(self) -> None:
        """Count what stands beside nodes and edges, and has no place in a map."""
        draft, tree = self.draft, self._tree
        if self._times:
            draft.losses.add("times of nodes and edges", "", at=self._at, count=self._times)
        for id_ in dict_in(tree.get("analysts")):
            draft.set_aside("analysts", id_, self._at)
        for id_ in () if self._aside else dict_in(tree.get("resources")):
            if id_ not in draft.sources:
                draft.set_aside("sources that no claim cites", id_, self._at)
        for id_, person in dict_in(tree.get("participants")).items():
            if isinstance(person, dict) and not person.keys() <= {"name", "metadata"}:
                draft.set_aside("details of speakers", id_, self._at)
        for key in tree:
            if key not in _OF_FILES:
                draft.set_aside("parts of other programs", key, self._at)

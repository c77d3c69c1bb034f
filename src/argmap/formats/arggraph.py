"""arggraph XML: short texts cut into segments (EDUs), argument units (ADUs) and edges.

It is the format of the argumentative microtexts. An edge may end at another edge: `und` undercuts
it, and `add` adds a premise to it, which links the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from argmap.diagnostics import Diagnostic
from argmap.formats.draft import Draft
from argmap.formats.exchange import nothing
from argmap.model.claim import Mode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.diagnostics import Location
    from argmap.formats.exchange import Imported, Wishes
    from argmap.formats.foreign_file import ForeignFile

_BEGIN = 20_000  # characters in which the root must open
_KINDS = {"sup": "supports", "exa": "supports", "reb": "attacks", "und": "attacks"}


def fits(file: ForeignFile) -> bool:
    """Whether an element `arggraph` opens near the beginning."""
    return file.shape == "xml" and "<arggraph" in file.text[:_BEGIN]


def read(files: tuple[ForeignFile, ...], wishes: Wishes) -> Imported:
    """The map in one text, or in a folder of texts, each a section. Cost: linear."""
    del wishes
    draft = Draft("arggraph", files[0].name)
    graphs: list[_AnnotatedText] = []
    for file in files:
        in_file, problem = _parsed(file, draft)
        if problem is not None:
            return nothing([problem])
        graphs += in_file
    for graph in graphs:
        prefix = f"{graph.id or graph.place.path}." if len(graphs) > 1 else ""
        _draw(graph, draft, prefix)
    if len(graphs) != 1:
        return draft.imported()
    [graph] = graphs
    return draft.imported(title=graph.id, meta=dict(graph.meta))


class _Edge(NamedTuple):
    id: str
    source: str
    target: str
    type: str
    place: Location


class _AnnotatedText:
    """A text as it stands in its file."""

    def __init__(self, attributes: Mapping[str, str], place: Location) -> None:
        self.id = attributes.get("id", "")
        self.place = place
        self.meta = {key: value for key, value in attributes.items() if key != "id"}
        self.segments: dict[str, tuple[str, bool, Location]] = {}
        self.units: dict[str, tuple[dict[str, str], Location]] = {}
        self.joints: set[str] = set()
        self.edges: list[_Edge] = []


class _StopError(Exception):
    """Raised where a document type is declared: it could define entities without end."""


class _Handler:
    """The handlers of the parser, which build graphs."""

    def __init__(self, file: ForeignFile, draft: Draft) -> None:
        self.file = file
        self.draft = draft
        self.parser = expat.ParserCreate("utf-8")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.open
        self.parser.EndElementHandler = self.close
        self.parser.CharacterDataHandler = self.take
        self.parser.StartDoctypeDeclHandler = self.stop
        self.graphs: list[_AnnotatedText] = []
        self.segment: tuple[str, bool, Location] | None = None
        self.text: list[str] = []

    @property
    def place(self) -> Location:
        """The place where the parser is."""
        return self.file.at(self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def stop(self, *_: object) -> None:
        """Refuse a document type."""
        raise _StopError

    def open(self, name: str, attributes: dict[str, str]) -> None:
        """Take an element."""
        place = self.place
        if name == "arggraph":
            self.graphs.append(_AnnotatedText(attributes, place))
            return
        if not self.graphs:
            return
        graph, id_ = self.graphs[-1], attributes.get("id", "")
        if name == "edu":
            is_implicit = attributes.get("implicit", "").lower() == "true"
            self.segment, self.text = (id_, is_implicit, place), []
        elif name == "adu":
            if id_ in graph.units:
                self.draft.skip("argument units with the id of another one", id_, place)
            graph.units.setdefault(id_, (attributes, place))
        elif name == "joint":
            graph.joints.add(id_)
        elif name == "edge":
            ends = (attributes.get("src", ""), attributes.get("trg", ""))
            graph.edges.append(_Edge(id_, *ends, attributes.get("type", ""), place))
        else:
            self.draft.skip("elements of an unknown name", name, place)

    def take(self, text: str) -> None:
        """Take a piece of text."""
        if self.segment is not None:
            self.text.append(text)

    def close(self, name: str) -> None:
        """End a segment."""
        if name == "edu" and self.segment is not None and self.graphs:
            id_, is_implicit, place = self.segment
            text = " ".join("".join(self.text).split())
            self.graphs[-1].segments[id_] = (text, is_implicit, place)
            self.segment = None


def _parsed(file: ForeignFile, draft: Draft) -> tuple[list[_AnnotatedText], Diagnostic | None]:
    handler = _Handler(file, draft)
    try:
        handler.parser.Parse(file.text.encode("utf-8", errors="replace"), True)  # noqa: FBT003  # the last piece
    except _StopError:
        message = "a document type stands here, which could define entities without end"
        return [], Diagnostic(handler.place, "AM702", message, "delete the part `<!DOCTYPE ...>`")
    except expat.ExpatError as error:
        message = f"the file stops to be XML here: {expat.ErrorString(error.code)}"
        place = file.at(error.lineno, error.offset + 1)
        return [], Diagnostic(place, "AM702", message, "export it again, whole")
    if not handler.graphs:
        hint = "arggraph files have an element <arggraph> with segments, units and edges"
        return [], Diagnostic(file.at(), "AM702", "there is no arggraph in this file", hint)
    return handler.graphs, None


def _draw(graph: _AnnotatedText, draft: Draft, prefix: str) -> None:
    """Draw the units of a graph as claims and its edges as relations."""
    _claims(graph, draft, prefix)
    edges: dict[str, _Edge] = {}
    for edge in graph.edges:
        if edge.id and edge.id in edges:
            draft.skip("edges with the id of another one", edge.id, edge.place)
        else:
            edges[edge.id or f"{edge.source} {edge.target}"] = edge
    added = _added(edges, draft)
    for id_, edge in edges.items():
        if edge.type in ("seg", "add"):
            continue
        kind = _KINDS.get(edge.type)
        shown = f"{edge.id}: {edge.source} {edge.type} {edge.target}"
        if kind is None:
            draft.skip("edges of an unknown type", shown, edge.place)
            continue
        if edge.type == "und" and edge.target not in edges:
            draft.skip("undercuts that end at no edge", shown, edge.place)
            continue
        premises = [prefix + premise for premise in (edge.source, *added.get(id_, ()))]
        scheme = {"scheme": "example"} if edge.type == "exa" else {}
        draft.relation(kind, premises, prefix + edge.target, edge.place, old=prefix + id_, **scheme)


def _claims(graph: _AnnotatedText, draft: Draft, prefix: str) -> None:
    """Draw the units; the text of one is that of its segments, in the order of the text."""
    of_joints: dict[str, list[str]] = {joint: [] for joint in graph.joints}
    of_units: dict[str, list[str]] = {unit: [] for unit in graph.units}
    used: set[str] = set()
    segments = [edge for edge in graph.edges if edge.type == "seg"]
    for edge in sorted(segments, key=lambda edge: edge.target in graph.units):  # joints first
        inside = of_joints.get(edge.source, [edge.source])
        parts = of_units.get(edge.target, of_joints.get(edge.target))
        if parts is None or any(each not in graph.segments for each in inside):
            shown = f"{edge.source} of {edge.target}"
            draft.skip("segments of nothing", shown, edge.place)
            continue
        parts += inside
        used.update(inside)
    order = {id_: number for number, id_ in enumerate(graph.segments)}
    for id_, (attributes, place) in graph.units.items():
        inside = sorted(of_units[id_], key=lambda each: order[each])
        is_implicit = bool(inside) and all(graph.segments[each][1] for each in inside)
        meta = {key: value for key, value in attributes.items() if key != "id"}
        if prefix:
            meta |= graph.meta
        draft.claim(
            prefix + id_,
            " ".join(graph.segments[each][0] for each in inside),
            graph.segments[inside[0]][2] if inside else place,
            mode=Mode.IMPLICIT if is_implicit else Mode.ASSERTED,
            section=graph.id or None if prefix else None,
            meta=meta,
        )
    for id_, (text, _, segment_at) in graph.segments.items():
        if id_ not in used:
            draft.set_aside("segments outside of the argument", text, segment_at)


def _added(edges: Mapping[str, _Edge], draft: Draft) -> dict[str, list[str]]:
    """The premises that are added to each edge; one may be added to an addition, too."""
    base: dict[str, str] = {}
    added: dict[str, list[str]] = {}
    for id_, edge in edges.items():
        if edge.type != "add":
            continue
        passed = {id_}
        target = base.get(edge.target, edge.target)
        while target in edges and edges[target].type == "add" and target not in passed:
            passed.add(target)
            target = base.get(target, edges[target].target)
        base |= dict.fromkeys(passed, target)
        if target not in edges or edges[target].type in ("seg", "add"):
            shown = f"{edge.id}: {edge.source} to {edge.target}"
            draft.skip("premises added to nothing", shown, edge.place)
            continue
        added.setdefault(target, []).append(edge.source)
    return added

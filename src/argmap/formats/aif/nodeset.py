"""A nodeset as it stands in a file: nodes and edges, with what stands beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.formats.exchange import in_words
from argmap.formats.json_values import dict_in, dicts_in, id_in, list_in, text_in

if TYPE_CHECKING:
    from argmap.formats.draft import Draft
    from argmap.formats.foreign_file import ForeignFile

_OF_NODESETS = frozenset({"nodes", "edges", "locutions"})
_BESIDE = frozenset(
    {
        *_OF_NODESETS,
        "argmap",
        "participants",
        "schemefulfillments",
        "descriptorfulfillments",
        "cqdescriptorfulfillments",
    }
)
_OF_NODES = frozenset({"nodeID", "text", "type", "timestamp", "scheme", "schemeID"})
_OF_EDGES = frozenset({"edgeID", "fromID", "toID", "formEdgeID"})
_OF_XAIF = frozenset({"AIF", "OVA", "text", "argmap", "dialog"})
_OF_SPEECH = frozenset({"L", "YA", "TA"})
_WITHOUT_SCHEME = frozenset({"I", *_OF_SPEECH})
_TYPES = frozenset({"I", "RA", "CA", "MA", "PA", *_OF_SPEECH})
_FIRST = 50  # nodes that are looked at to tell the format


def is_nodeset(tree: object) -> bool:
    """Whether JSON looks like a nodeset: nodes with `nodeID`, edges with `fromID`.

    Nodesets of AIFdb can be empty; they have `locutions` all the same.
    """
    if not isinstance(tree, dict) or not isinstance(tree.get("nodes"), list):
        return False
    nodes, edges = tree["nodes"][:_FIRST], list_in(tree.get("edges"))[:_FIRST]
    if not nodes and not edges:
        return tree.keys() >= _OF_NODESETS or tree.keys() == {"nodes", "edges"}
    return any(isinstance(each, dict) and "nodeID" in each for each in nodes) or any(
        isinstance(each, dict) and "fromID" in each for each in edges
    )


class AifNode(NamedTuple):
    """A node: a claim of type I, a locution of type L, a step of type RA and so on."""

    id: str
    type: str
    text: str
    scheme: str = ""
    number: str = ""


@dataclass(slots=True)
class Nodeset:
    """The nodes and edges of a file; `tree` is the nodeset, `whole` the file around it (xAIF)."""

    file: ForeignFile
    tree: dict[str, Any]
    whole: dict[str, Any]
    nodes: list[AifNode] = field(default_factory=list)
    edges: list[tuple[str, str]] = field(default_factory=list)

    @property
    def aside(self) -> object:
        """The object with what argmap has kept beside the nodes."""
        return self.whole.get("argmap", self.tree.get("argmap"))

    @property
    def speakers(self) -> dict[str, str]:
        """The names of the speakers of locutions, by node, where the file names them."""
        names = {
            id_in(each.get("participantID")): _name(each)
            for each in dicts_in(self.tree.get("participants"))
        }
        spoken = (
            (id_in(each.get("nodeID")), names.get(id_in(each.get("personID")), ""))
            for each in dicts_in(self.tree.get("locutions"))
        )
        return {node: name for node, name in spoken if name}


def _name(participant: dict[str, Any]) -> str:
    names = (text_in(participant.get(key)) for key in ("firstname", "surname"))
    return " ".join(" ".join(names).split())


def nodeset_of(file: ForeignFile, whole: dict[str, Any], draft: Draft) -> Nodeset:
    """The nodes and edges in the JSON of a file; what is none of them is counted in the draft."""
    is_wrapped = isinstance(whole.get("AIF"), dict)
    tree = dict_in(whole["AIF"]) if is_wrapped else whole
    nodeset = Nodeset(file, tree, whole if is_wrapped else {})
    numbers = {
        id_in(each.get("nodeID")): id_in(each.get("schemeID"))
        for each in dicts_in(tree.get("schemefulfillments"))
    }
    times = 0
    for each in list_in(tree.get("nodes")):
        if isinstance(each, dict) and (id_ := id_in(each.get("nodeID"))):
            text = each.get("text")
            if not isinstance(text, str):
                text = _text(text, id_, draft, file)
            times += bool(each.get("timestamp"))
            kind = each.get("type")
            if not isinstance(kind, str) or kind not in _TYPES:
                kind = text_in(kind).strip().upper()
            number = scheme = ""
            if kind not in _WITHOUT_SCHEME:
                if "schemeID" in each or numbers:
                    number = id_in(each.get("schemeID")) or numbers.get(id_, "")
                scheme = text_in(each["scheme"]) if "scheme" in each else ""
            nodeset.nodes.append(AifNode(id_, kind, text, scheme, number))
            if not each.keys() <= _OF_NODES:
                more = ", ".join(key for key in each if key not in _OF_NODES)
                draft.set_aside("keys of nodes", f"{id_}: {more}", file.at())
        else:
            draft.skip("nodes without an id", in_words(each), file.at())
    if times:
        draft.losses.add("times of nodes", "", at=file.at(), count=times)
    _add_edges(nodeset, draft)
    _set_beside_aside(nodeset, draft, is_wrapped=is_wrapped)
    return nodeset


def _add_edges(nodeset: Nodeset, draft: Draft) -> None:
    for each in list_in(nodeset.tree.get("edges")):
        edge = each if isinstance(each, dict) else {}
        source, target = edge.get("fromID"), edge.get("toID")
        if not (isinstance(source, str) and isinstance(target, str)):
            source, target = id_in(source), id_in(target)
        if source and target:
            nodeset.edges.append((source, target))
        else:
            draft.skip("edges without two ends", in_words(each), nodeset.file.at())
        if not edge.keys() <= _OF_EDGES:
            more = ", ".join(key for key in edge if key not in _OF_EDGES)
            draft.set_aside("own keys of edges", f"{source} → {target}: {more}", nodeset.file.at())


def _text(text: object, id_: str, draft: Draft, file: ForeignFile) -> str:
    """The text of a node where that is no text: a number stands for itself, nothing for none."""
    if isinstance(text, dict | list | bool):
        draft.skip("texts of nodes that are none", f"{id_}: {text}", file.at())
    return text_in(text)


def _set_beside_aside(nodeset: Nodeset, draft: Draft, *, is_wrapped: bool) -> None:
    """Count what stands beside nodes and edges, and has no place in a map."""
    at = nodeset.file.at()
    for key, what in (
        ("descriptorfulfillments", "roles of premises"),
        ("cqdescriptorfulfillments", "critical questions of steps"),
    ):
        if listed := list_in(nodeset.tree.get(key)):
            draft.losses.add(what, in_words(listed[0]), at=at, count=len(listed))
    others = [key for key in nodeset.tree if key not in _BESIDE]
    if is_wrapped:
        others += [key for key in nodeset.whole if key not in _OF_XAIF]
        ova = dict_in(nodeset.whole.get("OVA"))
        if placed := list_in(ova.get("nodes")):
            draft.losses.add("positions of nodes", "", at=at, count=len(placed))
        if analyst := " ".join(
            f"{text_in(ova.get('firstname'))} {text_in(ova.get('surname'))}".split()
        ):
            draft.set_aside("names of analysts", analyst, at)
    if nodeset.tree.get("edges") and not isinstance(nodeset.tree["edges"], list):
        draft.skip("parts that are no lists", "edges", at)
    for key in others:
        draft.set_aside("parts of other programs", key, at)

"""AIF and xAIF, read: claims from nodes of type I, steps from nodes of type RA, CA and MA."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic
from argmap.formats.aif.dialogue import locutions_of_claims, quotations, speaker_of
from argmap.formats.aif.nodeset import AifNode, Nodeset, is_nodeset, nodeset_of
from argmap.formats.draft import Draft
from argmap.formats.exchange import Imported, in_words, nothing
from argmap.formats.json_values import dict_in, list_in, text_in
from argmap.formats.nodes.aside import Aside
from argmap.formats.nodes.graph import NodeRole, StepGraph, StepNode
from argmap.formats.nodes.scheme_names import Schemes
from argmap.model.claim import Mode
from argmap.model.source import Locator

if TYPE_CHECKING:
    from argmap.diagnostics import Location
    from argmap.formats.exchange import Wishes
    from argmap.formats.foreign_file import ForeignFile

FORMAT = "aif"
"""The name under which ids are kept; AIF and xAIF have the same nodes."""

_ROLES = {
    "RA": NodeRole.SUPPORT,
    "CA": NodeRole.ATTACK,
    "MA": NodeRole.RESTATEMENT,
    "PA": NodeRole.PREFERENCE,
}
_OUTSIDE = {"L": "locutions", "YA": "illocutions", "TA": "transitions between locutions"}
_QUESTION = "pure questioning"


def fits(file: ForeignFile) -> bool:
    """Whether the JSON is a nodeset, or has one under `AIF`."""
    tree = file.json
    return is_nodeset(tree) or (isinstance(tree, dict) and is_nodeset(tree.get("AIF")))


def read(files: tuple[ForeignFile, ...], wishes: Wishes) -> Imported:
    """The map in nodesets of AIF or xAIF; those of several files are joined by the ids of nodes.

    Cost: linear.
    """
    reader = _NodesetReader(files[0].name, wishes)
    problems = []
    nodesets = []
    for file in files:
        tree = file.json
        if not fits(file):
            message = "this JSON is no nodeset: there are no nodes with a `nodeID`"
            hint = "export it again from AIFdb or OVA, as JSON"
            problems.append(Diagnostic(file.at(), "AM702", message, hint))
        else:
            nodesets.append(nodeset_of(file, tree, reader.draft))
    if problems:
        return nothing(problems)
    return reader.imported(nodesets)


class _NodesetReader:
    """The draft and the graph that the nodesets of one map go into."""

    def __init__(self, path: str, wishes: Wishes) -> None:
        self.draft = Draft(FORMAT, path)
        self._graph = StepGraph(self.draft)
        self._schemes = Schemes()
        self._keeps_speakers = wishes.dialogue
        self._aside = Aside()
        self._types: dict[str, str] = {}

    def imported(self, nodesets: list[Nodeset]) -> Imported:
        """The map of all nodesets."""
        self._aside = Aside(*(nodeset.aside for nodeset in nodesets))
        for nodeset in nodesets:
            self._keep_apart(nodeset)
            self._add(nodeset)
        self._graph.relate()
        imported = self.draft.imported(schemes=self._schemes.own)
        return self._aside.restored(self.draft, imported, self.draft.at(1))

    def _keep_apart(self, nodeset: Nodeset) -> None:
        """Rename the nodes of a file whose ids mean other nodes in the files before it.

        Then the file numbers its nodes by itself, so that an edge of it means its own nodes; only
        claims with the same text stay the same.
        """
        known = self._types
        strange = [node for node in nodeset.nodes if node.id in known and self._is_another(node)]
        if not strange:
            return
        for node in strange:
            what = "ids of nodes that stand for another node in another file, kept apart"
            self.draft.skip(what, f"{node.id}: {node.text}", nodeset.file.at())
        shared = {node.id for node in nodeset.nodes if node.type == "I"} & self.draft.claims.keys()
        shared -= {node.id for node in strange}
        home = nodeset.file.stem
        new = {node.id: f"{home}/{node.id}" for node in nodeset.nodes if node.id not in shared}
        nodeset.nodes = [
            AifNode(new.get(node.id, node.id), node.type, node.text, node.scheme, node.number)
            for node in nodeset.nodes
        ]
        nodeset.edges = [(new.get(a, a), new.get(b, b)) for a, b in nodeset.edges]

    def _is_another(self, node: AifNode) -> bool:
        if self._types[node.id] != node.type:
            return True
        claim = self.draft.claims.get(node.id)
        return claim is not None and bool(node.text) and " ".join(node.text.split()) != claim.text

    def _add(self, nodeset: Nodeset) -> None:
        at, claims = nodeset.file.at(), []
        outside: dict[str, list[AifNode]] = {kind: [] for kind in _OUTSIDE}
        for node in nodeset.nodes:
            first = self._types.setdefault(node.id, node.type)
            if first != node.type:
                self.draft.skip("nodes with the id of another one", f"{node.id}: {node.text}", at)
            elif node.type == "I":
                claims.append(node)
            elif node.type in _OUTSIDE:
                outside[node.type].append(node)
            else:
                self._add_step(node, at)
        self._set_aside(outside, at)
        has_aside = bool(self._aside)
        if has_aside:
            claims.sort(key=lambda node: not self._aside.id_of_claim(node.id))
        for node in claims:
            given = self._aside.id_of_claim(node.id) if has_aside else ""
            self.draft.claim(node.id, node.text, at, given=given)
        self._graph.edges(nodeset.edges, at)
        self._add_speakers(nodeset)
        self._add_quotations(nodeset)

    def _set_aside(self, outside: dict[str, list[AifNode]], at: Location) -> None:
        """Count the nodes that are neither claims nor steps, by type."""
        for kind, nodes in outside.items():
            self._graph.outside((node.id for node in nodes), is_speech=kind == "L")
            if nodes:
                example = f"{nodes[0].id}: {nodes[0].text}"
                self.draft.losses.add(_OUTSIDE[kind], example, at=at, count=len(nodes))

    def _add_step(self, node: AifNode, at: Location) -> None:
        names = (self.draft.clean(node.scheme, at), self.draft.clean(node.text, at))
        fields = self._schemes.fields(names, node.number, node.type, at)
        role = _ROLES.get(node.type, NodeRole.UNKNOWN)
        if role is NodeRole.RESTATEMENT and fields:
            self.draft.set_aside("names of restatements", f"{node.id}: {node.text}", at)
        if given := self._aside.id_of_relation(node.id):
            fields["like"] = given
        self._graph.step(node.id, StepNode(role, at, fields, self._aside.is_mutual(node.id)))

    def _add_speakers(self, nodeset: Nodeset) -> None:
        """Keep who said a claim, if that is wished; else count the participants."""
        at = nodeset.file.at()
        if not self._keeps_speakers:
            if people := list_in(nodeset.tree.get("participants")):
                self.draft.losses.add("participants", in_words(people[0]), at=at, count=len(people))
            return
        named = nodeset.speakers
        for claim, illocution, locution in locutions_of_claims(nodeset.nodes, nodeset.edges):
            name = self.draft.clean(speaker_of(locution, named), at)
            before = self.draft.claims[claim].speaker
            if not name:
                self.draft.skip("locutions without a speaker", locution.text, at)
            elif before is None:
                is_question = illocution.text.strip().casefold() == _QUESTION
                mode = {"mode": Mode.RAISED} if is_question else {}
                self.draft.change(claim, speaker=name, **mode)
            elif before != name:
                self.draft.set_aside("further speakers of a claim", f"{claim}: {name}", at)

    def _add_quotations(self, nodeset: Nodeset) -> None:
        """Keep the words of the analysed text that are marked for a claim (xAIF)."""
        text, at = self._analysed(nodeset), nodeset.file.at()
        if not text.strip():
            return
        claims = self.draft.claims
        quoted = quotations(text) if "<" in text else {}
        own = {node: words for node, words in quoted.items() if node in claims}
        for claim, _, locution in locutions_of_claims(nodeset.nodes, nodeset.edges):
            if locution.id in quoted:
                own.setdefault(claim, quoted[locution.id])
        own = {node: words for node, words in own.items() if not self._aside.has_claim(node)}
        if own:
            url = text_in(dict_in(nodeset.whole.get("OVA")).get("url"))
            fields = {"url": url} if url.startswith(("https://", "http://")) else {}
            old = f"text of {nodeset.file.stem}"
            source = self.draft.source(old, old, at, **fields)
        for node, quotation in own.items():
            words = self.draft.clean(quotation, at)
            speaker = claims[node].speaker
            mode = {"mode": Mode.REPORTED} if speaker and claims[node].mode is Mode.ASSERTED else {}
            self.draft.change(node, source=source, locators=(Locator(at, quote=words),), **mode)
        if not self._aside:
            self.draft.set_aside("texts that were analysed", text, at)

    def _analysed(self, nodeset: Nodeset) -> str:
        """The text that was analysed: xAIF has it as it is, or as `txt` of an object."""
        value, at = nodeset.whole.get("text"), nodeset.file.at()
        if isinstance(value, dict):
            for key in (each for each in value if each != "txt"):
                self.draft.set_aside("parts beside the text that was analysed", key, at)
            value = value.get("txt")
        if value is not None and not isinstance(value, str):
            self.draft.skip("analysed texts that are none", in_words(value), at)
        return value if isinstance(value, str) else ""

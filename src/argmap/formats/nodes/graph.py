"""Steps drawn as nodes, and the edges between nodes, turned into the parts of a draft."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.diagnostics import Location
    from argmap.formats.draft import Draft


class NodeRole(Enum):
    """The meaning of a node that is no claim."""

    SUPPORT = "support"
    ATTACK = "attack"
    RESTATEMENT = "restatement"
    PREFERENCE = "preference"
    UNKNOWN = "unknown"


class StepNode(NamedTuple):
    """A node for a step; `fields` are further fields of the relation that it becomes.

    `is_mutual` says that it is one half of a contradiction.
    """

    role: NodeRole
    at: Location
    fields: dict[str, Any]
    is_mutual: bool = False


class StepGraph:
    """The nodes for steps of a file, with all edges; its claims are in the draft already.

    Edges into a step come from its premises, edges out of it lead to what it is about. A step with
    several premises is linked; one about several claims becomes a relation to each.
    """

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self.steps: dict[str, StepNode] = {}
        self._outside: dict[str, bool] = {}
        self._edges: dict[tuple[str, str], Location] = {}
        self._into: dict[str, list[str]] = {}
        self._out: dict[str, list[str]] = {}
        self._contrary: set[frozenset[str]] = set()

    def step(self, node: str, step: StepNode) -> None:
        """Add a node for a step."""
        self.steps.setdefault(node, step)

    def outside(self, nodes: Iterable[str], *, is_speech: bool) -> None:
        """Add nodes that are neither claim nor step, such as locutions (`is_speech`)."""
        self._outside.update(dict.fromkeys(nodes, is_speech))

    def edges(self, edges: Iterable[tuple[str, str]], at: Location) -> None:
        """Add edges; a second one between the same nodes is none."""
        self._edges.update(dict.fromkeys(edges, at))

    def relate(self) -> None:
        """Add all relations to the draft, and count what is incomplete. Cost: linear."""
        for (source, target), at in self._edges.items():
            self._join(source, target, at)
        for node, step in self.steps.items():
            if step.role is NodeRole.SUPPORT or step.role is NodeRole.ATTACK:
                self._relate(node, step)
            elif step.role is NodeRole.RESTATEMENT:
                self._restate(node, step)
            elif step.role is NodeRole.PREFERENCE:
                self._draft.set_aside("preferences", self._shown(node), step.at)
            else:
                self._draft.skip("steps of an unknown kind", self._shown(node), step.at)

    def _join(self, source: str, target: str, at: Location) -> None:
        """Note an edge at the steps that it joins."""
        claims, steps, outside = self._draft.claims, self.steps, self._outside
        if source in outside and target in outside and source != target:
            return
        if not (
            (source in steps or source in claims or source in outside)
            and (target in steps or target in claims or target in outside)
        ):
            self._draft.skip("edges to nodes that are not there", f"{source} → {target}", at)
        elif source == target:
            self._draft.skip("edges from a node to itself", source, at)
        elif source in claims and target in claims:
            what = "edges from claim to claim that name no step"
            self._draft.skip(what, f"{source} → {target}", at)
        else:
            if target in steps:
                self._into.setdefault(target, []).append(source)
            if source in steps:
                self._out.setdefault(source, []).append(target)

    def _relate(self, node: str, step: StepNode) -> None:
        """Add the relations that a step is, one for each thing it is about."""
        premises = self._claims(self._into.get(node, ()))
        targets = [each for each in self._out.get(node, ()) if each not in self._outside]
        if self._is_of_speech(node):
            what = "steps from or to a locution"
            self._draft.skip(what, self._shown(node), step.at)
            if not premises or not targets:
                return
        if step.role is NodeRole.ATTACK and not premises and len(targets) > 1:
            self._contradict(node, targets, step.at)
            return
        if step.is_mutual and len(premises) == len(targets) == 1 and self._is_claim(targets[0]):
            self._contradict(node, [premises[0], targets[0]], step.at)
            return
        for index, target in enumerate(targets or [""]):
            if index == 1:
                what = "steps about several claims, each told by itself"
                self._draft.set_aside(what, self._shown(node), step.at)
            name = f"{node} ({index + 1})" if index else node
            self._add(name, step, premises, target)

    def _add(self, name: str, step: StepNode, premises: list[str], target: str) -> None:
        about = self.steps.get(target)
        if about is not None and about.role not in (NodeRole.SUPPORT, NodeRole.ATTACK):
            what = "steps about restatements or preferences"
            self._draft.set_aside(what, f"{name} → {target}", step.at)
            return
        if about is not None and about.is_mutual:
            what = "undercuts of contradictions"
            self._draft.set_aside(what, f"{name} → {target}", step.at)
            return
        kind = "supports" if step.role is NodeRole.SUPPORT else "attacks"
        self._draft.relation(kind, premises, target, step.at, old=name, **step.fields)

    def _contradict(self, node: str, ends: list[str], at: Location) -> None:
        """Add a contradiction between two claims, once; more than two cannot be told apart."""
        pair = frozenset(ends)
        if len(ends) > 2 or not all(map(self._is_claim, ends)):  # noqa: PLR2004  # two ends
            self._draft.skip("disagreements of more than two claims", self._shown(node), at)
        elif pair not in self._contrary:
            self._contrary.add(pair)
            self._draft.contradiction(ends[0], ends[1], at)

    def _restate(self, node: str, step: StepNode) -> None:
        premises = self._claims(self._into.get(node, ()))
        targets = self._claims(self._out.get(node, ()))
        if len(premises) == len(targets) == 1:
            self._draft.restate(premises[0], targets[0], step.at)
            return
        complete = premises and targets
        what = "restatements of several claims at once" if complete else "restatements of nothing"
        self._draft.skip(what, self._shown(node), step.at)

    def _is_claim(self, node: str) -> bool:
        return node in self._draft.claims

    def _claims(self, nodes: list[str] | tuple[()]) -> list[str]:
        return [node for node in nodes if node in self._draft.claims]

    def _is_of_speech(self, node: str) -> bool:
        """Whether a locution is a premise of the step, or what it is about."""
        if not self._outside:
            return False
        near = (*self._into.get(node, ()), *self._out.get(node, ()))
        return any(self._outside.get(each, False) for each in near)

    def _shown(self, node: str) -> str:
        """A step in a few words, for a list of losses."""
        premises = " & ".join(self._into.get(node, ())) or "nothing"
        targets = ", ".join(self._out.get(node, ())) or "nothing"
        return f"{node}: {premises} → {targets}"

"""A map drawn as a graph of nodes: a node for each claim and for each step, joined by edges."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.formats.nodes.graph import NodeRole
from argmap.model.relation import Kind
from argmap.reading.slugs import FreeIds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation

_LETTERS = {NodeRole.SUPPORT: "ra", NodeRole.ATTACK: "ca", NodeRole.RESTATEMENT: "ma"}


@dataclass(frozen=True, slots=True)
class DrawnStep:
    """A node for a step: a relation, or a restatement of two claims (then `relation` is None)."""

    node: str
    role: NodeRole
    premises: tuple[str, ...]
    target: str
    relation: Relation | None = None

    @property
    def edges(self) -> Iterator[tuple[str, str]]:
        """The edges of the step, from node to node."""
        yield from ((premise, self.node) for premise in self.premises)
        yield self.node, self.target


@dataclass(frozen=True, slots=True)
class NodeDrawing:
    """A map as nodes: its claims and steps, and the node of each claim and relation by its id."""

    argument_map: ArgumentMap
    format: str
    steps: tuple[DrawnStep, ...]
    node_of: dict[str, str]

    @property
    def claims(self) -> Iterator[tuple[str, Claim]]:
        """The claims with their nodes."""
        for id_, claim in self.argument_map.claims.items():
            yield self.node_of[id_], claim

    @property
    def edges(self) -> Iterator[tuple[str, str]]:
        """The edges between all nodes, those of a step together."""
        for step in self.steps:
            yield from step.edges


def drawing_of(
    argument_map: ArgumentMap, format_: str, made: Callable[[str], str] | None = None
) -> NodeDrawing:
    """The map as nodes with the ids that its parts had in this format, or else their own.

    `made` turns an id of the map into one of the format, where not every word is an id. A step that
    has no id is numbered (`ra1`, `ca1`). Claims that say the same are joined in a row.
    Cost: linear.
    """
    relations = [
        relation
        for target in (*argument_map.claims, *argument_map.relations)
        for relation in argument_map.relations_to(target)
    ]
    pairs = [
        (first, second)
        for first, members in argument_map.classes.items()
        if first == members[0]
        for first, second in pairwise(members)
    ]
    nodes = _NodeIds(format_, made)
    nodes.keep((*argument_map.claims.values(), *relations))
    for id_ in argument_map.claims:
        nodes.name(id_, id_)
    for relation in relations:
        letters = _LETTERS[role_of(relation)]
        nodes.name(relation.id, relation.id if relation.named else nodes.numbered(letters))
    node_of = nodes.of
    steps = [
        DrawnStep(
            node_of[relation.id],
            role_of(relation),
            tuple(node_of[premise] for premise in relation.premises),
            node_of[relation.target],
            relation,
        )
        for relation in relations
    ]
    steps += [
        DrawnStep(
            nodes.free(nodes.numbered("ma")),
            NodeRole.RESTATEMENT,
            (node_of[first],),
            node_of[second],
        )
        for first, second in pairs
    ]
    return NodeDrawing(argument_map, format_, tuple(steps), node_of)


def role_of(relation: Relation) -> NodeRole:
    """The role of the node for a relation."""
    return NodeRole.SUPPORT if relation.kind is Kind.SUPPORTS else NodeRole.ATTACK


class _NodeIds:
    """The ids of nodes, each given once: first those that parts had before, in this format."""

    def __init__(self, format_: str, made: Callable[[str], str] | None) -> None:
        self.of: dict[str, str] = {}
        self._format = format_
        self._made = made
        self._taken: set[str] = set()
        self._free = FreeIds()
        self._numbers: dict[str, int] = {}

    def keep(self, parts: tuple[Claim | Relation, ...]) -> None:
        """Give every part the id that it had in this format, where that is one and no other's."""
        for part in parts:
            origin = part.origin
            node = origin.id if origin is not None and origin.format == self._format else ""
            if node and self._made is not None:
                node = self._made(node)
            if node and node not in self._taken:
                self._taken.add(node)
                self.of[part.id] = node

    def name(self, id_: str, wished: str) -> None:
        """Give a part without a node one like the wished id."""
        if id_ not in self.of:
            self.of[id_] = self.free(wished)

    def free(self, wished: str) -> str:
        """An id of a node that nothing has yet, taken now."""
        while True:
            word = self._free.like(wished)
            node = self._made(word) if self._made is not None else word
            if node not in self._taken:
                self._taken.add(node)
                return node

    def numbered(self, letters: str) -> str:
        """The next id of these letters and a number."""
        self._numbers[letters] = self._numbers.get(letters, 0) + 1
        return f"{letters}{self._numbers[letters]}"

"""The parts of a map that a graph of nodes has no place for: an object beside it, by node.

Other programs pass over the object; argmap reads it as it reads claim files, with every check, so
that a file from a stranger can put nothing into a map that a claim file could not.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.formats.argmap.tree import alone, relation_tree, same_and_contrary
from argmap.formats.argmap.tree_beside import rest_tree
from argmap.formats.citing import NO_SOURCE
from argmap.formats.exchange import NOT_UNDERSTOOD, Imported, Losses
from argmap.formats.nodes.restoring import Restoring
from argmap.model.origin import Origin

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from argmap.diagnostics import Location
    from argmap.formats.argmap.tree_values import Tree
    from argmap.formats.draft import Draft
    from argmap.formats.nodes.drawing import NodeDrawing
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation

KEY = "argmap"
"""The key under which the object stands."""

_BESIDE = ("map", "sources", "questions", "stances", "expect", "schemes")


def aside_of(drawing: NodeDrawing, says: Callable[[Relation], Collection[str]]) -> Tree:
    """The object beside a drawing; empty if the nodes say it all.

    `says` has the keys of a relation that its node says already. Cost: linear.
    """
    tree = rest_tree(drawing.argument_map)
    claims = {node: _of_claim(drawing, node, claim) for node, claim in drawing.claims}
    relations = _of_relations(drawing, says)
    tree["claims"] = {node: entry for node, entry in claims.items() if entry}
    tree["relations"] = {node: entry for node, entry in relations.items() if entry}
    filled = {key: value for key, value in tree.items() if value}
    copied: Tree = json.loads(json.dumps(filled, ensure_ascii=False, default=_null))
    return copied


def _of_claim(drawing: NodeDrawing, node: str, claim: Claim) -> Tree:
    entry = alone(drawing.argument_map, claim)
    contrary = same_and_contrary(drawing.argument_map, claim)["contradicts"]
    decorated = [each for each in contrary if isinstance(each, dict)]
    read = Origin(drawing.format, node) if node != claim.id else None
    return {
        **({"id": claim.id} if node != claim.id else {}),
        **_with_origin(entry, claim, read),
        **({"contradicts": decorated} if decorated else {}),
    }


def _of_relations(drawing: NodeDrawing, says: Callable[[Relation], Collection[str]]) -> Tree:
    entries: Tree = {}
    numbers: dict[tuple[str, str], int] = {}
    for step in drawing.steps:
        relation = step.relation
        if relation is None:
            continue
        if relation.contradiction:
            entries[step.node] = {"contradiction": True}
            continue
        entry = relation_tree(drawing.argument_map, relation, None)
        for key in ("premises", *says(relation)):
            entry.pop(key, None)
        read = Origin(drawing.format, step.node) if step.node != relation.id else None
        entry = _with_origin(entry, relation, read)
        number = numbers.get((relation.target, relation.kind), 0)
        numbers[relation.target, relation.kind] = number + 1
        if relation.position != number:
            entry["position"] = relation.position
        entries[step.node] = entry
    return entries


def _with_origin(entry: Tree, part: Claim | Relation, read: Origin | None) -> Tree:
    """The entry with the origin of a part if that is another than the one read from its node."""
    entry = {key: value for key, value in entry.items() if key != "origin"}
    if part.origin != read:
        entry["origin"] = _origin(part)
    return entry


def _origin(part: Claim | Relation) -> Tree | None:
    origin = part.origin
    return {"format": origin.format, "id": origin.id} if origin is not None else None


def _null(value: object) -> None:
    if value is not NO_SOURCE:
        raise TypeError(f"{value!r} is no value of a map")


class Aside:
    """The object beside a graph, as it was read: it may hold anything that JSON can."""

    def __init__(self, *values: object) -> None:
        trees = [value for value in values if isinstance(value, dict)]
        self._claims: dict[str, Tree] = _merged(trees, "claims")
        self._relations: dict[str, Tree] = _merged(trees, "relations")
        first = trees[0] if len(trees) == 1 else {}
        self._beside = {key: first[key] for key in _BESIDE if first.get(key)}
        if len(trees) > 1:
            self._beside = {key: _merged(trees, key) for key in ("sources", "schemes")}

    def __bool__(self) -> bool:
        return bool(self._claims or self._relations or self._beside)

    def has_claim(self, node: str) -> bool:
        """Whether there is an entry for the claim of this node, which then says all of it."""
        return node in self._claims

    def id_of_claim(self, node: str) -> str:
        """The id in the map of the claim of a node; empty if that is the node's own."""
        return _text(self._claims.get(node, {}).get("id"))

    def id_of_relation(self, node: str) -> str:
        """The id that the author of a map gave the relation of a node; empty if none."""
        return _text(self._relations.get(node, {}).get("id"))

    def is_mutual(self, node: str) -> bool:
        """Whether a step is one half of a contradiction."""
        return self._relations.get(node, {}).get("contradiction") is True

    def restored(self, draft: Draft, imported: Imported, at: Location) -> Imported:
        """The map with everything that stands aside; without it where that is not as argmap wrote.

        Cost: linear.
        """
        if not self:
            return imported
        plain = imported.map
        relation_of = {
            relation.origin.id if relation.origin is not None else relation.id: relation.id
            for relation in plain.relations.values()
        }
        claims = {draft.new_id(node): entry for node, entry in self._claims.items()}
        relations = {relation_of.get(node): entry for node, entry in self._relations.items()}
        losses = Losses()
        needed: Tree = {
            key: self._beside[key] for key in ("sources", "schemes") if key in self._beside
        }
        for beside in (self._beside, needed):
            restoring = Restoring(plain, _known(claims), _known(relations), beside)
            argument_map, problem = restoring.result(at)
            if argument_map is not None:
                return Imported(argument_map, (*imported.lost, *losses.all), imported.diagnostics)
            losses.add("parts kept aside by argmap", problem, NOT_UNDERSTOOD, at)
        return replace(imported, lost=(*imported.lost, *losses.all))


def _known(entries: dict[str | None, Tree]) -> dict[str, Tree]:
    return {id_: entry for id_, entry in entries.items() if id_ is not None}


def _merged(trees: list[Tree], key: str) -> dict[str, Tree]:
    """The entries under a key of all objects; the first of each name counts."""
    merged: dict[str, Tree] = {}
    for tree in trees:
        entries = tree.get(key)
        for name, entry in entries.items() if isinstance(entries, dict) else ():
            if isinstance(entry, dict):
                merged.setdefault(name, entry)
    return merged


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""

"""The parts of a map that notes and links have no place for: a file beside them.

It holds just the difference between the map and what the notes say by themselves, so that whoever
goes on writing in the notes is heard. Other programs pass over it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from argmap.editing.trees import source_tree
from argmap.formats.argmap.tree import (
    alone,
    relation_tree,
    same_and_contrary,
)
from argmap.formats.argmap.tree_beside import rest_tree
from argmap.formats.discourse.naming import without_made
from argmap.formats.json_values import dict_in
from argmap.formats.nodes.aside import Aside

if TYPE_CHECKING:
    from argmap.editing.tree_values import Tree
    from argmap.formats.discourse.naming import Naming
    from argmap.formats.draft import Draft
    from argmap.formats.exchange import Imported
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation

FILE = "argmap.json"
"""The name of the file in a vault."""
_REST = ("map", "stances", "expect", "schemes")


def beside_of(argument_map: ArgumentMap, seen: ArgumentMap, naming: Naming) -> Tree:
    """The difference between a map and what its notes alone say, by node. Cost: linear."""
    by_node = {
        relation.origin.id: relation.id
        for relation in seen.relations.values()
        if relation.origin is not None
    }
    seen = without_made(seen)
    rest, read = rest_tree(argument_map), rest_tree(seen)
    tree: Tree = {key: rest.get(key, {}) for key in _REST if rest.get(key) != read.get(key)}
    tree["claims"] = {
        naming.of[id_]: _differing(
            _of_claim(argument_map, claim), _of_claim(seen, seen.claims[id_])
        )
        for id_, claim in argument_map.claims.items()
    }
    tree["relations"] = {
        naming.of[id_]: _differing(
            _of_relation(argument_map, relation),
            _of_relation(seen, seen.relations[by_node[naming.of[id_]]]),
        )
        for id_, relation in argument_map.relations.items()
        if not relation.contradiction
    }
    tree["sources"] = {
        id_: _differing(source_tree(source), source_tree(seen.sources[id_]))
        for id_, source in argument_map.sources.items()
    }
    filled: Tree = {}
    for key, value in tree.items():
        entries = value if key in _REST else {name: each for name, each in value.items() if each}
        if entries or key in read:
            filled[key] = entries
    copied: Tree = json.loads(json.dumps(filled, ensure_ascii=False, default=lambda _: None))
    return copied


def _of_claim(argument_map: ArgumentMap, claim: Claim) -> Tree:
    contrary = same_and_contrary(argument_map, claim)["contradicts"]
    quoted = [each for each in contrary if isinstance(each, dict)]
    return alone(argument_map, claim) | ({"contradicts": quoted} if quoted else {})


def _of_relation(argument_map: ArgumentMap, relation: Relation) -> Tree:
    tree = relation_tree(argument_map, relation, None)
    return {
        **{key: value for key, value in tree.items() if key not in ("id", "premises")},
        "position": relation.position,
    }


def _differing(whole: Tree, read: Tree) -> Tree:
    """The keys in which an entry differs from what is said; null where only that has a key."""
    changed: Tree = {key: value for key, value in whole.items() if read.get(key) != value}
    return changed | {key: None for key in read if key not in whole}


def with_all_beside(beside: object, draft: Draft, imported: Imported) -> Imported:
    """The map read from notes, with what stands beside them. Cost: linear."""
    tree = dict_in(beside)
    if not tree:
        return imported
    plain = imported.map
    by_node = {
        relation.origin.id: relation
        for relation in plain.relations.values()
        if relation.origin is not None
    }
    whole = {key: tree[key] for key in _REST if key in tree}
    whole["claims"] = {
        node: _joined(_of_claim(plain, plain.claims[id_]), entry)
        for node, entry in dict_in(tree.get("claims")).items()
        if (id_ := draft.new_id(node)) is not None
    }
    whole["relations"] = {
        node: _joined(_of_relation(plain, by_node[node]), entry)
        for node, entry in dict_in(tree.get("relations")).items()
        if node in by_node
    }
    whole["sources"] = {
        id_: _whole(_joined(source_tree(plain.sources[id_]), entry))
        for id_, entry in dict_in(tree.get("sources")).items()
        if id_ in plain.sources
    }
    place = draft.at(1)
    aside = Aside({key: value for key, value in whole.items() if value})
    return aside.restored(draft, imported, place)


def _whole(entry: Tree) -> Tree:
    return {key: value for key, value in entry.items() if value is not None}


def _joined(read: Tree, entry: Any) -> Tree:  # noqa: ANN401  # whatever JSON holds
    joined = read | dict_in(entry)
    kept = ("origin", "position")
    return {key: value for key, value in joined.items() if value is not None or key in kept}

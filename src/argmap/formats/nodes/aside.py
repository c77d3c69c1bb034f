"""The parts of a map that a graph of nodes has no place for: an object beside it, by node.

Other programs pass over the object; argmap reads it as it reads claim files, with every check, so
that a file from a stranger can put nothing into a map that a claim file could not.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.diagnostics import NOWHERE
from argmap.editing.yaml_text import NO_SOURCE
from argmap.formats.argmap.tree import alone, relation_tree, same_and_contrary
from argmap.formats.argmap.tree_beside import rest_tree
from argmap.formats.exchange import NOT_UNDERSTOOD, Imported, Losses, in_words
from argmap.formats.json_values import text_in
from argmap.formats.kept_aside import KEPT_ASIDE, beside_kept, entry_kept
from argmap.formats.legible import Legible
from argmap.formats.nodes.restoring import Restoring
from argmap.model.origin import Origin

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from argmap.diagnostics import Location
    from argmap.editing.tree_values import Tree
    from argmap.formats.draft import Draft
    from argmap.formats.nodes.drawing import NodeDrawing
    from argmap.formats.nodes.entry_lines import Owner
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation

KEY = "argmap"
"""The key under which the object stands."""

_TRIES = 5  # readings, each without the entries that were wrong in the one before
_OF_NODES = ("claims", "relations")
_JOINED = ("sources", "schemes")
_WORDS = {
    "title": "titles",
    "question": "questions under which a map stands",
    "main": "main claims",
    "objections": "settings of what objections do",
    "documents": "folders of documents",
    "meta": "data of one's own",
    "steps": "steps of a presentation",
    "expect": "expectations",
}
_TRIVIAL = frozenset({"origin", "position", "contradiction"})


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
        self._losses = Losses()
        legible = Legible(
            lambda what, example, at: self._losses.add(what, example, NOT_UNDERSTOOD, at)
        )
        trees = [legible.fields(value, NOWHERE) for value in values if isinstance(value, dict)]
        self._claims = self._of_nodes(trees, "claims")
        self._relations = self._of_nodes(trees, "relations")
        sections = [self._known(tree) for tree in trees]
        self._beside: Tree = sections[0] if len(sections) == 1 else {}
        if len(sections) > 1:
            self._beside = {key: self._merged(sections, key) for key in _JOINED}
            self._leave_aside(sections)

    def _known(self, tree: Tree) -> Tree:
        known, others = beside_kept({k: v for k, v in tree.items() if k not in _OF_NODES})
        for key in others:
            self._losses.add(KEPT_ASIDE, f"`{key}` has no place here", NOT_UNDERSTOOD)
        return {key: value for key, value in known.items() if value}

    def _of_nodes(self, trees: list[Tree], key: str) -> dict[str, Tree]:
        """The entries of claims or relations by node, without keys that would draw others."""
        entries: dict[str, Tree] = {}
        for node, entry in self._merged(trees, key).items():
            contrary = {k: entry[k] for k in ("contradicts",) if k in entry and key == "claims"}
            known, others = entry_kept({k: v for k, v in entry.items() if k not in contrary})
            entries[node] = known | contrary
            for other in others:
                self._losses.add(KEPT_ASIDE, f"{node}: `{other}` draws steps", NOT_UNDERSTOOD)
        return entries

    def _merged(self, trees: list[Tree], key: str) -> dict[str, Tree]:
        """The entries under a key of all objects; the first of each name counts."""
        merged: dict[str, Tree] = {}
        for tree in trees:
            entries = tree.get(key)
            for name, entry in entries.items() if isinstance(entries, dict) else ():
                if not isinstance(entry, dict):
                    self._losses.add(KEPT_ASIDE, f"{key}: {name}", NOT_UNDERSTOOD)
                elif merged.setdefault(name, entry) != entry:
                    what = "a second one of this name differs"
                    self._losses.add(KEPT_ASIDE, f"{key}: {name}: {what}", NOT_UNDERSTOOD)
        return merged

    def _leave_aside(self, sections: list[Tree]) -> None:
        """Report the parts of whole maps: of several maps in one, none counts for all."""
        for section in sections:
            block = section.get("map")
            parts = dict(block) if isinstance(block, dict) else {}
            parts |= {key: section[key] for key in section if key not in ("map", *_JOINED)}
            for key, value in parts.items():
                many = len(value) if isinstance(value, dict | list) and key != "meta" else 1
                what = _WORDS.get(key, key)
                self._losses.add(
                    f"{what} of several maps in one folder", in_words(value), count=many
                )

    def __bool__(self) -> bool:
        return bool(self._claims or self._relations or self._beside or self._losses.all)

    def has_claim(self, node: str) -> bool:
        """Whether there is an entry for the claim of this node, which then says all of it."""
        return node in self._claims

    def id_of_claim(self, node: str) -> str:
        """The id in the map of the claim of a node; empty if that is the node's own."""
        return text_in(self._claims.get(node, {}).get("id"))

    def id_of_relation(self, node: str) -> str:
        """The id that the author of a map gave the relation of a node; empty if none."""
        entry = self._relations.get(node)
        return text_in(entry.get("id")) if entry else ""

    def is_mutual(self, node: str) -> bool:
        """Whether a step is one half of a contradiction."""
        entry = self._relations.get(node)
        return entry is not None and entry.get("contradiction") is True

    def restored(self, draft: Draft, imported: Imported, at: Location) -> Imported:
        """The map with everything that stands aside, but for entries not as argmap wrote them.

        Such an entry is left out, and told. Cost: linear.
        """
        if not self:
            return replace(imported, map=self._without_idle_schemes(imported.map))
        plain = imported.map
        relation_of = {
            relation.origin.id if relation.origin is not None else relation.id: relation.id
            for relation in plain.relations.values()
        }
        ids = {node: draft.new_id(node) for node in self._claims}
        tree: Tree = dict(self._beside)
        tree["claims"] = self._by_id(self._claims, ids)
        tree["relations"] = self._by_id(self._relations, relation_of)
        return self._completed(imported, tree, at)

    def _by_id(self, entries: dict[str, Tree], ids: Mapping[str, str | None]) -> dict[str, Tree]:
        """The entries by id of the map; those for nodes that are gone are told."""
        known: dict[str, Tree] = {}
        for node, entry in entries.items():
            id_ = ids.get(node)
            if id_ is not None:
                known[id_] = entry
            elif not entry.keys() <= _TRIVIAL:
                self._losses.add(f"{KEPT_ASIDE} for nodes that are gone", node)
        return known

    def _completed(self, imported: Imported, tree: Tree, at: Location) -> Imported:
        """The map with the entries of a tree, read again without those that were at fault."""
        argument_map: ArgumentMap | None = None
        for _ in range(_TRIES):
            beside = {k: v for k, v in tree.items() if k not in _OF_NODES}
            restoring = Restoring(imported.map, tree["claims"], tree["relations"], beside)
            argument_map, problems = restoring.result(at)
            if argument_map is not None:
                break
            faulty: dict[Owner, str] = {
                owner: words
                for owner, words in problems.items()
                if owner is not None and _is_in(tree, owner)
            }
            for (section, name), words in faulty.items():
                example = f"{name or section}: {words}"
                count = 1 if name else _size(tree[section])
                self._losses.add(KEPT_ASIDE, example, NOT_UNDERSTOOD, at, count)
            if not faulty:
                break
            tree = _without(tree, faulty)
        if argument_map is None and (count := sum(map(_size, tree.values()))):
            self._losses.add(KEPT_ASIDE, next(iter(problems.values())), NOT_UNDERSTOOD, at, count)
        whole = self._without_idle_schemes(argument_map or imported.map)
        return replace(imported, map=whole, lost=(*imported.lost, *self._losses.all))

    def _without_idle_schemes(self, argument_map: ArgumentMap) -> ArgumentMap:
        """The map without the schemes of steps that came to nothing, or go by their own name."""
        kept = {each.scheme for each in argument_map.relations.values()}
        kept.update(self._beside.get("schemes") or ())
        schemes = {id_: each for id_, each in argument_map.schemes.items() if id_ in kept}
        if len(schemes) == len(argument_map.schemes):
            return argument_map
        return replace(argument_map, schemes=schemes)


def _is_in(tree: Tree, owner: Owner) -> bool:
    """Whether a tree has an entry, or a section that is no list of entries."""
    section, name = owner
    entries = tree.get(section)
    if entries is None:
        return False
    if isinstance(entries, list):
        return not name or int(name) < len(entries)
    return name in entries if isinstance(entries, dict) and name else not name


def _without(tree: Tree, faulty: Collection[Owner]) -> Tree:
    """The tree without these entries, or sections."""
    rest: Tree = {}
    for section, entries in tree.items():
        gone = {name for key, name in faulty if key == section}
        if "" in gone and section not in _OF_NODES:
            continue
        if isinstance(entries, list):
            rest[section] = [each for n, each in enumerate(entries) if str(n) not in gone]
        elif isinstance(entries, dict):
            rest[section] = {name: each for name, each in entries.items() if name not in gone}
        else:
            rest[section] = entries
    return rest


def _size(entries: object) -> int:
    return len(entries) if isinstance(entries, list | dict) else 1

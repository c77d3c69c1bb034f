"""A map as the tree of a claim file: plain mappings, lists, texts and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.editing.tree_values import Tree, filled, kept
from argmap.formats.argmap.depth import shallow
from argmap.formats.argmap.tree_beside import rest_tree
from argmap.formats.citing import mode_unless_stated, source_and_mode_of
from argmap.graph.outline import outline
from argmap.model.drafts import DRAFT
from argmap.model.relation import Kind
from argmap.model.setting_apart import with_drafts

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation
    from argmap.model.source import Locator

Entry = str | Tree

_OF_CLAIM = ("label", "source", "speaker", "mode", "granted", "credence", "section")


def tree_of(argument_map: ArgumentMap) -> Tree:
    """The whole map as the tree of one claim file: read back, it is the same map.

    Claims, with drafts among them, are in reading order, sources by id. A relation with a place of
    its own among those of its target stands there, and an undercut with it; every other one stands
    under `relations`. Only places in files are left out.
    A step deep in a chain of undercuts gets an id.
    Cost: linear.
    """
    drafts = frozenset(argument_map.drafts)
    argument_map = shallow(with_drafts(argument_map))
    rest = rest_tree(argument_map)
    begin: Tree = {key: rest.pop(key) for key in ("map", "sources", "questions") if key in rest}
    return filled(
        {
            "argmap": 1,
            **begin,
            "claims": {
                id_: _marked(claim_tree(argument_map, argument_map.claims[id_]), id_ in drafts)
                for id_ in outline(argument_map).numbers
            },
            "relations": _apart(argument_map),
            **rest,
        }
    )


def _marked(entry: Entry, is_draft: bool) -> Entry:  # noqa: FBT001  # read beside the entry
    """The entry of a claim, marked where the claim is a draft, which has no other mode."""
    if not is_draft:
        return entry
    tree = {"text": entry} if isinstance(entry, str) else entry
    return {"text": tree["text"], "mode": DRAFT, **tree}


def claim_tree(argument_map: ArgumentMap, claim: Claim) -> str | Tree:
    """The entry of a claim; the text alone where there is nothing else."""
    related = {
        **same_and_contrary(argument_map, claim),
        "supported_by": _entries(argument_map, claim.id, Kind.SUPPORTS),
        "attacked_by": _entries(argument_map, claim.id, Kind.ATTACKS),
    }
    entry = filled({"text": claim.text, **alone(argument_map, claim, related)})
    return claim.text if len(entry) == 1 else entry


def alone(argument_map: ArgumentMap, claim: Claim, related: Tree | None = None) -> Tree:
    """The entry of a claim without its text; `related` stands in its place among the keys."""
    tree: Tree = {key: getattr(claim, key) for key in _OF_CLAIM}
    if claim.mode is mode_unless_stated(argument_map, claim):
        tree["mode"] = None
    if claim.pending:
        tree["granted"] = "pending"
    tree |= _places(claim.locators)
    tree |= {
        "url": claim.url,
        "tags": [*claim.tags],
        **(related or {}),
        "note": claim.note,
        "ignore": [{"code": each.code, "because": each.because} for each in claim.ignore],
        **kept(claim),
    }
    return filled(tree)


def same_and_contrary(argument_map: ArgumentMap, claim: Claim) -> Tree:
    """The keys of a claim that join it to other claims without a step."""
    members = argument_map.class_of(claim.id)
    return {
        "restates": [member for member in members if member > claim.id][:1],
        "contradicts": _contradictions(argument_map, claim),
    }


def _places(locators: tuple[Locator, ...]) -> Tree:
    keys = ("paragraph", "page", "section", "time", "quote", "prefix", "suffix")
    places = [filled({key: getattr(locator, key) for key in keys}) for locator in locators]
    if len(places) == 1 and [*places[0]] == ["quote"]:
        return {"quote": places[0]["quote"]}
    return {"at": places[0] if len(places) == 1 else places}


def _contradictions(argument_map: ArgumentMap, claim: Claim) -> list[Entry]:
    """The contradictions that stand in the entry of a claim: that with a quotation, or the first.

    Each is two attacks, and is written in the entry of one of the two claims.
    """
    entries: list[Entry] = []
    for relation in argument_map.relations_from(claim.id):
        if not relation.contradiction:
            continue
        back = argument_map.relations.get(f"{relation.target}~contradicts~{claim.id}")
        is_here = bool(relation.locators) or not (back is not None and back.locators)
        if is_here and (relation.locators or claim.id < relation.target):
            drawing = _drawing(argument_map, relation, claim)
            entry = filled({"target": relation.target, **drawing, **kept(relation)})
            entries.append(relation.target if len(entry) == 1 else entry)
    return entries


def _entries(argument_map: ArgumentMap, target: str, kind: Kind) -> list[Entry]:
    """The relations that stand in the entry of their target, with their undercuts."""
    inside = argument_map.claims.get(target)
    trees: dict[str, Tree] = {}
    roots: list[str] = []
    waiting = [
        each.id
        for each in argument_map.relations_to(target)
        if each.kind is kind and _is_in_place(argument_map, each)
    ]
    roots += waiting
    for id_ in waiting:  # grows on the way: no recursion, so no depth is too much
        relation = argument_map.relations[id_]
        trees[id_] = relation_tree(argument_map, relation, inside)
        inner = [
            each.id for each in argument_map.relations_to(id_) if _is_in_place(argument_map, each)
        ]
        waiting += [each for each in inner if each not in trees]
    for id_ in reversed(waiting):  # the innermost first
        under: list[Entry] = [
            _short(trees[each.id])
            for each in argument_map.relations_to(id_)
            if _is_in_place(argument_map, each) and each.id in trees
        ]
        if under:
            trees[id_]["undercut_by"] = under
    return [_short(trees[id_]) for id_ in roots]


def _is_in_place(argument_map: ArgumentMap, relation: Relation) -> bool:
    """Whether a relation stands in the list of its target.

    Where that is a relation without an id of its own, no other place can name it.
    """
    if relation.contradiction:
        return False
    target = argument_map.relations.get(relation.target)
    return relation.position is not None or (target is not None and not target.named)


def _apart(argument_map: ArgumentMap) -> list[Tree]:
    """The relations that stand by themselves, with the undercuts that have their place there."""
    trees = []
    for relation in argument_map.relations.values():
        if not (relation.contradiction or _is_in_place(argument_map, relation)):
            tree = relation_tree(argument_map, relation, None)
            tree[str(relation.kind)] = relation.target
            under = _entries(argument_map, relation.id, Kind.UNDERCUTS)
            if under:
                tree["undercut_by"] = under
            trees.append(tree)
    return trees


def relation_tree(argument_map: ArgumentMap, relation: Relation, inside: Claim | None) -> Tree:
    """The entry of a relation, in the entry of the claim it is drawn to or by itself."""
    return filled(
        {
            "id": relation.id if relation.named else None,
            "premises": [*relation.premises],
            "scheme": relation.scheme,
            "weight": relation.weight,
            "force": relation.force,
            "rationale": relation.rationale,
            "presses": relation.presses,
            **kept(relation),
            **_drawing(argument_map, relation, inside),
        }
    )


def _drawing(argument_map: ArgumentMap, relation: Relation, inside: Claim | None) -> Tree:
    """The keys of a relation that claims have too."""
    return {
        **source_and_mode_of(argument_map, relation, inside),
        **_places(relation.locators),
        "tags": [*relation.tags],
        "note": relation.note,
    }


def _short(tree: Tree) -> Entry:
    """An entry as short as it can be: an id for a single premise with nothing else."""
    if [*tree] == ["premises"] and len(tree["premises"]) == 1:
        [premise] = tree["premises"]
        return str(premise)
    if len(tree["premises"]) == 1:
        return tree | {"premises": tree["premises"][0]}
    return tree

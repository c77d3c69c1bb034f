"""Restatements taken out of claim files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.editing.file_tree import FileTree
from argmap.editing.removing import without
from argmap.editing.writing_parts import with_other
from argmap.model.classes import classes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.editing.texts import Texts
    from argmap.model.argument_map import ArgumentMap
    from argmap.reading.nodes import Node


def without_restatements(texts: Texts, argument_map: ArgumentMap, claim: str) -> Texts:
    """The texts in which a claim restates no other, and none restates it.

    Claims that said the same through it alone restate each other from then on.
    """
    after = dict(texts)
    for name in texts:
        while (node := _mention(tree := FileTree(after[name]), claim)) is not None:
            after[name] = without(tree, node)
    others = [each for each in argument_map.class_of(claim) if each != claim]
    pairs = [pair for text in after.values() for pair in _restated(FileTree(text))]
    classes = classes_of((owner, node.value or "") for owner, node in pairs)
    first, *rest = others
    for other in rest:
        if other not in classes.get(first, (first,)):
            home = argument_map.claims[other].location.path
            if home in after:  # else it stands in another map, and stays
                after[home] = with_other(after[home], other, "restates", first)
            classes = classes_of([*classes.values(), (first, other)])
    return after


def _mention(tree: FileTree, claim: str) -> Node | None:
    """A place where the claim restates another, or another one restates it."""
    mentions = (node for owner, node in _restated(tree) if claim in (owner, node.value))
    return next(mentions, None)


def _restated(tree: FileTree) -> Iterator[tuple[str, Node]]:
    """The claims with those that they restate."""
    for each in tree.mentions():
        if each.is_declared and each.kind == "claim":
            value = tree.around[each.node].get(each.node.value or "")
            restated = value.get("restates") if value is not None else None
            if restated is not None:
                for node in restated.items if restated.is_list else [restated]:
                    yield each.node.value or "", node

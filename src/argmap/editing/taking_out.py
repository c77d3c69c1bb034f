"""Claims and relations taken out of claim files, with all that cannot be there without them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.editing.file_tree import FileTree
from argmap.editing.flattening import flat
from argmap.editing.removing import without
from argmap.editing.texts import Texts, text_at
from argmap.errors import OutputError

if TYPE_CHECKING:
    from argmap.diagnostics import Location
    from argmap.editing.file_tree import Mention
    from argmap.reading.nodes import Node


def without_relation(texts: Texts, place: Location) -> tuple[Texts, bool]:
    """The texts without the relation at a place, and without what undercuts it elsewhere.

    If claims are defined in it they are moved below `claims:`, and nothing else is done: the second
    value says whether the relation is gone.
    """
    gone: set[str] = set()
    tree = FileTree(text_at(texts, place))
    node = tree.at(place)
    if node is None:
        raise _stuck(place.path)
    text, is_out = _taken_out(tree, node, gone, place.path)
    return _without_named({**texts, place.path: text}, None, gone), is_out


def without_claim(texts: Texts, id_: str) -> Texts:
    """The texts without a claim, its relations and every mention of it.

    Claims that are defined in its entry, or in its relations, move below `claims:` first.
    """
    after = _without_named(dict(texts), id_, set())
    for name, text in after.items():
        while (pair := (tree := FileTree(text)).claim(id_)) is not None:
            key, value = pair
            inside = defined_in(tree, value) if _stands_below_claims(tree, key) else {id_}
            if not inside:
                gone = _named_in(tree, value)
                after[name] = without(tree, key)
                return _without_named(after, None, gone)
            text = _moved_out(text, inside, name)  # noqa: PLW2901  # step by step
    return after


def _without_named(texts: Texts, claim: str | None, gone: set[str]) -> Texts:
    """The texts without all that names a claim, or a relation that is gone."""
    is_changed = True
    while is_changed:
        is_changed = False
        for name in texts:
            while (mention := _first(tree := FileTree(texts[name]), claim, gone)) is not None:
                texts[name], _ = _taken_out(tree, mention.unit, gone, name)
                is_changed = True
    return texts


def _first(tree: FileTree, claim: str | None, gone: set[str]) -> Mention | None:
    """The first place that names the claim, or a relation that is gone."""
    for each in tree.mentions():
        wanted = {claim} if each.kind == "claim" else gone if each.kind == "relation" else set()
        if not each.is_declared and each.node.value in wanted:
            return each
        is_it = each.is_declared and each.kind == "claim" and each.node.value == claim
        if is_it and not _stands_below_claims(tree, each.node):
            return each
    return None


def _stands_below_claims(tree: FileTree, name: Node) -> bool:
    table = tree.around[name]
    return table.key is not None and table.key.value == "claims"


def _taken_out(tree: FileTree, unit: Node, gone: set[str], name: str = "") -> tuple[str, bool]:
    """The text without a part, or with what is defined in it moved out first, and which it is."""
    inside = defined_in(tree, unit)
    if inside:
        return _moved_out(tree.text, inside, name), False
    gone |= _named_in(tree, unit)
    return without(tree, unit), True


def defined_in(tree: FileTree, unit: Node) -> set[str]:
    """The claims that are defined within a part, and not within one another."""
    names = [
        each.node
        for each in tree.mentions()
        if each.is_declared and each.kind == "claim" and tree.is_within(each.node, unit)
    ]
    values = [tree.around[name].items[0] for name in names if not _stands_below_claims(tree, name)]
    return {
        name.value or ""
        for name in names
        if not any(tree.is_within(name, value) for value in values)
    }


def _named_in(tree: FileTree, unit: Node) -> set[str]:
    """The ids of the relations that are written within a part."""
    return {
        each.node.value or ""
        for each in tree.mentions()
        if each.is_declared and each.kind == "relation" and tree.is_within(each.node, unit)
    }


def _moved_out(text: str, ids: set[str], name: str) -> str:
    after = flat(text, ids)
    if after == text:
        raise _stuck(name)
    return after


def _stuck(name: str) -> OutputError:
    return OutputError(
        f"this could not be taken out of {name}, so that nothing was written; write the entry on "
        "lines of its own, without brackets"
    )

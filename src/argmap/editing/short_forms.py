"""The entry of a claim or relation in a file: written out, or in its short form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.errors import UsageError

if TYPE_CHECKING:
    from argmap.diagnostics import Location
    from argmap.editing.file_tree import FileTree
    from argmap.reading.nodes import Node

_AT_PREMISE = ("supports", "attacks", "undercuts", "contradicts")


def entry_of(tree: FileTree, id_: str, place: Location | None) -> Node:
    """The value in which a claim, or the relation at a place, is written."""
    if place is not None:
        node = tree.at(place)
    else:
        pair = tree.claim(id_)
        node = None if pair is None else pair[1]
    if node is None:
        raise UsageError(f"`{id_}` does not stand in this file")
    return node


def key_of_short(tree: FileTree, entry: Node, place: Location | None) -> str:
    """The key that a value in its short form takes: a claim its text, a relation its premise."""
    if place is None:
        return "text"
    holder = entry if entry.key is not None else tree.around[entry]
    at_premise = holder.key is not None and holder.key.value in _AT_PREMISE
    return "target" if at_premise else "premises"


def is_written_out(entry: Node) -> bool:
    """Whether a relation is a mapping of its keys, and not its premise or its target alone."""
    return any(key.value in ("premises", "target") for key in entry.keys)

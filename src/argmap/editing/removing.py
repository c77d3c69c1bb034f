"""Items and keys taken out of a claim file, with the comments that belong to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.editing.entries import removals, stretch_of
from argmap.editing.inserting import with_splice
from argmap.editing.lines import at_column, spliced

if TYPE_CHECKING:
    from argmap.editing.file_tree import FileTree
    from argmap.reading.nodes import Node

_GOES_WITH_THE_LAST = frozenset({"show"})
"""The keys without which the mapping around them means nothing."""


def without(tree: FileTree, node: Node) -> str:
    """The text without an item of a list, or without a key and its value.

    A key stands for the pair, and so does its value. Of a list or mapping that would be left empty
    the key goes too, unless nothing else is beside it: then the brackets stay, with nothing inside.
    """
    around = tree.around[node]
    if around.is_list:
        if len(around.items) > 1:
            return _without_part(tree, around, node, node)
        return _without_value(tree, around, "[]")
    place = next(place for place, pair in enumerate(around.pairs()) if node in pair)
    key, value = around.keys[place], around.items[place]
    if key.value in _GOES_WITH_THE_LAST:
        return without(tree, around)
    if len(around.keys) > 1:
        return _without_part(tree, around, key, value)
    return _emptied(tree, around, "{}")


def _without_value(tree: FileTree, node: Node, empty: str) -> str:
    """The text without a list that would be left empty."""
    around = tree.around.get(node)
    is_pair = around is not None and around.is_mapping and len(around.keys) > 1
    if node.key is not None and (is_pair or node.key.value in _GOES_WITH_THE_LAST):
        return without(tree, node)
    return _emptied(tree, node, empty)


def _emptied(tree: FileTree, node: Node, empty: str) -> str:
    lines = tree.lines
    if node.is_flow or node.key is None:
        return with_splice(tree, node.start, node.end, empty)
    end = lines.ends[lines.comments_below(lines.of(node.end), lines.column(node.key.start))]
    return with_splice(tree, node.key.end, end, f": {empty}")


def _without_part(tree: FileTree, around: Node, first: Node, last: Node) -> str:
    """The text without an item (its own first and last node), or without a key and its value."""
    if around.is_flow:
        return _without_part_in_brackets(tree, around, first, last)
    lines, text = tree.lines, tree.text
    start = text.rindex("-", 0, first.start) if around.is_list else first.start
    column = lines.column(start)
    if not lines.before(start).strip():
        stretch = stretch_of(lines, first, last, column)
        splices = removals(lines, [stretch], column, around.key)
        return spliced(text, 0, len(text), splices)
    following = _after(around, first)
    if following is None:  # behind the dash of an item, and not the only part of it
        return text
    until = text.rindex("-", 0, following.start) if around.is_list else following.start
    above = lines.comments_above(lines.of(until), column)
    comments = [lines[line] for line in range(above, lines.of(until))]
    line = lines.of(start)
    outer = len(lines[line]) - len(lines[line].lstrip(" "))
    moved = "".join(row + lines.newline for row in at_column(outer, comments))
    begin = lines.starts[line]
    return with_splice(tree, begin, until, moved + text[begin:start])


def _without_part_in_brackets(tree: FileTree, around: Node, first: Node, last: Node) -> str:
    following = _after(around, first)
    if following is not None:
        return with_splice(tree, first.start, following.start, "")
    place = _firsts(around).index(first)
    before = around.items[place - 1]
    end = max(before.end, around.keys[place - 1].end) if around.is_mapping else before.end
    return with_splice(tree, end, max(first.end, last.end), "")


def _firsts(around: Node) -> list[Node]:
    return around.keys if around.is_mapping else around.items


def _after(around: Node, first: Node) -> Node | None:
    """The item or key after another one."""
    firsts = _firsts(around)
    following = firsts.index(first) + 1
    return firsts[following] if following < len(firsts) else None

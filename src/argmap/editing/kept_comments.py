"""Comments that have no place in the new form of an entry, kept above the part that takes it up."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from argmap.editing.file_tree import FileTree
from argmap.editing.inserting import is_in_brackets, with_splice
from argmap.editing.lines import at_column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.diagnostics import Location
    from argmap.editing.texts import Texts
    from argmap.reading.nodes import Node

_COMMENT = re.compile(r"(?<![^\s,\[\]{}])#[^\r\n]*")
_HEADER = re.compile(r"[|>][-+0-9]*[ \t]+(#[^\r\n]*)")


def comments_in(text: str) -> Iterator[str]:
    r"""The comments of a claim file, in their order; a sign of one within a text is none.

    >>> [*comments_in("claims: # one\n  a: 'It # is.' # two\n")]
    ['# one', '# two']
    """
    tree = FileTree(text)
    scalars = sorted(
        ((node.start, node.end) for node in tree.all() if node.is_scalar), reverse=True
    )
    at = 0
    while (comment := _COMMENT.search(text, at)) is not None:
        at = comment.end()
        while scalars and scalars[-1][1] <= comment.start():
            scalars.pop()
        if scalars and scalars[-1][0] <= comment.start():
            start, at = scalars[-1][0], max(scalars[-1][1], comment.start() + 1)
            header = _HEADER.match(text, start)
            if header is None or header.start(1) != comment.start():
                continue
        yield comment[0].rstrip()


def with_comments_of(before: Texts, after: Texts, place: Location) -> Texts:
    """The texts with the comments that they have lost, above the entry that begins at a place."""
    lost = _counted(before) - _counted(after)
    if not lost:
        return after
    tree = FileTree(after[place.path])
    key = _on_a_line_of_its_own(tree, place)
    line = tree.lines.of(key.start) if key is not None else 0
    column = tree.lines.column(key.start) if key is not None else 0
    rows = "".join(row + tree.lines.newline for row in at_column(column, [*lost.elements()]))
    start = tree.lines.starts[line]
    return {**after, place.path: with_splice(tree, start, start, rows)}


def _counted(texts: Texts) -> Counter[str]:
    return Counter(comment for text in texts.values() for comment in comments_in(text))


def _on_a_line_of_its_own(tree: FileTree, place: Location) -> Node | None:
    """The key at a place, or the nearest around it, that opens a line outside of all brackets."""
    start = tree.lines.starts[place.line - 1] + place.column - 1
    node: Node | None = next((node for node in tree.all() if node.start == start), None)
    while node is not None:
        key = node if node.key is None else node.key
        is_key = key in tree.around and key in tree.around[key].keys
        if is_key and not is_in_brackets(tree, key) and not tree.lines.before(key.start).strip():
            return key
        node = tree.around.get(node)
    return None

"""Values carried from one place of a claim file to another as they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.editing.inserting import is_in_brackets
from argmap.editing.lines import REST, shifted
from argmap.editing.yaml_text import Written, in_braces
from argmap.reading.yaml_words import LINE_BREAK

if TYPE_CHECKING:
    from argmap.editing.file_tree import FileTree
    from argmap.reading.nodes import Node

_MARKS = ("'", '"')
_BLOCKS = ("|", ">")
_BRACKETS = frozenset(",[]{}")


def written(tree: FileTree, node: Node) -> Written:
    """An item of a list as it is written, with the comments that belong to it."""
    lines = tree.lines
    brackets = _in_brackets(tree, node)
    if is_in_brackets(tree, node):
        return Written((brackets,), brackets)
    first = node.start
    if node.key is None:
        dash = lines.text.rindex("-", 0, node.start)
        column, named = lines.column(dash), lines.of(node.start)
        above = lines.comments_above(named, column) if not lines.before(dash).strip() else named
        comments = tuple(lines[line].strip() for line in range(above, named))
    else:
        column, comments = lines.column(node.key.start), ()
    last = lines.comments_below(lines.of(node.end), column)
    is_last = REST.fullmatch(lines.rest(node.end)) is not None
    end = lines.ends[last] if is_last else node.end
    start, *rows = LINE_BREAK.split(lines.text[first:end])
    return Written((start, *shifted(rows, -lines.column(first))), brackets, comments)


def _in_brackets(tree: FileTree, node: Node) -> str:
    """A value as it can stand between brackets, without the comments in it."""
    text = tree.text[node.start : node.end]
    if node.is_mapping and not node.is_flow:
        pairs = (
            f"{_in_brackets(tree, key)}: {_in_brackets(tree, value)}" for key, value in node.pairs()
        )
        return f"{{{', '.join(pairs)}}}"
    if node.is_list and not node.is_flow:
        return f"[{', '.join(_in_brackets(tree, item) for item in node.items)}]"
    if not node.is_scalar or text[:1] in _MARKS:
        return text
    is_plain = text[:1] not in _BLOCKS and len(LINE_BREAK.split(text)) == 1
    return text if is_plain and not {*text} & _BRACKETS else in_braces(node.value)

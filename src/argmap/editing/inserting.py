"""Keys, items and values put into a claim file, in the style of what is there already."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from argmap.editing.lines import AFTER_KEY, REST, Splice, at_column, shifted, spliced
from argmap.editing.opening import STEP
from argmap.editing.yaml_text import Verbatim, entry_lines, in_braces
from argmap.reading.yaml_words import LINE_BREAK

if TYPE_CHECKING:
    from collections.abc import Container

    from argmap.editing.file_tree import FileTree
    from argmap.reading.nodes import Node

Tree = dict[str, Any]
_BLOCKS = ("|", ">")
_HEADER = re.compile(r"[|>][-+0-9]*([ \t]+#[^\r\n]*)?")


def is_in_brackets(tree: FileTree, node: Node) -> bool:
    """Whether a node stands between brackets or braces that are not its own."""
    around = tree.around.get(node)
    while around is not None and not around.is_flow:
        around = tree.around.get(around)
    return around is not None


def with_splice(tree: FileTree, start: int, end: int, text: str) -> str:
    """The text of a file with one stretch of it written anew."""
    return spliced(tree.text, 0, len(tree.text), [Splice(start, end, text)])


def wrapped(tree: FileTree, node: Node, key: str) -> str:
    """The text in which a value in its short form is a mapping, whose key has what it was.

    A claim that is its text alone becomes `text: ...`, a relation that is its premise alone
    `premises: ...`.
    """
    lines = tree.lines
    raw = tree.text[node.start : node.end]
    is_alone = node.key is None or key == "text"
    if node.is_flow or is_in_brackets(tree, node) or not (is_alone or node.is_mapping):
        return with_splice(tree, node.start, node.end, f"{{{key}: {raw}}}")
    if node.is_mapping:
        column = lines.column(node.start)
        first, *below = _lines_of(tree, node)
        written = [f"{key}:", " " * (column + STEP) + first, *shifted(below, STEP)]
        end = lines.ends[_last_line(tree, node)]
        return with_splice(tree, node.start, end, lines.newline.join(written))
    first, *below = LINE_BREAK.split(raw)
    inner = lines.newline.join([f"{key}: {first}", *shifted(below, STEP)])
    if node.key is None:
        return with_splice(tree, node.start, node.end, inner)
    behind = AFTER_KEY.fullmatch(tree.text, node.key.end, node.start)
    column = lines.column(node.key.start) + STEP
    opening = f":{behind[1] if behind else ''}{lines.newline}{' ' * column}"
    return with_splice(tree, node.key.end, node.end, opening + inner)


def with_key(
    tree: FileTree, mapping: Node, key: str, value: object, before: Container[str] = ()
) -> str:
    """The text in which a mapping has a further key, last or before the first of some others."""
    lines = tree.lines
    later = next((each for each in mapping.keys if each.value in before), None)
    if mapping.is_flow:
        written = f"{key}: {in_braces(value)}"
        if later is not None:
            return with_splice(tree, later.start, later.start, f"{written}, ")
        return _behind_the_last(tree, mapping, written)
    column = lines.column(mapping.keys[0].start)
    rows = shifted(rows_of(key, value), column)
    if later is not None and not lines.before(later.start).strip():
        start = lines.starts[lines.comments_above(lines.of(later.start), column)]
        text = "".join(row + lines.newline for row in rows)
        return with_splice(tree, start, start, text)
    end = lines.ends[_last_line(tree, mapping)]
    return with_splice(tree, end, end, lines.newline + lines.newline.join(rows))


def rows_of(key: str, value: object) -> list[str]:
    """A key with its value as lines; a tuple is a list with each item on a line of its own."""
    if isinstance(value, tuple):
        items = (row for each in value for row in entry_lines("-", each, 1))
        return [f"{key}:", *items]
    return [*entry_lines(f"{key}:", value, 0)]


def with_item(tree: FileTree, node: Node, value: str | Tree | Verbatim) -> str:
    """The text in which a list has a further item; a value that is no list becomes one."""
    lines, raw = tree.lines, tree.text[node.start : node.end]
    if node.is_list and node.is_flow:
        return _behind_the_last(tree, node, in_braces(value))
    if node.is_list:
        return _item_below(tree, node, value)
    if node.is_scalar and raw[:1] in _BLOCKS:  # which no brackets can hold
        both = f"[{in_braces(node.value)}, {in_braces(value)}]{_comment_inside(tree, node)}"
        return with_splice(tree, node.start, node.end, both)
    if node.is_flow or node.is_scalar:
        return with_splice(tree, node.start, node.end, f"[{raw}, {in_braces(value)}]")
    column = lines.column(node.start)
    first, *below = _lines_of(tree, node)
    item = shifted(entry_lines("-", value, 0), column)
    written = [f"- {first}", *shifted(below, STEP), *item]
    end = lines.ends[_last_line(tree, node)]
    return with_splice(tree, node.start, end, lines.newline.join(written))


def _item_below(tree: FileTree, node: Node, value: str | Tree | Verbatim) -> str:
    """A further item of a list that is written in lines, behind a dash as the last one is."""
    lines, last = tree.lines, node.items[-1]
    dash = tree.text.rindex("-", 0, last.start)
    gap, column = tree.text[dash + 1 : last.start], lines.column(dash)
    gap = gap if gap.strip(" ") == "" else " "
    above = value.above if isinstance(value, Verbatim) else ()
    first, *below = [*entry_lines("-", value, 0)][len(above) :]
    rows = [
        *at_column(column, above),
        " " * column + f"-{gap}{first[2:]}",
        *shifted(below, column + len(gap) - 1),
    ]
    end = lines.ends[lines.comments_below(lines.of(last.end), column)]
    return with_splice(tree, end, end, lines.newline + lines.newline.join(rows))


def with_value(tree: FileTree, node: Node, value: object) -> str:
    """The text in which a key has another value; a comment behind the old one stays."""
    lines, key = tree.lines, node.key
    if key is None or is_in_brackets(tree, node):
        return with_splice(tree, node.start, node.end, in_braces(value))
    first, *below = rows_of("key", value)
    if first == "key:":
        return _with_rows(tree, node, key, below)
    first = first.removeprefix("key: ")
    column = lines.column(key.start)
    comment, end = _comment_inside(tree, node), node.end
    if below and not comment and (rest := lines.rest(end)).strip() and REST.fullmatch(rest):
        comment, end = rest.rstrip(), lines.end_of(end)
    written = [first + comment, *shifted(below, column)]
    text = lines.newline.join(written)
    if lines.of(key.start) == lines.of(node.start):
        return with_splice(tree, node.start, end, text)
    behind = AFTER_KEY.fullmatch(tree.text, key.end, node.start)
    comment = behind[1] if behind else ""
    return with_splice(tree, key.end, end, f": {text}" if not comment else f": {first}{comment}")


def _with_rows(tree: FileTree, node: Node, key: Node, rows: list[str]) -> str:
    """The text in which the rows below a key are others; a comment behind the key stays."""
    lines, end = tree.lines, node.end
    behind = AFTER_KEY.fullmatch(tree.text, key.end, node.start)
    comment = (behind[1] if behind else "") or _comment_inside(tree, node)
    if not comment and (rest := lines.rest(end)).strip() and REST.fullmatch(rest):
        comment, end = rest.rstrip(), lines.end_of(end)
    written = [f":{comment}", *shifted(rows, lines.column(key.start))]
    return with_splice(tree, key.end, end, lines.newline.join(written))


def _comment_inside(tree: FileTree, node: Node) -> str:
    """The comment in the header of a block of text."""
    header = _HEADER.match(tree.text, node.start) if node.is_scalar else None
    return (header[1] or "") if header else ""


def _behind_the_last(tree: FileTree, node: Node, written: str) -> str:
    """A further part of a mapping or list in brackets."""
    parts = (*node.keys[-1:], *node.items[-1:])
    if not parts:
        return with_splice(tree, node.start + 1, node.start + 1, written)
    end = max(part.end for part in parts)
    return with_splice(tree, end, end, f", {written}")


def _last_line(tree: FileTree, mapping: Node) -> int:
    """The last line of a mapping in lines, with the comments in it."""
    lines = tree.lines
    column = lines.column(mapping.start)
    return lines.comments_below(lines.of(mapping.end), column - 1)


def _lines_of(tree: FileTree, mapping: Node) -> list[str]:
    """The lines of a mapping in lines, from its first key."""
    end = tree.lines.ends[_last_line(tree, mapping)]
    return LINE_BREAK.split(tree.text[mapping.start : end])

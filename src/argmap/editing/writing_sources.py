"""Sources, and the keys of the `map:` block, written into claim files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.editing.file_tree import FileTree, tree_of
from argmap.editing.inserting import rows_of, with_key, with_splice, with_value
from argmap.editing.lines import shifted
from argmap.editing.removing import without
from argmap.editing.trees import slide_tree, source_tree
from argmap.errors import UsageError
from argmap.model.presentation import Step

if TYPE_CHECKING:
    from argmap.editing.edits import AddSource, SetMapField
    from argmap.editing.texts import Texts
    from argmap.model.source import Source

_TOP = ("argmap", "include", "map", "source", "sources", "questions", "claims", "relations")
"""The keys of a file in the order in which they are written."""
_LAST = ("stances", "expect", "schemes")
_OF_MAP = ("title", "question", "main", "objections", "documents", "steps", "views")
"""The keys of the `map:` block in the order in which they are written."""


def text_of_new(source: Source | None) -> str:
    """The text of a new file with a source, or with nothing at all."""
    return "" if source is None else _with_own(tree_of(""), source)


def with_source(text: str, edit: AddSource) -> str:
    """The text with a further source.

    Raises:
        UsageError: it is to be the file's own, and the file has one already.
    """
    tree = tree_of(text)
    if edit.own:
        if tree.own_source is not None:
            raise UsageError(f"{edit.file} has a source of its own already: `{tree.own_source}`")
        return _with_own(tree, edit.source)
    written = source_tree(edit.source)
    there = tree.root.get("sources") if tree.root is not None else None
    if there is not None and there.is_mapping and there.keys:
        return with_key(tree, there, edit.source.id, written)
    return with_top_key(tree, "sources", {edit.source.id: written})


def _with_own(tree: FileTree, source: Source) -> str:
    return with_top_key(tree, "source", {"id": source.id, **source_tree(source)})


def with_top_key(tree: FileTree, key: str, value: object) -> str:
    """The text of a file with a further key, in its usual place, between blank lines."""
    lines, root = tree.lines, tree.root
    rows = rows_of(key, value)
    if root is None:
        head = tree.text.rstrip()
        rows = [*([head, ""] if head else []), *rows, ""]
        return lines.newline.join(rows)
    order = (*_TOP, *_LAST)
    below = order[order.index(key) + 1 :]
    if root.is_flow:
        return with_key(tree, root, key, value, below)
    column = lines.column(root.keys[0].start)
    rows = shifted(rows, column)
    later = next((each for each in root.keys if each.value in below), None)
    if later is None:
        end = len(tree.text.rstrip())
        return with_splice(tree, end, end, lines.newline + lines.newline.join(["", *rows]))
    start = lines.starts[lines.comments_above(lines.of(later.start), column)]
    if later is root.keys[0]:  # a comment that opens the file stays above
        start = lines.starts[lines.of(later.start)]
    text = "".join(row + lines.newline for row in (*rows, ""))
    return with_splice(tree, start, start, text)


def without_source(texts: Texts, id_: str) -> Texts:
    """The texts without a source.

    Raises:
        UsageError: a file names it as the source of its claims.
    """
    after = dict(texts)
    for name, text in texts.items():
        tree = tree_of(text)
        named = (
            each for each in tree.mentions() if each.kind == "source" and each.node.value == id_
        )
        if any(not each.is_declared for each in named):
            raise UsageError(
                f"{name} names `{id_}` as the source of its claims; name another there"
            )
        node = tree.source(id_)
        if node is not None:
            table = tree.around[node]
            is_last = table.key is not None and len(table.keys) == 1
            after[name] = without(tree, table if is_last else node)
    return after


def of_the_cited(id_: str, key: str) -> UsageError:
    """The refusal to take a key from a source that has it from the bibliography that it cites."""
    return UsageError(
        f"`{id_}` has its `{key}` from the bibliography that it cites, and would keep it; give it "
        "another one here, or change the entry of the bibliography"
    )


def _below(key: str) -> tuple[str, ...]:
    """The keys of the `map:` block above which a key is written."""
    return _OF_MAP[_OF_MAP.index(key) + 1 :]


def with_map_field(texts: Texts, edit: SetMapField) -> Texts:
    """The texts in which a key of the `map:` block has a value, wherever it stands already.

    Else it goes to the first block, and where there is none to the top of the first file.
    """
    value: Any = edit.value
    if isinstance(value, tuple):
        value = [slide_tree(each) if isinstance(each, Step) else each for each in value]
    after = dict(texts)
    trees = {name: tree_of(text) for name, text in texts.items()}
    blocks = {
        name: block
        for name, tree in trees.items()
        if tree.root is not None and (block := tree.root.get("map")) is not None
    }
    holding = {name: there for name, block in blocks.items() if (there := block.get(edit.key))}
    for name, there in holding.items():
        tree = trees[name]
        after[name] = with_value(tree, there, value) if value else without(tree, there)
    if holding or not value:
        return after
    name = next(iter(blocks or texts))
    tree = trees[name]
    after[name] = (
        with_key(tree, blocks[name], edit.key, value, _below(edit.key))
        if name in blocks
        else with_top_key(tree, "map", {edit.key: value})
    )
    return after

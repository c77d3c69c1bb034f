"""Another id for a thing, written in every place of a claim file where the old one stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.editing.file_tree import FileTree
from argmap.editing.inserting import with_key
from argmap.editing.lines import Splice, spliced
from argmap.editing.yaml_text import on_one_line

if TYPE_CHECKING:
    from argmap.editing.edits import Rename

_MARKS = ("'", '"')


def with_new_id(text: str, edit: Rename) -> str:
    """The text with the new id in the places of the old one; texts and comments stay.

    A source that goes by the key it cites is given an id of its own. The keys of a bibliography
    stay as they are.
    """
    tree = FileTree(text)
    splices = [
        Splice(each.node.start, each.node.end, _as_before(text[each.node.start], edit.new))
        for each in tree.mentions()
        if each.kind == edit.kind and each.node.value == edit.old
    ]
    after = spliced(text, 0, len(text), splices)
    source = tree.root.get("source") if tree.root is not None else None
    goes_by_key = source is not None and source.is_mapping and source.get("id") is None
    if edit.kind == "source" and goes_by_key and tree.own_source == edit.old:
        again = FileTree(after)
        own = again.root.get("source") if again.root is not None else None
        if own is not None:
            return with_key(again, own, "id", edit.new, {own.keys[0].value or ""})
    return after


def _as_before(first: str, id_: str) -> str:
    """The id in the quotation marks of the old one, if it stood in some."""
    return f"{first}{id_}{first}" if first in _MARKS else on_one_line(id_)

"""Claims moved to another place below `claims:`, in the same file or in another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Location
from argmap.editing.carrying import in_brackets
from argmap.editing.entries import has_gaps, stretch_of
from argmap.editing.file_tree import FileTree
from argmap.editing.flattening import flat
from argmap.editing.inserting import with_splice
from argmap.editing.kept_comments import with_comments_of
from argmap.editing.lines import shifted
from argmap.editing.removing import without
from argmap.editing.writing_parts import entry_around, with_field
from argmap.editing.writing_sources import with_top_key
from argmap.editing.yaml_text import NO_SOURCE
from argmap.errors import OutputError
from argmap.model.claim import Mode

if TYPE_CHECKING:
    from argmap.editing.edits import MoveClaim
    from argmap.editing.texts import Texts
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.reading.nodes import Node


def with_claim_moved(texts: Texts, argument_map: ArgumentMap, edit: MoveClaim) -> Texts:
    """The texts in which a claim stands elsewhere, as it is written.

    A claim that is defined where it is used moves below `claims:` first. In a file whose claims
    come from another source it names its own, and so do those that are defined in it.
    """
    home = argument_map.claims[edit.claim].location.path
    if edit.after == edit.claim:
        return {}
    text = flat(texts[home], {edit.claim})
    if FileTree(text).own_source != FileTree(texts[edit.file]).own_source:
        for id_ in _declared_in(FileTree(text), edit.claim):
            text = _with_own_source(text, argument_map.claims[id_])
    here = FileTree(text)
    name, value = _entry(here, edit.claim, home)
    if edit.file == home and len(here.around[name].keys) == 1:
        return {home: text}
    written = _lines(here, name, value)
    brackets = f"{here.text[name.start : name.end]}: {in_brackets(here, value)}"
    after = {**texts, home: without(here, name)}
    target = FileTree(after[edit.file])
    moved = {**after, edit.file: _with_entry(target, edit, written, brackets)}
    there = FileTree(moved[edit.file])
    pair = there.claim(edit.claim)
    index = pair[0].start if pair is not None else 0
    place = Location(edit.file, there.lines.of(index) + 1, there.lines.column(index) + 1)
    return with_comments_of(texts, moved, place)


def _declared_in(tree: FileTree, id_: str) -> list[str]:
    """The claim, and those that are defined in its entry."""
    pair = tree.claim(id_)
    inside = (
        each.node.value or ""
        for each in tree.mentions()
        if each.is_declared
        and each.kind == "claim"
        and pair is not None
        and tree.is_within(each.node, pair[1])
    )
    return [id_, *inside]


def _with_own_source(text: str, claim: Claim) -> str:
    """The text in which a claim says where it comes from, or that it comes from nowhere."""
    tree = FileTree(text)
    if not _lacks(tree, claim.id, "source"):
        return text
    own = claim.source or NO_SOURCE
    after = with_field(text, "claim", claim.id, ("source", own), None)
    if own is NO_SOURCE and claim.mode is Mode.ASSERTED and _lacks(tree, claim.id, "mode"):
        # Without a source it would be taken for editorial.
        after = with_field(after, "claim", claim.id, ("mode", claim.mode.value), None)
    return after


def _lacks(tree: FileTree, id_: str, key: str) -> bool:
    pair = tree.claim(id_)
    return pair is not None and pair[1].get(key) is None


def _entry(tree: FileTree, id_: str, name: str) -> tuple[Node, Node]:
    claims = tree.root.get("claims") if tree.root is not None else None
    for pair in claims.pairs() if claims is not None else ():
        if pair[0].value == id_:
            return pair
    raise OutputError(
        f"`{id_}` could not be taken out of its place in {name}, so that nothing was written; "
        "write it on lines of its own, without brackets"
    )


def _lines(tree: FileTree, name: Node, value: Node) -> list[str]:
    """The lines of an entry, with its comments, as they stand at the margin."""
    lines = tree.lines
    if tree.around[name].is_flow:
        return [f"{tree.text[name.start : name.end]}: {in_brackets(tree, value)}"]
    column = lines.column(name.start)
    stretch = stretch_of(lines, name, value, column)
    return shifted((lines[line] for line in range(stretch.first, stretch.last + 1)), -column)


def _with_entry(tree: FileTree, edit: MoveClaim, written: list[str], brackets: str) -> str:
    """The text with an entry of `claims:`, right after another one, or first."""
    claims = tree.root.get("claims") if tree.root is not None else None
    if claims is None or not claims.keys:
        if claims is not None:  # `{}`, left by claims that went elsewhere
            tree = FileTree(without(tree, claims))
        return _with_first(tree, written)
    lines, first = tree.lines, claims.keys[0]
    if claims.is_flow:
        if edit.after is None:
            return with_splice(tree, first.start, first.start, f"{brackets}, ")
        _, entry = entry_around(tree, claims, edit.after)
        return with_splice(tree, entry.end, entry.end, f", {brackets}")
    column = lines.column(first.start)
    gap = lines.newline * (2 if has_gaps(lines, claims.keys, column) else 1)
    rows = lines.newline.join(shifted(written, column))
    if edit.after is None:
        start = lines.starts[lines.comments_above(lines.of(first.start), column)]
        return with_splice(tree, start, start, rows + gap)
    name, entry = entry_around(tree, claims, edit.after)
    end = lines.ends[stretch_of(lines, name, entry, lines.column(name.start)).last]
    return with_splice(tree, end, end, gap + rows)


def _with_first(tree: FileTree, written: list[str]) -> str:
    """The text of a file with its first claim."""
    mark = "argmap-moves-this-claim"
    text = with_top_key(tree, "claims", {mark: "x"})
    rows = tree.lines.newline.join(shifted(written, 2))
    return text.replace(f"  {mark}: x", rows, 1)

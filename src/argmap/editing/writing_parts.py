"""Edits that add a claim or a relation, or change a field, written into the text of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.editing.entries import has_gaps, stretch_of
from argmap.editing.file_tree import FileTree, tree_of
from argmap.editing.inserting import (
    is_in_brackets,
    rows_of,
    with_item,
    with_key,
    with_splice,
    with_value,
    wrapped,
)
from argmap.editing.lines import shifted
from argmap.editing.removing import without
from argmap.editing.short_forms import entry_of, is_written_out, key_of_short
from argmap.editing.trees import KEYS_OF_CLAIM, KEYS_OF_SOURCE
from argmap.editing.writing_places import places_of
from argmap.editing.writing_sources import of_the_cited, with_top_key
from argmap.editing.yaml_text import NO_SOURCE, Verbatim, in_braces
from argmap.errors import UsageError
from argmap.model.claim import Mode
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from argmap.diagnostics import Location
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation
    from argmap.reading.nodes import Node

Tree = dict[str, Any]
_RELATED = (
    "restates",
    "contradicts",
    "supports",
    "attacks",
    "undercuts",
    "supported_by",
    "attacked_by",
    "undercut_by",
)
"""The keys below which relations stand: other keys go above them."""
_BELOW = {"supported_by": ("attacked_by",), "attacked_by": (), "undercut_by": ()}
_IN_TARGET = {Kind.SUPPORTS: "supported_by", Kind.ATTACKS: "attacked_by"}


def with_claim(text: str, argument_map: ArgumentMap, claim: Claim, after: str | None) -> str:
    """The text with a claim below `claims:`, right after the entry of another or at the end."""
    tree = tree_of(text)
    value = _claim_tree(argument_map, claim, tree.own_source)
    claims = tree.root.get("claims") if tree.root is not None else None
    if claims is None:
        return with_top_key(tree, "claims", {claim.id: value})
    if claims.is_flow:
        return with_key(tree, claims, claim.id, value)
    lines = tree.lines
    name, entry = entry_around(tree, claims, after)
    column = lines.column(claims.keys[0].start)
    end = lines.ends[stretch_of(lines, name, entry, lines.column(name.start)).last]
    is_apart = has_gaps(lines, claims.keys, column)
    if len(claims.keys) == 1:  # which cannot show it: claims of several lines stand apart
        is_apart = lines.of(name.start) != lines.of(entry.end)
    gap = lines.newline * (2 if is_apart else 1)
    rows = shifted(rows_of(claim.id, value), column)
    return with_splice(tree, end, end, gap + lines.newline.join(rows))


def entry_around(tree: FileTree, claims: Node, id_: str | None) -> tuple[Node, Node]:
    """The entry below `claims:` in which a claim is declared; the last one if it is not there."""
    entries = [*claims.pairs()]
    pair = tree.claim(id_) if id_ is not None else None
    if pair is None:
        return entries[-1]
    around = (each for each in entries if pair[0] is each[0] or tree.is_within(pair[0], each[1]))
    return next(around, entries[-1])


def _claim_tree(argument_map: ArgumentMap, claim: Claim, own_source: str | None) -> str | Tree:
    """A claim as it is written in a file whose claims come from a source; its text if no more."""
    mode = Mode.ASSERTED
    source = argument_map.sources.get(claim.source or "")
    if claim.source is None and own_source is not None and claim.speaker is None:
        mode = Mode.EDITORIAL
    elif claim.speaker is not None and source is not None and not source.is_by(claim.speaker):
        mode = Mode.REPORTED
    own = claim.source or NO_SOURCE
    tree = {
        "text": claim.text,
        "label": claim.label,
        "source": None if claim.source == own_source else own,
        **places_of(claim.locators),
        "speaker": claim.speaker,
        "mode": None if claim.mode is mode else claim.mode.value,
        "granted": "pending" if claim.pending else claim.granted,
        "credence": claim.credence,
        "section": claim.section,
        "tags": [*claim.tags] or None,
        "note": claim.note,
        "url": claim.url,
    }
    tree = {key: value for key, value in tree.items() if value is not None}
    return claim.text if tree.keys() == {"text"} else tree


# Relations


def with_relation(text: str, relation: Relation, target: Location | None) -> str:
    """The text in which a relation stands in the entry of its target.

    `target` is the place of the relation that is undercut, None where the target is a claim.
    """
    written = _relation_tree(relation)
    return with_entry(text, (relation.kind, relation.target), target, written)


def with_entry(
    text: str, end: tuple[Kind, str], target: Location | None, written: str | Tree | Verbatim
) -> str:
    """The text in which a relation of a kind stands in the entry of its target, as it is written.

    `target` is the place of the relation that is undercut, None where the target is a claim.
    """
    tree = tree_of(text)
    kind, id_ = end
    key = _IN_TARGET.get(kind, "undercut_by")
    entry = entry_of(tree, id_, target)
    if entry.is_scalar or (target is not None and not is_written_out(entry)):
        entry_text = wrapped(tree, entry, key_of_short(tree, entry, target))
        if entry_text == text:
            raise UsageError(f"`{id_}` cannot take a relation where it stands")
        return with_entry(entry_text, end, target, written)
    there = entry.get(key)
    if there is not None:
        return with_item(tree, there, written)
    value: object = (written,) if not isinstance(written, str) or _are_in_lines(tree) else [written]
    if target is not None and isinstance(written, str):
        value = written
    elif is_in_brackets(tree, entry) or entry.is_flow:
        value = [written]
    return with_key(tree, entry, key, value, _BELOW[key])


def _relation_tree(relation: Relation) -> str | Tree:
    """A relation as it is written at its target: its premise if there is no more to say."""
    premises = [*relation.premises]
    tree: Tree = {
        "id": relation.id if relation.named else None,
        "premises": premises[0] if len(premises) == 1 else premises,
        "scheme": relation.scheme,
        "force": relation.force.value if relation.force is not None else None,
        "weight": relation.weight,
        "rationale": relation.rationale,
        "presses": relation.presses,
        "source": relation.source,
        **places_of(relation.locators),
        "mode": None if relation.mode is Mode.ASSERTED else relation.mode.value,
        "tags": [*relation.tags] or None,
        "note": relation.note,
    }
    tree = {key: value for key, value in tree.items() if value is not None}
    return str(premises[0]) if tree.keys() == {"premises"} and len(premises) == 1 else tree


def _are_in_lines(tree: FileTree) -> bool:
    """Whether the lists of reasons and objections in the file are written line by line."""
    lists = [
        node
        for node in tree.all()
        if node.is_list and node.key is not None and node.key.value in _BELOW
    ]
    return 2 * sum(not node.is_flow for node in lists) >= len(lists)


def with_premise(text: str, premise: str, place: Location, relation: str) -> str:
    """The text in which the relation at a place has a further premise."""
    tree = tree_of(text)
    entry = entry_of(tree, relation, place)
    key = "with" if key_of_short(tree, entry, place) == "target" else "premises"
    if not is_written_out(entry):
        if entry.is_scalar and key == "premises":
            pair = in_braces({"premises": [entry.value, premise]})
            is_item = entry.key is None and not is_in_brackets(tree, entry)
            return with_splice(tree, entry.start, entry.end, pair[1:-1] if is_item else pair)
        return with_premise(
            wrapped(tree, entry, key_of_short(tree, entry, place)), premise, place, relation
        )
    there = entry.get(key)
    if there is None:
        return with_key(tree, entry, key, premise)
    return with_item(tree, there, premise)


def with_other(text: str, claim: str, key: str, other: str) -> str:
    """The text in which another claim is named below a key of a claim."""
    tree = tree_of(text)
    entry = entry_of(tree, claim, None)
    if entry.is_scalar:
        return with_other(wrapped(tree, entry, "text"), claim, key, other)
    there = entry.get(key)
    if there is not None:
        return with_item(tree, there, other)
    return with_key(tree, entry, key, other, _RELATED)


# Fields


def _later(kind: str, key: str) -> frozenset[str]:
    """The keys before which a further one of a part is written."""
    order = {"claim": KEYS_OF_CLAIM, "source": KEYS_OF_SOURCE}.get(kind, ())
    following = order[order.index(key) + 1 :] if key in order else ()
    return frozenset((*following, *_RELATED))


def with_field(
    text: str, kind: str, id_: str, pair: tuple[str, Any], place: Location | None
) -> str:
    """The text in which a key of a claim, relation or source has a value; None takes it away."""
    tree = tree_of(text)
    key, value = pair
    entry = tree.source(id_) if kind == "source" else entry_of(tree, id_, place)
    if entry is None:
        raise UsageError(f"`{id_}` does not stand in this file")
    if entry.is_scalar and key == "text" and value is not None:
        return with_value(tree, entry, value)
    is_short = place is not None and not is_written_out(entry)
    if entry.is_scalar or is_short:
        if value is None:
            raise UsageError(f"`{id_}` has no `{key}`")
        again = wrapped(tree, entry, key_of_short(tree, entry, place))
        return with_field(again, kind, id_, pair, place)
    there = entry.get(key)
    if value is None:
        if there is None and entry.get("cite") is not None:
            raise of_the_cited(id_, key)
        if there is None:
            raise UsageError(f"`{id_}` has no `{key}`")
        return without(tree, there)
    written = [*value] if isinstance(value, tuple) else value
    if there is not None:
        return with_value(tree, there, written)
    return with_key(tree, entry, key, written, _later(kind, key))

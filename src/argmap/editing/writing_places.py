"""The places of claims and relations in their source, with quotations, written into a file."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from argmap.editing.file_tree import FileTree, tree_of
from argmap.editing.inserting import with_item, with_key, with_splice, with_value, wrapped
from argmap.editing.removing import without
from argmap.editing.short_forms import entry_of, is_written_out, key_of_short
from argmap.editing.yaml_text import Verbatim, in_braces
from argmap.errors import OutputError, UsageError
from argmap.reading.scalars import forbidden_sign

if TYPE_CHECKING:
    from argmap.diagnostics import Location
    from argmap.model.source import Locator
    from argmap.reading.nodes import Node

Tree = dict[str, Any]
_KEYS = ("paragraph", "page", "section", "time", "quote", "prefix", "suffix")
_BELOW_PLACES = (
    *("speaker", "mode", "granted", "credence", "section", "tags", "note", "url"),
    *("restates", "contradicts", "supports", "attacks", "undercuts"),
    *("supported_by", "attacked_by", "undercut_by"),
)
"""The keys above which `at` and `quote` are written."""
_MOST_STEPS = 10_000
_NUMBER = re.compile("[1-9][0-9]{0,8}")  # a page that may be written as a number, and is read so


def places_of(locators: tuple[Locator, ...]) -> Tree:
    """The keys `at` and `quote`: the quotation at a single place stands beside it."""
    places = [_written(each) for each in locators]
    if len(places) != 1:
        return {"at": places or None}
    [place] = places
    quote = place.pop("quote", None)
    return {"at": _short(place) if place else None, "quote": quote}


def _short(place: Tree) -> Tree | Verbatim:
    """A place as it is written: a paragraph or a page alone on one line."""
    if len(place) > 1 or not place.keys() & {"paragraph", "page"}:
        return place
    line = in_braces(place)
    return Verbatim((line,), line)


def _written(locator: Locator) -> Tree:
    place = {key: value for key in _KEYS if (value := getattr(locator, key)) is not None}
    page = place.get("page", "")
    return place | {"page": int(page)} if _NUMBER.fullmatch(page) else place


def with_locators(
    text: str, id_: str, place: Location | None, locators: tuple[Locator, ...]
) -> str:
    """The text in which a claim, or the relation at a place, has these places and no others.

    Those that stay are not written anew.

    Raises:
        UsageError: one has a character that no claim file may hold.
    """
    places = [_written(each) for each in locators]
    for part in (str(part) for place in places for part in place.values()):
        if (forbidden := forbidden_sign(part)) is not None:
            raise UsageError(forbidden[1].message)
    for _ in range(_MOST_STEPS):
        tree = tree_of(text)
        entry = entry_of(tree, id_, place)
        is_short = entry.is_scalar or (place is not None and not is_written_out(entry))
        if is_short and not places:
            return text
        after = (
            wrapped(tree, entry, key_of_short(tree, entry, place))
            if is_short
            else _nearer(tree, entry, places)
        )
        if after == text:
            return text
        text = after
    raise OutputError(f"the quotations of `{id_}` could not be written; write them by hand")


def _nearer(tree: FileTree, entry: Node, places: list[Tree]) -> str:
    """The text after the next step towards these places; the same if it has them."""
    at, quote = entry.get("at"), entry.get("quote")
    single = at.items[0] if at is not None and at.is_list and len(at.items) == 1 else at
    if len(places) == 1 and (single is None or single.is_mapping):
        return _nearer_to_one(tree, entry, single, places[0])
    if quote is not None and at is None and places:
        return _as_places(tree, entry, quote, places)
    if quote is not None:
        return without(tree, quote)
    if at is None:
        return with_key(tree, entry, "at", places, _BELOW_PLACES) if places else tree.text
    if not places:
        return without(tree, at)
    return _nearer_to_all(tree, at, places)


def _nearer_to_one(tree: FileTree, entry: Node, single: Node | None, place: Tree) -> str:
    """A step towards one place, whose quotation stands in it or beside it."""
    beside, wanted = entry.get("quote"), dict(place)
    is_inside = single is not None and single.get("quote") is not None
    quote = None if is_inside else wanted.pop("quote", None)
    if beside is not None and quote is None:
        return without(tree, beside)
    if single is None and wanted:
        return with_key(tree, entry, "at", _short(wanted), ("quote", *_BELOW_PLACES))
    after = _nearer_to_keys(tree, single, wanted) if single is not None else tree.text
    if after == tree.text and quote is not None and (beside is None or beside.value != quote):
        return _with(tree, entry, "quote", quote)
    return after


def _nearer_to_keys(tree: FileTree, mapping: Node, place: Tree) -> str:
    """A step towards the keys of a place; the mapping of a place that has none goes."""
    if not place:
        return without(tree, mapping)
    for key, value in place.items():
        there = mapping.get(key)
        if there is None or there.value != str(value):
            return _with(tree, mapping, key, value)
    gone = next((key for key in mapping.keys if key.value not in place), None)
    return tree.text if gone is None else without(tree, gone)


def _nearer_to_all(tree: FileTree, at: Node, places: list[Tree]) -> str:
    """A step towards several places: what differs between the first and the last that are alike."""
    there = at.items if at.is_list else [at]
    alike = [_is_place(node, place) for node, place in zip(there, places, strict=False)]
    first = sum(1 for _ in takewhile(bool, alike))
    if first == len(places):
        return tree.text if first == len(there) else without(tree, there[first])
    if first == len(there):
        return with_item(tree, at, places[first])
    if len(there) > len(places) and _is_place(there[first + 1], places[first]):
        return without(tree, there[first])
    if there[first].is_mapping:
        return _nearer_to_keys(tree, there[first], places[first])
    return with_value(tree, at, places)


def _is_place(node: Node, place: Tree) -> bool:
    written = {key.value: value.value for key, value in node.pairs()}
    return written == {key: str(value) for key, value in place.items()}


def _as_places(tree: FileTree, entry: Node, quote: Node, places: list[Tree]) -> str:
    """The text in which a quotation alone becomes the first of several places."""
    key = next(key for key, value in entry.pairs() if value is quote)
    renamed = tree_of(with_splice(tree, key.start, key.end, "at"))
    at = next(node for node in renamed.all() if node.key and node.key.start == key.start)
    return with_value(renamed, at, places)


def _with(tree: FileTree, mapping: Node, key: str, value: object) -> str:
    there = mapping.get(key)
    if there is not None:
        return with_value(tree, there, value)
    return with_key(tree, mapping, key, value, _BELOW_PLACES)

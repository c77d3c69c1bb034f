"""The shape of a claim file in parts, so that the shapes of a large file need not all be there."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from argmap.reading.containers import PlacedMapping, PlacedSequence
from argmap.reading.places import BULK
from argmap.reading.shape import FileShape

if TYPE_CHECKING:
    from collections.abc import Iterator

AT_ONCE = 500
"""The most claims or relations of a file that have shapes at one time."""


def rest_of(root: PlacedMapping) -> PlacedMapping:
    """The tree of a file without its claims and relations, of which the keys alone stay."""
    rest = PlacedMapping(root.place, is_flow=root.is_flow)
    rest.keys_at, rest.values_at = root.keys_at, root.values_at
    for key, value in root.items():
        in_bulk = key in BULK and isinstance(value, PlacedMapping | PlacedSequence)
        rest[key] = type(value)(value.place, is_flow=value.is_flow) if in_bulk else value
    return rest


def shapes_of(root: PlacedMapping) -> Iterator[FileShape]:
    """The shapes of a file: that of everything but claims and relations, then those of some each.

    Raises:
        ValidationError: a part does not fit.
    """
    claims, relations = root.get("claims"), root.get("relations")
    in_bulk = {"claims"} if isinstance(claims, PlacedMapping) else set[str]()
    in_bulk |= {"relations"} if isinstance(relations, PlacedSequence) else set()
    yield FileShape.model_validate({key: root[key] for key in root if key not in in_bulk})
    if isinstance(claims, PlacedMapping):
        entries = iter(claims.items())
        while some := dict(islice(entries, AT_ONCE)):
            yield FileShape.model_validate({"claims": some})
    if isinstance(relations, PlacedSequence):
        for first in range(0, len(relations), AT_ONCE):
            yield FileShape.model_validate({"relations": relations[first : first + AT_ONCE]})

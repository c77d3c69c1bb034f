"""Mappings and lists that keep the line and column of their keys, values and items."""

from __future__ import annotations

from typing import Any, TypeAlias

Place: TypeAlias = tuple[int, int]
"""Line and column, both from 0."""
Loc: TypeAlias = tuple[int | str, ...]
"""A path into a claim file: keys and, in lists, positions from 0 (pydantic calls it `loc`)."""


class PlacedMapping(dict[str, Any]):
    """A mapping with the places of its keys and values; `is_flow` if written in braces."""

    __slots__ = ("is_flow", "keys_at", "place", "values_at")

    def __init__(self, place: Place, *, is_flow: bool) -> None:
        self.place = place
        self.is_flow = is_flow
        self.keys_at: dict[str, Place] = {}
        self.values_at: dict[str, Place] = {}


class PlacedSequence(list[Any]):
    """A list with the places of its items; `is_flow` if written in brackets."""

    __slots__ = ("is_flow", "items_at", "place")

    def __init__(self, place: Place, *, is_flow: bool) -> None:
        self.place = place
        self.is_flow = is_flow
        self.items_at: list[Place] = []


def put(mapping: PlacedMapping, key: str, value: object, key_at: Place, value_at: Place) -> None:
    """Put a value into a mapping, with the places of its key and itself."""
    mapping[key], mapping.keys_at[key], mapping.values_at[key] = value, key_at, value_at

"""The texts of the claim files of a map, by name, while they are edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.errors import UsageError

if TYPE_CHECKING:
    from argmap.diagnostics import Location

Texts = dict[str, str]


def text_at(texts: Texts, place: Location) -> str:
    """The text of the file in which a place is.

    Raises:
        UsageError: the file is none of the map's own.
    """
    if place.path not in texts:
        raise UsageError(f"{place.path} belongs to another map, which this one uses; edit it there")
    return texts[place.path]

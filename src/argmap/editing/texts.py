"""The texts of the claim files of a map, by name, while they are edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.errors import OutputError, UsageError

if TYPE_CHECKING:
    from argmap.diagnostics import Location
    from argmap.model.argument_map import ArgumentMap
    from argmap.reading.parsed_map import ParsedMap

Texts = dict[str, str]
_NO_CLAIM = "AM114"


def refuse_errors(parsed: ParsedMap, before: ArgumentMap) -> None:
    """Refuse a map with an error in it, but for that of a map that had no claim before either.

    Raises:
        OutputError: there is an error.
    """
    for problem in parsed.diagnostics:
        is_begun = problem.code == _NO_CLAIM and not before.claims
        if problem.is_error and not is_begun:
            raise OutputError(
                f"the map would not be sound after this ({problem.location}: {problem.message}), "
                "so that nothing was written"
            )


def text_at(texts: Texts, place: Location) -> str:
    """The text of the file in which a place is.

    Raises:
        UsageError: the file is none of the map's own.
    """
    if place.path not in texts:
        raise UsageError(f"{place.path} belongs to another map, which this one uses; edit it there")
    return texts[place.path]


def text_of(texts: Texts, name: str) -> str:
    """The text of a file.

    Raises:
        UsageError: there is no such file in the map.
    """
    if name not in texts:
        raise UsageError(f"there is no claim file {name} in this map")
    return texts[name]

"""Values of files from strangers, without what no map can hold, for any field of a map."""

from __future__ import annotations

import math
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Location
from argmap.formats.foreign_file import UNWRITABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_DEEPEST = 50  # mappings and lists in each other; a claim file holds not many more
_GONE = object()
_PLAIN = (str, int, float, type(None), Location)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.name != "location")


class Legible:
    r"""The values without such parts; each of these is told to `report`: what, example, place.

    >>> Legible(lambda *problem: print(problem[:2])).fields({"note": "a\x07"}, Location("x", 1, 1))
    ('characters that no text can hold', 'a\\x07')
    {'note': 'a�'}
    """

    def __init__(self, report: Callable[[str, str, Location], None]) -> None:
        self._report = report

    def text(self, text: str, place: Location) -> str:
        """The text, with a sign in place of each character that no text file holds."""
        if text.isprintable() or (match := UNWRITABLE.search(text)) is None:
            return text
        around = text[max(0, match.start() - 20) : match.end() + 20]
        self._report("characters that no text can hold", repr(around)[1:-1], place)
        return UNWRITABLE.sub("\ufffd", text)

    def fields(self, values: Mapping[str, Any], place: Location) -> dict[str, Any]:
        """The values by name; one that is nothing but a number that is none is left out.

        Cost: linear.
        """
        clean = {key: self._value(value, place, 0, key) for key, value in values.items()}
        return {key: value for key, value in clean.items() if value is not _GONE}

    def _value(self, value: Any, place: Location, depth: int, key: str) -> Any:  # noqa: ANN401  # a field, or JSON
        if type(value) is str:  # a member of an enumeration is text, too, and stays one
            return self.text(value, place)
        if isinstance(value, float) and not math.isfinite(value):
            self._report("numbers that are none", f"{key}: {value}", place)
            return _GONE
        if isinstance(value, dict | list | tuple | frozenset):
            if depth < _DEEPEST:
                return self._within(value, place, depth + 1, key)
            self._report("data that are nested too deeply", key, place)
            return _GONE
        if not isinstance(value, _PLAIN) and is_dataclass(value):
            return self._part(value, place)
        return value

    def _part(self, part: Any, place: Location) -> Any:  # noqa: ANN401  # such as a locator
        """The part of a map with its fields made legible."""
        own = {name: getattr(part, name) for name in _names(part.__class__)}
        own = {name: value for name, value in own.items() if value is not None}
        clean = self.fields(own, place)
        changed = {name: value for name, value in clean.items() if value != own[name]}
        return replace(part, **changed) if changed else part

    def _within(self, value: Any, place: Location, depth: int, key: str) -> Any:  # noqa: ANN401  # as it is given
        """The mapping or list with its values made legible."""
        if isinstance(value, dict):
            pairs = (
                (self._value(name, place, depth, key), self._value(each, place, depth, str(name)))
                for name, each in value.items()
            )
            return {name: each for name, each in pairs if name is not _GONE and each is not _GONE}
        kept = (self._value(each, place, depth, key) for each in value)
        return type(value)(each for each in kept if each is not _GONE)

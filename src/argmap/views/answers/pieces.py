"""JSON written piece by piece, so that the answer to a large map is never there as a whole."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

AT_ONCE = 500
"""The most entries of a mapping or a list that are worked out at one time."""


class Entries(Mapping[str, Any]):
    """Entries by id, each worked out when it is asked for."""

    def __init__(self, ids: Iterable[str], work_out: Callable[[str], Any]) -> None:
        self._ids = dict.fromkeys(sorted(ids))
        self._work_out = work_out

    def __getitem__(self, id_: str) -> Any:  # noqa: ANN401  # as JSON has it
        if id_ not in self._ids:
            raise KeyError(id_)
        return self._work_out(id_)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


class Items(Sequence[Any]):
    """Items of a list, each worked out when it is asked for."""

    def __init__(self, values: Iterable[object], work_out: Callable[[Any], Any]) -> None:
        self._values = tuple(values)
        self._work_out = work_out

    @overload
    def __getitem__(self, index: int) -> Any: ...  # noqa: ANN401  # as JSON has it
    @overload
    def __getitem__(self, index: slice) -> list[Any]: ...
    def __getitem__(self, index: int | slice) -> Any:
        if isinstance(index, slice):
            return [self._work_out(value) for value in self._values[index]]
        return self._work_out(self._values[index])

    def __len__(self) -> int:
        return len(self._values)


def pieces(content: Mapping[str, Any]) -> Iterator[str]:
    """The pieces of an answer in one line of JSON: keys sorted, the same bytes for the same input.

    Its entries and items that are worked out when asked for are so a few at a time.

    >>> list(pieces({"b": [1, None], "a": Entries("yx", str.upper)}))
    ['{"a": {', '"x": "X", "y": "Y"', '}', ', "b": [1, null]', '}']
    """
    before = "{"
    for key in sorted(content):
        value, name = content[key], f"{before}{_dumped(key)}: "
        before = ", "
        if isinstance(value, Entries):
            yield name + "{"
            yield from _between_commas(_some_of_entries(value))
            yield "}"
        elif isinstance(value, Items):
            yield name + "["
            yield from _between_commas(_some_of_items(value))
            yield "]"
        else:
            yield name + _dumped(value)
    yield "}" if content else "{}"


def _between_commas(parts: Iterable[Any]) -> Iterator[str]:
    """Mappings or lists in JSON without their brackets, as if they were one."""
    before = ""
    for part in parts:
        yield before + _dumped(part)[1:-1]
        before = ", "


def _some_of_entries(entries: Entries) -> Iterator[dict[str, Any]]:
    ids = iter(entries)
    while some := {id_: entries[id_] for id_ in islice(ids, AT_ONCE)}:
        yield some


def _some_of_items(items: Items) -> Iterator[list[Any]]:
    for first in range(0, len(items), AT_ONCE):
        yield items[first : first + AT_ONCE]


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True)

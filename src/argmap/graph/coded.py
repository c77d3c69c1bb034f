"""Values of the claims or relations of a large map: of few different ones each is a code."""

from __future__ import annotations

from collections.abc import ItemsView, Mapping, ValuesView
from functools import cached_property
from itertools import count, islice
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from argmap.reasoning.arrays import is_large

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from argmap.model.argument_map import ArgumentMap

T = TypeVar("T")
_SHOWN = 8  # values that are looked at to show what they are


def of_claims(
    argument_map: ArgumentMap, codes: Sequence[int], meanings: Sequence[T] | Mapping[int, T]
) -> Mapping[str, T]:
    """The value of each claim; `codes` has its code, in the order of the map.

    The codes alone are kept where there are many, in a thirtieth of the memory of a dict.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> of_claims(THREE_CLAIMS, [1, 0, 0], ("in", "out"))
    mappingproxy({'close': 'out', 'quieter': 'in', 'shops': 'in'})
    """
    return _coded(argument_map.claims, codes, meanings, lambda: argument_map.numbering.claims)


def of_relations(
    argument_map: ArgumentMap, codes: Sequence[int], meanings: Sequence[T] | Mapping[int, T]
) -> Mapping[str, T]:
    """The value of each relation, as `of_claims` has that of each claim.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> of_relations(THREE_CLAIMS, [1, 0], ("in", "out"))
    mappingproxy({'against': 'out', 'for': 'in'})
    """
    number = lambda: argument_map.number_of_relation  # noqa: E731  # made when it is looked up
    return _coded(argument_map.relations, codes, meanings, number)


def of_each(ids: Sequence[str], values: Sequence[T]) -> Mapping[str, T]:
    """The value of each id, in the order of the ids; its code is its place.

    Where there are many, the dict of the places of ids is made at the first look-up.

    >>> of_each(["bus", "slow"], ["1", "1.1"])
    mappingproxy({'bus': '1', 'slow': '1.1'})
    """
    return _coded(ids, range(len(values)), values, lambda: dict(zip(ids, count(), strict=False)))


def _coded(
    ids: Collection[str],
    codes: Sequence[int],
    meanings: Sequence[T] | Mapping[int, T],
    number: Callable[[], Mapping[str, int]],
) -> Mapping[str, T]:
    if is_large(len(codes)):
        return Coded(ids, codes, meanings, number)
    return MappingProxyType(dict(zip(ids, map(meanings.__getitem__, codes), strict=True)))


def read_only(values: Mapping[str, T]) -> Mapping[str, T]:
    """The same values, seen so that they cannot be changed."""
    is_so = isinstance(values, Coded | MappingProxyType)
    return values if is_so else MappingProxyType(values)


def column(values: Mapping[str, T], number_of: Callable[[T], int]) -> bytes:
    """The number of each value in the order of the ids; `number_of` has that of one, below 256.

    >>> list(column({"bus": "out", "slow": "in"}, len))
    [3, 2]
    """
    if isinstance(values, Coded):
        number_by_code = {code: number_of(values.meanings[code]) for code in {*values.codes}}
        return bytes(map(number_by_code.__getitem__, values.codes))
    return bytes(map(number_of, values.values()))


class Coded(Mapping[str, T]):
    """A value for each id, kept as a code, whose meaning is looked up.

    `codes` has the codes in the order of the ids, and `number` gives the place of each id when it
    is looked up first.

    >>> labels = Coded(["bus", "slow"], bytes([1, 0]), ("in", "out"), lambda: {"bus": 0, "slow": 1})
    >>> labels["bus"], labels
    ('out', <2 values, such as in, out>)
    """

    def __init__(
        self,
        ids: Collection[str],
        codes: Sequence[int],
        meanings: Sequence[T] | Mapping[int, T],
        number: Callable[[], Mapping[str, int]],
    ) -> None:
        if len(ids) != len(codes):
            raise ValueError(f"there are {len(codes)} codes for {len(ids)} ids")
        self.ids, self.codes, self.meanings, self._number = ids, codes, meanings, number

    @cached_property
    def number(self) -> Mapping[str, int]:
        """The place of each id."""
        return self._number()

    def __getitem__(self, id_: str) -> T:
        return self.meanings[self.codes[self.number[id_]]]

    def __iter__(self) -> Iterator[str]:
        return iter(self.ids)

    def __len__(self) -> int:
        return len(self.codes)

    def __repr__(self) -> str:
        different = sorted({str(value) for value in islice(self.values(), _SHOWN)})
        return f"<{len(self)} values, such as {', '.join(different)}>"

    def __reduce__(self) -> tuple[type[dict[str, T]], tuple[dict[str, T]]]:
        return dict, (dict(self.items()),)

    def __or__(self, other: Mapping[str, T]) -> dict[str, T]:
        return dict(self.items()) | dict(other)

    def __ror__(self, other: Mapping[str, T]) -> dict[str, T]:
        return dict(other) | dict(self.items())

    def values(self) -> ValuesView[T]:
        """The values in the order of the ids."""
        return _Values(self)

    def items(self) -> ItemsView[str, T]:
        """The ids with their values."""
        return _Items(self)


class _Values(ValuesView[T]):
    """All values at once: the base class would look up one id after the other."""

    _mapping: Coded[T]

    def __iter__(self) -> Iterator[T]:
        return map(self._mapping.meanings.__getitem__, self._mapping.codes)


class _Items(ItemsView[str, T]):
    """All ids and values at once, likewise."""

    _mapping: Coded[T]

    def __iter__(self) -> Iterator[tuple[str, T]]:
        return zip(self._mapping.ids, self._mapping.values(), strict=True)

"""Values of the claims or relations of a map, of which a large map has few different ones."""

from __future__ import annotations

from collections.abc import ItemsView, Mapping, ValuesView
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING, Generic, TypeVar

from argmap.reasoning.arrays import is_large

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

T = TypeVar("T")


def coded(
    ids: Collection[str],
    codes: Sequence[int],
    values: Sequence[T] | Mapping[int, T],
    number: Mapping[str, int] | None = None,
) -> Mapping[str, T]:
    """The value of each id; `codes` has its code in the order of the ids, `values` what codes mean.

    `number` has the place of each id, if that is known already. With many ids the codes are kept,
    in a tenth of the memory of a dict.

    >>> dict(coded(["bus", "slow"], [1, 0], ("in", "out")))
    {'bus': 'out', 'slow': 'in'}
    """
    if is_large(len(codes)):
        return Coded(ids, codes, values, number)
    return dict(zip(ids, map(values.__getitem__, codes), strict=True))


def column(values: Mapping[str, T], number_of: Callable[[T], int]) -> bytes:
    """The number of each value in the order of the ids; `number_of` has that of one, below 256.

    >>> list(column({"bus": "out", "slow": "in"}, len))
    [3, 2]
    """
    if isinstance(values, Coded):
        number_by_code = {code: number_of(values.values_of[code]) for code in {*values.codes}}
        return bytes(map(number_by_code.__getitem__, values.codes))
    return bytes(map(number_of, values.values()))


class Coded(Mapping[str, T], Generic[T]):
    """A value for each id, kept as a code; the arguments are those of `coded`."""

    def __init__(
        self,
        ids: Collection[str],
        codes: Sequence[int],
        values: Sequence[T] | Mapping[int, T],
        number: Mapping[str, int] | None,
    ) -> None:
        self.ids, self.codes, self.values_of = ids, codes, values
        if number is not None:
            self.number = number

    @cached_property
    def number(self) -> Mapping[str, int]:
        """The place of each id."""
        return dict(zip(self.ids, count(), strict=False))

    def __getitem__(self, id_: str) -> T:
        return self.values_of[self.codes[self.number[id_]]]

    def __iter__(self) -> Iterator[str]:
        return iter(self.ids)

    def __len__(self) -> int:
        return len(self.codes)

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
        return map(self._mapping.values_of.__getitem__, self._mapping.codes)


class _Items(ItemsView[str, T]):
    """All ids and values at once, likewise."""

    _mapping: Coded[T]

    def __iter__(self) -> Iterator[tuple[str, T]]:
        return zip(self._mapping.ids, self._mapping.values(), strict=True)

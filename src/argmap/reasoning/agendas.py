"""Agendas: what a pass has still to work off, one by one where they are narrow."""

from __future__ import annotations

import sys
from itertools import islice

from argmap.reasoning.arrays import is_large

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable
    from typing import TypeAlias

    Agenda: TypeAlias = list[int] | array[int]

_WIDE = 250  # steps one by one that take about as long as one round of numpy


def most_one_by_one(items: int) -> int:
    """The width of agenda up to which a framework with so many items takes step after step.

    >>> most_one_by_one(50) == sys.maxsize
    True
    """
    return _WIDE if is_large(items) else sys.maxsize


def first_of(agenda: Agenda, most: int) -> Iterable[int]:
    """The first entries of an agenda, those included that it gets in the meantime.

    >>> agenda = [1, 2]
    >>> for number in first_of(agenda, 3):
    ...     agenda.append(10 * number)
    >>> agenda
    [1, 2, 10, 20, 100]
    """
    return agenda if most == sys.maxsize else islice(agenda, most)

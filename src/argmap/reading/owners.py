"""The claim in whose entry a part of a file stands: there a warning about it can be ignored."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.reading.containers import PlacedMapping, PlacedSequence
from argmap.reading.in_place import is_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.reading.containers import Place

_TABLES = frozenset({"claims", "sources", "questions", "stances", "schemes", "views"})
"""The keys below which an author gives ids, of which `meta` may be one."""


def owner_of(keys: Iterable[object]) -> str | None:
    """The innermost claim on a path of keys; parts of the path that are no keys are passed over.

    >>> owner_of(["claims", "ban", "supported_by", 0, "noise", "text"])
    'noise'
    """
    owner = None
    for before, key in pairwise(key for key in keys if isinstance(key, str)):
        owner = key if is_id(before, key) else owner
    return owner


def is_own_data(keys: Iterable[object]) -> bool:
    """Whether a path of keys leads to a value inside a mapping of the author's own, below `meta`.

    >>> is_own_data(["map", "meta", "edition"]), is_own_data(["claims", "meta", "text"])
    (True, False)
    """
    path = ["", *(key for key in keys if isinstance(key, str))][:-1]
    return any(key == "meta" and before not in _TABLES for before, key in pairwise(path))


def owners(root: object) -> list[tuple[Place, str | None]]:
    """The places of all keys and items of a file in order, each with the claim that it belongs to.

    Cost: linear, but for the sorting.
    """
    return sorted(_owners(root), key=lambda part: part[0])


def _owners(root: object) -> Iterator[tuple[Place, str | None]]:
    waiting: list[tuple[object, str, str | None]] = [(root, "", None)]
    for node, before, owner in waiting:  # grows on the way: no recursion
        if isinstance(node, PlacedMapping):
            for key, value in node.items():
                inner = key if is_id(before, key) else owner
                yield node.keys_at[key], inner
                waiting.append((value, key, inner))
        elif isinstance(node, PlacedSequence):
            for item, place in zip(node, node.items_at, strict=True):
                yield place, owner
                waiting.append((item, before, owner))

"""The classes of restated claims: claims that say the same, directly or through others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.disjoint_sets import DisjointSets

if TYPE_CHECKING:
    from collections.abc import Iterable


def classes_of(restated_groups: Iterable[Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """The class of every restated claim: all ids that say the same, sorted.

    Groups that share a claim form one class, as saying the same is transitive.

    >>> classes_of([("a", "b"), ("c", "b"), ("d",)])
    {'a': ('a', 'b', 'c'), 'b': ('a', 'b', 'c'), 'c': ('a', 'b', 'c')}
    """
    restated = DisjointSets()
    for group in restated_groups:
        members = list(group)
        for other in members[1:]:
            restated.join(members[0], other)
    classes = (tuple(sorted(members)) for members in restated.sets())
    return dict(sorted((claim, members) for members in classes for claim in members if members[1:]))

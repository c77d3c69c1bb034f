"""The classes of restated claims: the transitive closure of "says the same"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def classes_of(restated: Iterable[Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """The class of every restated claim: all ids that say the same, sorted.

    Groups that share a claim form one class, as saying the same is transitive. Cost: n log n, as
    the smaller of two classes is always merged into the larger one.

    >>> classes_of([("a", "b"), ("c", "b"), ("d",)])
    {'a': ('a', 'b', 'c'), 'b': ('a', 'b', 'c'), 'c': ('a', 'b', 'c')}
    """
    joined: dict[str, set[str]] = {}
    for group in restated:
        for member in (members := list(group)):
            small, large = joined.get(member, {member}), joined.get(members[0], {members[0]})
            if len(small) > len(large):
                small, large = large, small
            large |= small
            joined |= dict.fromkeys((*small, member, members[0]), large)
    classes = {id(members): tuple(sorted(members)) for members in joined.values()}
    return {
        claim: classes[id(members)] for claim, members in sorted(joined.items()) if len(members) > 1
    }

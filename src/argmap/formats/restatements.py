"""Restatements that can stand beside the relations of a map, and beside the marks of its claims."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argmap.model.relation import Relation


def without_conflict(
    pairs: Sequence[tuple[str, str]],
    relations: Iterable[Relation],
    marks: Mapping[str, str] = MappingProxyType({}),
) -> tuple[list[tuple[str, str]], list[int]]:
    """The pairs of claims that can be one claim, and the numbers of those that cannot.

    Claims that say the same are one claim in reasoning, and a claim does not support or attack
    itself; so a pair whose classes have a relation between them is left out, as the relation says
    more. So is one whose classes are marked in different ways: as granted, as not granted, or as
    still to be supported. `marks` has the mark of each claim that has one. Pairs are taken in their
    order. Cost: nearly linear, as the smaller class is walked.

    >>> from argmap.model.relation import Relation
    >>> without_conflict([("a", "b"), ("b", "c")], [Relation.of("a", "supports", "c")])
    ([('a', 'b')], [1])
    >>> without_conflict([("a", "b"), ("b", "c")], [], {"a": "true", "c": "false"})
    ([('a', 'b')], [1])
    """
    kept: list[tuple[str, str]] = []
    refused: list[int] = []
    class_of: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    near: dict[str, set[str]] = {}
    mark_of = dict(marks)
    if pairs:
        for relation in relations:
            for premise in relation.premises:
                near.setdefault(premise, set()).add(relation.target)
                near.setdefault(relation.target, set()).add(premise)
    for index, (first, second) in enumerate(pairs):
        small, large = (class_of.get(claim, claim) for claim in (first, second))
        if small == large:
            kept.append((first, second))
            continue
        if len(members.get(small, ())) > len(members.get(large, ())):
            small, large = large, small
        has_two_marks = len({mark_of[each] for each in (small, large) if each in mark_of}) > 1
        inside = members.get(small, [small])
        is_joined = any(
            class_of.get(n, n) == large for claim in inside for n in near.get(claim, ())
        )
        if is_joined or has_two_marks:
            refused.append(index)
            continue
        members.setdefault(large, [large]).extend(inside)
        members.pop(small, None)
        if small in mark_of:
            mark_of[large] = mark_of[small]
        class_of.update(dict.fromkeys(inside, large))
        kept.append((first, second))
    return kept, refused

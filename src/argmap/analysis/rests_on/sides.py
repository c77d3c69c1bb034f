"""The steps of a map that work for a claim or against it, and the claims that serve both sides."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.analysis.reading_of_map import Reading
    from argmap.model.argument_map import ArgumentMap


FARTHEST = 4
"""The largest sum of the distances of the two steps of a turn from the claim."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A claim that serves both sides: one step from it works for the claim, another against it.

    Of several such steps the nearest to the claim is named.
    """

    claim: str
    works_for: str
    works_against: str


@dataclass(frozen=True, slots=True)
class Sides:
    """The relations that bear on a claim, by the side for which they work, nearest first.

    A support works for the side of its target, an attack for the opposite side. If paths from a
    relation lead to both sides, the shorter path decides; if both are equally long, the relation is
    on neither side. `distance` counts the steps between a relation and the claim. Relations that
    have the claim itself as a premise are left out.
    """

    claim: str
    works_for: tuple[str, ...]
    works_against: tuple[str, ...]
    distance: Mapping[str, int]
    turns: tuple[Turn, ...]


def sides(reading: Reading, claim: str) -> Sides:
    """The two sides of a claim, found by one breadth-first search. Cost: linear.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> both = sides(Reading(THREE_CLAIMS), "close")
    >>> both.works_for, both.works_against
    (('for',), ('against',))
    """
    argument_map = reading.map
    reached: dict[tuple[str, bool], int] = {}  # relation, whether it works for the claim: distance
    own = set(argument_map.class_of(claim))
    seen = {(argument_map.head_of(claim), True)}
    queue = deque([(relation, True, 0) for relation in argument_map.relations_to_class(claim)])
    while queue:
        relation, for_target, distance = queue.popleft()
        works_for = for_target == (relation.kind is Kind.SUPPORTS)
        if (relation.id, works_for) in reached or own.intersection(relation.premises):
            continue
        reached[relation.id, works_for] = distance
        for undercut in argument_map.relations_to(relation.id):
            queue.append((undercut, works_for, distance + 1))
        for premise in relation.premises:
            first = argument_map.head_of(premise)
            if (first, works_for) not in seen:
                seen.add((first, works_for))
                below = argument_map.relations_to_class(first)
                queue.extend((relation, works_for, distance + 1) for relation in below)
    nearer: dict[bool, list[str]] = {True: [], False: []}
    distances: dict[str, int] = {}
    for (id_, works_for), distance in reached.items():
        if distance < reached.get((id_, not works_for), distance + 1):
            nearer[works_for].append(id_)
            distances[id_] = distance
    turns = tuple(_turns(argument_map, reached))
    return Sides(claim, tuple(nearer[True]), tuple(nearer[False]), distances, turns)


def _turns(argument_map: ArgumentMap, reached: Mapping[tuple[str, bool], int]) -> Iterator[Turn]:
    """The claims that serve both sides, by a step on one side only and another step, nearest first.

    A claim all of whose steps are on both sides lies below such a claim and adds nothing: it is
    left out. So is a claim whose two steps are too far from the claim in question.
    """
    used: dict[str, tuple[list[str], list[str]]] = {}
    for id_, works_for in reached:
        for premise in argument_map.relations[id_].premises:
            first = argument_map.head_of(premise)
            used.setdefault(first, ([], []))[not works_for].append(id_)
    turns: list[tuple[int, Turn]] = []
    for claim, (good, bad) in used.items():
        pure_good = [id_ for id_ in good if (id_, False) not in reached]
        pure_bad = [id_ for id_ in bad if (id_, True) not in reached]
        if not (good and bad and (pure_good or pure_bad)):
            continue
        good_step = min(pure_good or good, key=lambda id_: reached[id_, True])
        other = min(pure_bad or bad, key=lambda id_: reached[id_, False])
        distance = reached[good_step, True] + reached[other, False]
        if good_step != other and distance <= FARTHEST:
            turns.append((distance, Turn(claim, good_step, other)))
    yield from (turn for _, turn in sorted(turns, key=lambda pair: (pair[0], pair[1].claim)))

"""The relations that have a line in a picture: all, unless there are so many that none is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.words.crowded import is_crowded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation


def drawn_and_not(
    argument_map: ArgumentMap, carrier: Mapping[str, object]
) -> tuple[list[Relation], list[Relation]]:
    """The relations that have a line, and those for which there are too many, both by their ids.

    `carrier` has the relations that the layout follows. Of a crowded map these alone are drawn, and
    the relations on whose lines they end.
    """
    every = _lines(argument_map, carrier)
    if not is_crowded(argument_map):
        return every, []
    chosen = _arranging(argument_map, carrier)
    return (
        [relation for relation in every if relation.id in chosen],
        [relation for relation in every if relation.id not in chosen],
    )


def _lines(argument_map: ArgumentMap, carrier: Mapping[str, object]) -> list[Relation]:
    """The relations with a line of their own, where the two of a contradiction count as one."""
    drawn = []
    pairs = set()
    by_place = sorted(
        argument_map.relations.values(), key=lambda relation: relation.id not in carrier
    )
    for relation in by_place:
        if relation.contradiction:
            pair = frozenset((*relation.premises, relation.target))
            if pair in pairs:
                continue
            pairs.add(pair)
        drawn.append(relation)
    return sorted(drawn, key=lambda relation: relation.id)


def _arranging(argument_map: ArgumentMap, carrier: Mapping[str, object]) -> dict[str, None]:
    """The relations that the layout follows, with those on whose lines they end."""
    chosen = dict.fromkeys(carrier)
    waiting = list(chosen)
    for id_ in waiting:  # the list grows during the loop
        target = argument_map.relations[id_].target
        if target in argument_map.relations and target not in chosen:
            chosen[target] = None
            waiting.append(target)
    return chosen

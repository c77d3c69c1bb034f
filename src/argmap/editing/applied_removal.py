"""Claims and relations taken out of a map as a value, with all that hangs on them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.model.relation import contradiction_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation


def both_ways(argument_map: ArgumentMap, relation: Relation) -> list[Relation]:
    """The relation, and if it is a contradiction its opposite direction as well."""
    if not relation.contradiction:
        return [relation]
    opposite = contradiction_id(relation.target, relation.premises[0])
    return [relation, argument_map.relations[opposite]]


def without(
    argument_map: ArgumentMap, claims: Iterable[str], relations: Iterable[str]
) -> ArgumentMap:
    """The map without some claims and relations, and without all that undercuts these."""
    gone = {*relations}
    opposite = {
        way.id for id_ in gone for way in both_ways(argument_map, argument_map.relations[id_])
    }
    waiting = [*gone, *opposite]
    for id_ in waiting:  # grows on the way: no recursion
        gone.add(id_)
        waiting += (each.id for each in argument_map.relations_to(id_) if each.id not in gone)
    lost = {*claims}
    return replace(
        argument_map,
        claims={id_: each for id_, each in argument_map.claims.items() if id_ not in lost},
        relations={id_: each for id_, each in argument_map.relations.items() if id_ not in gone},
    )


def without_mentions(argument_map: ArgumentMap, id_: str) -> ArgumentMap:
    """The map without a claim, its relations, and every mention of it."""

    def kept(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(each for each in ids if each != id_)

    classes = {
        member: kept(members)
        for member, members in argument_map.classes.items()
        if member != id_ and len(kept(members)) > 1
    }
    bare = replace(
        argument_map,
        classes=classes,
        main=kept(argument_map.main),
        steps=tuple(
            replace(step, show=kept(step.show), reject=kept(step.reject), accept=kept(step.accept))
            for step in argument_map.steps
            if kept(step.show)
        ),
        views={
            name: replace(view, focus=None) if view.focus == id_ else view
            for name, view in argument_map.views.items()
        },
        questions={
            each.id: replace(each, answers=kept(each.answers))
            for each in argument_map.questions.values()
        },
        stances={
            each.id: replace(
                each,
                reject=each.reject - {id_},
                accept=each.accept - {id_},
                credences={key: value for key, value in each.credences.items() if key != id_},
            )
            for each in argument_map.stances.values()
        },
        expectations=tuple(
            replace(each, reject=each.reject - {id_}, accept=each.accept - {id_})
            for each in argument_map.expectations
            if each.claim != id_
        ),
    )
    related = (*argument_map.relations_from(id_), *argument_map.relations_to(id_))
    return without(bare, {id_}, {each.id for each in related})

"""Maps compared by what they say: places in files, and numbers of entries, make no difference."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.diagnostics import NOWHERE

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.source import Locator


def bare(argument_map: ArgumentMap) -> ArgumentMap:
    """The map without places in files, its relations numbered anew in their order."""
    order = {
        relation.id: index
        for target in (*argument_map.claims, *argument_map.relations)
        for index, relation in enumerate(argument_map.relations_to(target))
        if relation.position is not None
    }
    return replace(
        argument_map,
        claims={
            id_: replace(
                claim,
                location=NOWHERE,
                locators=_bare(claim.locators),
                ignore=tuple(replace(each, location=NOWHERE) for each in claim.ignore),
            )
            for id_, claim in argument_map.claims.items()
        },
        relations={
            id_: replace(
                relation,
                location=NOWHERE,
                locators=_bare(relation.locators),
                position=order.get(id_),
            )
            for id_, relation in argument_map.relations.items()
        },
        sources={
            id_: replace(source, location=NOWHERE) for id_, source in argument_map.sources.items()
        },
        stances={
            id_: replace(stance, location=None) for id_, stance in argument_map.stances.items()
        },
        schemes={
            id_: replace(scheme, location=None) for id_, scheme in argument_map.schemes.items()
        },
        expectations=tuple(
            sorted(
                (replace(each, location=NOWHERE) for each in argument_map.expectations), key=repr
            )
        ),
    )


def _bare(locators: tuple[Locator, ...]) -> tuple[Locator, ...]:
    return tuple(replace(locator, location=NOWHERE) for locator in locators)

"""Maps compared by what they say: places in files, and numbers of entries, make no difference."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

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
        questions={
            id_: replace(question, location=NOWHERE)
            for id_, question in argument_map.questions.items()
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


def differences(first: ArgumentMap, second: ArgumentMap) -> list[str]:
    """The fields in which two maps differ when both are `bare`, each with both values."""
    ours, others = bare(first), bare(second)
    lines = []
    for name in (each.name for each in fields(ours) if each.compare):
        mine, theirs = getattr(ours, name), getattr(others, name)
        if mine != theirs and name in ("claims", "relations", "sources"):
            lines += [
                f"{name} {id_}: {_parts(mine.get(id_), theirs.get(id_))}"
                for id_ in sorted({*mine, *theirs})
                if mine.get(id_) != theirs.get(id_)
            ]
        elif mine != theirs:
            lines.append(f"{name}: {mine!r} != {theirs!r}")
    return lines


def _parts(mine: Any, theirs: Any) -> str:  # noqa: ANN401  # parts of a map
    if mine is None or theirs is None:
        return "only in one of the two"
    return "; ".join(
        f"{each.name} {getattr(mine, each.name)!r} != {getattr(theirs, each.name)!r}"
        for each in fields(mine)
        if each.compare and getattr(mine, each.name) != getattr(theirs, each.name)
    )

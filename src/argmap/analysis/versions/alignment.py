"""An older version of a map in the names of a newer one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from argmap.model.relation import Kind, contradiction_id, derived_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from argmap.model.argument_map import ArgumentMap, Step
    from argmap.model.relation import Relation
    from argmap.model.stance import Expectation, Stance


def renamed_claims(old: ArgumentMap, new: ArgumentMap) -> dict[str, str]:
    """The claims that have another id and the very same text, by their old ids.

    Only where the text occurs once in either map.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> renamed_claims(ArgumentMap({}), ArgumentMap({}))
    {}
    """
    by_text = [
        _by_text(one, (id_ for id_ in one.claims if id_ not in other.claims))
        for one, other in ((old, new), (new, old))
    ]
    return {
        ids[0]: by_text[1][text][0]
        for text, ids in by_text[0].items()
        if len(ids) == 1 and len(by_text[1].get(text, ())) == 1
    }


def _by_text(argument_map: ArgumentMap, ids: Iterable[str]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for id_ in ids:
        found[" ".join(argument_map.claims[id_].text.split())].append(id_)
    return found


class Aligned(NamedTuple):
    """An old map in new ids; `called` has the relations that lost, got or changed a name."""

    map: ArgumentMap
    called: dict[str, str]


def aligned(old: ArgumentMap, new: ArgumentMap, renamed: Mapping[str, str]) -> Aligned:
    """The old map with the ids of the new one.

    Claims are called as `renamed` says, and a relation as the one in the new map that has the same
    premises, kind and target. Cost: linear.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> aligned(ArgumentMap({}), ArgumentMap({}), {}).map == ArgumentMap({})
    True
    """

    def claim(id_: str) -> str:
        return renamed.get(id_, id_)

    relations: dict[str, Relation] = {}
    called: dict[str, str] = {}
    fit = _by_shape(one for one in new.relations.values() if one.id not in old.relations)
    waiting = [one for one in old.relations.values() if one.target in old.claims]
    for one in waiting:  # grows while it is read: what is directed at a relation comes after it
        premises = tuple(sorted(map(claim, one.premises)))
        target = called[one.target] if one.kind is Kind.UNDERCUTS else claim(one.target)
        moved = replace(one, premises=premises, target=target, id=_own_id(one, premises, target))
        if moved.id not in new.relations and (same := fit.get(_shape(moved))):
            moved = replace(moved, id=same.pop())
        called[one.id] = moved.id
        relations[moved.id] = moved
        waiting += old.relations_to(one.id)
    for id_, one in old.relations.items():  # undercuts that only undercut each other
        if id_ not in called:
            relations[id_] = replace(one, premises=tuple(sorted(map(claim, one.premises))))
    moved_map = replace(
        old,
        claims={claim(id_): replace(one, id=claim(id_)) for id_, one in old.claims.items()},
        relations=relations,
        classes={
            claim(id_): tuple(sorted(map(claim, members))) for id_, members in old.classes.items()
        },
        main=tuple(map(claim, old.main)),
        steps=tuple(_step(one, claim) for one in old.steps),
        views={
            name: replace(one, focus=None if one.focus is None else claim(one.focus))
            for name, one in old.views.items()
        },
        stances={id_: _stance(one, claim) for id_, one in old.stances.items()},
        expectations=tuple(_expectation(one, claim) for one in old.expectations),
    )
    names = {
        id_: now
        for id_, now in called.items()
        if id_ != now and (old.relations[id_].named or _is_named(new, now))
    }
    return Aligned(moved_map, names)


def _is_named(argument_map: ArgumentMap, id_: str) -> bool:
    """Whether there is such a relation, and its author named it."""
    relation = argument_map.relations.get(id_)
    return relation is not None and relation.named


def _step(one: Step, claim: Callable[[str], str]) -> Step:
    return replace(
        one,
        show=tuple(map(claim, one.show)),
        reject=tuple(map(claim, one.reject)),
        accept=tuple(map(claim, one.accept)),
    )


def _stance(one: Stance, claim: Callable[[str], str]) -> Stance:
    return replace(
        one,
        reject=frozenset(map(claim, one.reject)),
        accept=frozenset(map(claim, one.accept)),
        credences={claim(id_): value for id_, value in one.credences.items()},
    )


def _expectation(one: Expectation, claim: Callable[[str], str]) -> Expectation:
    return replace(
        one,
        claim=claim(one.claim),
        reject=frozenset(map(claim, one.reject)),
        accept=frozenset(map(claim, one.accept)),
    )


def _own_id(one: Relation, premises: tuple[str, ...], target: str) -> str:
    """The relation's id once its claims are called otherwise."""
    if one.named:
        return one.id
    if one.contradiction:
        return contradiction_id(premises[0], target)
    return derived_id(premises, one.kind, target)


def _shape(one: Relation) -> tuple[Kind, tuple[str, ...], str, bool]:
    return one.kind, tuple(sorted(one.premises)), one.target, one.contradiction


def _by_shape(relations: Iterable[Relation]) -> dict[object, list[str]]:
    found: defaultdict[object, list[str]] = defaultdict(list)
    for one in relations:
        found[_shape(one)].append(one.id)
    return {key: sorted(ids, reverse=True) for key, ids in found.items()}

"""An older version of a map, with its claims and relations under the ids of a newer one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from argmap.model.relation import Kind, contradiction_id, derived_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.presentation import Step
    from argmap.model.relation import Relation
    from argmap.model.stance import Expectation, Stance


def renamed_claims(old: ArgumentMap, new: ArgumentMap) -> dict[str, str]:
    """The claims that were renamed, old id to new: the id differs and the text is the same.

    A text that occurs twice in one of the maps is left out, as it does not say which claim it is.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> old = ArgumentMap.of([Claim("bus", "Take the bus.")])
    >>> renamed_claims(old, ArgumentMap.of([Claim("ride", "Take the bus.")]))
    {'bus': 'ride'}
    """
    by_text = [
        _by_text(version, (id_ for id_ in version.claims if id_ not in other.claims))
        for version, other in ((old, new), (new, old))
    ]
    return {
        ids[0]: by_text[1][text][0]
        for text, ids in by_text[0].items()
        if len(ids) == 1 and len(by_text[1].get(text, ())) == 1
    }


def _by_text(argument_map: ArgumentMap, ids: Iterable[str]) -> dict[str, list[str]]:
    ids_by_text: defaultdict[str, list[str]] = defaultdict(list)
    for id_ in ids:
        ids_by_text[" ".join(argument_map.claims[id_].text.split())].append(id_)
    return ids_by_text


class Aligned(NamedTuple):
    """An old map under new ids; `called` has the relations whose name differs, old id to new."""

    map: ArgumentMap
    called: dict[str, str]


def aligned(old: ArgumentMap, new: ArgumentMap, renamed: Mapping[str, str]) -> Aligned:
    """The old map with the ids of the new one.

    Claims get the ids in `renamed`. A relation whose id is not in the new map gets the id of the
    relation there that has the same premises, kind and target. Cost: linear.

    >>> from dataclasses import replace
    >>> from argmap.model.example import THREE_CLAIMS
    >>> costly = replace(THREE_CLAIMS.relations["against"], id="costly")
    >>> relations = {"for": THREE_CLAIMS.relations["for"], "costly": costly}
    >>> aligned(THREE_CLAIMS, replace(THREE_CLAIMS, relations=relations), {}).called
    {'against': 'costly'}
    """

    def claim(id_: str) -> str:
        return renamed.get(id_, id_)

    relations, called = _relations_in_new_ids(old, new, claim)
    moved_map = replace(
        old,
        claims={
            claim(id_): replace(statement, id=claim(id_)) for id_, statement in old.claims.items()
        },
        relations=relations,
        classes={
            claim(id_): tuple(sorted(map(claim, members))) for id_, members in old.classes.items()
        },
        main=tuple(map(claim, old.main)),
        used=frozenset(map(claim, old.used)),
        questions={
            id_: replace(question, answers=tuple(map(claim, question.answers)))
            for id_, question in old.questions.items()
        },
        steps=tuple(_step(step, claim) for step in old.steps),
        views={
            name: replace(view, focus=None if view.focus is None else claim(view.focus))
            for name, view in old.views.items()
        },
        stances={id_: _stance(stance, claim) for id_, stance in old.stances.items()},
        expectations=tuple(_expectation(expectation, claim) for expectation in old.expectations),
    )
    names = {
        id_: now
        for id_, now in called.items()
        if id_ != now and (old.relations[id_].named or _is_named(new, now))
    }
    return Aligned(moved_map, names)


def _relations_in_new_ids(
    old: ArgumentMap, new: ArgumentMap, claim: Callable[[str], str]
) -> tuple[dict[str, Relation], dict[str, str]]:
    """The relations of the old map under their new ids, and the new id of each old id."""
    relations: dict[str, Relation] = {}
    called: dict[str, str] = {}
    fit = _by_shape(
        relation for relation in new.relations.values() if relation.id not in old.relations
    )
    waiting = [relation for relation in old.relations.values() if relation.target in old.claims]
    for relation in waiting:  # grows while it is read: undercuts come after their targets
        premises = tuple(sorted(map(claim, relation.premises)))
        is_undercut = relation.kind is Kind.UNDERCUTS
        target = called[relation.target] if is_undercut else claim(relation.target)
        own_id = _own_id(relation, premises, target)
        moved = replace(relation, premises=premises, target=target, id=own_id)
        if moved.id not in new.relations and (same := fit.get(_shape(moved))):
            moved = replace(moved, id=same.pop())
        called[relation.id] = moved.id
        relations[moved.id] = moved
        waiting += old.relations_to(relation.id)
    for id_, relation in old.relations.items():  # undercuts that undercut each other in a circle
        if id_ not in called:
            premises = tuple(sorted(map(claim, relation.premises)))
            relations[id_] = replace(relation, premises=premises)
    return relations, called


def _is_named(argument_map: ArgumentMap, id_: str) -> bool:
    """Whether the map has a relation with this id, and its author gave it that id."""
    relation = argument_map.relations.get(id_)
    return relation is not None and relation.named


def _step(step: Step, claim: Callable[[str], str]) -> Step:
    return replace(
        step,
        show=tuple(map(claim, step.show)),
        reject=tuple(map(claim, step.reject)),
        accept=tuple(map(claim, step.accept)),
    )


def _stance(stance: Stance, claim: Callable[[str], str]) -> Stance:
    return replace(
        stance,
        reject=frozenset(map(claim, stance.reject)),
        accept=frozenset(map(claim, stance.accept)),
        credences={claim(id_): value for id_, value in stance.credences.items()},
    )


def _expectation(expectation: Expectation, claim: Callable[[str], str]) -> Expectation:
    return replace(
        expectation,
        claim=claim(expectation.claim),
        reject=frozenset(map(claim, expectation.reject)),
        accept=frozenset(map(claim, expectation.accept)),
    )


def _own_id(relation: Relation, premises: tuple[str, ...], target: str) -> str:
    """The id of a relation after its claims are renamed: derived ids change, given ones do not."""
    if relation.named:
        return relation.id
    if relation.contradiction:
        return contradiction_id(premises[0], target)
    return derived_id(premises, relation.kind, target)


def _shape(relation: Relation) -> tuple[Kind, tuple[str, ...], str, bool]:
    return relation.kind, tuple(sorted(relation.premises)), relation.target, relation.contradiction


def _by_shape(relations: Iterable[Relation]) -> dict[object, list[str]]:
    ids_by_shape: defaultdict[object, list[str]] = defaultdict(list)
    for relation in relations:
        ids_by_shape[_shape(relation)].append(relation.id)
    return {key: sorted(ids, reverse=True) for key, ids in ids_by_shape.items()}

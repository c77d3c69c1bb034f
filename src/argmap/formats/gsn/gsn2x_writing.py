"""The writer of gsn2x files: a map as one module of YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.argmap.yaml_text import yaml_text
from argmap.formats.carried import WORDS
from argmap.formats.exchange import Exported
from argmap.formats.gsn.elements import Element, Sort
from argmap.formats.gsn.from_map import Structure
from argmap.formats.gsn.gsn2x_reading import NAME, OWN_KEYS, sort_of_id
from argmap.formats.gsn.own_fields import CARRIED_OF_CLAIMS

if TYPE_CHECKING:
    from argmap.formats.gsn.elements import Challenge
    from argmap.model.argument_map import ArgumentMap

_SORTS = {sort.value: sort for sort in Sort}
_OF_MODULE = frozenset({"name", "brief", "question", "uses", "extends", "modules", "unread"})
_WRITTEN_FIELDS = frozenset(part.partition(".")[2] for part in CARRIED_OF_CLAIMS) | {"scheme"}


def written(argument_map: ArgumentMap) -> Exported:
    """The map as a module. Cost: linear."""
    structure = Structure(argument_map, NAME)
    structure.draw()
    _sort(structure)
    assumed = {each.id for each in structure.elements.values() if each.sort is Sort.ASSUMPTION}
    structure.place_assumptions(assumed)
    structure.draw_attacks(of_connections=True, several=False)
    tree: dict[str, Any] = {}
    module = _module(structure)
    if module:
        tree["module"] = module
    for element in structure.elements.values():
        tree[element.id] = _element(element, structure)
    tree |= {
        id_: values
        for id_, values in _mapping(argument_map.meta.get("unread")).items()
        if id_ not in tree
    }
    return Exported(yaml_text(tree), structure.losses.all)


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _sort(structure: Structure) -> None:
    """Give each claim its sort: by its old id, or by its part in the argument."""
    counters = _counters(structure)
    is_premise = {
        child
        for each in structure.elements.values()
        for child in each.supported_by
        if each.sort is Sort.STRATEGY or each.id not in counters
    }
    for id_, claim in structure.map.claims.items():
        element = structure.elements[structure.ids[id_]]
        named = _SORTS.get(str(element.meta.pop("nodeType", "")))
        by_id = sort_of_id(element.id)
        is_leaf = not element.supported_by and not claim.pending
        if named is not None or (by_id is not None and claim.origin is not None):
            element.sort = named or by_id or Sort.GOAL
        elif element.id in counters:
            element.sort = Sort.COUNTER_GOAL
        elif is_leaf and element.id in is_premise:
            element.sort = Sort.SOLUTION


def _counters(structure: Structure) -> set[str]:
    """The claims that attack something, and those that support them."""
    counters = [
        structure.ids[premise]
        for relation in structure.map.relations.values()
        if relation.kind != "supports"
        for premise in relation.premises
    ]
    seen = set(counters)
    for id_ in counters:  # grows on the way
        for child in structure.elements[id_].supported_by:
            if child not in seen:
                seen.add(child)
                counters.append(child)
    return seen


def _module(structure: Structure) -> dict[str, Any]:
    argument_map = structure.map
    meta = argument_map.meta
    further = {key: value for key, value in meta.items() if key not in _OF_MODULE}
    module = {"name": argument_map.title, "brief": meta.get("brief"), **further}
    if argument_map.question:
        module["question"] = argument_map.question
    return {key: value for key, value in module.items() if value is not None and value != ""}


def _element(element: Element, structure: Structure) -> dict[str, Any]:
    """The entry of an element, its own keys first."""
    challenges = [_shown(challenge) for challenge in element.challenges]
    fields = dict(element.fields)
    if element.sort is Sort.ASSUMPTION and fields.get("granted") is True:
        del fields["granted"]  # as every assumption is
    values = {
        "nodeType": element.sort.value if sort_of_id(element.id) is not element.sort else None,
        "text": element.text,
        "supportedBy": element.supported_by,
        "inContextOf": element.context_of,
        "challenges": challenges[0] if challenges else None,
        "alsoChallenges": challenges[1:],
        "undeveloped": element.is_pending or None,
    }
    tree = {key: value for key, value in values.items() if value not in (None, "", [])} | fields
    for key, value in element.meta.items():
        if key in OWN_KEYS or key in tree or key in _WRITTEN_FIELDS:
            what = "claim" if element.sort is not Sort.STRATEGY else "relation"
            structure.losses.add(WORDS[f"{what}.meta"], f"{element.id}: {key}")
        else:
            tree[key] = value
    return tree


def _shown(challenge: Challenge) -> str:
    return (
        challenge.target if challenge.other is None else f"{challenge.target} -> {challenge.other}"
    )

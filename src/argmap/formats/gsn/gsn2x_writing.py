"""The writer of gsn2x files: a map as one module of YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.editing.yaml_text import yaml_text
from argmap.formats.carried import WORDS
from argmap.formats.exchange import Exported
from argmap.formats.gsn.elements import Element, Sort, argued, usual_sorts, without_false_steps
from argmap.formats.gsn.from_map import Structure
from argmap.formats.gsn.gsn2x_reading import NAME, OWN_KEYS, sort_of_id
from argmap.formats.gsn.own_fields import CARRIED_OF_CLAIMS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.formats.gsn.elements import Challenge
    from argmap.model.argument_map import ArgumentMap

_SORTS = {sort.value: sort for sort in Sort}
_OF_MODULE = frozenset({"name", "brief", "question", "uses", "extends", "modules", "unread"})
_WRITTEN_FIELDS = frozenset(part.partition(".")[2] for part in CARRIED_OF_CLAIMS) | {"scheme"}


def written(argument_map: ArgumentMap) -> Exported:
    """The map as a module. Cost: linear."""
    structure = Structure(argument_map, NAME)
    structure.draw()
    structure.draw_attacks(of_connections=True, several=False)
    known_sorts = _known_sorts(structure)
    structure.place_assumptions(
        id_ for id_, sort in known_sorts.items() if sort is Sort.ASSUMPTION or sort.is_note
    )
    _sort(structure, known_sorts)
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


def _known_sorts(structure: Structure) -> dict[str, Sort]:
    """The sorts that claims had in the file they came from, where they still fit.

    A context that nothing argues about would be read as a mere note.
    """
    known = argued(structure.elements)
    known_sorts: dict[str, Sort] = {}
    for claim in structure.map.claims.values():
        element = structure.elements[structure.ids[claim.id]]
        sort = _SORTS.get(str(element.meta.get("nodeType", "")))
        if sort is None and claim.origin is not None:
            sort = sort_of_id(element.id)
        if sort is not None and (not sort.is_note or element.id in known):
            known_sorts[element.id] = sort
    return known_sorts


def _sort(structure: Structure, known_sorts: Mapping[str, Sort]) -> None:
    """Give each claim its sort: the one it had, or that of its part in the argument."""
    usual = usual_sorts(structure.elements)
    for id_ in structure.map.claims:
        element = structure.elements[structure.ids[id_]]
        element.sort = known_sorts.get(element.id) or usual[element.id]
    for element in structure.elements.values():
        element.meta.pop("nodeType", None)
    without_false_steps(structure.elements, structure.step_ids.values())
    for element in structure.elements.values():
        if any(structure.elements[child].is_apart for child in element.supported_by):
            element.meta["eachSuffices"] = True
            what = "reasons that count each by itself (GSN asks for all; argmap reads eachSuffices)"
            structure.losses.add(what, element.id)


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

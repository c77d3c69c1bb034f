"""An abstract framework as an argument map, so that all analyses and views work on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Location
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim
from argmap.model.relation import Force, Kind, Relation, derived_id

if TYPE_CHECKING:
    from argmap.formats.abstract import Abstract


def map_of(abstract: Abstract, path: str) -> ArgumentMap:
    r"""A map with the same extensions as the framework; attacks are read as `defeat`.

    Arguments, assumptions and facts become granted claims, other atoms claims that need support;
    rules become supports, contraries attacks. Cost: linear.

    >>> from argmap.formats.iccma import read
    >>> list(map_of(read("p af 2\n1 2\n"), "x.af").relations)
    ['1~attacks~2']
    """
    here, names = Location(path, 1, 1), abstract.names
    assumed = set(abstract.framework.assumptions)
    facts = {head for head, body in abstract.framework.rules if not body}
    claims = {
        name: Claim(name, _text(name, abstract), here, granted=atom in assumed or atom in facts)
        for atom, name in enumerate(names)
    }
    relations: dict[str, Relation] = {}
    for head, body in abstract.framework.rules:
        if body and head not in body:  # an atom that needs itself is never derived by that rule
            premises = tuple(sorted({names[atom] for atom in body}))
            id_ = derived_id(premises, Kind.SUPPORTS, names[head])
            relations[id_] = Relation(id_, Kind.SUPPORTS, premises, names[head], here)
    for attacked, attacker in abstract.framework.contraries:
        premises = (names[attacker],)
        id_ = derived_id(premises, Kind.ATTACKS, names[attacked])
        relations[id_] = Relation(id_, Kind.ATTACKS, premises, names[attacked], here)
    return ArgumentMap(claims, relations, objections=Force.DEFEAT)


def _text(name: str, abstract: Abstract) -> str:
    return f"{'Atom' if abstract.is_flat_aba else 'Argument'} {name}."

"""Abstract frameworks: maps of nothing but granted claims that attack each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.errors import UsageError
from argmap.model.relation import Kind
from argmap.reasoning.extension_tasks import ExtensionQuery
from argmap.reasoning.framework import Framework
from argmap.reasoning.solvers.engines import oracles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.analysis.labels.labelling import Labelling
    from argmap.reasoning.horn import Atom


def dung_question(labelling: Labelling, code: str) -> tuple[ExtensionQuery, Sequence[Atom]]:
    """The map as an abstract framework (Dung 1995), and for each argument its atom in the map.

    An argument stands for the assumption that a class is granted, and its atom is that assumption
    in `labelling.compiled`. A rejected class is no argument; an accepted class is an argument that
    nothing attacks. A pending class is an argument that attacks itself. `code` is the short name
    of the semantics in `CODES`.

    Raises:
        UsageError: the map has supports, undercuts, linked attacks, or claims that are neither
            granted nor pending.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> from argmap.model.relation import Relation
    >>> attack = Relation.of("slow", "attacks", "bus")
    >>> small = ArgumentMap.of([Claim("bus", "Take it."), Claim("slow", "It is slow.")], [attack])
    >>> query, atoms = dung_question(Reading(small).grounded, "STG")
    >>> query.framework.contraries, len(atoms)
    (((0, 1),), 2)
    """
    argument_map, compiled = labelling.map, labelling.compiled
    rejected = {argument_map.head_of(id_) for id_ in labelling.stance.reject}
    accepted = {argument_map.head_of(id_) for id_ in labelling.stance.accept}
    relations = argument_map.relations.values()
    is_plain = all(
        relation.kind is Kind.ATTACKS and not relation.is_linked for relation in relations
    )
    is_forward = (
        argument_map.is_granted(id_) or argument_map.is_pending(id_) for id_ in argument_map.claims
    )
    if not is_plain or not all(is_forward):
        raise UsageError(
            "semi-stable and stage are for abstract frameworks: granted claims, and attacks of one "
            "claim on another; this map also has supports, undercuts, attacks with several "
            "premises, or claims that are not granted; name another semantics"
        )
    ids = [id_ for id_ in compiled.granted if id_ not in rejected]
    number = {id_: place for place, id_ in enumerate(ids)}
    attacks = [
        (argument_map.head_of(attack.target), argument_map.head_of(attack.premises[0]))
        for attack in relations
    ]
    attacks += [(id_, id_) for id_ in ids if argument_map.is_pending(id_)]
    pairs = tuple(
        (number[attacked], number[attacker])
        for attacked, attacker in attacks
        if attacked in number and attacker in number and attacked not in accepted
    )
    framework = Framework(len(ids), tuple(range(len(ids))), (), pairs)
    return ExtensionQuery(framework, code, oracles()), [compiled.granted[id_] for id_ in ids]

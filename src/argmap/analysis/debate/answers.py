"""The answers to an argument: attacks on its step, on its premises, and on what carries these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.labels.labelling import Label
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.reading_of_map import Reading
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation


def attacks_on(reading: Reading, relation: Relation) -> tuple[str, ...]:
    """The attacks on a step and on its premises, best first.

    Attacks that go through come first, then undecided ones, then answered ones; among equals
    undercuts of the step come before attacks on a premise; then they go by id.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> from argmap.model.relation import Relation
    >>> step, attack = Relation.of("fast", "supports", "bus"), Relation.of("jam", "attacks", "fast")
    >>> small = ArgumentMap.of([Claim(id_, id_) for id_ in ("bus", "fast", "jam")], [step, attack])
    >>> attacks_on(Reading(small), step)
    ('jam~attacks~fast',)
    """
    relations, labels = reading.map.relations, reading.grounded.relations
    return tuple(
        sorted(
            dict.fromkeys(answers_to(reading.map, relation)),
            key=lambda id_: (
                labels[id_].rank,
                relations[id_].kind is not Kind.UNDERCUTS,
                id_,
            ),
        )
    )


def answers_to(argument_map: ArgumentMap, relation: Relation) -> Iterator[str]:
    """The attacks on a step, then the attacks on its premises, whatever their labels."""
    yield from (attack.id for attack in argument_map.relations_to(relation.id))
    for premise in relation.premises:
        for attack in argument_map.relations_to_class(premise):
            if attack.kind is not Kind.SUPPORTS:
                yield attack.id


def answers(reading: Reading, relation: Relation) -> tuple[str, ...]:
    """The answers to an argument, best first: attacks on it, then attacks further down.

    Those further down keep a premise from standing, so the argument fails or is in doubt although
    no attack on it holds. They are left out where an attack on it does.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> answers(Reading(THREE_CLAIMS), THREE_CLAIMS.relations["for"])
    ()
    """
    direct = attacks_on(reading, relation)
    if any(reading.grounded.relations[id_] is not Label.OUT for id_ in direct):
        return direct
    below = (id_ for premise in relation.premises for id_ in reading.doubts.of(premise).attacks)
    return tuple(id_ for id_ in dict.fromkeys((*direct, *below)) if id_ != relation.id)

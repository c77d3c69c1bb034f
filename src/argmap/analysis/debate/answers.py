"""The answers to an argument: attacks on its step, on its premises, and on what carries these."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from argmap.analysis.labels.labelling import Label
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.labels.labelling import Labelling
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


class Doubts(NamedTuple):
    """The grounds on which a claim does not stand, nearest first.

    `attacks` are attacks, on the claim or below it, that no answer stops. `rejected` are the claims
    below it that the reader rejects. Both are empty if the claim stands, or if nothing carries it.
    """

    attacks: tuple[str, ...]
    rejected: tuple[str, ...]


def doubts(reading: Reading, claim: str) -> Doubts:
    """The attacks and rejections that keep a claim from standing, by breadth-first search.

    Cost: linear.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> doubts(Reading(THREE_CLAIMS), "close").attacks
    ('against',)
    """
    argument_map, labelling = reading.map, reading.grounded
    rejected_heads = {argument_map.head_of(id_) for id_ in reading.stance.reject}
    attacks: dict[str, None] = {}
    rejected: dict[str, None] = {}
    waiting = deque([argument_map.head_of(claim)])
    reached = set(waiting)
    while waiting:
        head = waiting.popleft()
        if labelling.claims[head] is Label.IN:
            continue
        if head in rejected_heads:
            rejected[head] = None
            continue
        relations = argument_map.relations_to_class(head)
        carrying = [step for step in relations if step.kind is Kind.SUPPORTS]
        hits = [attack for attack in relations if attack.kind is not Kind.SUPPORTS]
        hits += [undercut for step in carrying for undercut in argument_map.relations_to(step.id)]
        is_out = labelling.claims[head] is Label.OUT
        attacks |= {attack.id: None for attack in hits if _weighs(labelling, attack, is_out=is_out)}
        below = [
            argument_map.head_of(premise)
            for step in carrying
            for premise in step.premises
            if not is_out or labelling.claims[premise] is Label.OUT
        ]
        waiting += [id_ for id_ in dict.fromkeys(below) if id_ not in reached]
        reached.update(below)
    return Doubts(tuple(attacks), tuple(rejected))


def _weighs(labelling: Labelling, attack: Relation, *, is_out: bool) -> bool:
    """Whether an attack keeps a claim from standing; one that is `out` must be refuted or cut off.

    An attack that merely contests such a claim is not what brought it down.
    """
    if not is_out:
        return labelling.relations[attack.id] is not Label.OUT
    is_fatal = attack.kind is Kind.UNDERCUTS or labelling.defeats(attack)
    return is_fatal and labelling.relations[attack.id] is Label.IN


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
    below = (id_ for premise in relation.premises for id_ in doubts(reading, premise).attacks)
    return tuple(id_ for id_ in dict.fromkeys((*direct, *below)) if id_ != relation.id)

"""The answers to an argument: attacks on its step, on its premises, and on what carries these."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from argmap.analysis.labels.labelling import Label
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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


def attacks_on_each(argument_map: ArgumentMap, steps: Iterable[str]) -> set[str]:
    """The attacks on these steps and on their premises; each premise is looked at once."""
    every = set(steps)
    premises = {
        argument_map.head_of(premise)
        for step in every
        for premise in argument_map.relations[step].premises
    }
    attacks = {
        attack.id
        for premise in premises
        for attack in argument_map.relations_to_class(premise)
        if attack.kind is not Kind.SUPPORTS
    }
    return attacks.union(attack.id for step in every for attack in argument_map.relations_to(step))


def answers(reading: Reading, relation: Relation) -> tuple[str, ...]:
    """The answers to an argument, best first: attacks on it, then attacks further down.

    Those further down are first the ones that keep a premise from standing, so the argument fails
    or is in doubt although no attack on it holds. Then come the ones that would do so if they held,
    and do not hold. All of them are left out where an attack on the argument holds.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> answers(Reading(THREE_CLAIMS), THREE_CLAIMS.relations["for"])
    ()
    """
    direct = attacks_on(reading, relation)
    if any(reading.grounded.relations[id_] is not Label.OUT for id_ in direct):
        return direct
    holding = (id_ for premise in relation.premises for id_ in reading.doubts.of(premise).attacks)
    failing = (
        id_
        for id_ in _attacks_below(reading.map, relation)
        if reading.grounded.relations[id_] is not Label.IN
    )
    every = dict.fromkeys((*direct, *holding, *failing))
    return tuple(id_ for id_ in every if id_ != relation.id)


def every_answer_to(argument_map: ArgumentMap, relation: Relation) -> Iterator[str]:
    """The attacks on an argument, and on all that its premises need, whatever their labels."""
    yield from answers_to(argument_map, relation)
    yield from _attacks_below(argument_map, relation)


def _attacks_below(argument_map: ArgumentMap, relation: Relation) -> Iterator[str]:
    """The attacks on the steps and premises that the premises of an argument need, nearest first.

    A premise needs the support that alone carries it, and this support needs its own premises. Of
    several reasons for a premise none is needed.
    """
    waiting = deque(argument_map.head_of(premise) for premise in relation.premises)
    reached = set(waiting)
    while waiting:
        step = _only_support(argument_map, waiting.popleft())
        if step is None:
            continue
        yield from answers_to(argument_map, step)
        below = [argument_map.head_of(premise) for premise in step.premises]
        waiting += [each for each in dict.fromkeys(below) if each not in reached]
        reached.update(below)


def _only_support(argument_map: ArgumentMap, claim: str) -> Relation | None:
    """The support without which a claim has no ground left, if there is one."""
    supports = argument_map.relations_to_class(claim, Kind.SUPPORTS)
    return supports[0] if len(supports) == 1 and not argument_map.is_granted(claim) else None


def answered_claims(argument_map: ArgumentMap) -> set[str]:
    """The claims that are attacked themselves, or in what they need; of each class the smallest id.

    Cost: linear.
    """
    relations = argument_map.relations.values()
    hit = [argument_map.head_of(each.target) for each in relations if each.kind is Kind.ATTACKS]
    undercut = (
        argument_map.relations[each.target] for each in relations if each.kind is Kind.UNDERCUTS
    )
    waiting = [*hit, *_carried_alone(argument_map, undercut)]
    answered: set[str] = set()
    while waiting:
        head = waiting.pop()
        if head not in answered:
            answered.add(head)
            steps = (
                step
                for member in argument_map.class_of(head)
                for step in argument_map.relations_from(member)
            )
            waiting += _carried_alone(argument_map, steps)
    return answered


def _carried_alone(argument_map: ArgumentMap, steps: Iterable[Relation]) -> Iterator[str]:
    """The claims that have one of these steps as their only support."""
    for step in steps:
        if step.kind is Kind.SUPPORTS and _only_support(argument_map, step.target) is not None:
            yield argument_map.head_of(step.target)

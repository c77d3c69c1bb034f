"""A reading as a question of probability: each granted claim true or not, by its credence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.analysis.strength.credences import ASSUMED, credence_of, without_doubts
from argmap.model.relation import Force, Kind
from argmap.reasoning.framework import Framework
from argmap.reasoning.probability.question import ChanceQuestion, bearing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.analysis.reading_of_map import Reading
    from argmap.graph.compile import Compiled
    from argmap.model.relation import Relation
    from argmap.reasoning.horn import Atom, Rule


@dataclass(frozen=True, slots=True)
class CreditedPremise:
    """A granted class by its smallest id, and its credence, assumed where nobody gave one."""

    id: str
    credence: float
    is_assumed: bool


@dataclass(frozen=True, slots=True)
class InDoubt:
    """A question about a claim, and the premise of each event that bears on it, sorted by id.

    `idle_credences` are the claims and `idle_weights` the relations that bear on the claim with a
    number that plays no part.
    """

    question: ChanceQuestion
    premises: Mapping[Atom, CreditedPremise]
    idle_credences: tuple[str, ...]
    idle_weights: tuple[str, ...]


def in_doubt(reading: Reading, claim: str) -> InDoubt:
    """The question how probably a claim is derivable, and how probably it stands.

    An event is that a class of claims is granted: without it the grant is withdrawn, and supports
    stay. Accepted classes are facts, rejected and pending ones no premises. Cost: linear.

    Raises:
        UsageError: there is no such claim.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> [premise.id for premise in in_doubt(Reading(THREE_CLAIMS), "close").premises.values()]
    ['quieter', 'shops']
    """
    reading = reading.with_stance(without_doubts(reading.stance))
    argument_map, stance = reading.map, reading.stance
    argument_map.claim_named(claim)
    compiled = reading.with_semantics("grounded").compiled
    accepted = {argument_map.head_of(id_) for id_ in stance.accept}
    heads = sorted(
        head for head in compiled.granted if head not in accepted and argument_map.is_granted(head)
    )
    event = {head: atom for atom, head in enumerate(heads, compiled.framework.atoms)}
    given = {head: credence_of(argument_map, stance, head) for head in heads}
    premises = {
        atom: CreditedPremise(
            head, ASSUMED if (own := given[head]) is None else own[1], own is None
        )
        for head, atom in event.items()
    }
    framework, strikes = _with_events(reading, compiled, event)
    chances = {atom: premise.credence for atom, premise in premises.items()}
    question = ChanceQuestion(framework, strikes, chances, compiled.claim[claim])
    near = bearing(question)
    counted = {own[0] for own in given.values() if own is not None}
    has_credence = {id_ for id_, each in argument_map.claims.items() if each.credence is not None}
    idle = (has_credence | stance.credences.keys()) - counted
    weighted = (each.id for each in argument_map.relations.values() if each.weight is not None)
    return InDoubt(
        question,
        {atom: premise for atom, premise in premises.items() if atom in near},
        tuple(sorted(id_ for id_ in idle if compiled.claim[id_] in near)),
        tuple(sorted(id_ for id_ in weighted if compiled.through[id_] in near)),
    )


def _with_events(
    reading: Reading, compiled: Compiled, event: Mapping[str, Atom]
) -> tuple[Framework, tuple[tuple[Atom, Atom], ...]]:
    """The framework in which grants need their events, and what strikes its assumptions.

    It has one more atom for each event, and one for each class that is attacked to refute it.
    """
    of, relations = compiled.framework, reading.map.relations.values()
    needed = {compiled.granted[head]: atom for head, atom in event.items()}
    rules: list[Rule] = [
        (head, (*body, needed[body[0]]) if len(body) == 1 and body[0] in needed else body)
        for head, body in of.rules
    ]
    refuted: dict[str, Atom] = {}
    for attack in _refuting(reading):
        head = reading.map.head_of(attack.target)
        atom = refuted.setdefault(head, of.atoms + len(event) + len(refuted))
        premises = [compiled.claim[premise] for premise in attack.premises]
        rules.append((atom, (*premises, compiled.through[attack.id])))
    strikes = [
        (compiled.granted[head], atom) for head, atom in refuted.items() if head in compiled.granted
    ]
    for relation in relations:
        through = compiled.through[relation.id]
        if relation.kind is Kind.UNDERCUTS:
            strikes.append((compiled.through[relation.target], compiled.hit[relation.target]))
        elif relation.kind is Kind.SUPPORTS:
            struck = refuted.get(reading.map.head_of(relation.target))
            strikes += [] if struck is None else [(through, struck)]
    atoms = of.atoms + len(event) + len(refuted)
    framework = Framework(atoms, of.assumptions, tuple(rules), of.contraries)
    return framework, tuple(dict.fromkeys(strikes))


def _refuting(reading: Reading) -> Iterator[Relation]:
    """The attacks on claims that refute where they go through."""
    for relation in reading.map.relations.values():
        is_attack = relation.kind is Kind.ATTACKS
        if is_attack and reading.map.force_of(relation, reading.objections) is Force.DEFEAT:
            yield relation

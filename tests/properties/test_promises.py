"""The promises of `model.md` for the grounded reading: no such change makes a claim worse."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from argmap.analysis.labels.labelling import Label
from argmap.api import status
from argmap.model.relation import Force, Kind
from tests.maps import (
    Choices,
    classes_of,
    for_all,
    map_of,
    reading_of,
    relation,
    renamed,
    renamed_stance,
    stance_of,
    with_claim,
    with_relation,
    without_relation,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation
    from argmap.model.stance import Stance

MANY = 300
RANK = {Label.OUT: 0, Label.UNDEC: 1, Label.IN: 2}
FRESH = "fresh"


class Read(NamedTuple):
    """A map, and who reads it."""

    map: ArgumentMap
    stance: Stance

    def rank(self, claim: str) -> int:
        """The rank of a claim's label: out, undec, in."""
        return RANK[status(self.map, stance=self.stance).claims[claim].label]

    def over(self, argument_map: ArgumentMap) -> Read:
        """The same reader of another map."""
        return Read(argument_map, self.stance)

    def objections(self) -> Iterator[tuple[Relation, str]]:
        """Every attack with the claim it speaks against, be it through one of its supports."""
        for objection in self.map.relations.values():
            if objection.kind is Kind.ATTACKS:
                yield objection, objection.target
            elif objection.kind is Kind.UNDERCUTS:
                step = self.map.relations[objection.target]
                if step.kind is Kind.SUPPORTS:
                    yield objection, step.target

    def premises_used_only_there(self) -> Iterator[tuple[str, str]]:
        """Premises of nothing but one objection, each with the claim it speaks against.

        A claim that attacks itself is left out: who answers the attacker answers the claim.
        """
        for attack, claim in self.objections():
            for premise in attack.premises:
                members = set(self.map.class_of(premise))
                uses = [
                    relation.id
                    for relation in self.map.relations.values()
                    if members & set(relation.premises)
                ]
                if uses == [attack.id] and claim not in members:
                    yield premise, claim


@for_all(reading_of, MANY)
def test_removing_an_attack_makes_its_target_no_worse(read: tuple[ArgumentMap, Stance]) -> None:
    before = Read(*read)
    for attack, claim in before.objections():
        after = before.over(without_relation(before.map, attack.id))
        assert after.rank(claim) >= before.rank(claim), (attack.id, claim)


@for_all(reading_of, MANY)
def test_a_fresh_undercut_of_an_attack_makes_its_target_no_worse(
    read: tuple[ArgumentMap, Stance],
) -> None:
    before = Read(*read)
    for attack, claim in before.objections():
        if not attack.contradiction:
            undercut = relation([FRESH], Kind.UNDERCUTS, attack.id)
            after = before.over(with_relation(with_claim(before.map, FRESH), undercut))
            assert after.rank(claim) >= before.rank(claim), (attack.id, claim)


@for_all(reading_of, MANY)
def test_a_fresh_answer_to_a_premise_used_only_there_makes_its_target_no_worse(
    read: tuple[ArgumentMap, Stance],
) -> None:
    before = Read(*read)
    for premise, claim in before.premises_used_only_there():
        for force in Force:
            answer = relation([FRESH], Kind.ATTACKS, premise, force)
            after = before.over(with_relation(with_claim(before.map, FRESH), answer))
            assert after.rank(claim) >= before.rank(claim), (premise, claim)


@for_all(reading_of, MANY)
def test_rejecting_an_attacker_used_only_there_makes_its_target_no_worse(
    read: tuple[ArgumentMap, Stance],
) -> None:
    before = Read(*read)
    for premise, claim in before.premises_used_only_there():
        if not set(before.map.class_of(premise)) & before.stance.accept:
            stance = replace(before.stance, reject=before.stance.reject | {premise})
            after = Read(before.map, stance)
            assert after.rank(claim) >= before.rank(claim), (premise, claim)


@for_all(reading_of, MANY)
def test_accepting_a_claim_makes_it_no_worse(read: tuple[ArgumentMap, Stance]) -> None:
    before = Read(*read)
    for claim in before.map.claims:
        if not set(before.map.class_of(claim)) & before.stance.reject:
            stance = replace(before.stance, accept=before.stance.accept | {claim})
            assert Read(before.map, stance).rank(claim) == RANK[Label.IN]


def supported_map_of(drawn: Choices) -> tuple[ArgumentMap, ArgumentMap, str, Stance]:
    """A map without and with one more support, the claim supported, and a reader."""
    argument_map = with_claim(map_of(drawn), FRESH)
    claim = drawn.one_of(list(argument_map.claims))
    others = [other for other in argument_map.claims if other not in argument_map.class_of(claim)]
    premises = {drawn.one_of(others or [FRESH]) for _ in range(1 + drawn.below(2))} - {claim}
    kept = argument_map
    if argument_map.is_granted(claim):
        kept = with_claim(argument_map, claim, granted=True)
    if premises:
        kept = with_relation(kept, relation(premises, Kind.SUPPORTS, claim, None, "more"))
    return argument_map, kept, claim, stance_of(drawn, argument_map)


@for_all(supported_map_of, 2 * MANY, 130)
def test_a_support_added_while_the_grant_is_kept_makes_its_target_no_worse(
    change: tuple[ArgumentMap, ArgumentMap, str, Stance],
) -> None:
    less, more, claim, stance = change
    assert Read(more, stance).rank(claim) >= Read(less, stance).rank(claim)


@for_all(reading_of, MANY)
def test_a_fresh_bare_restatement_changes_no_status(read: tuple[ArgumentMap, Stance]) -> None:
    argument_map, stance = read
    before = status(argument_map, stance=stance)
    for claim in argument_map.claims:
        for fresh in ("0", "zero"):  # a smallest id that stands for the class, and a largest
            more = with_claim(argument_map, fresh)
            classes = classes_of([*argument_map.classes.values(), (claim, fresh)])
            after = status(replace(more, classes=classes), stance=stance)
            assert after.claims == {**before.claims, fresh: before.claims[claim]}
            assert after.relations == before.relations


def renaming_of(
    drawn: Choices,
) -> tuple[ArgumentMap, Stance, dict[str, str], dict[str, str]]:
    """A map, a reader, and other names for its claims and its relations."""
    argument_map, stance = reading_of(drawn)
    claims, relations = list(argument_map.claims), list(argument_map.relations)
    numbers = drawn.shuffled(range(len(relations)))
    return (
        argument_map,
        stance,
        dict(zip(claims, drawn.shuffled(claims), strict=True)),
        {id_: f"s{number:02}" for id_, number in zip(relations, numbers, strict=True)},
    )


@for_all(renaming_of, MANY, 130)
def test_names_and_order_never_matter(
    renaming: tuple[ArgumentMap, Stance, dict[str, str], dict[str, str]],
) -> None:
    argument_map, stance, new, new_relations = renaming
    before = status(argument_map, stance=stance)
    after = status(renamed(argument_map, new, new_relations), stance=renamed_stance(stance, new))
    assert after.claims == {new[id_]: claim for id_, claim in before.claims.items()}
    assert after.relations == {
        new_relations[id_]: relation for id_, relation in before.relations.items()
    }


@for_all(reading_of, MANY)
def test_the_same_stands_under_either_force(read: tuple[ArgumentMap, Stance]) -> None:
    argument_map, stance = read
    contest = status(argument_map, stance=stance, objections=Force.CONTEST)
    defeat = status(argument_map, stance=stance, objections=Force.DEFEAT)
    for id_, claim in contest.claims.items():
        assert (claim.label is Label.IN) == (defeat.claims[id_].label is Label.IN)
        assert RANK[defeat.claims[id_].label] <= RANK[claim.label]
    for id_, label in contest.relations.items():
        assert (label is Label.IN) == (defeat.relations[id_] is Label.IN)

"""The grounded reading of random maps is the one that `model.md` defines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.api import status
from argmap.graph.compile import compile_map
from argmap.model.relation import Force, Kind
from argmap.reasoning.grounded import grounded_extension
from argmap.reasoning.horn import derivable
from tests.brute import Brute, Status, complete_extensions
from tests.maps import Choices, dung_map_of, for_all, map_of, reading_of

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.stance import Stance


def question_of(drawn: Choices) -> tuple[Force | None, ArgumentMap, Stance]:
    return (drawn.one_of((None, *Force)), *reading_of(drawn))


@for_all(question_of, 3000)
def test_the_status_is_what_the_definitions_say(
    question: tuple[Force | None, ArgumentMap, Stance],
) -> None:
    objections, argument_map, stance = question
    finding = status(argument_map, stance=stance, objections=objections)
    brute = Brute(argument_map, stance, objections)
    assert {
        id_: Status(str(claim.label), str(claim.word), claim.reason, claim.contested, claim.granted)
        for id_, claim in finding.claims.items()
    } == brute.statuses()
    assert {id_: str(label) for id_, label in finding.relations.items()} == brute.relation_labels()
    assert finding.semantics == "grounded"
    assert finding.objections is (objections or argument_map.objections)
    assert finding.stance == stance


@for_all(reading_of, 500)
def test_the_framework_derives_what_the_definitions_derive(
    read: tuple[ArgumentMap, Stance],
) -> None:
    argument_map, stance = read
    compiled = compile_map(argument_map, stance)
    brute = Brute(argument_map, stance)
    extension = grounded_extension(compiled.framework)
    assert {id_ for id_, atom in compiled.through.items() if atom in extension} == {
        id_ for id_ in argument_map.relations if ("through", id_) in brute.extension
    }
    assert {id_ for id_, atom in compiled.granted.items() if atom in extension} == {
        id_
        for id_ in argument_map.claims
        if brute.extension & {(of, argument_map.class_of(id_)) for of in ("granted", "to come")}
        and argument_map.class_of(id_)[0] == id_
    }
    derived = derivable(compiled.framework.horn, extension)
    assert {id_ for id_, atom in compiled.claim.items() if derived[atom]} == {
        id_ for id_ in argument_map.claims if ("claim", argument_map.class_of(id_)) in brute.derived
    }


@for_all(lambda drawn: map_of(drawn, 3, 4), 300)
def test_the_brute_force_finds_the_least_complete_extension(argument_map: ArgumentMap) -> None:
    brute = Brute(argument_map)
    complete = complete_extensions(brute.aba)
    assert brute.extension == complete[0]
    assert all(brute.extension <= extension for extension in complete)


@for_all(dung_map_of, 500)
def test_plain_attacks_between_granted_claims_are_read_as_dung_does(
    argument_map: ArgumentMap,
) -> None:
    attackers: dict[str, set[str]] = {id_: set() for id_ in argument_map.claims}
    for attack in argument_map.relations.values():
        attackers[attack.target] |= set(attack.premises)
    for id_, claim in argument_map.claims.items():
        attackers[id_] |= {id_} if claim.pending else set()
    labels = _dung_grounded(attackers)
    finding = status(argument_map).claims
    assert {id_: str(claim.label) for id_, claim in finding.items()} == labels
    contested = status(argument_map, objections=Force.CONTEST).claims
    assert {id_ for id_, claim in contested.items() if claim.label.value == "in"} == {
        id_ for id_, label in labels.items() if label == "in"
    }


def _dung_grounded(attackers: dict[str, set[str]]) -> dict[str, str]:
    """Accept what only rejected arguments attack, reject what an accepted one attacks, repeat."""
    labels = dict.fromkeys(attackers, "undec")
    while True:
        accepted = [
            id_
            for id_, ones in attackers.items()
            if labels[id_] == "undec" and all(labels[attacker] == "out" for attacker in ones)
        ]
        if not accepted:
            return labels
        labels |= dict.fromkeys(accepted, "in")
        for id_, ones in attackers.items():
            if any(labels[attacker] == "in" for attacker in ones):
                labels[id_] = "out"


@for_all(reading_of, 50)
def test_random_maps_hold_no_error(read: tuple[ArgumentMap, Stance]) -> None:
    argument_map, stance = read
    for relation in argument_map.relations.values():
        members = () if relation.kind is Kind.UNDERCUTS else argument_map.class_of(relation.target)
        inside = set(relation.premises) & set(members)
        assert not inside or (relation.kind is Kind.ATTACKS and inside == {relation.target})
        assert relation.target != relation.id
        assert relation.target not in argument_map.relations or not (
            argument_map.relations[relation.target].contradiction
        )
    for members in argument_map.classes.values():
        assert len({argument_map.claims[member].grant for member in members} - {None}) <= 1
    assert not stance.reject & {
        other for accepted in stance.accept for other in argument_map.class_of(accepted)
    }

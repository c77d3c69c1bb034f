"""Every semantics on maps, against the definitions read literally."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.labels.labelling import Label
from argmap.analysis.people.positions import positions
from argmap.analysis.reading_of_map import Reading
from argmap.api import status
from argmap.model.stance import NO_STANCE
from tests.brute import Brute, attacked_by, closure, complete_extensions
from tests.maps import Choices, dung_map_of, for_all, map_of, reading_of, stance_of

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.stance import Stance
    from tests.brute import Aba, Atoms


def chosen(aba: Aba, semantics: str) -> list[Atoms]:
    """The extensions of a semantics, picked from the complete ones."""
    complete = complete_extensions(aba)
    preferred = [
        extension for extension in complete if not any(extension < other for other in complete)
    ]
    if semantics == "complete":
        return complete
    if semantics == "preferred":
        return preferred
    if semantics == "stable":
        return [
            extension
            for extension in complete
            if extension | attacked_by(aba, extension) == aba.assumptions
        ]
    shared = frozenset.intersection(*preferred)
    return [max((extension for extension in complete if extension <= shared), key=len)]  # ideal


def small_reading(choices: Choices) -> tuple[ArgumentMap, Stance, str]:
    """A map of few claims: every subset of its assumptions is looked at."""
    argument_map = map_of(choices, 4, 7)
    stance = stance_of(choices, argument_map) if choices.below(2) else NO_STANCE
    semantics = choices.one_of(("preferred", "complete", "stable", "ideal"))
    return argument_map, stance, semantics


def over_all(labels: list[str]) -> str:
    return labels[0] if len(set(labels)) == 1 else "undec"


@for_all(small_reading, 800)
def test_labels_are_those_of_all_extensions(read: tuple[ArgumentMap, Stance, str]) -> None:
    argument_map, stance, semantics = read
    brute = Brute(argument_map, stance, with_pending=semantics != "stable")
    views: list[tuple[dict[str, str], dict[str, str]]] = []
    for extension in chosen(brute.aba, semantics):
        brute.extension, brute.derived = extension, closure(brute.aba, extension)
        claims = {id_: brute.label(brute.class_(id_)) for id_ in argument_map.claims}
        relations = {
            id_: brute.relation_label(relation) for id_, relation in argument_map.relations.items()
        }
        views.append((claims, relations))
    reading = Reading(argument_map, stance, semantics=semantics)
    labels = reading.labels
    if not views:
        assert not labels.claims
        assert not labels.relations
        assert labels.extensions == 0
        return
    assert labels.claims == {
        id_: over_all([view[id_] for view, _ in views]) for id_ in argument_map.claims
    }
    assert labels.relations == {
        id_: over_all([view[id_] for _, view in views]) for id_ in argument_map.relations
    }
    sets = {frozenset(id_ for id_ in view if view[id_] == "in") for view, _ in views}
    assert labels.extensions == len(sets)
    standpoints = positions(reading)
    assert {frozenset(position) for position in standpoints.positions} == sets
    assert len(standpoints.positions) == len(sets)
    assert set(standpoints.shared) == frozenset.intersection(*sets)
    assert set(standpoints.decisive) == frozenset().union(*sets) - frozenset.intersection(*sets)
    finding = status(argument_map, semantics=semantics, stance=stance)
    assert {id_ for id_, claim in finding.claims.items() if claim.credulous} == set().union(*sets)


@for_all(reading_of, 400)
def test_claims_that_stand_under_a_reading_stand_under_a_bolder_one(
    read: tuple[ArgumentMap, Stance],
) -> None:
    argument_map, stance = read
    standing = [
        {
            id_
            for id_, label in Reading(argument_map, stance, semantics=name).labels.claims.items()
            if label is Label.IN
        }
        for name in ("grounded", "complete", "ideal", "preferred")
    ]
    assert standing[0] == standing[1] <= standing[2] <= standing[3]
    stable = Reading(argument_map, stance, semantics="stable").labels
    if stable.extensions and not any(claim.pending for claim in argument_map.claims.values()):
        assert standing[3] <= {id_ for id_, claim in stable.claims.items() if claim is Label.IN}


def naive_dung(argument_map: ArgumentMap, semantics: str) -> set[frozenset[str]]:
    """Semi-stable and stage extensions, from sets of arguments and pairs."""
    pairs = {
        (relation.premises[0], relation.target) for relation in argument_map.relations.values()
    }
    pairs |= {(id_, id_) for id_, claim in argument_map.claims.items() if claim.pending}
    every = frozenset(argument_map.claims)

    def hit(by: frozenset[str]) -> frozenset[str]:
        return frozenset(target for attacker, target in pairs if attacker in by)

    def subsets(members: list[str]) -> list[frozenset[str]]:
        chosen = [frozenset[str]()]
        for member in members:
            chosen += [old | {member} for old in chosen]
        return chosen

    free = [chosen for chosen in subsets(sorted(every)) if not chosen & hit(chosen)]
    if semantics == "semi-stable":
        free = [chosen for chosen in free if chosen == every - hit(every - hit(chosen))]
    return {
        chosen
        for chosen in free
        if not any(chosen | hit(chosen) < other | hit(other) for other in free)
    }


@for_all(dung_map_of, 400)
def test_ranges_are_as_large_as_they_can_be(argument_map: ArgumentMap) -> None:
    for semantics in ("semi-stable", "stage"):
        reading = Reading(argument_map, semantics=semantics)
        listed = {frozenset(position) for position in positions(reading).positions}
        assert listed == naive_dung(argument_map, semantics)

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
    """The extensions, from the complete ones."""
    complete = complete_extensions(aba)
    preferred = [one for one in complete if not any(one < other for other in complete)]
    if semantics == "complete":
        return complete
    if semantics == "preferred":
        return preferred
    if semantics == "stable":
        return [one for one in complete if one | attacked_by(aba, one) == aba.assumptions]
    shared = frozenset.intersection(*preferred)
    return [max((one for one in complete if one <= shared), key=len)]  # ideal


def small_reading(choices: Choices) -> tuple[ArgumentMap, Stance, str]:
    """A map of few claims: every subset of its assumptions is looked at."""
    argument_map = map_of(choices, 4, 7)
    stance = stance_of(choices, argument_map) if choices.below(2) else NO_STANCE
    semantics = choices.one_of(("preferred", "complete", "stable", "ideal"))
    return argument_map, stance, semantics


def over_all(labels: list[str]) -> str:
    return labels[0] if len(set(labels)) == 1 else "undec"


@for_all(small_reading, 800)
def test_labels_are_what_all_extensions_give(read: tuple[ArgumentMap, Stance, str]) -> None:
    argument_map, stance, semantics = read
    brute = Brute(argument_map, stance)
    views: list[tuple[dict[str, str], dict[str, str]]] = []
    for extension in chosen(brute.aba, semantics):
        brute.extension, brute.derived = extension, closure(brute.aba, extension)
        claims = {id_: brute.label(brute.class_(id_)) for id_ in argument_map.claims}
        relations = {id_: brute.relation_label(one) for id_, one in argument_map.relations.items()}
        views.append((claims, relations))
    reading = Reading(argument_map, stance, semantics=semantics)
    found = reading.labels
    if not views:
        assert not found.claims
        assert not found.relations
        assert found.extensions == 0
        return
    assert found.claims == {
        id_: over_all([one[id_] for one, _ in views]) for id_ in argument_map.claims
    }
    assert found.relations == {
        id_: over_all([one[id_] for _, one in views]) for id_ in argument_map.relations
    }
    sets = {frozenset(id_ for id_ in one if one[id_] == "in") for one, _ in views}
    assert found.extensions == len(sets)
    told = positions(reading)
    assert {frozenset(one) for one in told.positions} == sets
    assert len(told.positions) == len(sets)
    assert set(told.shared) == frozenset.intersection(*sets)
    assert set(told.decisive) == frozenset().union(*sets) - frozenset.intersection(*sets)
    finding = status(argument_map, semantics=semantics, stance=stance)
    assert {id_ for id_, one in finding.claims.items() if one.credulous} == set().union(*sets)


@for_all(reading_of, 400)
def test_what_stands_under_one_reading_stands_under_a_bolder_one(
    read: tuple[ArgumentMap, Stance],
) -> None:
    argument_map, stance = read
    standing = [
        {
            id_
            for id_, one in Reading(argument_map, stance, semantics=name).labels.claims.items()
            if one is Label.IN
        }
        for name in ("grounded", "complete", "ideal", "preferred")
    ]
    assert standing[0] == standing[1] <= standing[2] <= standing[3]
    stable = Reading(argument_map, stance, semantics="stable").labels
    if stable.extensions:
        assert standing[3] <= {id_ for id_, one in stable.claims.items() if one is Label.IN}


def naive_dung(argument_map: ArgumentMap, semantics: str) -> set[frozenset[str]]:
    """Semi-stable and stage extensions, from sets of arguments and pairs."""
    pairs = {(one.premises[0], one.target) for one in argument_map.relations.values()}
    every = frozenset(argument_map.claims)

    def hit(by: frozenset[str]) -> frozenset[str]:
        return frozenset(target for one, target in pairs if one in by)

    def subsets(left: list[str]) -> list[frozenset[str]]:
        found = [frozenset[str]()]
        for one in left:
            found += [old | {one} for old in found]
        return found

    free = [one for one in subsets(sorted(every)) if not one & hit(one)]
    if semantics == "semi-stable":
        free = [one for one in free if one == every - hit(every - hit(one))]
    return {one for one in free if not any(one | hit(one) < other | hit(other) for other in free)}


@for_all(dung_map_of, 400)
def test_ranges_are_as_large_as_they_can_be(argument_map: ArgumentMap) -> None:
    for semantics in ("semi-stable", "stage"):
        reading = Reading(argument_map, semantics=semantics)
        listed = {frozenset(one) for one in positions(reading).positions}
        assert listed == naive_dung(argument_map, semantics)

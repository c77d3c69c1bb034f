"""Claims on which readers of one map part, and sets of claims that would settle them."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product
from typing import TYPE_CHECKING, NamedTuple

import pytest

from argmap.analysis.people import readers as module
from argmap.analysis.people.readers import Decisive, Verdict
from argmap.api import readers, status
from argmap.errors import UsageError
from argmap.graph.roles import Role, roles
from argmap.model.relation import Force
from argmap.model.stance import Stance
from argmap.reasoning.time_limit import TimeLimit
from tests.brute import Brute
from tests.maps import Choices, for_all, map_of, read_map, stance_of

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap


class Reading(NamedTuple):
    """A map and its readers."""

    force: Force
    map: ArgumentMap
    stances: tuple[Stance, ...]


def reading_of(drawn: Choices) -> Reading:
    force, argument_map = drawn.one_of((*Force,)), map_of(drawn, 6, 9)
    count = 2 + drawn.below(2)
    stances = tuple(stance_of(drawn, argument_map) for _ in range(count))
    doubted = {id_: drawn.below(11) / 10 for id_ in argument_map.claims if not drawn.below(6)}
    return Reading(force, argument_map, (*stances[:-1], replace(stances[-1], credences=doubted)))


def verdicts_of(argument_map: ArgumentMap, stance: Stance) -> dict[str, Verdict]:
    """The verdict of a reader on each class, by smallest id; a verdict overrides a low credence."""
    verdicts: dict[str, Verdict] = {}
    for id_ in argument_map.claims:
        members = argument_map.class_of(id_)
        doubts = any(stance.credences.get(member, 1) < 0.5 for member in members)
        if not stance.accept.isdisjoint(members):
            verdicts[members[0]] = Verdict.ACCEPT
        elif doubts or not stance.reject.isdisjoint(members):
            verdicts[members[0]] = Verdict.REJECT
        else:
            verdicts[members[0]] = Verdict.NONE
    return verdicts


def stands_for(reading: Reading, verdicts: dict[str, Verdict], claim: str) -> bool:
    stance = Stance(
        reject=frozenset(id_ for id_, verdict in verdicts.items() if verdict is Verdict.REJECT),
        accept=frozenset(id_ for id_, verdict in verdicts.items() if verdict is Verdict.ACCEPT),
    )
    read = Brute(reading.map, stance, reading.force)
    return read.label(read.class_(claim)) == "in"


@for_all(reading_of, 250)
def test_readers_part_where_the_definitions_say(reading: Reading) -> None:
    side_by_side = readers(reading.map, reading.stances, reading.force)
    verdicts = [verdicts_of(reading.map, stance) for stance in reading.stances]
    assert side_by_side.verdicts == {
        id_: row
        for id_ in verdicts[0]
        if set(row := tuple(given[id_] for given in verdicts)) != {Verdict.NONE}
    }
    every = roles(reading.map)
    assert set(side_by_side.conclusions) == {
        reading.map.class_of(id_)[0] for id_ in reading.map.claims if Role.CONCLUSION in every[id_]
    }
    parted = {
        id_
        for id_ in side_by_side.conclusions
        if len({stands_for(reading, given, id_) for given in verdicts}) > 1
    }
    assert set(side_by_side.parted) == parted
    for reader, finding in zip(side_by_side.readers, side_by_side.findings, strict=True):
        assert finding == status(reading.map, stance=reader, objections=reading.force)
    for id_ in parted:
        assert not side_by_side.parted[id_].is_cut
        assert sorted(side_by_side.parted[id_].sets) == decisive(reading, verdicts, id_)


def decisive(
    reading: Reading, verdicts: list[dict[str, Verdict]], claim: str
) -> list[tuple[str, ...]]:
    """The smallest sets of claims that, settled in any way some reader has, settle the claim."""
    disputed = sorted(id_ for id_ in verdicts[0] if len({given[id_] for given in verdicts}) > 1)

    def settles(chosen: tuple[str, ...]) -> bool:
        ways = product(*({given[id_] for given in verdicts} for id_ in chosen))
        return all(
            len(
                {
                    stands_for(reading, given | dict(zip(chosen, way, strict=True)), claim)
                    for given in verdicts
                }
            )
            == 1
            for way in ways
        )

    for size in range(1, len(disputed) + 1):
        if smallest := [chosen for chosen in combinations(disputed, size) if settles(chosen)]:
            return smallest
    return []


def test_two_readers_part_on_two_premises() -> None:
    """One premise, settled one way, settles the conclusion; only both do so in every way."""
    argument_map = read_map("a & b + c; d + e")
    me, you = Stance("me"), Stance("you", reject=frozenset({"a", "b"}))
    finding = readers(argument_map, [me, you])
    assert dict(finding.verdicts) == {
        "a": (Verdict.NONE, Verdict.REJECT),
        "b": (Verdict.NONE, Verdict.REJECT),
    }
    assert finding.conclusions == ("c", "e")
    assert {id_: parting.sets for id_, parting in finding.parted.items()} == {"c": (("a", "b"),)}


def test_impossible_readers_are_refused() -> None:
    argument_map = read_map("a + c; c = d")
    for stance in (
        Stance(reject=frozenset({"c"}), accept=frozenset({"d"})),
        Stance(reject=frozenset({"x"})),
    ):
        with pytest.raises(UsageError):
            readers(argument_map, [Stance(), stance])


def test_readers_learn_that_larger_sets_were_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    argument_map = read_map("a & b + c")
    stances = [Stance(), Stance(reject=frozenset({"a", "b"}))]
    monkeypatch.setattr(module, "_MOST_WORLDS", 8)  # two claims, two verdicts, two readers
    assert readers(argument_map, stances).parted["c"] == Decisive((), is_cut=True)
    monkeypatch.setattr(module, "_MOST_WORLDS", 16)
    assert readers(argument_map, stances).parted["c"] == Decisive((("a", "b"),), is_cut=False)


def test_readers_learn_of_which_conclusions_nothing_was_tried(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    argument_map = read_map("a + c; b + d")
    stances = [Stance(), Stance(reject=frozenset({"a", "b"}))]
    settled = Decisive((("a",),), is_cut=False)
    monkeypatch.setattr(module, "_MOST_IN_ALL", 1)
    parted = readers(argument_map, stances).parted
    assert parted == {"c": settled, "d": Decisive((), is_cut=True)}
    with TimeLimit(0) as limit:
        parted = readers(argument_map, stances).parted
    assert parted == dict.fromkeys("cd", Decisive((), is_cut=True))
    assert limit.reached == "time"

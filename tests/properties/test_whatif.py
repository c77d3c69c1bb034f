"""Changes under a stance, the chains that explain them, and stances that overturn a claim."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise, product
from typing import TYPE_CHECKING, NamedTuple

import pytest

from argmap.analysis.labels.labelling import Label
from argmap.analysis.reading_of_map import Reading
from argmap.analysis.status import overturn as module
from argmap.analysis.status.overturn import Opinion, OverturnFinding, overturn
from argmap.analysis.status.whatif import Loss
from argmap.api import status, whatif
from argmap.errors import UsageError
from argmap.model.relation import Force, Kind
from argmap.model.stance import NO_STANCE, Stance
from argmap.reasoning.minimal_sets.families import Limits
from tests.brute import Brute
from tests.maps import Choices, for_all, map_of, read_map, stance_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.model.argument_map import ArgumentMap

ALL = Limits(sets=None)


class Question(NamedTuple):
    """A map, a force to read it with, and a stance."""

    force: Force
    map: ArgumentMap
    stance: Stance


def question_of(drawn: Choices) -> Question:
    force, argument_map = drawn.one_of((*Force,)), map_of(drawn)
    return Question(force, argument_map, stance_of(drawn, argument_map))


def small_question_of(drawn: Choices) -> Question:
    force, argument_map = drawn.one_of((*Force,)), map_of(drawn, 5, 7)
    return Question(force, argument_map, stance_of(drawn, argument_map))


# What if


@for_all(question_of, 700)
def test_what_if_is_the_map_read_again(question: Question) -> None:
    force, argument_map, stance = question
    finding = whatif(argument_map, stance, force)
    before = status(argument_map, objections=force)
    after = status(argument_map, stance=stance, objections=force)
    assert (finding.stance, finding.before, finding.after) == (stance, before, after)
    old, new = Brute(argument_map, None, force), Brute(argument_map, stance, force)
    labels = {
        id_: (old.label(old.class_(id_)), new.label(new.class_(id_))) for id_ in argument_map.claims
    }
    assert list(finding.changed) == [id_ for id_, (was, other) in labels.items() if was != other]
    were, are = old.relation_labels(), new.relation_labels()
    losses: dict[str, Loss] = {}
    for id_ in argument_map.claims:
        supports = [support.id for support in old.on(old.class_(id_), Kind.SUPPORTS)]
        lost = [support for support in supports if were[support] == "in" != are[support]]
        if lost and id_ not in finding.changed:
            losses[id_] = Loss(
                len(lost), len([support for support in supports if are[support] == "in"])
            )
    assert finding.weakened == losses
    assert list(finding.weakened) == sorted(losses)


class Links:
    """The links that `model.md` allows in a chain, each judged by itself."""

    def __init__(self, question: Question) -> None:
        force, argument_map, stance = question
        self.map = argument_map
        self.own = {m for id_ in stance.reject | stance.accept for m in argument_map.class_of(id_)}
        debated = replace(
            argument_map,
            relations={
                id_: replace(relation, force=Force.DEFEAT)
                if relation.kind is Kind.ATTACKS
                else relation
                for id_, relation in argument_map.relations.items()
            },
        )
        self.changing = sorted(
            {
                id_
                for read, meant in ((argument_map, force), (debated, Force.DEFEAT))
                for id_, label in Brute(read, None, meant).relation_labels().items()
                if Brute(read, stance, meant).relation_labels()[id_] != label
            }
        )

    def can_begin(self, id_: str) -> bool:
        """Whether a relation has a premise in the stance."""
        return not self.own.isdisjoint(self.map.relations[id_].premises)

    def can_follow(self, id_: str, following: str) -> bool:
        """Whether a relation can follow another in a chain."""
        relation, other = self.map.relations[id_], self.map.relations[following]
        if relation.kind is Kind.UNDERCUTS:
            return relation.target == following
        members = set(self.map.class_of(relation.target))
        return not members.isdisjoint(other.premises) or (
            other.kind is Kind.SUPPORTS and other.target in members
        )

    def sequences(self, length: int) -> Iterator[tuple[str, ...]]:
        """All chains of a length, none of them with the same relation twice."""
        if length == 1:
            yield from ((id_,) for id_ in self.changing if self.can_begin(id_))
            return
        for start in self.sequences(length - 1):
            yield from (
                (*start, id_)
                for id_ in self.changing
                if id_ not in start and self.can_follow(start[-1], id_)
            )

    def to(self, claim: str) -> tuple[str, ...]:
        """The first by ids of the shortest chains."""
        if claim in self.own:
            return ()
        members = self.map.class_of(claim)
        for length in range(1, len(self.changing) + 1):
            chains = [
                sequence
                for sequence in self.sequences(length)
                if self.map.relations[sequence[-1]].target in members
            ]
            if chains:
                return min(chains)
        return ()


@for_all(small_question_of, 1000)
def test_chains_are_the_first_of_the_shortest(question: Question) -> None:
    links = Links(question)
    finding = whatif(question.map, question.stance, question.force)
    assert finding.changed == {id_: links.to(id_) for id_ in finding.changed}


@for_all(question_of, 400)
def test_there_is_a_chain_for_every_change(question: Question) -> None:
    links = Links(question)
    for id_, chain in whatif(question.map, question.stance, question.force).changed.items():
        assert bool(chain) == (id_ not in links.own)
        assert set(chain) <= set(links.changing)
        if chain:
            assert links.can_begin(chain[0])
            assert all(links.can_follow(*pair) for pair in pairwise(chain))
            last = question.map.relations[chain[-1]]
            assert last.target in question.map.class_of(id_)
            assert last.kind is not Kind.UNDERCUTS


def test_hand_made_maps_have_the_expected_chains() -> None:
    argument_map = read_map("""
        a + b; a + c; b & c + d; cut: d / step; step: e + f; f -! g; g + h; i + h; x + i; z = a
    """)
    finding = whatif(argument_map, Stance(reject=frozenset({"z"})))
    assert dict(finding.changed) == {
        "a": (),
        "z": (),
        "b": ("a~supports~b",),
        "c": ("a~supports~c",),
        "d": ("a~supports~b", "b+c~supports~d"),
        "f": ("a~supports~b", "b+c~supports~d", "cut", "step"),
        "g": ("a~supports~b", "b+c~supports~d", "cut", "step", "f~attacks~g"),
    }
    assert dict(finding.weakened) == {"h": Loss(1, 1)}


def test_an_empty_stance_changes_nothing() -> None:
    finding = whatif(read_map("a + b; c -! b"), NO_STANCE)
    assert (dict(finding.changed), dict(finding.weakened)) == ({}, {})


@pytest.mark.parametrize("stance", [Stance(reject=frozenset({"c"}), accept=frozenset({"d"}))])
def test_impossible_stances_are_refused(stance: Stance) -> None:
    argument_map = read_map("a + c; c = d")
    with pytest.raises(UsageError):
        whatif(argument_map, stance)


# Overturn


def plus(stance: Stance, opinions: Iterable[Opinion]) -> Stance:
    """A stance with further opinions."""
    chosen = list(opinions)
    return replace(
        stance,
        reject=stance.reject | {opinion.claim for opinion in chosen if not opinion.accepts},
        accept=stance.accept | {opinion.claim for opinion in chosen if opinion.accepts},
    )


def smallest_stances(question: Question, claim: str) -> list[tuple[Opinion, ...]]:
    """All smallest stances that change whether the claim stands, by trying every stance.

    Nothing is said of the claim itself, nor again of what the reader judges already.
    """
    force, argument_map, stance = question
    judged = {argument_map.class_of(id_)[0] for id_ in stance.reject | stance.accept}
    judged.add(argument_map.class_of(claim)[0])
    free = sorted({argument_map.class_of(claim)[0] for claim in argument_map.claims} - judged)

    def stands(read: Stance) -> bool:
        finding = status(argument_map, stance=read, objections=force)
        return finding.claims[claim].label is Label.IN

    now = stands(stance)
    for size in range(1, len(free) + 1):
        stances = [
            opinions
            for chosen in combinations(free, size)
            for sides in product((False, True), repeat=size)
            if stands(plus(stance, opinions := tuple(map(Opinion, chosen, sides)))) != now
        ]
        if stances:
            return stances
    return []


def overturned(question: Question, claim: str, limits: Limits = ALL) -> OverturnFinding:
    return overturn(Reading(question.map, question.stance, question.force), claim, limits)


def unread_question_of(drawn: Choices) -> Question:
    question = small_question_of(drawn)
    return question if not drawn.below(3) else question._replace(stance=NO_STANCE)


@for_all(unread_question_of, 150)
def test_overturn_finds_all_smallest_stances(question: Question) -> None:
    for claim in question.map.claims:
        finding, right = overturned(question, claim), smallest_stances(question, claim)
        assert sorted(finding.stances) == sorted(right)
        assert all(stance == tuple(sorted(stance)) for stance in finding.stances)
        assert finding.complete
        assert finding.claim == claim
        assert (
            finding.label
            == Reading(question.map, question.stance, question.force).grounded.claims[claim]
        )
        if right:
            assert finding.tried == len(right[0])
        for limit in (0, 1):
            less = overturned(question, claim, Limits(sets=limit))
            assert less.stances == finding.stances[:limit]
            assert less.stopped == ("limit" if len(right) > limit else None)


def test_overturn_needs_both_of_two_reasons() -> None:
    question = Question(
        Force.CONTEST, read_map("a + c; b & d + c; x -! e; e / b+d~supports~c"), NO_STANCE
    )
    finding = overturned(question, "c")
    stances = [
        [(opinion.claim, opinion.accepts) for opinion in stance] for stance in finding.stances
    ]
    assert stances == [
        [("a", False), ("b", False)],
        [("a", False), ("d", False)],
        [("a", False), ("e", True)],
        [("a", False), ("x", False)],
    ]
    assert (finding.tried, finding.stopped) == (2, None)


def test_overturn_says_when_no_stance_overturns() -> None:
    question = Question(Force.CONTEST, read_map("granted c; a + c; c + d"), NO_STANCE)
    finding = overturned(question, "c")
    assert (finding.stances, finding.complete) == ((), True)
    with pytest.raises(UsageError, match="there is no claim `b`"):
        overturned(question, "b")


def test_overturn_goes_through_stances_a_few_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    question = Question(Force.CONTEST, read_map("a + c; b + c; d + c; x -! d"), NO_STANCE)
    at_once = overturned(question, "c")
    assert [len(stance) for stance in at_once.stances] == [2]
    monkeypatch.setattr(module, "_WORLDS_AT_ONCE", 3)
    assert overturned(question, "c") == at_once


def test_overturn_says_why_it_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    question = Question(Force.CONTEST, read_map("a + c; b + c; d + c"), NO_STANCE)
    in_no_time = overturned(question, "c", Limits(seconds=0.0))
    assert (in_no_time.stances, in_no_time.tried, in_no_time.stopped) == ((), 0, "time")
    monkeypatch.setattr(module, "_MOST_STANCES", 10)
    in_few = overturned(question, "c")
    assert (in_few.stances, in_few.tried, in_few.stopped) == ((), 1, "limit")
    monkeypatch.setattr(module, "_MOST_STANCES", 6 + 12 + 8)
    assert [len(stance) for stance in overturned(question, "c").stances] == [3]

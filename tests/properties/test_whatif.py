"""Changes under a stance, the chains that explain them, and stances that overturn a claim."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise, product
from typing import TYPE_CHECKING, NamedTuple

import pytest

from argmap.analysis.labels.labelling import Label
from argmap.analysis.reading_of_map import Reading
from argmap.analysis.status import overturn as module
from argmap.analysis.status.causes import Move
from argmap.analysis.status.overturn import Opinion, OverturnFinding, overturn
from argmap.analysis.status.reasons import Turnover
from argmap.analysis.status.whatif import LostReasons
from argmap.api import status, whatif
from argmap.errors import UsageError
from argmap.model.relation import Force, Kind
from argmap.model.stance import NO_STANCE, Stance
from argmap.reasoning.minimal_sets.families import Limits
from tests.brute import Brute, attacked_by, closure
from tests.maps import Choices, for_all, map_of, read_map, stance_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation

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
    words = {
        id_: (old.status_of(old.class_(id_)), new.status_of(new.class_(id_)))
        for id_ in argument_map.claims
    }
    assert finding.reworded == tuple(
        id_ for id_, (was, now) in words.items() if (was.word, was.reason) != (now.word, now.reason)
    )


@for_all(question_of, 700)
def test_reasons_and_objections_are_counted_by_the_own_labels_of_their_relations(
    question: Question,
) -> None:
    force, argument_map, stance = question
    finding = whatif(argument_map, stance, force)
    readings = Brute(argument_map, None, force), Brute(argument_map, stance, force)
    for kind, turned in (
        (Kind.SUPPORTS, finding.reasons),
        (Kind.ATTACKS, finding.objections),
    ):
        expected = {}
        for id_ in sorted(argument_map.claims):
            were, are = (
                {
                    step.id
                    for step in brute.on(brute.class_(id_), kind)
                    if own_label(brute, step) == "in"
                }
                for brute in readings
            )
            if were != are:
                expected[id_] = Turnover(
                    tuple(sorted(were - are)), tuple(sorted(are - were)), len(are)
                )
        assert turned == expected
    assert finding.weakened == {
        id_: LostReasons(len(turned.lost), turned.left)
        for id_, turned in finding.reasons.items()
        if turned.lost and id_ not in finding.changed
    }


def own_label(brute: Brute, step: Relation) -> str:
    """The label of a relation with everything that hits its target left aside.

    An undercut fails if it cannot be derived from what the extension does not attack.
    """
    premises = [brute.label(brute.class_(premise)) for premise in step.premises]
    undercuts = brute.undercuts(step)
    if "out" in premises or any(brute.hits(undercut) for undercut in undercuts):
        return "out"
    arguable = closure(brute.aba, brute.aba.assumptions - attacked_by(brute.aba, brute.extension))
    can_be_cut = any(("hit", undercut.id) in arguable for undercut in undercuts)
    return "in" if set(premises) == {"in"} and not can_be_cut else "undec"


@for_all(question_of, 400)
def test_the_own_label_of_an_attack_is_its_label(question: Question) -> None:
    force, argument_map, stance = question
    labels = Reading(argument_map, stance, force).own_labels
    brute = Brute(argument_map, stance, force)
    assert labels == {id_: own_label(brute, step) for id_, step in argument_map.relations.items()}
    for id_, label in brute.relation_labels().items():
        if argument_map.relations[id_].kind is not Kind.SUPPORTS:
            assert labels[id_] == label


def several_edits_of(drawn: Choices) -> Question:
    force, argument_map = drawn.one_of((*Force,)), map_of(drawn, 6, 10)
    names = list(argument_map.claims)
    chosen: dict[str, bool] = {}
    for _ in range(3):
        chosen.setdefault(argument_map.class_of(drawn.one_of(names))[0], bool(drawn.below(2)))
    reject = frozenset(id_ for id_, accepts in chosen.items() if not accepts)
    return Question(force, argument_map, Stance(reject=reject, accept=frozenset(chosen) - reject))


def part_of(stance: Stance, edits: Iterable[str]) -> Stance:
    """The stance with these edits alone."""
    return Stance(reject=stance.reject & set(edits), accept=stance.accept & set(edits))


@for_all(several_edits_of, 500)
def test_the_cause_is_a_part_of_the_stance_from_which_nothing_can_be_dropped(
    question: Question,
) -> None:
    force, argument_map, stance = question
    edits = stance.reject | stance.accept

    def label(claim: str, part: Iterable[str]) -> str:
        brute = Brute(argument_map, part_of(stance, part), force)
        return brute.label(brute.class_(claim))

    for id_, cause in whatif(argument_map, stance, force).changed.items():
        members = set(argument_map.class_of(id_))
        assert set(cause.because) <= edits
        if members & edits:
            assert len(cause.because) == 1
            assert set(cause.because) <= members & edits
            assert id_ not in edits or cause.because == (id_,)
            continue
        assert label(id_, cause.because) == label(id_, edits)
        for edit in cause.because:
            assert label(id_, set(cause.because) - {edit}) != label(id_, edits)


class Turns:
    """The direction of every change from one reading to another, as one force has it."""

    def __init__(self, argument_map: ArgumentMap, stance: Stance, force: Force) -> None:
        self.before, self.after = (
            Brute(argument_map, None, force),
            Brute(argument_map, stance, force),
        )

    def of_claim(self, claim: str) -> int:
        """The direction in which the label of a claim changes."""
        class_ = self.before.class_(claim)
        return RANKS[self.after.label(class_)] - RANKS[self.before.label(class_)]

    def of_step(self, step: Relation) -> int:
        """The direction in which the own label of a relation changes."""
        return RANKS[own_label(self.after, step)] - RANKS[own_label(self.before, step)]

    def reason(self, claim: str) -> str:
        """The reason of the worse of the two statuses."""
        worse = self.after if self.of_claim(claim) < 0 else self.before
        return worse.status_of(worse.class_(claim)).reason


RANKS = {"out": 0, "undec": 1, "in": 2}
ATTACKED = {"refuted", "unanswered objection", "disputed", "conflict"}
UNSUPPORTED = {"premise gone", "step blocked", "premise unsettled", "not carried"}


class Links:
    """The links that `model.md` allows in a chain, each judged by itself."""

    def __init__(self, question: Question, *, in_words: bool) -> None:
        force, self.map, stance = question
        self.own = {m for id_ in stance.reject | stance.accept for m in self.map.class_of(id_)}
        strict = replace(
            self.map,
            relations={
                id_: replace(relation, force=Force.DEFEAT)
                if relation.kind is Kind.ATTACKS
                else relation
                for id_, relation in self.map.relations.items()
            },
        )
        self.turns = Turns(self.map, stance, force), Turns(strict, stance, Force.DEFEAT)
        self.in_words = in_words

    def moves(self, claim: str, step: Relation) -> bool:
        """Whether a premise that changed explains the change of its relation."""
        return claim in step.premises and any(
            turns.of_claim(claim) * turns.of_step(step) > 0 for turns in self.turns
        )

    def reaches(self, step: Relation, claim: str) -> bool:
        """Whether a relation to a claim that changed explains the change of the claim."""
        sign = 1 if step.kind is Kind.SUPPORTS else -1
        named = UNSUPPORTED if step.kind is Kind.SUPPORTS else ATTACKED
        return any(
            sign * turns.of_claim(claim) * turns.of_step(step) > 0
            and (not self.in_words or turns.reason(claim) in named)
            for turns in self.turns
        )

    def can_begin(self, step: Relation) -> bool:
        """Whether a premise of the relation is in the stance and explains its change."""
        return any(self.moves(claim, step) for claim in self.own)

    def can_follow(self, step: Relation, following: Relation) -> bool:
        """Whether the change of one relation explains that of another."""
        if step.kind is Kind.UNDERCUTS:
            return step.target == following.id and any(
                turns.of_step(step) * turns.of_step(following) < 0 for turns in self.turns
            )
        return self.reaches(step, step.target) and any(
            self.moves(claim, following) for claim in self.map.class_of(step.target)
        )

    def sequences(self, length: int) -> Iterator[tuple[str, ...]]:
        """All chains of a length, none of them with the same relation twice."""
        steps = self.map.relations
        if length == 1:
            yield from ((id_,) for id_, step in sorted(steps.items()) if self.can_begin(step))
            return
        for start in self.sequences(length - 1):
            yield from (
                (*start, id_)
                for id_, step in sorted(steps.items())
                if id_ not in start and self.can_follow(steps[start[-1]], step)
            )

    def to(self, claim: str) -> tuple[str, ...]:
        """The first by ids of the shortest chains."""
        members = self.map.class_of(claim)
        for length in range(1, len(self.map.relations) + 1):
            chains = [
                sequence
                for sequence in self.sequences(length)
                if (last := self.map.relations[sequence[-1]]).target in members
                and self.reaches(last, claim)
            ]
            if chains:
                return min(chains)
        return ()


@for_all(small_question_of, 600)
def test_chains_are_the_first_of_the_shortest(question: Question) -> None:
    for id_, cause in whatif(question.map, question.stance, question.force).changed.items():
        part = question._replace(stance=part_of(question.stance, cause.because))
        in_words = Links(part, in_words=True)
        if id_ in in_words.own:
            assert cause.chain == ()
        else:
            right = in_words.to(id_) or Links(part, in_words=False).to(id_)
            assert cause.chain == right
            assert right, "there is a chain for every change"


@for_all(question_of, 400)
def test_every_step_of_a_chain_explains_the_next(question: Question) -> None:
    for id_, cause in whatif(question.map, question.stance, question.force).changed.items():
        part = question._replace(stance=part_of(question.stance, cause.because))
        links = Links(part, in_words=False)
        if id_ in links.own:
            continue
        steps = [question.map.relations[step] for step in cause.chain]
        assert links.can_begin(steps[0])
        assert all(links.can_follow(*pair) for pair in pairwise(steps))
        assert steps[-1].target in question.map.class_of(id_)
        assert links.reaches(steps[-1], id_)


def test_hand_made_maps_have_the_expected_chains() -> None:
    argument_map = read_map("""
        a + b; a + c; b & c + d; cut: d / step; step: e + f; f -! g; g + h; i + h; x + i; z = a
    """)
    finding = whatif(argument_map, Stance(reject=frozenset({"z"})))
    assert {id_: cause.chain for id_, cause in finding.changed.items()} == {
        "a": (),
        "z": (),
        "b": ("a~supports~b",),
        "c": ("a~supports~c",),
        "d": ("a~supports~b", "b+c~supports~d"),
        "f": ("a~supports~b", "b+c~supports~d", "cut", "step"),
        "g": ("a~supports~b", "b+c~supports~d", "cut", "step", "f~attacks~g"),
    }
    assert {cause.because for cause in finding.changed.values()} == {("z",)}
    assert dict(finding.weakened) == {"h": LostReasons(1, 1)}
    assert finding.reasons["h"] == Turnover(("g~supports~h",), (), 1)
    assert finding.objections["g"] == Turnover((), ("f~attacks~g",), 1)


def test_the_cause_is_the_edit_that_does_it() -> None:
    """Cheapness alone changes nothing; that nobody is insured brings the objection back to life."""
    argument_map = read_map("""
        cheap + do; green + do; risky - do; block: insured / risky~attacks~do
    """)
    finding = whatif(argument_map, Stance(reject=frozenset({"cheap", "insured"})))
    cause = finding.changed["do"]
    assert cause.because == ("insured",)
    assert cause.moves == (
        Move("block", Label.IN, Label.OUT),
        Move("risky~attacks~do", Label.OUT, Label.IN),
    )
    assert finding.reasons["do"] == Turnover(("cheap~supports~do",), (), 1)
    assert finding.objections["do"] == Turnover((), ("risky~attacks~do",), 1)


def test_a_contested_claim_can_gain_objections() -> None:
    """The label stays, and yet what speaks against the claim trebles."""
    argument_map = read_map("""
        cheap + do; law - do; risky - do; slow - do
        insured / risky~attacks~do; insured / slow~attacks~do
    """)
    finding = whatif(argument_map, Stance(reject=frozenset({"insured"})))
    assert finding.before.claims["do"] == finding.after.claims["do"]
    assert finding.objections == {"do": Turnover((), ("risky~attacks~do", "slow~attacks~do"), 3)}
    assert set(finding.changed) == {"insured"}


def test_an_empty_stance_changes_nothing() -> None:
    finding = whatif(read_map("a + b; c -! b"), NO_STANCE)
    assert (dict(finding.changed), dict(finding.weakened)) == ({}, {})
    assert (dict(finding.reasons), dict(finding.objections)) == ({}, {})


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

"""The gaps below claims, and claims still to be supported, as the definitions say."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from argmap.analysis.labels.semantics import labels_under
from argmap.analysis.reading_of_map import Reading
from argmap.analysis.rests_on.gaps import Gaps, all_gaps, gaps
from argmap.model.relation import Kind
from argmap.reasoning.extension_tasks import ExtensionQuery, all_extensions
from argmap.reasoning.minimal_sets.families import Limits
from argmap.reasoning.solvers.engines import PreferredEngine, oracles
from argmap.reasoning.solvers.oracle import Enumerated
from tests.brute import Brute
from tests.maps import for_all, map_of, read_map, reading_of
from tests.support_basis import SupportBasis, derived, hitting_sets, premise_sets

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.stance import Stance
    from argmap.reasoning.framework import Framework
    from argmap.reasoning.solvers.oracle import Base, Oracle
    from tests.support_basis import Class, Classes, Rules

EVERY = Limits(sets=None)


def candidates(basis: SupportBasis) -> list[Class]:
    """The classes that are pending, or neither granted nor supported, and not carried."""
    return [
        class_
        for class_ in basis.classes
        if class_ not in basis.derivable
        and (basis.read.pending(class_) or not basis.read.on(class_, Kind.SUPPORTS))
    ]


def carries(rules: Rules[Class], grants: Classes, own: Class, filled: Classes) -> bool:
    """Whether a class follows once these others are supported."""
    return own in derived(rules, grants | filled)


def supported(argument_map: ArgumentMap, classes: Classes) -> ArgumentMap:
    """The map in which these classes are granted."""
    members = {id_ for class_ in classes for id_ in class_}
    claims = {
        id_: replace(claim, granted=True, pending=False) if id_ in members else claim
        for id_, claim in argument_map.claims.items()
    }
    return replace(argument_map, claims=claims)


@for_all(reading_of, 600)
def test_gaps_are_the_smallest_sets_that_would_carry_a_claim(
    read: tuple[ArgumentMap, Stance],
) -> None:
    argument_map, stance = read
    reading, basis = Reading(argument_map, stance), SupportBasis(argument_map)
    open_ = candidates(basis)
    rules = basis.rules(basis.supports)
    for id_ in argument_map.claims:
        own = argument_map.class_of(id_)
        finding = gaps(reading, id_, EVERY)
        assert finding.derivable is (own in basis.derivable)
        if finding.derivable:
            assert (finding.gaps, finding.total) == ((), 0)
            continue
        expected = premise_sets(open_, partial(carries, rules, basis.grants, own))
        assert {frozenset(gap) for gap in finding.gaps} == {
            frozenset(class_[0] for class_ in gap) for gap in expected
        }
        assert finding.complete
        assert finding.total == len(expected) == len(finding.gaps)
        assert [len(gap) for gap in finding.gaps] == sorted(len(gap) for gap in finding.gaps)
        needed = [gap for gap in hitting_sets(expected) if len(gap) == 1] if expected else []
        assert set(finding.needed) == {class_[0] for gap in needed for class_ in gap}
        assert bool(finding.circles) is not bool(expected)
        for gap, stands in zip(finding.gaps, finding.stands, strict=True):
            filled = frozenset(argument_map.class_of(claim) for claim in gap)
            brute = Brute(supported(argument_map, filled), stance)
            assert stands is (brute.label(own) == "in")


@for_all(map_of, 200)
def test_the_table_has_what_each_conclusion_has(argument_map: ArgumentMap) -> None:
    reading = Reading(argument_map)
    every = all_gaps(reading, EVERY).conclusions
    assert tuple(finding.claim for finding in every) == reading.conclusions
    assert every == tuple(gaps(reading, id_, EVERY) for id_ in reading.conclusions)


@for_all(map_of, 200)
def test_candidates_below_a_claim_are_those_that_lead_to_it(argument_map: ArgumentMap) -> None:
    reading = Reading(argument_map)
    search = Gaps(reading.groundwork)
    for id_ in argument_map.claims:
        used = {claim for gap in gaps(reading, id_, EVERY).gaps for claim in gap}
        assert used <= set(search.below(id_))
        assert bool(used) is bool(search.below(id_))


def test_a_list_that_is_cut_says_so() -> None:
    names = [f"p{number}" for number in range(6)]
    lines = [f"{first} & {other} + top" for first, other in combinations(names, 2)]
    many = Reading(read_map("; ".join([*lines, f"pending {' '.join(names)}"])))
    assert gaps(many, "top", EVERY).total == 15
    cut = gaps(many, "top", Limits(sets=4))
    assert (len(cut.gaps), cut.total, cut.stopped) == (4, 15, "limit")
    late = gaps(many, "top", Limits(sets=None, seconds=0, steps=1))
    assert (late.total, late.stopped) == (None, "time")
    assert not late.complete


@pytest.mark.parametrize("engine", ["sat", "clingo"])
def test_solvers_list_the_same_gaps_as_diagrams(engine: str) -> None:
    @for_all(map_of, 60)
    def same(argument_map: ArgumentMap) -> None:
        reading = Reading(argument_map)
        for id_ in argument_map.claims:
            with PreferredEngine(engine):
                listed = gaps(reading, id_, Limits(sets=None, steps=1)).gaps
            assert set(listed) == set(gaps(reading, id_, EVERY).gaps)

    same()


class Solved(ExtensionQuery):
    """A question of which the solver answers even the small parts."""

    def oracle_of(self, framework: Framework, base: Base) -> Oracle:
        """The solver, whatever the size of the part."""
        return self.solver(framework, base)


@pytest.mark.parametrize("engine", ["sat", "clingo"])
@pytest.mark.parametrize("semantics", ["CO", "PR", "ST"])
def test_solvers_take_pending_claims_as_the_definitions_do(engine: str, semantics: str) -> None:
    @for_all(lambda drawn: map_of(drawn, 4, 7), 60)
    def same(argument_map: ArgumentMap) -> None:
        for put_forward in ("preferred", "stable"):
            framework = Reading(argument_map, semantics=put_forward).compiled.framework
            by_solver = Solved(framework, semantics, oracles(engine))
            by_listing = ExtensionQuery(framework, semantics, Enumerated)
            assert set(all_extensions(by_solver)) == set(all_extensions(by_listing))

    same()


@for_all(lambda drawn: map_of(drawn, 5, 9), 200)
def test_a_pending_claim_is_never_carried_by_itself(argument_map: ArgumentMap) -> None:
    alone = [
        id_
        for id_ in argument_map.claims
        if argument_map.is_pending(id_) and not argument_map.relations_to_class(id_, Kind.SUPPORTS)
    ]
    for semantics in ("grounded", "complete", "preferred", "ideal"):
        reading = Reading(argument_map, semantics=semantics)
        labels = labels_under(reading.grounded, semantics)
        assert labels.extensions
        assert not labels.credulous.intersection(alone)
        for id_ in alone:
            if not argument_map.relations_to_class(id_, Kind.ATTACKS):
                status = reading.status.claims[id_]
                assert (status.word.value, status.reason) == ("open", "to be supported")

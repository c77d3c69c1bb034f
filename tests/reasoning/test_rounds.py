"""Large frameworks: rounds over a whole agenda give the same as steps one by one."""

from __future__ import annotations

import random
from array import array
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx
import pytest

from argmap.reasoning import agendas, arrays, large_graphs
from argmap.reasoning.components import circles_in
from argmap.reasoning.framework import Framework, Pairs
from argmap.reasoning.grounded import decided, grounded_extension
from argmap.reasoning.horn import Derivation, Horn, PackedRules, Rule, derivable
from argmap.reasoning.packed_lists import PackedLists
from tests.brute import Aba, closure, grounded
from tests.maps import Choices, for_all

if TYPE_CHECKING:
    from collections.abc import Iterator

Given: TypeAlias = tuple[int, tuple[int, ...], tuple[Rule, ...], tuple[tuple[int, int], ...]]

WIDTHS = (0, 1, 3)  # all in rounds; rounds and single steps in turn


@contextmanager
def as_if_large(wide: int) -> Iterator[None]:
    """Small inputs go the way of large ones; agendas wider than this are worked off in rounds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(arrays, "WORTH_NUMPY", -1)
        patch.setattr(agendas, "_WIDE", wide)
        yield


def framework_of(drawn: Choices | random.Random, size: int, rules: int, contraries: int) -> Given:
    """The arguments of any flat framework: circles, facts, a premise twice in a body."""
    below = drawn.below if isinstance(drawn, Choices) else drawn.randrange
    assumptions = tuple(atom for atom in range(size) if below(2)) or (0,)
    heads = [atom for atom in range(size) if atom not in set(assumptions)]
    own = tuple(
        (heads[below(len(heads))], tuple(below(size) for _ in range(below(4))))
        for _ in range(rules if heads else 0)
    )
    pairs = tuple((assumptions[below(len(assumptions))], below(size)) for _ in range(contraries))
    return size, assumptions, own, pairs


def small(drawn: Choices) -> Given:
    return framework_of(drawn, 2 + drawn.below(9), drawn.below(12), drawn.below(8))


@for_all(small, 600)
def test_rounds_decide_what_defence_decides(
    drawn: Given,
) -> None:
    _, assumptions, rules, contraries = drawn
    naive = Aba(
        frozenset(assumptions),
        tuple((head, frozenset(body)) for head, body in rules),
        frozenset(contraries),
    )
    expected = grounded(naive)
    for wide in WIDTHS:
        with as_if_large(wide):
            framework = Framework(*drawn)
            assert grounded_extension(framework) == expected
            marks = derivable(framework.horn, grounded_extension(framework))
        assert {atom for atom, mark in enumerate(marks) if mark} == closure(naive, expected)


@pytest.mark.parametrize("seed", range(60))
def test_rounds_decide_what_single_steps_decide(seed: int) -> None:
    drawn = random.Random(seed)  # noqa: S311  # no secret
    size = 300
    given = framework_of(drawn, size, drawn.randrange(100, 500), drawn.randrange(20, 300))
    one_by_one = Framework(*given)
    expected = decided(one_by_one), derivable(one_by_one.horn, given[1][:50])
    for wide in WIDTHS:
        with as_if_large(wide):
            at_once = Framework(*given)
            assert (decided(at_once), derivable(at_once.horn, given[1][:50])) == expected
            half = Derivation(at_once.horn, given[1][:25])
            assert half.also_from(given[1][20:50]) == expected[1]
        assert at_once.horn.rules_using.start == one_by_one.horn.rules_using.start
        assert at_once.horn.rules_using.items == one_by_one.horn.rules_using.items
        assert at_once.horn.lengths == one_by_one.horn.lengths
        assert at_once.victims.items == one_by_one.victims.items


def test_rounds_settle_circles_that_lose_their_ground_one_after_the_other() -> None:
    # The ground of circle n is attacked by circle n - 1, and every second one dies of that.
    count = 40
    rules: list[Rule] = []
    contraries = []
    for circle in range(count):
        ground, first, second = 3 * circle, 3 * circle + 1, 3 * circle + 2
        rules += [(first, (ground,)), (first, (second,)), (second, (first,))]
        if circle:
            contraries.append((ground, second - 3))
    grounds = tuple(range(0, 3 * count, 3))
    for wide in WIDTHS:
        with as_if_large(wide):
            framework = Framework(3 * count, grounds, tuple(rules), tuple(contraries))
            assert grounded_extension(framework) == frozenset(grounds[::2])


def graph_of(drawn: Choices) -> list[list[int]]:
    size = 1 + drawn.below(12)
    return [[drawn.below(size) for _ in range(drawn.below(3))] for _ in range(size)]


@for_all(graph_of, 600)
def test_circles_of_large_graphs_are_components(successors: list[list[int]]) -> None:
    assert_circles(successors)


@pytest.mark.parametrize("density", [0.5, 1.0, 1.5, 3.0])
@pytest.mark.parametrize("seed", range(5))
def test_a_giant_component_is_one_of_the_circles(seed: int, density: float) -> None:
    drawn = random.Random(seed)  # noqa: S311  # no secret
    size = 200
    successors: list[list[int]] = [[] for _ in range(size)]
    for _ in range(int(density * size)):
        successors[drawn.randrange(size)].append(drawn.randrange(size))
    assert_circles(successors)


@pytest.mark.parametrize("most_rounds", [1, 100])
def test_circles_are_there_whether_a_search_comes_to_an_end_or_not(
    most_rounds: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large_graphs, "_MOST_ROUNDS", most_rounds)
    assert_circles([[1], [2], [3], [0, 4], [5], [4], [6]])


def assert_circles(successors: list[list[int]]) -> None:
    """The circles of a graph, found as in large ones, are those that networkx finds."""
    graph = nx.DiGraph((node, other) for node, after in enumerate(successors) for other in after)
    expected = sorted(
        sorted(part)
        for part in nx.strongly_connected_components(graph)
        if len(part) > 1 or graph.has_edge(*part, *part)
    )
    keys = [node for node, after in enumerate(successors) for _ in after]
    packed = PackedLists(len(successors), keys, [other for after in successors for other in after])
    for wide in WIDTHS:
        with as_if_large(wide):
            assert sorted(map(sorted, circles_in(packed, len(successors)))) == expected


def test_a_large_framework_is_read_from_arrays_and_ranges() -> None:
    rules = PackedRules(array("i", [3, 3]), array("i", [0, 1]), array("i", [0, 1, 2]))
    with as_if_large(0):
        framework = Framework(4, range(3), rules, Pairs(array("i", [0, 2]), array("i", [1, 3])))
        assert list(framework.is_assumed) == [1, 1, 1, 0]
        assert grounded_extension(framework) == {1}
        assert list(derivable(framework.horn, range(1))) == [1, 0, 0, 1]


def test_a_large_framework_with_nothing_in_it_is_no_exception() -> None:
    with as_if_large(0):
        assert grounded_extension(Framework(0, (), (), ())) == frozenset()
        assert not derivable(Horn(0, ()), ())
        assert circles_in(PackedLists(0, (), ()), 0) == []

"""Circles of support."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from argmap.graph.circles import circles_of_support, one_circle
from argmap.graph.claim_graph import support_graph
from tests.maps import for_all, map_of, read_map

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap


def test_circles_go_through_restatements_but_not_through_attacks() -> None:
    argument_map = read_map("a + b; b + a; c + d; e + c; d = e; f + g; g - f; h + a")
    assert circles_of_support(argument_map) == (frozenset("ab"), frozenset("cd"))


@for_all(map_of, 300)
def test_every_circle_of_support_is_found_and_no_other_claim(argument_map: ArgumentMap) -> None:
    """Every claim of a circle is reached by supports from itself, and no other claim is."""
    reached = {id_: _reached(argument_map, id_) for id_ in argument_map.claims}
    firsts = {argument_map.class_of(id_)[0] for id_ in argument_map.claims}
    in_circles = {id_ for circle in circles_of_support(argument_map) for id_ in circle}
    assert in_circles == {id_ for id_ in firsts if id_ in reached[id_]}


@for_all(map_of, 300)
def test_the_circle_shown_is_a_shortest_one_through_its_smallest_claim(
    argument_map: ArgumentMap,
) -> None:
    graph = support_graph(argument_map)
    for members in circles_of_support(argument_map):
        circle = one_circle(argument_map, members)
        assert circle[0] == min(members)
        assert len(set(circle)) == len(circle)
        assert all(graph.has_edge(*step) for step in pairwise((*circle, circle[0])))
        ways = nx.single_source_shortest_path_length(graph.reverse(), circle[0])
        nearest = min(dict(ways).get(after, len(graph)) for after in graph[circle[0]])
        assert len(circle) == 1 + nearest


def test_no_circle_is_shown_where_there_is_none() -> None:
    with pytest.raises(ValueError, match="no circle of support goes through 'a'"):
        one_circle(read_map("a + b"), frozenset("ab"))


def _reached(argument_map: ArgumentMap, start: str) -> set[str]:
    """The classes, by smallest id, to which one support or more lead."""
    reached: set[str] = set()
    ends = {start}
    while ends:
        ends = {
            argument_map.class_of(relation.target)[0]
            for relation in argument_map.relations.values()
            if relation.kind == "supports"
            and any(argument_map.class_of(premise)[0] in ends for premise in relation.premises)
        } - reached
        reached |= ends
    return reached

"""The structure of maps, held against definitions written out as naively as possible."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest

from argmap import premises
from argmap.graph import structure as module
from argmap.graph.claim_graph import bearing_graph, joined_graph, support_graph
from argmap.graph.structure import (
    articulation_claims,
    betweenness,
    bridges,
    components,
    dominators,
    longest_chain,
    structure,
    support_order,
)
from argmap.model.argument_map import ArgumentMap
from tests.maps import chain, for_all, map_of, read_map, renamed

if TYPE_CHECKING:
    from collections.abc import Iterable

LONG = 5_000


def test_parts_hang_together_by_undercuts_and_restatements_too() -> None:
    argument_map = read_map("s: a & b + c; t: x / s; c = d; lone")
    assert components(argument_map) == (tuple("abcdx"), ("lone",))
    assert components(ArgumentMap({})) == ()


def test_a_linked_premise_is_critical_and_dominates_nothing() -> None:
    linked = read_map("a & b + c; c + d")
    assert dominators(linked, "d") == ("c",)
    assert premises(linked, "d").critical == ("a", "b")


def test_a_granted_claim_and_a_claim_without_a_path_have_no_dominators() -> None:
    argument_map = read_map("a + b; granted b; c + d; d + c; ungranted e; e + f")
    assert [dominators(argument_map, id_) for id_ in "bdf"] == [(), (), ()]
    with pytest.raises(KeyError):
        dominators(argument_map, "z")


def test_a_circle_is_one_step_of_a_chain_and_of_the_order() -> None:
    argument_map = read_map("a + b; b + c; c + b; c + d; e = d; e + f")
    assert longest_chain(argument_map) == ("a", "b", "d", "f")
    assert support_order(argument_map) == (("a",), ("b", "c"), ("d",), ("f",))
    assert structure(argument_map).circles == (("b", "c"),)
    assert longest_chain(read_map("a - b")) == ()


@for_all(map_of, 300)
def test_without_a_dominator_there_is_no_path_and_no_derivation(argument_map: ArgumentMap) -> None:
    """A claim dominates another exactly if no path to it is left without it."""
    graph = support_graph(argument_map)
    granted = [id_ for id_ in graph if argument_map.is_granted(id_)]
    for claim in graph:
        reached = claim in reachable(graph.edges, granted)
        needed = {
            id_
            for id_ in graph
            if id_ != claim and reached and claim not in reachable(graph.edges, granted, id_)
        }
        assert set(dominators(argument_map, claim)) == needed
        assert not any(claim in derived(argument_map, granted, id_) for id_ in needed)


@for_all(map_of, 300)
def test_an_unlinked_claim_needed_for_every_derivation_is_a_dominator(
    argument_map: ArgumentMap,
) -> None:
    if any(relation.is_linked for relation in argument_map.relations.values()):
        return
    graph = support_graph(argument_map)
    granted = [id_ for id_ in graph if argument_map.is_granted(id_)]
    for claim in derived(argument_map, granted):
        needed = {
            id_
            for id_ in graph
            if id_ != claim and claim not in derived(argument_map, granted, id_)
        }
        assert set(dominators(argument_map, claim)) == needed


@for_all(map_of, 300)
def test_what_holds_a_part_together_is_what_it_falls_apart_without(
    argument_map: ArgumentMap,
) -> None:
    graph = bearing_graph(argument_map)
    joins = {tuple(sorted(edge)) for edge in graph.edges if edge[0] != edge[1]}
    whole = parts(graph, joins)
    assert set(articulation_claims(joined_graph(graph))) == {
        id_
        for id_ in graph
        if parts([other for other in graph if other != id_], [e for e in joins if id_ not in e])
        > whole - (not any(id_ in join for join in joins))
    }
    assert set(bridges(joined_graph(graph))) == {
        join for join in joins if parts(graph, joins - {join}) > whole
    }


@for_all(map_of, 200)
def test_the_order_has_every_claim_once_after_its_supports(argument_map: ArgumentMap) -> None:
    order = support_order(argument_map)
    graph = support_graph(argument_map)
    place = {id_: number for number, members in enumerate(order) for id_ in members}
    assert sorted(place) == sorted(graph)
    assert sum(map(len, order)) == len(graph)
    longest = longest_chain(argument_map)
    for premise, target in graph.edges:
        assert place[premise] <= place[target]
        assert (place[premise] == place[target]) == (premise in reachable(graph.edges, [target]))
    assert len({place[id_] for id_ in longest}) == len(longest)
    assert len(longest) == longest_by_trial(graph.edges, place)


@for_all(map_of, 150)
def test_structure_gathers_the_answers_and_names_change_none(argument_map: ArgumentMap) -> None:
    finding = structure(argument_map)
    assert finding.components == components(argument_map)
    bearing = bearing_graph(argument_map)
    assert finding.articulation_claims == articulation_claims(joined_graph(bearing))
    assert finding.betweenness == betweenness(bearing)
    assert all(chain == dominators(argument_map, id_) for id_, chain in finding.dominators.items())
    new = {id_: f"n{number}" for number, id_ in enumerate(argument_map.claims)}
    relations = {id_: f"m{number}" for number, id_ in enumerate(argument_map.relations)}
    again = structure(renamed(argument_map, new, relations))
    firsts = {id_: new[argument_map.class_of(id_)[0]] for id_ in argument_map.claims}
    assert again.bridges == tuple(
        sorted(tuple(sorted((firsts[start], firsts[end]))) for start, end in finding.bridges)
    )
    assert again.dominators == {
        firsts[id_]: tuple(firsts[above] for above in chain)
        for id_, chain in finding.dominators.items()
    }


def test_a_long_chain_needs_no_recursion_and_a_large_map_no_betweenness() -> None:
    finding = structure(chain(LONG))
    assert len(finding.longest_chain) == LONG
    [(conclusion, above)] = finding.dominators.items()
    assert conclusion == "c000000"
    assert len(above) == LONG - 1
    assert finding.betweenness is None
    assert len(finding.bridges) == LONG - 1


def test_betweenness_ends_at_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BETWEENNESS_LIMIT", 2)
    assert structure(read_map("a + b")).betweenness == {"a": 0.0, "b": 0.0}
    assert structure(read_map("a + b; b + c")).betweenness is None


def test_betweenness_ends_where_a_map_is_dense(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STEPS_LIMIT", 6)
    assert structure(read_map("a + b; b + c")).betweenness is not None
    dense = structure(read_map("a + b; b + c; c + a"))
    assert dense.betweenness is None
    assert dense.communities is None


# The definitions, written out


def reachable(
    edges: Iterable[tuple[str, str]], starts: Iterable[str], without: str = ""
) -> set[str]:
    """The claims to which a path leads from one of these, itself included, that avoids a claim."""
    reached = set(starts) - {without}
    while (
        more := {target for premise, target in edges if premise in reached and target != without}
        - reached
    ):
        reached |= more
    return reached


def derived(argument_map: ArgumentMap, granted: Iterable[str], without: str = "") -> set[str]:
    """The classes that can be derived from grants by supports, with one class struck."""
    first = {id_: argument_map.class_of(id_)[0] for id_ in argument_map.claims}
    known = set(granted) - {without}
    while (
        more := {
            first[relation.target]
            for relation in argument_map.relations.values()
            if relation.kind == "supports"
            and all(first[premise] in known for premise in relation.premises)
        }
        - known
        - {without}
    ):
        known |= more
    return known


def parts(nodes: Iterable[str], joins: Iterable[tuple[str, ...]]) -> int:
    """The number of parts that hang together."""
    part = {id_: {id_} for id_ in nodes}
    for start, end in joins:
        whole = part[start] | part[end]
        part |= dict.fromkeys(whole, whole)
    return len({id(whole) for whole in part.values()})


def longest_by_trial(edges: Iterable[tuple[str, str]], place: dict[str, int]) -> int:
    """The number of steps of the longest chain over places, 0 if there is none of two."""
    steps = {(place[premise], place[target]) for premise, target in edges} - {
        (number, number) for number in place.values()
    }
    for size in range(len(place), 1, -1):
        for trial in combinations(sorted(set(place.values())), size):
            if all(step in steps for step in pairwise(trial)):
                return size
    return 0

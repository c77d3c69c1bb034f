"""The graph of a map, its parts and its circles of support."""

from __future__ import annotations

from argmap.graph.claim_graph import circles_of_support, claim_graph, components
from argmap.model.argument_map import ArgumentMap
from tests.maps import for_all, map_of, read_map

SMALL = "s: a & b + c; t: x / s; c = d; lone"


def test_claims_and_relations_are_nodes() -> None:
    graph = claim_graph(read_map(SMALL))
    assert {id_: facts["kind"] for id_, facts in graph.nodes.items()} == {
        "a": "claim",
        "b": "claim",
        "c": "claim",
        "d": "claim",
        "lone": "claim",
        "x": "claim",
        "s": "supports",
        "t": "undercuts",
    }
    assert {edge: facts["kind"] for edge, facts in graph.edges.items()} == {
        ("a", "s"): "premise",
        ("b", "s"): "premise",
        ("s", "c"): "target",
        ("x", "t"): "premise",
        ("t", "s"): "target",
        ("c", "d"): "restates",
        ("d", "c"): "restates",
    }
    assert graph.nodes["s"]["polarity"] == "support"
    assert graph.nodes["t"]["polarity"] == "attack"
    assert graph.nodes["a"]["text"] == "a"


def test_a_map_hands_its_graph_over() -> None:
    argument_map = read_map(SMALL)
    assert set(argument_map.to_networkx().edges) == set(claim_graph(argument_map).edges)


def test_parts_hang_together_by_undercuts_and_restatements_too() -> None:
    assert components(read_map(SMALL)) == (frozenset("abcdx"), frozenset({"lone"}))
    assert components(ArgumentMap({})) == ()


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

"""The networkx graphs of a map, and what they become as GraphML and GEXF."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest

from argmap.graph.claim_graph import claim_graph, plain_claim_graph
from argmap.graph.outline import outline
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim, Mode
from argmap.model.relation import Relation
from argmap.model.source import Source
from argmap.pipeline import load
from tests.maps import for_all, map_of, read_map

if TYPE_CHECKING:
    from collections.abc import Callable

SMALL = "s: a & b + c; t: x / s; c = d; lone"
SHIPPED = Path(__file__).parents[2] / "claims"


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


def test_a_map_hands_its_graphs_over() -> None:
    argument_map = read_map(SMALL)
    assert set(argument_map.to_networkx().edges) == set(claim_graph(argument_map).edges)
    plain = argument_map.to_networkx(relations=False)
    assert set(plain.edges) == set(plain_claim_graph(argument_map).edges)


def test_the_plain_graph_joins_claims_and_leads_undercuts_to_what_the_step_leads_to() -> None:
    plain = plain_claim_graph(read_map(f"{SMALL}; u: a - c; v: x / t; w: b / y; y: b / w"))
    assert {edge: facts["polarity"] for edge, facts in plain.edges.items()} == {
        ("a", "c", "s"): "support",
        ("b", "c", "s"): "support",
        ("a", "c", "u"): "attack",
        ("x", "c", "t"): "undercut",
        ("x", "c", "v"): "undercut",
        ("c", "d", "restates"): "restates",
        ("d", "c", "restates"): "restates",
    }
    assert plain.edges["a", "c", "s"]["relation"] == "s"
    assert "lone" in plain


def test_nodes_bear_what_is_given_and_what_is_worked_out() -> None:
    bus = Claim(
        "bus", "Take the bus.", label="The bus", source="times", speaker="Ann", granted=True
    )
    slow = Claim("slow", "Buses are slow.", mode=Mode.EDITORIAL)
    attack = Relation.of("slow", "attacks", "bus", "r", scheme="sign", source="times")
    argument_map = ArgumentMap.of(
        [bus, slow], [attack], [Source("times", title="The Times")], title="Buses"
    )
    graph = argument_map.to_networkx()
    assert graph.graph == {"title": "Buses", "objections": "contest"}
    assert graph.nodes == {
        "bus": {
            "kind": "claim",
            "text": "Take the bus.",
            "label": "The bus",
            "number": "1",
            "status": "contested",
            "status_label": "undec",
            "reason": "unanswered objection",
            "mode": "asserted",
            "speaker": "Ann",
            "source": "times",
            "granted": True,
        },
        "slow": {
            "kind": "claim",
            "text": "Buses are slow.",
            "label": "Buses are slow.",
            "number": "1.1",
            "status": "stands",
            "status_label": "in",
            "reason": "granted",
            "mode": "editorial",
            "granted": True,
        },
        "r": {
            "kind": "attacks",
            "polarity": "attack",
            "force": "contest",
            "status_label": "in",
            "scheme": "sign",
            "mode": "asserted",
            "source": "times",
        },
    }
    edge = argument_map.to_networkx(relations=False).edges["slow", "bus", "r"]
    assert edge == graph.nodes["r"] | {"relation": "r"}


FORMATS: dict[str, tuple[Callable[..., Any], Callable[..., Any]]] = {
    "graphml": (nx.write_graphml, nx.read_graphml),
    "gexf": (nx.write_gexf, nx.read_gexf),
}


def written_and_read(argument_map: ArgumentMap, name: str, *, relations: bool) -> None:
    """Write the map's graph in a format, read it back, and compare every node, edge and value."""
    graph: Any = (
        argument_map.to_networkx() if relations else argument_map.to_networkx(relations=False)
    )
    write, read = FORMATS[name]
    file = BytesIO()
    write(graph, file)
    file.seek(0)
    options = {"force_multigraph": True} if name == "graphml" and not relations else {}
    again = read(file, **options)
    usual = {id_: {"label": id_} if name == "gexf" else {} for id_ in graph}  # GEXF labels all
    assert dict(again.nodes) == {id_: usual[id_] | facts for id_, facts in graph.nodes.items()}
    assert ends_and_facts(again) == ends_and_facts(graph)


def ends_and_facts(graph: Any) -> Any:  # noqa: ANN401  # graphs of several types
    """The edges with their facts, sorted; their ids, which a format adds, are left out."""
    return sorted(
        (start, end, sorted((key, value) for key, value in facts.items() if key != "id"))
        for start, end, facts in graph.edges(data=True)
    )


@pytest.mark.parametrize("relations", [True, False])
@pytest.mark.parametrize("name", FORMATS)
def test_the_shipped_map_is_written_and_read_back(name: str, *, relations: bool) -> None:
    argument_map, _ = load(SHIPPED)
    assert argument_map.claims
    written_and_read(argument_map, name, relations=relations)


@for_all(map_of, 60)
def test_random_maps_are_written_and_read_back(argument_map: ArgumentMap) -> None:
    first = next(iter(argument_map.claims))
    named = replace(
        argument_map,
        claims={**argument_map.claims, first: Claim(first, 'A "<text>" & ü.', speaker="Ann")},
        title="A map",
    )
    for name in FORMATS:
        for relations in (True, False):
            written_and_read(named, name, relations=relations)


@for_all(map_of, 200)
def test_every_claim_and_relation_is_in_the_graphs(argument_map: ArgumentMap) -> None:
    graph, plain = argument_map.to_networkx(), argument_map.to_networkx(relations=False)
    numbers = dict(outline(argument_map).numbers)
    assert set(graph) == argument_map.claims.keys() | argument_map.relations.keys()
    assert {id_: facts["number"] for id_, facts in plain.nodes.items()} == numbers
    assert {facts["relation"] for *_, facts in plain.edges(data=True) if "relation" in facts} == {
        id_ for id_ in argument_map.relations if argument_map.claim_bearing(id_) is not None
    }

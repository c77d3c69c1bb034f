"""`argmap structure`: what it says of a map bears out what networkx says of its graph."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import networkx as nx

import argmap as api
from argmap.graph.claim_graph import bearing_graph, joined_graph
from argmap.graph.divisions import communities, source_bridges
from argmap.graph.structure import BETWEENNESS_LIMIT, structure
from tests.maps import read_map

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]

TOWN = """\
map: {title: The town}
source: {id: ann, title: A letter}
sources: {ben: {title: A reply}}
claims:
  close: {text: Close the town., section: Traffic, supported_by: quieter, attacked_by: shops}
  quieter: {text: It gets quieter., section: Traffic, supported_by: fewer}
  fewer: {text: Fewer cars come., section: Traffic}
  shops: {text: Shops lose., source: ben}
  alone: {text: The town is old., source: null}
"""


def test_each_figure_is_told_with_its_meaning_and_its_name(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "town.yaml").write_text(TOWN, encoding="utf-8")
    printed = argmap("structure", "town.yaml").out
    assert printed.startswith("5 claims, in 1 part and 1 in no relation.\n")
    assert "1.1 “It gets quieter” for 1 “Close the town”" in printed
    assert "1.1.1 “Fewer cars come” for 1 “Close the town”" in printed
    assert "The longest chain of reasons has 2 steps." in printed
    assert "There is 1 step between claims of different sources." in printed
    for figure in ("immediate_dominators", "articulation_points", "betweenness_centrality"):
        assert f"(networkx: {figure})" in printed
    refused = argmap("structure", "close", "town.yaml")
    assert refused.code == 2
    assert "argmap premises close" in refused.err


def test_json_and_python_have_the_same_figures(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "town.yaml").write_text(TOWN, encoding="utf-8")
    answer = json.loads(argmap("structure", "town.yaml", "--json").out)
    finding = api.structure(api.load(tmp_path / "town.yaml")[0])
    assert answer["schema"] == "argmap.structure/1"
    assert answer["longest_chain"] == list(finding.longest_chain) == ["fewer", "quieter", "close"]
    assert answer["communities"] == [list(group) for group in finding.communities or ()]
    assert answer["source_bridges"] == {"shops~attacks~close": ["ann", "ben"]}


def test_groups_divide_the_claims_and_join_what_bears_on_each_other() -> None:
    argument_map = read_map("a + b; b + c; a + c; d + e; e + f; d + f; c + d; g + g2")
    groups = communities(joined_graph(bearing_graph(argument_map)))
    claims = [id_ for group in groups for id_ in group]
    assert sorted(claims) == sorted(argument_map.claims)
    graph: nx.Graph[str] = nx.Graph(bearing_graph(argument_map))
    assert all(nx.is_connected(graph.subgraph(group)) for group in groups)
    one_group = [set(argument_map.claims)]
    assert nx.community.modularity(graph, map(set, groups)) > nx.community.modularity(
        graph, one_group
    )


def test_a_map_with_nothing_in_it_has_a_structure_too(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text("claims: {a: A is so.}\n", encoding="utf-8")
    assert argmap("structure", "one.yaml").out.startswith("1 claim, 1 in no relation.\n")


def test_what_takes_long_is_left_out_of_a_large_map_and_said_to_be(
    argmap: Argmap, tmp_path: Path
) -> None:
    count = BETWEENNESS_LIMIT + 1
    lines = [f"  c{number}: Claim {number} is so." for number in range(count)]
    (tmp_path / "large.yaml").write_text("claims:\n" + "\n".join(lines), encoding="utf-8")
    assert argmap("structure", "large.yaml").out.count("Not worked out: the map is too large") == 2
    large = api.load(tmp_path / "large.yaml")[0]
    assert structure(large).communities is None
    assert not source_bridges(large)

"""Drawings and outlines: what other programs read from them is what the map says."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import networkx as nx
import pydot
import pytest

from argmap.formats.counting import counts_of
from argmap.formats.drawing import dot, graphml, mermaid
from argmap.formats.exchange import PLAIN, Wishes
from argmap.formats.outlines import markdown
from argmap.graph.outline import outline
from tests.formats.whole_maps import whole_map
from tests.maps import for_all

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap

# pydot calls its own parser by names that this has given up.
pytestmark = pytest.mark.filterwarnings("ignore::pyparsing.warnings.PyparsingDeprecationWarning")


def text_of(content: object) -> str:
    assert isinstance(content, str)
    return content


@for_all(whole_map, 40, 400)
def test_networkx_reads_every_claim_and_relation_as_a_node(argument_map: ArgumentMap) -> None:
    written = text_of(graphml.write(argument_map, Wishes(relations=True)).content)
    graph = nx.read_graphml(io.BytesIO(written.encode()))
    kinds = nx.get_node_attributes(graph, "kind")
    counts = counts_of(argument_map)
    assert list(kinds.values()).count("claim") == counts.claims
    assert list(kinds.values()).count("supports") == counts.supports
    assert list(kinds.values()).count("undercuts") == counts.undercuts
    for relation in argument_map.relations.values():
        premises = {start for start, end in graph.edges if end == relation.id}
        attackers = {each.id for each in argument_map.relations_to(relation.id)}
        assert premises - attackers == set(relation.premises) - attackers
    texts = nx.get_node_attributes(graph, "text")
    assert all(texts[id_] == claim.text for id_, claim in argument_map.claims.items())


@for_all(whole_map, 40, 400)
def test_the_plain_graph_has_an_edge_for_each_premise(argument_map: ArgumentMap) -> None:
    written = text_of(graphml.write(argument_map, PLAIN).content)
    graph = nx.read_graphml(io.BytesIO(written.encode()), force_multigraph=True)
    drawn = [facts["relation"] for *_, facts in graph.edges(data=True) if "relation" in facts]
    for relation in argument_map.relations.values():
        bears = argument_map.claim_bearing(relation.id) is not None
        assert drawn.count(relation.id) == len(relation.premises) * bears


@for_all(whole_map, 12, 400)
def test_a_parser_of_dot_finds_the_lines_of_the_map(argument_map: ArgumentMap) -> None:
    [graph] = pydot.graph_from_dot_data(text_of(dot.write(argument_map, PLAIN).content)) or []
    boxes = {node.get_name() for node in graph.get_nodes() if node.get("label")} - {"node"}
    assert len(boxes) == len(argument_map.claims)
    lines = [(str(edge.get("class")).strip('"'), edge.get("dir")) for edge in graph.get_edges()]
    arrows = [kind for kind, direction in lines if direction != "none"]
    counts = counts_of(argument_map)
    assert arrows.count("supports") == counts.supports
    assert arrows.count("undercuts") == counts.undercuts
    assert len(arrows) == counts.supports + counts.attacks


# The grammar of Mermaid's flow charts, as far as the lines of a drawing use it.
MERMAID_LINE = re.compile(
    r'  c\d+\["(?:[^"\[\]<>`#{}|\\]|#\d+;)*"\]|  r\d+\(\("&"\)\)'
    r"|  [cr]\d+ (?:-->|--x|-\.-x|---|-\.-) [cr]\d+|  linkStyle \d+(?:,\d+)* stroke:#[0-9A-F]{6}"
)


@for_all(whole_map, 40, 400)
def test_a_mermaid_chart_has_no_line_that_its_grammar_does_not_know(
    argument_map: ArgumentMap,
) -> None:
    written = text_of(mermaid.write(argument_map, PLAIN).content)
    _, _, body = written.partition("flowchart BT\n")
    lines = body.splitlines()
    assert not [line for line in lines if not MERMAID_LINE.fullmatch(line)]
    counts = counts_of(argument_map)
    assert sum(" --x " in line or " -.-x " in line for line in lines) == counts.attacks
    assert sum(" --> " in line for line in lines) == counts.supports


@for_all(whole_map, 40, 400)
def test_a_markdown_outline_tells_every_claim_once_in_full(argument_map: ArgumentMap) -> None:
    written = text_of(markdown.write(argument_map, PLAIN).content)
    items = [line.lstrip() for line in written.splitlines() if line.lstrip().startswith("- **")]
    full = [item for item in items if not re.search(r" see (above|below): ", item)]
    assert len(full) == len(argument_map.claims)
    numbers = re.findall(r"^- \*\*([^*]+)\*\*", "\n".join(full), re.MULTILINE)
    shown = [number.replace("\\", "") for number in numbers]
    assert shown == list(outline(argument_map).numbers.values())

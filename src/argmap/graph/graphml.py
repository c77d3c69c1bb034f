"""A graph as GraphML, the XML that graph programs exchange."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Mapping

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graphml_of(graph: nx.DiGraph[str] | nx.MultiDiGraph[str]) -> str:
    """The text of a graph whose attributes are texts, numbers and truth values.

    A character that XML cannot hold becomes U+FFFD. Cost: linear.

    >>> graph = nx.DiGraph()
    >>> graph.add_edge("slow", "bus", kind="attacks")
    >>> "<edge source=" in graphml_of(graph)
    True
    """
    clean: nx.DiGraph[str] | nx.MultiDiGraph[str] = graph.copy()
    clean.graph = _clean(graph.graph)
    for _, facts in clean.nodes(data=True):
        facts.update(_clean(facts))
    for *_, facts in clean.edges(data=True):
        facts.update(_clean(facts))
    return "\n".join(nx.generate_graphml(clean)) + "\n"


def _clean(facts: Mapping[str, object]) -> dict[str, object]:
    return {
        name: _NO_XML.sub("\ufffd", value) if isinstance(value, str) else value
        for name, value in facts.items()
    }

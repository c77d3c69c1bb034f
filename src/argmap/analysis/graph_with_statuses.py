"""A map as a networkx graph that bears what was worked out about it, for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.reading_of_map import Reading
from argmap.graph.claim_graph import claim_graph, plain_claim_graph

if TYPE_CHECKING:
    import networkx as nx

    from argmap.model.argument_map import ArgumentMap


def graph_with_statuses(
    argument_map: ArgumentMap, *, relations: bool = True
) -> nx.DiGraph[str] | nx.MultiDiGraph[str]:
    """The graph of claims and relations, or of claims alone, with statuses and numbers.

    With `relations` it is `claim_graph`, else `plain_claim_graph`, which tell its shape. A claim
    has, beside what its author gave, its `number` in the outline, its `status` in a word, such as
    "stands", the `reason`, and `status_label`: in, out or undec; a relation has `status_label`.
    All values are texts or truth values, so the graph can be written as GraphML or GEXF as it is.
    Statuses are those of the map as written, under the grounded reading. Cost: linear where
    supports have no circles.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> from argmap.model.relation import Relation
    >>> attack = Relation.of("slow", "attacks", "bus")
    >>> small = ArgumentMap.of([Claim("bus", "Take it."), Claim("slow", "It is slow.")], [attack])
    >>> graph_with_statuses(small).nodes["bus"]["status"]
    'contested'
    """
    reading = Reading(argument_map)
    finding = reading.status
    labels = {id_: str(label) for id_, label in finding.relations.items()}
    graph: nx.DiGraph[str] | nx.MultiDiGraph[str]
    if relations:
        graph = claim_graph(argument_map)
        for id_, label in labels.items():
            graph.nodes[id_]["status_label"] = label
    else:
        graph = plain_claim_graph(argument_map)
        for *_, facts in graph.edges(data=True):
            if "relation" in facts:
                facts["status_label"] = labels[facts["relation"]]
    for id_, number in reading.outline.numbers.items():
        claim = finding.claims[id_]
        graph.nodes[id_].update(
            number=number,
            status=str(claim.word),
            reason=str(claim.reason),
            status_label=str(claim.label),
        )
    return graph

"""A map as a networkx graph with the status and number of every claim, for other programs."""

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

    With `relations` the graph has the shape of `claim_graph`, else that of `plain_claim_graph`.
    To the attributes there a claim adds its `number` in the outline, its `status` in a word, such
    as "stands", the `reason`, and its `status_label`, "in", "out" or "undec"; a relation adds its
    `status_label`. All values are texts or truth values, so that the graph can be written as
    GraphML or GEXF. Statuses are those without a stance, under grounded semantics. Cost: linear
    where supports have no circles.

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

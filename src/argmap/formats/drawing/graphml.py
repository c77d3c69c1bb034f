"""GraphML: the graph of claims, or of claims and relations, for Gephi, yEd and Cytoscape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.graph_with_statuses import graph_with_statuses
from argmap.formats.carried import losses_beside
from argmap.formats.exchange import Exported
from argmap.graph.graphml import graphml_of
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from argmap.formats.exchange import Wishes
    from argmap.model.argument_map import ArgumentMap

_CARRIED = frozenset(
    {
        "claim.label",
        "claim.source",
        "claim.speaker",
        "claim.mode",
        "relation.named",
        "relation.force",
        "relation.scheme",
        "relation.source",
        "relation.mode",
        "map.title",
        "map.objections",
        "map.classes",
    }
)


def write(argument_map: ArgumentMap, wishes: Wishes) -> Exported:
    """The graph with the status and the number of every claim.

    Its nodes are the claims, and with `wishes.relations` the relations too, so that linked premises
    and undercuts keep their structure; else a linked step is an edge from each premise, and an
    undercut an edge to the claim to which its step leads. Cost: linear.
    """
    graph = graph_with_statuses(argument_map, relations=wishes.relations)
    losses = losses_beside(argument_map, _CARRIED)
    if not wishes.relations:
        for relation in argument_map.relations.values():
            if relation.is_linked:
                losses.add("linked premises, drawn as an edge each", relation.id)
            if relation.kind is Kind.UNDERCUTS:
                losses.add("targets of undercuts, drawn as edges to a claim", relation.id)
    return Exported(graphml_of(graph), losses.all)

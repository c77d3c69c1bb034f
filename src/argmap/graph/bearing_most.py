"""The claims that bear most in a map by its shape alone: those that carry, join and bring together.

Whether a claim stands plays no part here, nor how strong it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.graph.claim_graph import bearing_graph, joined_graph
from argmap.graph.structure import articulation_claims, betweenness, dominators_of, is_sparse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.model.argument_map import ArgumentMap

MOST_CLAIMS = 3000
"""The most claims of a map in which they are looked for: a quarter of a second."""

MOST_MEETING = 400
"""The most claims of a map in which the share of shortest paths is worked out: a tenth of one."""


@dataclass(frozen=True, slots=True)
class BearingMost:
    """The claims that bear most; of restated claims the smallest id.

    `carrying` has the conclusions for which every path of supports goes through a claim, the claims
    with the most of them first; `joining` the claims without which a part of the map falls apart,
    by id; `meeting` the share of the shortest paths that go through a claim, the largest first.
    Each is None if the map is too large for it.
    """

    carrying: Mapping[str, tuple[str, ...]] | None
    joining: tuple[str, ...] | None
    meeting: Mapping[str, float] | None


def bearing_most(argument_map: ArgumentMap, conclusions: Sequence[str]) -> BearingMost:
    """The claims that bear most on these conclusions, and in the map as a whole.

    Cost: that of the functions of `argmap.graph.structure`, each up to its limit.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> bearing_most(THREE_CLAIMS, ["close"])
    BearingMost(carrying={'quieter': ('close',)}, joining=('close',), meeting={})
    """
    count = len(argument_map.claims)
    if count > MOST_CLAIMS:
        return BearingMost(None, None, None)
    carried: dict[str, list[str]] = {}
    for conclusion, below in dominators_of(argument_map, conclusions).items():
        for claim in below:
            carried.setdefault(claim, []).append(conclusion)
    bearing, meeting = bearing_graph(argument_map), None
    if count <= MOST_MEETING and is_sparse(bearing):
        shares = betweenness(bearing)
        through = [id_ for id_, share in shares.items() if share > 0]
        meeting = {id_: shares[id_] for id_ in sorted(through, key=lambda id_: -shares[id_])}
    return BearingMost(
        {id_: tuple(carried[id_]) for id_ in sorted(carried, key=lambda id_: -len(carried[id_]))},
        articulation_claims(joined_graph(bearing)),
        meeting,
    )

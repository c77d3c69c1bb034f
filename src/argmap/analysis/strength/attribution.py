"""The sources of a claim's strength: what each premise adds, and when it would tip the claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.analysis.finding import Finding, counted, row
from argmap.analysis.strength.network_of_map import network_of
from argmap.analysis.strength.strengths import gradual_named
from argmap.analysis.strength.tipping import tipping_points
from argmap.reasoning.strength.answers import Strengths, around
from argmap.reasoning.strength.circles import Status, UnsettledError
from argmap.reasoning.strength.gradual import DF_QUAD
from argmap.reasoning.strength.shares import removals, shapley
from argmap.reasoning.time_limit import TimeLimit, TimeUpError, cut_short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.analysis.reading_of_map import Reading
    from argmap.analysis.strength.network_of_map import MapNetwork

_MOST, _MOST_WHERE_UNSURE = 200, 24
"""The most premises whose share is worked out; where circles may have several solutions, each takes
far longer."""


STEPS = 8_000
"""The steps of work for all shares of one claim, some seconds."""


@dataclass(frozen=True, slots=True)
class PremiseShare:
    """The share of a premise in the strength of a claim; below 0 it takes strength away.

    `credence` is its base score, which nobody gave if `is_assumed`. `gradient` is how fast the
    strength follows the credence where it is (None: not to be had), `removal` how much strength
    goes if this premise alone goes, `shapley` its share of the strength, whatever else is there,
    with its standard error (0: exact). `if_refuted` and `if_conceded` are the strengths at credence
    0 and 1, and `tips_at` the credence nearest to its own at which the strength passes one half
    (None: it does at no credence).
    """

    claim: str
    credence: float
    is_assumed: bool
    gradient: float | None
    removal: float
    shapley: float
    stderr: float
    if_refuted: float
    if_conceded: float
    tips_at: float | None


@dataclass(frozen=True, slots=True, repr=False)
class AttributionFinding(Finding):
    """The strength of a claim, and the shares to it, the largest share first.

    `own` is the strength that the claim would have without any of these premises. `total` is the
    number of premises that bear on it; shares are worked out for the first of them only, by their
    effect, if there are very many. `orders` is the number of random orders from which shares were
    estimated; 0 if they are exact. `stopped` is the reason if they were not worked out within the
    limit of steps or time, or `unsettled` if circles do not come to rest without some premise.
    `bearing` are the ids of the claims and relations on which the
    strength depends. There are no shares if the strength has no one value: its circles have several
    solutions, or do not come to rest. `credence` is the claim's own base score, and `own_tips_at`
    where that would have to lie for the strength to pass one half, as for a share.
    """

    claim: str
    semantics: str
    strength: float
    status: Status
    own: float
    shares: tuple[PremiseShare, ...]
    total: int
    orders: int
    bearing: frozenset[str]
    credence: float = 0.0
    own_tips_at: float | None = None
    stopped: str | None = None

    @property
    def complete(self) -> bool:
        """Whether every premise that bears on the claim has its share."""
        return len(self.shares) == self.total

    def rows(self) -> list[dict[str, Any]]:
        """A row for each premise."""
        return [row(share) for share in self.shares]

    def _summary(self) -> str:
        premises = counted(self.total, "premise")
        return f"{self.claim} has strength {self.strength:.2f}, from {premises}"


def attribution(reading: Reading, claim: str, semantics: str = DF_QUAD) -> AttributionFinding:
    """The shares of all premises that bear on a claim, for it and against it.

    The premises are the granted claims from which supports or attacks lead to the claim, and others
    with a credence above 0; not those that the reader accepts or rejects. Cost: some thousand
    passes over the part of the map that bears on the claim; see `shapley`.

    Raises:
        UsageError: there is no such claim or gradual semantics; a credence is not in [0, 1].

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> finding = attribution(Reading(THREE_CLAIMS), "close")
    >>> [(part.claim, round(part.shapley, 2)) for part in finding.shares]
    [('quieter', 0.6), ('shops', -0.2)]
    """
    head = reading.map.head_of(reading.map.claim_named(claim).id)
    gradual = gradual_named(semantics)
    nodes = network_of(reading)
    part, inner = around(nodes.network, nodes.claim[head])
    number = {node: place for place, node in enumerate(inner)}
    names = [*nodes.claim, *nodes.relation]
    strengths = Strengths(part, gradual)
    goal = number[nodes.claim[head]]
    counting = [
        (id_, number[node])
        for id_, node in nodes.claim.items()
        if node in number and _counts(reading, nodes, id_)
    ]
    players = [player for player in counting if player[0] != head]
    strength = strengths.of_nodes[goal]
    shares: tuple[PremiseShare, ...] = ()
    own, orders = strength, 0
    stopped = own_tips_at = None
    if strengths.status not in {Status.BISTABLE, Status.NOT_CONVERGED}:
        try:
            with TimeLimit(None, STEPS):
                shares, own, orders = _shares(strengths, nodes, goal, players)
                if len(players) < len(counting):
                    [own_tips_at] = tipping_points(strengths, goal, [goal])
        except TimeUpError as error:
            stopped = cut_short(error)
        except UnsettledError:
            stopped = "unsettled"
    return AttributionFinding(
        claim,
        semantics,
        strength,
        strengths.status,
        own,
        shares,
        len(players),
        orders,
        frozenset(names[node] for node in inner),
        float(part.base[goal]),
        own_tips_at,
        stopped,
    )


def _counts(reading: Reading, nodes: MapNetwork, id_: str) -> bool:
    """Whether a class has a credence that counts: as a premise or of its own, and undecided."""
    has_base = nodes.network.base[nodes.claim[id_]] > 0 or reading.map.is_granted(id_)
    return bool(has_base) and id_ not in nodes.fixed


def _shares(
    strengths: Strengths,
    nodes: MapNetwork,
    goal: int,
    players: Sequence[tuple[str, int]],
) -> tuple[tuple[PremiseShare, ...], float, int]:
    """The shares, the strength without these premises, and the orders that were drawn."""
    slopes = strengths.slopes(goal)
    most = _MOST if strengths.is_unique else _MOST_WHERE_UNSURE
    if len(players) > most:
        slope = slopes or [0.0] * len(strengths.network)
        players = sorted(players, key=lambda player: (-abs(slope[player[1]]), player[0]))[:most]
    places = [place for _, place in players]
    game = strengths.game(goal, places)
    shares = shapley(game)
    ends = strengths.along(goal, [(place, end) for place in places for end in (0.0, 1.0)])
    parts = [
        PremiseShare(
            claim=id_,
            credence=float(strengths.network.base[place]),
            is_assumed=id_ in nodes.assumed,
            gradient=None if slopes is None else slopes[place],
            removal=removal,
            shapley=share,
            stderr=error,
            if_refuted=ends[2 * turn],
            if_conceded=ends[2 * turn + 1],
            tips_at=tips_at,
        )
        for turn, ((id_, place), removal, share, error, tips_at) in enumerate(
            zip(
                players,
                removals(game),
                shares.values,
                shares.errors,
                tipping_points(strengths, goal, places),
                strict=True,
            )
        )
    ]
    own = strengths.of_nodes[goal] - sum(shares.values)
    parts.sort(key=lambda part: (-abs(part.shapley), part.claim))
    return tuple(parts), own, shares.permutations

"""The sources of a claim's strength: what each premise adds, and when it would tip the claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

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
    from argmap.analysis.strength.tipping import TippingPoints

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
    where that would have to lie for the strength to pass one half, as for a share. `is_unique` if
    it is proved that, whatever was changed for these numbers, no other strengths would have fitted.
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
    is_unique: bool = True

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
    shared, stopped = _Shared((), strength, 0, None, strengths.is_unique), None
    if strengths.status not in {Status.BISTABLE, Status.NOT_CONVERGED}:
        try:
            with TimeLimit(None, STEPS):
                shared = _shares(strengths, nodes, goal, players)
                if len(players) < len(counting):
                    shared = shared.with_own(tipping_points(strengths, goal, [goal]))
        except TimeUpError as error:
            stopped = cut_short(error)
        except UnsettledError:
            stopped = "unsettled"
    return AttributionFinding(
        claim,
        semantics,
        strength,
        strengths.status,
        shared.own,
        shared.shares,
        len(players),
        shared.orders,
        frozenset(names[node] for node in inner),
        float(part.base[goal]),
        shared.own_tips_at,
        stopped,
        shared.is_unique,
    )


def _counts(reading: Reading, nodes: MapNetwork, id_: str) -> bool:
    """Whether a class has a credence that counts: as a premise or of its own, and undecided."""
    has_base = nodes.network.base[nodes.claim[id_]] > 0 or reading.map.is_granted(id_)
    return bool(has_base) and id_ not in nodes.fixed


class _Shared(NamedTuple):
    """The parts of a finding that take long: shares, and what holds of them together."""

    shares: tuple[PremiseShare, ...]
    own: float
    orders: int
    own_tips_at: float | None
    is_unique: bool

    def with_own(self, tipping: TippingPoints) -> _Shared:
        """The same with the tipping point of the claim's own credence."""
        [point] = tipping.points
        return self._replace(own_tips_at=point, is_unique=self.is_unique and tipping.is_unique)


def _shares(
    strengths: Strengths, nodes: MapNetwork, goal: int, players: Sequence[tuple[str, int]]
) -> _Shared:
    """The shares of these premises, and the strength without them."""
    slopes = strengths.slopes(goal)
    most = _MOST if strengths.is_unique else _MOST_WHERE_UNSURE
    if len(players) > most:
        slope = slopes or [0.0] * len(strengths.network)
        players = sorted(players, key=lambda player: (-abs(slope[player[1]]), player[0]))[:most]
    places = [place for _, place in players]
    game = strengths.game(goal, places)
    shares, gone = shapley(game), removals(game)
    ends = strengths.along(goal, [(place, end) for place in places for end in (0.0, 1.0)])
    tipping = tipping_points(strengths, goal, places)
    refuted, conceded = ends.strengths[::2].tolist(), ends.strengths[1::2].tolist()
    parts = [
        PremiseShare(
            claim=id_,
            credence=float(strengths.network.base[place]),
            is_assumed=id_ in nodes.assumed,
            gradient=None if slopes is None else slopes[place],
            removal=gone.values[turn],
            shapley=shares.values[turn],
            stderr=shares.errors[turn],
            if_refuted=refuted[turn],
            if_conceded=conceded[turn],
            tips_at=tipping.points[turn],
        )
        for turn, (id_, place) in enumerate(players)
    ]
    parts.sort(key=lambda part: (-abs(part.shapley), part.claim))
    own = strengths.of_nodes[goal] - sum(shares.values)
    is_unique = all(each.is_unique for each in (shares, gone, ends, tipping))
    return _Shared(tuple(parts), own, shares.permutations, None, is_unique)

"""The public questions on numbers: strengths, their sources, probabilities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.reading_of_map import reading_of
from argmap.analysis.strength.attribution import attribution as attribution_of
from argmap.analysis.strength.probability import probability as probability_of
from argmap.analysis.strength.strengths import strengths
from argmap.views.picture.svg.chart import Chart
from argmap.views.picture.svg.tornado import render_tornado
from argmap.views.picture.tornado import tornado_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.analysis.strength.attribution import AttributionFinding
    from argmap.analysis.strength.probability import ProbabilityFinding
    from argmap.analysis.strength.strengths import StrengthFinding
    from argmap.api.rests_on import AnyMap
    from argmap.model.relation import Force
    from argmap.model.stance import Stance


def strength(
    argument_map: AnyMap,
    *,
    semantics: str = "df-quad",
    reject: Iterable[str] = (),
    accept: Iterable[str] = (),
    stance: Stance | str | None = None,
    objections: Force | str | None = None,
) -> StrengthFinding:
    """The strength of every claim and relation, from 0 to 1, and how it was found.

    `semantics` is a gradual semantics: "df-quad", "quadratic-energy" or "euler". Cost: linear;
    claims that bear on each other in a circle are worked out again until they settle.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> round(strength(THREE_CLAIMS).claims["close"], 2)
    0.4
    """
    reading = reading_of(argument_map, stance, reject, accept, objections)
    return strengths(reading, semantics)


def attribution(
    argument_map: AnyMap,
    claim: str,
    *,
    semantics: str = "df-quad",
    reject: Iterable[str] = (),
    accept: Iterable[str] = (),
    stance: Stance | str | None = None,
    objections: Force | str | None = None,
) -> AttributionFinding:
    """The sources of a claim's strength: what each premise adds, and when it would tip the claim.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> [(part.claim, round(part.removal, 2)) for part in attribution(THREE_CLAIMS, "close").shares]
    [('quieter', 0.4), ('shops', -0.4)]
    """
    reading = reading_of(argument_map, stance, reject, accept, objections)
    return attribution_of(reading, claim, semantics)


def probability(
    argument_map: AnyMap,
    claim: str,
    *,
    reject: Iterable[str] = (),
    accept: Iterable[str] = (),
    stance: Stance | str | None = None,
    objections: Force | str | None = None,
) -> ProbabilityFinding:
    """The probability that a claim is carried, and that it stands, its premises independent.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> round(probability(THREE_CLAIMS, "close").p_stands, 2)
    0.16
    """
    return probability_of(reading_of(argument_map, stance, reject, accept, objections), claim)


def tornado(
    argument_map: AnyMap,
    claim: str,
    *,
    reject: Iterable[str] = (),
    accept: Iterable[str] = (),
    stance: Stance | str | None = None,
    objections: Force | str | None = None,
) -> Chart:
    """The picture of what each premise does to the probability that a claim stands.

    A bar leads from the probability if the premise is refuted to that if it is conceded.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> tornado(THREE_CLAIMS, "close").svg[:4]
    '<svg'
    """
    reading = reading_of(argument_map, stance, reject, accept, objections)
    finding = probability_of(reading, claim)
    return Chart(render_tornado(tornado_of(finding, reading.map, reading.outline)))

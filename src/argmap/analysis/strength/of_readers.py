"""The strengths of the conclusions for each reader of a map, side by side."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.analysis.labels.credences import with_doubts
from argmap.analysis.strength.strengths import strengths
from argmap.reasoning.strength.gradual import DF_QUAD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.analysis.reading_of_map import Reading
    from argmap.model.stance import Stance


def strengths_by_reader(
    reading: Reading,
    stances: Iterable[Stance],
    claims: Iterable[str],
    semantics: str = DF_QUAD,
) -> Mapping[str, Mapping[str, float]]:
    """For each reader, by the id of the stance, the strength of each of these claims.

    The stance of the reading itself is left aside. Readers without an id come under their name.
    Cost: linear, times the readers.

    Raises:
        UsageError: there is no such gradual semantics; a stance names an unknown claim, or rejects
            and accepts the same one; a credence is not in [0, 1].

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> from argmap.model.stance import Stance
    >>> resident = Stance("resident", credences={"shops": 0.0})
    >>> strengths_by_reader(Reading(THREE_CLAIMS), [resident], ["close"])["resident"]
    mappingproxy({'close': 0.8})
    """
    plain, shown = reading.without_stance(), tuple(claims)
    by_reader = {}
    for stance in stances:
        finding = strengths(plain.with_stance(with_doubts(reading.map, stance)), semantics)
        of_claims = {id_: finding.claims[id_] for id_ in shown}
        by_reader[stance.id or stance.name] = MappingProxyType(of_claims)
    return MappingProxyType(by_reader)

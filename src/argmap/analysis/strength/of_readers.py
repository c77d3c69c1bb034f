"""The strengths of a map for each of its readers, side by side."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.analysis.strength.strengths import strengths
from argmap.reasoning.strength.gradual import DF_QUAD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.analysis.reading_of_map import Reading
    from argmap.analysis.strength.strengths import StrengthFinding
    from argmap.model.stance import Stance


def strengths_by_reader(
    reading: Reading, stances: Iterable[Stance], semantics: str = DF_QUAD
) -> Mapping[str, StrengthFinding]:
    """The strengths for each reader, by the id of the stance, or by its name if it has none.

    The stance of the reading itself is left aside. Cost: linear, times the readers.

    Raises:
        UsageError: there is no such gradual semantics; a stance names an unknown claim, or rejects
            and accepts the same one; a credence is not in [0, 1].

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> from argmap.model.stance import Stance
    >>> resident = Stance("resident", credences={"shops": 0.0})
    >>> strengths_by_reader(Reading(THREE_CLAIMS), [resident])["resident"].claims["close"]
    0.8
    """
    plain = reading.without_stance()
    return MappingProxyType(
        {
            stance.id or stance.name: strengths(plain.with_stance(stance), semantics)
            for stance in stances
        }
    )

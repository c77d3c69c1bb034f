"""All conclusions of a map with the premises and sources on which they rest, in one table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.analysis.finding import Finding, counted, row
from argmap.analysis.rests_on.gaps import Gaps
from argmap.analysis.rests_on.rejections import SmallestRejection
from argmap.analysis.rests_on.sources_below import sources_below
from argmap.reasoning.horn import below, critical
from argmap.reasoning.minimal_sets.families import subproblem_of

if TYPE_CHECKING:
    from argmap.analysis.reading_of_map import Reading


@dataclass(frozen=True, slots=True)
class Conclusion:
    """One conclusion: its premises, the critical ones, a smallest rejection set, and its sources.

    The rejection set is None if the conclusion has no derivation; `to_be_supported` are then the
    claims whose support would help to carry it. `sources` are the sources of its premises.
    `complete` is false if the search for a smallest rejection set was stopped.
    """

    claim: str
    premises: tuple[str, ...]
    critical: tuple[str, ...]
    smallest_rejection_set: tuple[str, ...] | None
    sources: tuple[str, ...]
    to_be_supported: tuple[str, ...] = ()
    complete: bool = True


@dataclass(frozen=True, slots=True, repr=False)
class ConclusionsFinding(Finding):
    """Every conclusion of a map with its premises and sources, main conclusions first."""

    conclusions: tuple[Conclusion, ...]

    def rows(self) -> list[dict[str, Any]]:
        """One row for each conclusion."""
        return [row(conclusion) for conclusion in self.conclusions]

    def _summary(self) -> str:
        critical = sum(bool(conclusion.critical) for conclusion in self.conclusions)
        return f"{counted(len(self.conclusions), 'conclusion')}, {critical} with critical premises"


def conclusions(reading: Reading) -> ConclusionsFinding:
    """Every conclusion of the map with its premises and sources, main conclusions first.

    Cost: one pass for all critical premises, and a smallest rejection set for each conclusion.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> [(row.claim, row.critical) for row in conclusions(Reading(THREE_CLAIMS)).conclusions]
    [('close', ('quieter',))]
    """
    supports, ids = reading.supports, reading.conclusions
    goals = [supports.atom[id_] for id_ in ids]
    needed = critical(supports.horn, supports.grants, goals)
    can_be = reading.groundwork.derivable
    sources = sources_below(reading.map)
    search, lacking = SmallestRejection(), Gaps(reading.groundwork)
    table: list[Conclusion] = []
    for id_, goal, alone in zip(ids, goals, needed, strict=True):
        leads = below(supports.horn, goal)
        part = subproblem_of(supports.horn, supports.grants, goal, can_be)
        rejection = search.of(supports, part, alone)
        premises = [grant for grant in supports.grants if leads[grant]] if part else []
        table.append(
            Conclusion(
                id_,
                supports.ids(premises),
                rejection.critical,
                rejection.smallest,
                tuple(sorted(sources[id_])),
                () if part is not None else lacking.below(id_),
                rejection.complete,
            )
        )
    return ConclusionsFinding(tuple(table))

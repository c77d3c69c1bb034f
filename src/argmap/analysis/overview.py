"""The contents of a report on a map: the grounds of its conclusions, and the open points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.analysis.debate.agenda import agenda
from argmap.analysis.debate.questions import questions
from argmap.analysis.debate.trials import Trial, TrialKind, Trials
from argmap.analysis.finding import Finding, counted, row
from argmap.analysis.labels.labelling import Label
from argmap.analysis.people.sources import sources
from argmap.analysis.rests_on.premises import Bases, PremisesFinding
from argmap.reasoning.horn import below, critical
from argmap.reasoning.minimal_sets.families import Limits
from argmap.reasoning.time_limit import TimeLimit, TimeUpError, cut_short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.analysis.debate.agenda import Point
    from argmap.analysis.debate.points import Topic
    from argmap.analysis.debate.questions import QuestionsFinding
    from argmap.analysis.people.grounds import Grounds
    from argmap.analysis.people.sources import SourcesFinding
    from argmap.analysis.reading_of_map import Reading

MOST_CONCLUSIONS = 20
MOST_PREMISES = 400
"""The most premises of a conclusion for which its premise and rejection sets are worked out."""
MOST_POINTS = 40
MOST_STEPS = 5
SECONDS, STEPS = 5, 5_000
"""The most time and the most steps (`TimeLimit`) for the sets of all conclusions together."""
MOST_SETS = 3
"""The most premise sets, and the most rejection sets, that are listed for a conclusion."""


@dataclass(frozen=True, slots=True)
class Rest:
    """The grounds of one conclusion.

    `premises` counts its premises. `sets` has its smallest premise and rejection sets (None if
    there are too many premises, or too little time, to search for them); `grounds` has the sources
    on which it rests (None if it has no derivation). `hinges` are granted claims that stand: if any
    one of them is rejected, the conclusion no longer stands. A conclusion that does not stand has
    none.
    """

    claim: str
    premises: int
    critical: tuple[str, ...]
    sets: PremisesFinding | None
    grounds: Grounds | None
    hinges: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class OverviewFinding(Finding):
    """The contents of a report beside the status of each claim.

    `rests` has the grounds of the conclusions, main ones first, up to a limit; `conclusions` counts
    all conclusions. `points` are the points of the agenda up to a limit; `points_total` counts all
    of them. `questions` has the critical questions of the steps with the most at stake.
    """

    rests: tuple[Rest, ...]
    conclusions: int
    points: tuple[Point, ...]
    points_total: int
    questions: QuestionsFinding
    sources: SourcesFinding

    def points_of(self, *topics: Topic) -> tuple[Point, ...]:
        """The points of these topics."""
        return tuple(point for point in self.points if point.topic in topics)

    def rows(self) -> list[dict[str, Any]]:
        """One row for each conclusion."""
        return [
            row(
                claim=rest.claim,
                premises=rest.premises,
                critical=rest.critical,
                hinges=rest.hinges,
            )
            for rest in self.rests
        ]

    def _summary(self) -> str:
        points = counted(self.points_total, "point")
        return f"{counted(self.conclusions, 'conclusion')}, {points} to discuss"


def overview(reading: Reading) -> OverviewFinding:
    """The contents of a report of bounded length on a map.

    Cost: linear, times the claims and the relations with a scheme divided by the word length of the
    machine; and a few smallest sets for each of up to 20 conclusions with up to 400 premises.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> [(rest.claim, rest.premises) for rest in overview(Reading(THREE_CLAIMS)).rests]
    [('close', 1)]
    """
    supports = reading.supports
    listed = reading.conclusions[:MOST_CONCLUSIONS]
    needed = critical(supports.horn, supports.grants, [supports.atom[id_] for id_ in listed])
    finding = agenda(reading, MOST_POINTS, with_readers=False)
    from_sources = sources(reading)
    grounds = {ground.claim: ground for ground in from_sources.conclusions}
    hinges = _hinges(reading, listed)
    bases, limit = Bases(reading, Limits(MOST_SETS)), TimeLimit(SECONDS, STEPS)
    rests = []
    for id_, critical_atoms in zip(listed, needed, strict=True):
        leads = below(supports.horn, supports.atom[id_])
        number = sum(leads[grant] for grant in supports.grants)
        sets = _sets(bases, id_, limit) if number <= MOST_PREMISES else None
        single = supports.ids(critical_atoms)
        rests.append(Rest(id_, number, single, sets, grounds.get(id_), hinges[id_]))
    return OverviewFinding(
        tuple(rests),
        len(reading.conclusions),
        finding.points,
        finding.total,
        questions(reading, limit=MOST_STEPS),
        from_sources,
    )


def _sets(bases: Bases, claim: str, limit: TimeLimit) -> PremisesFinding | None:
    """The smallest sets of a conclusion; None if there is no time left to search for them."""
    try:
        with limit:
            return bases.of(claim)
    except TimeUpError as error:
        cut_short(error)
        return None


def _hinges(reading: Reading, claims: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The granted claims each of which must not be rejected if the conclusion is to stand.

    A claim among `claims` that does not stand has none.
    """
    argument_map, labels = reading.map, reading.grounded.claims
    rejections = [
        Trial(TrialKind.REJECT, id_)
        for id_ in argument_map.heads
        if argument_map.is_granted(id_) and labels[id_] is Label.IN
    ]
    turning = Trials(reading).turning_each(rejections, claims)
    return {
        id_: tuple(trial.id for trial in turning[id_]) if labels[id_] is Label.IN else ()
        for id_ in claims
    }

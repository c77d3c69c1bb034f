"""The overview of a map for its report: the basis of its conclusions, and unsettled points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.analysis.debate.agenda import Topic, agenda
from argmap.analysis.debate.questions import questions
from argmap.analysis.debate.trials import Trial, TrialKind, Trials
from argmap.analysis.finding import Finding, counted, row
from argmap.analysis.labels.labelling import Label
from argmap.analysis.people.sources import sources
from argmap.analysis.rests_on.premises import PremisesFinding, premises
from argmap.reasoning.horn import below, critical
from argmap.reasoning.minimal_sets.families import Limits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.analysis.debate.agenda import Point
    from argmap.analysis.debate.questions import QuestionsFinding
    from argmap.analysis.people.sources import Grounds, SourcesFinding
    from argmap.analysis.reading_of_map import Reading

MOST_CONCLUSIONS = 20
MOST_PREMISES = 400
"""Beyond so many premises the sets on which a conclusion rests are not worked out."""
MOST_POINTS = 40
MOST_STEPS = 5
MOST_SETS = 3


@dataclass(frozen=True, slots=True)
class Rest:
    """On what one conclusion rests.

    `premises` counts its premises. `sets` has its smallest premise and rejection sets, None where
    there are too many premises to look for them; `grounds` whose word it rests on, None where it
    has no derivation. `hinges` are the granted claims that stand, each of which keeps it from
    standing if rejected; of one that does not stand there are none.
    """

    claim: str
    premises: int
    critical: tuple[str, ...]
    sets: PremisesFinding | None
    grounds: Grounds | None
    hinges: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class OverviewFinding(Finding):
    """The content of a report beyond the status of each claim.

    `rests` has the conclusions, main ones first, up to a limit; `conclusions` counts them all.
    `points` are those of an agenda, up to a limit, `points_total` counts them all; `questions` has
    the weightiest steps with critical questions.
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
        """One row a conclusion."""
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
    """The overview of a map for a report of bounded length.

    Cost: linear, times the claims and the relations with a scheme divided by the word length of the
    machine; and a few smallest sets for each of up to 20 conclusions with up to 400 premises.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> [(rest.claim, rest.premises) for rest in overview(Reading(THREE_CLAIMS)).rests]
    [('close', 1)]
    """
    supports, every = reading.supports, reading.conclusions
    listed = every[:MOST_CONCLUSIONS]
    needed = critical(supports.horn, supports.grants, [supports.atom[id_] for id_ in listed])
    finding = agenda(reading, MOST_POINTS, with_readers=False)
    who = sources(reading)
    grounds = {ground.claim: ground for ground in who.conclusions}
    hinges = _hinges(reading, listed)
    rests = []
    for id_, alone in zip(listed, needed, strict=True):
        leads = below(supports.horn, supports.atom[id_])
        number = sum(leads[grant] for grant in supports.grants)
        sets = premises(reading, id_, Limits(MOST_SETS)) if number <= MOST_PREMISES else None
        rests.append(Rest(id_, number, supports.ids(alone), sets, grounds.get(id_), hinges[id_]))
    return OverviewFinding(
        tuple(rests),
        len(every),
        finding.points,
        finding.total,
        questions(reading, limit=MOST_STEPS),
        who,
    )


def _hinges(reading: Reading, claims: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """For each of these claims that stands the granted ones whose rejection alone changes that."""
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

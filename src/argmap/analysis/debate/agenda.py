"""The points of a map worth discussing: undecided claims, unanswered objections, weak links."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf
from typing import TYPE_CHECKING, Any

from argmap.analysis.debate.distances import Distances
from argmap.analysis.debate.points import Drafting, DraftPoint, Topic
from argmap.analysis.debate.trials import Stakes, Trial, TrialKind, Trials, Weight
from argmap.analysis.finding import Finding, counted, row
from argmap.analysis.people.attribution import sources_of
from argmap.analysis.people.readers import readers
from argmap.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.analysis.people.readers import ReadersFinding
    from argmap.analysis.reading_of_map import Reading


@dataclass(frozen=True, slots=True)
class Point:
    """One point of an agenda.

    `claims` are the claims under discussion, of restated claims the smallest id; `attack` is the
    objection under discussion, if any; `conclusions` are those over which readers disagree.
    `stakes` are the changes if the point is settled the other way: if a claim that stands is
    rejected, a claim that does not stand is accepted, or the objection fails. `sources` are the
    sources of the claims. `distance` is 0 if a main claim hangs on the point, else the number of
    steps from it to the nearest main claim, None if no steps lead there.
    """

    topic: Topic
    claims: tuple[str, ...]
    attack: str | None
    conclusions: tuple[str, ...]
    stakes: Stakes
    sources: tuple[str, ...]
    distance: int | None


@dataclass(frozen=True, slots=True, repr=False)
class AgendaFinding(Finding):
    """The points, the weightiest first; `total` counts the points beyond the limit too.

    `readers` compares the map's stances; it is None if the map has none.
    """

    points: tuple[Point, ...]
    total: int
    readers: ReadersFinding | None

    def rows(self) -> list[dict[str, Any]]:
        """One row for each point."""
        return [
            row(
                topic=point.topic,
                claims=point.claims,
                attack=point.attack,
                conclusions=point.conclusions,
                lost=point.stakes.lost,
                gained=point.stakes.gained,
                weakened=point.stakes.weakened,
                sources=point.sources,
                distance=point.distance,
            )
            for point in self.points
        ]

    def _summary(self) -> str:
        return f"{len(self.points)} of {counted(self.total, 'point')}"


def agenda(
    reading: Reading, limit: int | None = None, *, with_readers: bool = True
) -> AgendaFinding:
    """The points of a map that are worth discussing.

    Points on which a main claim hangs come first: objections to it or to a step that leads to it,
    and changes by which it would come to stand or cease to stand. Both groups go by topic; within a
    topic by the number of steps to the nearest main claim, then by the number of conclusions that
    would change, then of claims, then of claims that would lose a reason; then in the order of the
    outline. No claim is a point twice. Disagreements between the map's stances are left out unless
    `with_readers`.

    Cost: linear, times the claims divided by the word length of the machine; and the cost of
    `readers` if the map has stances.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> [(point.topic.value, point.claims) for point in agenda(Reading(THREE_CLAIMS)).points]
    [('contested', ('close', 'shops'))]
    """
    finding_on_readers = _parting(reading) if with_readers else None
    drafting = Drafting(reading)
    drafts = [
        *(drafting.of_readers(finding_on_readers) if finding_on_readers is not None else ()),
        *drafting.of_contested(),
        *drafting.of_conflicts(),
        *drafting.of_gaps(),
        *drafting.of_objections(),
    ]
    trials = Trials(reading)
    drafts += drafting.of_hinges(trials)
    weights = trials.weights([draft.trial for draft in drafts])
    placed = _placed(reading, trials, drafts)
    ordered = _ordered(drafting, placed, weights)
    shown = ordered[:limit]
    stakes = trials.stakes([draft.trial for draft in shown])
    points = tuple(
        Point(
            draft.topic,
            draft.claims,
            draft.attack,
            draft.conclusions,
            at_stake,
            sources_of(reading.map, draft.claims),
            draft.distance,
        )
        for draft, at_stake in zip(shown, stakes, strict=True)
    )
    return AgendaFinding(points, len(ordered), finding_on_readers)


def _placed(reading: Reading, trials: Trials, drafts: Sequence[DraftPoint]) -> list[DraftPoint]:
    """The drafts with their distances.

    A main claim hangs on a point if the trial changes whether it stands, or if one of several
    conflicting claims does so by being accepted.
    """
    tried = {
        draft: [draft.trial, *(Trial(TrialKind.ACCEPT, id_) for id_ in draft.claims)]
        if draft.topic is Topic.CONFLICT
        else [draft.trial]
        for draft in drafts
    }
    every = dict.fromkeys(trial for of_draft in tried.values() for trial in of_draft)
    turning = trials.turning_each([*every], reading.outline.main)
    hanging = {trial for of_main in turning.values() for trial in of_main}
    distances = Distances(reading)
    return [
        replace(
            draft,
            distance=distances.of(draft.claims, draft.attack)
            if hanging.isdisjoint(tried[draft])
            else 0,
        )
        for draft in drafts
    ]


def _parting(reading: Reading) -> ReadersFinding | None:
    """The map's stances compared with the map as it is; None if the map has no stances."""
    stances = list(reading.map.stances.values())
    if not stances:
        return None
    plain = Stance(name="the map as it is")
    return readers(reading, [plain, *stances])


def _ordered(
    drafting: Drafting, drafts: Sequence[DraftPoint], weights: Sequence[Weight]
) -> list[DraftPoint]:
    """The drafts in order, without points whose claims are all discussed in earlier points."""
    topics = list(Topic)
    weighed = [
        (replace(draft, topic=Topic.LOOSE), weight)
        if draft.topic is Topic.UNANSWERED and not any(weight) and not drafting.is_at_the_top(draft)
        else (draft, weight)
        for draft, weight in zip(drafts, weights, strict=True)
    ]
    pairs = sorted(
        weighed,
        key=lambda pair: (
            pair[0].distance != 0,
            topics.index(pair[0].topic),
            inf if pair[0].distance is None else pair[0].distance,
            tuple(-count for count in pair[1]),
            min(drafting.place_of[id_] for id_ in pair[0].claims),
            pair[0].attack or "",
        ),
    )
    kept: list[DraftPoint] = []
    discussed: set[tuple[str, ...] | str] = set()
    for draft, _ in pairs:
        if draft.attack is None and discussed.issuperset(draft.claims):
            continue
        kept.append(draft)
        discussed.update(draft.claims)
    return kept

"""A claim prepared for debate: the arguments for and against it, with answers and weak points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.analysis.debate.answers import attacks_on, attacks_on_each
from argmap.analysis.debate.questions import questions
from argmap.analysis.debate.trials import Trial, TrialKind, Trials
from argmap.analysis.finding import Finding, row
from argmap.analysis.labels.labelling import Label
from argmap.analysis.rests_on.gaps import Gaps
from argmap.analysis.rests_on.rejections import Rejection, rejections_of
from argmap.analysis.rests_on.sides import sides
from argmap.analysis.status.overturn import Opinion, classes_bearing_on
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argmap.analysis.debate.questions import QuestionedStep
    from argmap.analysis.reading_of_map import Reading
    from argmap.analysis.rests_on.sides import Sides
    from argmap.model.relation import Relation

MOST_MEASURED = 60
"""The most lines of argument to one claim whose grounds are worked out, first in the outline."""

_NOT_MEASURED = Rejection(None, (), complete=False)

NEAR = 3
"""The largest distance from a claim at which a step is of use in a debate on the claim."""


@dataclass(frozen=True, slots=True)
class LineOfArgument:
    """One reason for a claim, or one objection to it.

    `ground` is a smallest set of granted claims without which the premises of the line have no
    derivation (None if they have none anyway, or if it was not worked out); `critical` are the
    granted claims each of which is such a set by itself. `decides` says that striking the line
    changes whether the claim stands. `attacks` are the attacks on the step and on its premises,
    best first, as `attacks_on` orders them. `to_be_supported` are the claims whose support would
    help to carry premises that have no derivation. `complete` is false if the ground was not worked
    out.
    """

    relation: str
    label: Label
    ground: tuple[str, ...] | None
    critical: tuple[str, ...]
    decides: bool
    attacks: tuple[str, ...]
    to_be_supported: tuple[str, ...] = ()
    complete: bool = True


@dataclass(frozen=True, slots=True, repr=False)
class BriefFinding(Finding):
    """A claim prepared for debate.

    `critical` are its critical premises, `ground` is a smallest rejection set of it. `lines_for`
    are its supports and `lines_against` the attacks on it, the strongest first: by label (lines
    that go through first), then lines that decide whether the claim stands, then by the size of
    their ground, the largest first. `unanswered_below` are unanswered attacks further down, on
    claims and supports, that work against the claim; `unanswered_replies` are those that work for
    it. `hinges` are opinions on other claims, each of which changes by itself whether the claim
    stands. `steps` are the nearby steps with critical questions: first those that decide whether
    the claim stands, then the nearest, then those with the most at stake. `to_be_supported` are the
    claims whose support would help to carry a claim that has no derivation. `complete` is false if
    the ground of the claim or of a line was not worked out.
    """

    claim: str
    critical: tuple[str, ...]
    ground: tuple[str, ...] | None
    lines_for: tuple[LineOfArgument, ...]
    lines_against: tuple[LineOfArgument, ...]
    unanswered_below: tuple[str, ...]
    unanswered_replies: tuple[str, ...]
    hinges: tuple[Opinion, ...]
    sides: Sides
    steps: tuple[QuestionedStep, ...]
    to_be_supported: tuple[str, ...] = ()
    is_ground_known: bool = True

    @property
    def complete(self) -> bool:
        """Whether the grounds of the claim and of all its lines were worked out."""
        lines = (*self.lines_for, *self.lines_against)
        return self.is_ground_known and all(line.complete for line in lines)

    def rows(self) -> list[dict[str, Any]]:
        """One row for each line of argument, for the claim or against it."""
        return [
            row(line, side=side)
            for side, lines in (("for", self.lines_for), ("against", self.lines_against))
            for line in lines
        ]

    def _summary(self) -> str:
        return f"{self.claim}, {len(self.lines_for)} for, {len(self.lines_against)} against"


def brief(reading: Reading, claim: str) -> BriefFinding:
    """The lines of argument for and against a claim, and the claims that decide them.

    Cost: linear, times the claims that bear on it divided by the word length of the machine; and a
    smallest rejection set for each of up to 60 lines.

    Raises:
        UsageError: there is no such claim.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> [line.relation for line in brief(Reading(THREE_CLAIMS), "close").lines_against]
    ['against']
    """
    return Briefs(reading).of(claim)


class Briefs:
    """The briefs of claims under one reading of a map, which share the work common to them.

    `steps` are all steps of the map that name a scheme, as `questions` gives them, if they are
    known already; without them the steps that bear on a claim are searched for each brief.
    """

    def __init__(self, reading: Reading, steps: Sequence[QuestionedStep] | None = None) -> None:
        self.reading = reading
        self.map = reading.map
        self.steps = steps
        self.trials = Trials(reading)
        self.gaps = Gaps(reading.groundwork)

    def of(self, claim: str) -> BriefFinding:
        """The brief of a claim.

        Raises:
            UsageError: there is no such claim.
        """
        self.map.claim_named(claim)
        return self.of_all([claim])[claim]

    def of_all(self, claims: Sequence[str]) -> dict[str, BriefFinding]:
        """The briefs of these claims; each change of the map is tried once for all of them."""
        turning = self.trials.turning_each([*self._strikes(claims), *self._views(claims)], claims)
        steps = {
            claim: sorted(self.map.relations_to_class(claim), key=self._place) for claim in claims
        }
        groups: set[tuple[str, ...]] = {(claim,) for claim in claims}
        groups |= {step.premises for own in steps.values() for step in own[:MOST_MEASURED]}
        in_order = sorted(groups)
        grounds = dict(zip(in_order, rejections_of(self.reading.supports, in_order), strict=True))
        briefs = {}
        for claim in claims:
            lines = self._lines(steps[claim], turning[claim], grounds)
            briefs[claim] = self._brief(claim, turning[claim], lines, grounds[claim,])
        return briefs

    def _strikes(self, claims: Sequence[str]) -> list[Trial]:
        """The trials that strike each relation to one of these claims."""
        relations = (
            relation for claim in claims for relation in self.map.relations_to_class(claim)
        )
        ids = dict.fromkeys(relation.id for relation in relations)
        return [Trial(TrialKind.STRIKE, id_) for id_ in ids]

    def _views(self, claims: Sequence[str]) -> list[Trial]:
        """The trials that reject and accept each class that bears on one of these claims.

        Classes that the stance of the reading names are left out.
        """
        stance = self.reading.stance
        judged = {self.map.head_of(claim) for claim in stance.reject | stance.accept}
        bearing: set[str] = set()
        for claim in claims:
            own = self.map.head_of(claim)
            bearing |= classes_bearing_on(self.map, own) - {own}
        return [
            Trial(kind, id_)
            for id_ in sorted(bearing - judged)
            for kind in (TrialKind.REJECT, TrialKind.ACCEPT)
        ]

    def _brief(
        self, claim: str, turning: Sequence[Trial], lines: Sequence[LineOfArgument], own: Rejection
    ) -> BriefFinding:
        both = sides(self.reading, claim)
        direct = {id_ for line in lines for id_ in (line.relation, *line.attacks)}
        reading, shown = self.reading, direct.union(attacks_on_each(self.map, direct))
        return BriefFinding(
            claim,
            critical=own.critical,
            ground=own.smallest,
            lines_for=tuple(line for line in lines if _kind(reading, line) is Kind.SUPPORTS),
            lines_against=tuple(
                line for line in lines if _kind(reading, line) is not Kind.SUPPORTS
            ),
            unanswered_below=_unanswered(reading, both, both.works_against, shown),
            unanswered_replies=_unanswered(reading, both, both.works_for, shown),
            hinges=tuple(
                Opinion(trial.id, trial.kind is TrialKind.ACCEPT)
                for trial in turning
                if trial.kind is not TrialKind.STRIKE
            ),
            sides=both,
            steps=self._steps(both),
            to_be_supported=self._lacking([claim]) if own.smallest is None else (),
            is_ground_known=own.complete,
        )

    def _lines(
        self,
        steps: Sequence[Relation],
        turning: Sequence[Trial],
        grounds: Mapping[tuple[str, ...], Rejection],
    ) -> list[LineOfArgument]:
        """The lines of argument that end in these steps, the strongest first."""
        deciding = {trial.id for trial in turning if trial.kind is TrialKind.STRIKE}
        lines = []
        for place, step in enumerate(steps):
            ground = grounds[step.premises] if place < MOST_MEASURED else _NOT_MEASURED
            lines.append(
                LineOfArgument(
                    step.id,
                    self.reading.grounded.relations[step.id],
                    ground.smallest,
                    ground.critical,
                    step.id in deciding,
                    attacks_on(self.reading, step),
                    self._lacking(step.premises) if ground.complete else (),
                    ground.complete,
                )
            )
        return sorted(
            lines, key=lambda line: (line.label.rank, not line.decides, -len(line.ground or ()))
        )

    def _lacking(self, claims: Sequence[str]) -> tuple[str, ...]:
        """The claims still to be supported below those of these claims that nothing carries."""
        return tuple(sorted({gap for claim in claims for gap in self.gaps.below(claim)}))

    def _place(self, relation: Relation) -> tuple[int, str]:
        place_of = self.reading.outline.place_of
        return min(place_of[premise] for premise in relation.premises), relation.id

    def _steps(self, both: Sides) -> tuple[QuestionedStep, ...]:
        """The nearby steps that name a scheme."""
        own = self.map.head_of(both.claim)
        steps = self.steps
        if steps is None:
            steps = questions(self.reading, both.claim).steps
        near = [step for step in steps if both.distance.get(step.relation, NEAR + 1) <= NEAR]
        near.sort(key=lambda step: (own not in step.stakes.turned, both.distance[step.relation]))
        return tuple(near)


def _kind(reading: Reading, line: LineOfArgument) -> Kind:
    return reading.map.relations[line.relation].kind


def _unanswered(
    reading: Reading, both: Sides, ids: Iterable[str], shown: set[str]
) -> tuple[str, ...]:
    """The unanswered attacks among these relations that the brief has not yet shown.

    `shown` are the relations of the lines of argument, the attacks on them, and those on these.
    Attacks that go through come before undecided ones, then the nearest come first. Undercuts
    of attacks are left out: they are answers, and appear beside the attack that they answer.
    """
    relations, labels = reading.map.relations, reading.grounded.relations
    unanswered = (
        id_
        for id_ in ids
        if id_ not in shown
        and both.distance[id_] <= NEAR
        and relations[id_].kind is not Kind.SUPPORTS
        and labels[id_] is not Label.OUT
        and (
            relations[id_].kind is Kind.ATTACKS
            or relations[relations[id_].target].kind is Kind.SUPPORTS
        )
    )
    return tuple(sorted(unanswered, key=lambda id_: labels[id_].rank))

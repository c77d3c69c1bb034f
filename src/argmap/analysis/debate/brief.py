"""A claim prepared for debate: the lines for it and against it, with answers and weak points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.analysis.debate.questions import questions
from argmap.analysis.debate.trials import Trial, TrialKind, Trials
from argmap.analysis.finding import Finding, row
from argmap.analysis.labels.labelling import Label
from argmap.analysis.rests_on.sides import sides
from argmap.analysis.status.overturn import Opinion, classes_bearing_on
from argmap.model.relation import Kind
from argmap.reasoning.horn import Horn, critical, derivable
from argmap.reasoning.minimal_sets.families import subproblem_of
from argmap.reasoning.solvers.engines import engine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.analysis.debate.questions import QuestionedStep
    from argmap.analysis.reading_of_map import Reading
    from argmap.analysis.rests_on.sides import Sides
    from argmap.graph.supports import Supports
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation

MOST_MEASURED = 60
"""Of more lines than this to one claim, the last ones in the outline are not measured."""

NEAR = 3
"""How many steps away a step may be to be of use in a debate on a claim."""


@dataclass(frozen=True, slots=True)
class LineOfArgument:
    """One reason for a claim, or one objection to it.

    `ground` is a smallest set of granted claims whose withdrawal leaves the line without any
    derivation (None where it has none, or was not measured), `critical` each that alone does so.
    `decides` says that the claim stands or not by this line alone. `attacks` are those on the step
    and on its premises: the first one is the best, as `best_first` has it.
    """

    relation: str
    label: Label
    ground: tuple[str, ...] | None
    critical: tuple[str, ...]
    decides: bool
    attacks: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class BriefFinding(Finding):
    """A claim as a debater needs it.

    `lines_for` and `lines_against` are its supports and the attacks on it, the strongest first:
    those that go through, then those by which the claim stands or falls, then by how much it takes
    to leave them without ground. `unanswered_below` are attacks further down, on claims and on
    supports, that work against the claim and are not answered; `unanswered_replies` those that
    work for it. `hinges` are opinions on one other claim, each of which changes whether the claim
    stands. `steps` has the steps nearby with critical questions: those by which the claim stands or
    falls first, then the nearest, then the weightiest.
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

    def rows(self) -> list[dict[str, Any]]:
        """One row a line for the claim or against it."""
        return [
            row(line, side=side)
            for side, lines in (("for", self.lines_for), ("against", self.lines_against))
            for line in lines
        ]

    def _summary(self) -> str:
        return f"{self.claim}, {len(self.lines_for)} for, {len(self.lines_against)} against"


def brief(reading: Reading, claim: str) -> BriefFinding:
    """The lines for and against a claim, and on what they turn.

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
    """Briefs of several claims of one reading of a map, which share what they have in common.

    `steps` are all the steps of the map that name a scheme, as `questions` has them, if they are
    known already; else those that bear on a claim are looked for with each brief.
    """

    def __init__(self, reading: Reading, steps: Sequence[QuestionedStep] | None = None) -> None:
        self.reading = reading
        self.map = reading.map
        self.steps = steps
        self.trials = Trials(reading)
        self.grounds = _Grounds(reading.supports)

    def of(self, claim: str) -> BriefFinding:
        """The brief of a claim.

        Raises:
            UsageError: there is no such claim.
        """
        self.map.claim_named(claim)
        return self.of_all([claim])[claim]

    def of_all(self, claims: Sequence[str]) -> dict[str, BriefFinding]:
        """The briefs of these claims, for which every change of the map is tried only once."""
        turning = self.trials.turning_each([*self._strikes(claims), *self._views(claims)], claims)
        return {claim: self._brief(claim, turning[claim]) for claim in claims}

    def _strikes(self, claims: Sequence[str]) -> list[Trial]:
        """Each step to one of these claims, taken away."""
        relations = (
            relation for claim in claims for relation in self.map.relations_to_class(claim)
        )
        ids = dict.fromkeys(relation.id for relation in relations)
        return [Trial(TrialKind.STRIKE, id_) for id_ in ids]

    def _views(self, claims: Sequence[str]) -> list[Trial]:
        """Each class that bears on one of these claims, rejected or accepted; held ones are not."""
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

    def _brief(self, claim: str, turning: Sequence[Trial]) -> BriefFinding:
        both = sides(self.reading, claim)
        deciding = {trial.id for trial in turning if trial.kind is TrialKind.STRIKE}
        lines = self._measured(self.map.relations_to_class(claim), deciding)
        direct = {id_ for line in lines for id_ in (line.relation, *line.attacks)}
        goal = self.grounds.of_claims([(claim,)])[0]
        reading = self.reading
        return BriefFinding(
            claim,
            critical=goal.critical,
            ground=goal.smallest,
            lines_for=tuple(line for line in lines if _kind(reading, line) is Kind.SUPPORTS),
            lines_against=tuple(
                line for line in lines if _kind(reading, line) is not Kind.SUPPORTS
            ),
            unanswered_below=_unanswered(reading, both, both.works_against, direct),
            unanswered_replies=_unanswered(reading, both, both.works_for, direct),
            hinges=tuple(
                Opinion(trial.id, trial.kind is TrialKind.ACCEPT)
                for trial in turning
                if trial.kind is not TrialKind.STRIKE
            ),
            sides=both,
            steps=self._steps(both),
        )

    def _measured(self, relations: Sequence[Relation], deciding: set[str]) -> list[LineOfArgument]:
        """The lines to the claim, the strongest first."""
        ordered = sorted(relations, key=self._place)
        grounds = self.grounds.of_claims(
            [relation.premises for relation in ordered[:MOST_MEASURED]]
        )
        grounds += [_Ground(None, ())] * (len(ordered) - len(grounds))
        lines = [
            LineOfArgument(
                relation.id,
                self.reading.grounded.relations[relation.id],
                ground.smallest,
                ground.critical,
                relation.id in deciding,
                attacks_on(self.reading, relation),
            )
            for relation, ground in zip(ordered, grounds, strict=True)
        ]
        return sorted(
            lines, key=lambda line: (line.label.rank, not line.decides, -len(line.ground or ()))
        )

    def _place(self, relation: Relation) -> tuple[int, str]:
        place_of = self.reading.outline.place_of
        return min(place_of[premise] for premise in relation.premises), relation.id

    def _steps(self, both: Sides) -> tuple[QuestionedStep, ...]:
        """The steps nearby that name a scheme."""
        own = self.map.head_of(both.claim)
        steps = self.steps
        if steps is None:
            steps = questions(self.reading, both.claim).steps
        near = [step for step in steps if both.distance.get(step.relation, NEAR + 1) <= NEAR]
        near.sort(key=lambda step: (own not in step.stakes.turned, both.distance[step.relation]))
        return tuple(near)


def attacks_on(reading: Reading, relation: Relation) -> tuple[str, ...]:
    """The attacks on a step and on its premises, best first.

    What goes through comes before what is undecided, and that before what is answered; what hits
    the step itself before what hits a premise; then by id.
    """
    relations, labels = reading.map.relations, reading.grounded.relations
    return tuple(
        sorted(
            dict.fromkeys(answers_to(reading.map, relation)),
            key=lambda id_: (
                labels[id_].rank,
                relations[id_].kind is not Kind.UNDERCUTS,
                id_,
            ),
        )
    )


def answers_to(argument_map: ArgumentMap, relation: Relation) -> Iterator[str]:
    """The attacks on a step, then those on its premises, whatever becomes of them."""
    yield from (attack.id for attack in argument_map.relations_to(relation.id))
    for premise in relation.premises:
        for attack in argument_map.relations_to_class(premise):
            if attack.kind is not Kind.SUPPORTS:
                yield attack.id


def _kind(reading: Reading, line: LineOfArgument) -> Kind:
    return reading.map.relations[line.relation].kind


def _unanswered(
    reading: Reading, both: Sides, ids: Iterable[str], direct: set[str]
) -> tuple[str, ...]:
    """The attacks among these that are not answered, and that no line or exchange has told yet.

    Those that go through come before those that are undecided, and then the nearest first. Those on
    attacks are left out: they are answers, and come with what they answer.
    """
    relations, labels = reading.map.relations, reading.grounded.relations
    shown = direct | {
        id_ for relation in direct for id_ in attacks_on(reading, relations[relation])
    }
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


class _Ground:
    """The claims whose loss leaves some claims without ground: a smallest set, and single ones."""

    def __init__(self, smallest: tuple[str, ...] | None, critical_: tuple[str, ...]) -> None:
        self.smallest = smallest
        self.critical = critical_


class _Grounds:
    """The grounds of claims that are needed together, attacks left aside."""

    def __init__(self, supports: Supports) -> None:
        self.supports = supports

    def of_claims(self, groups: Sequence[Sequence[str]]) -> list[_Ground]:
        """For each group what it takes to leave it without a derivation."""
        supports, base = self.supports, self.supports.horn
        rules = [
            (base.atoms + place, tuple(sorted({supports.atom[id_] for id_ in group})))
            for place, group in enumerate(groups)
        ]
        horn = Horn(base.atoms + len(groups), [*base.rules, *rules])
        goals = [head for head, _ in rules]
        can_be = derivable(horn, supports.grants)
        needed = critical(horn, supports.grants, goals)
        solver = engine()
        grounds: list[_Ground] = []
        for goal, alone in zip(goals, needed, strict=True):
            smallest = None
            part = subproblem_of(horn, supports.grants, goal, can_be)
            if alone:
                smallest = supports.ids(alone[:1])
            elif part is not None:
                first = next(solver.rejection_sets(part.horn, part.grants, part.goal))
                smallest = supports.ids(part.named(first))
            grounds.append(_Ground(smallest, supports.ids(alone)))
        return grounds

"""A claim prepared for debate: the lines for it and against it, with answers and weak points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.analysis.debate.questions import questions
from argmap.analysis.debate.trials import Change, Trial, Trials
from argmap.analysis.rests_on.sides import sides
from argmap.analysis.status.labelling import Label
from argmap.analysis.status.overturn import Opinion, classes_bearing_on
from argmap.errors import UsageError
from argmap.graph.outline import outline
from argmap.graph.supports import supports_of
from argmap.model.relation import Kind
from argmap.reasoning.horn import Horn, critical, derivable
from argmap.reasoning.minimal_sets.families import subproblem_of
from argmap.reasoning.solvers.engines import engine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.analysis.debate.questions import QuestionedStep
    from argmap.analysis.rests_on.sides import Sides
    from argmap.analysis.status.labelling import Labelling
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation

MOST_MEASURED = 60
"""Of more lines than this to one claim, the last ones in the outline are not measured."""

NEAR = 3
"""How many steps away a step may be to be of use in a debate on a claim."""


@dataclass(frozen=True, slots=True)
class Line:
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


@dataclass(frozen=True, slots=True)
class BriefFinding:
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
    lines_for: tuple[Line, ...]
    lines_against: tuple[Line, ...]
    unanswered_below: tuple[str, ...]
    unanswered_replies: tuple[str, ...]
    hinges: tuple[Opinion, ...]
    sides: Sides
    steps: tuple[QuestionedStep, ...]


def brief(labelling: Labelling, claim: str) -> BriefFinding:
    """The lines for and against a claim, and on what they turn.

    Cost: linear, times the claims that bear on it divided by the word length of the machine; and a
    smallest rejection set for each of up to 60 lines.

    Raises:
        UsageError: there is no such claim.

    >>> from argmap.analysis.status.labelling import Labelling
    >>> from argmap.diagnostics import Location
    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> from argmap.model.relation import Force
    >>> from argmap.model.stance import NO_STANCE
    >>> alone = ArgumentMap({"a": Claim("a", "A.", Location("doc", 1, 1))})
    >>> brief(Labelling(alone, NO_STANCE, Force.CONTEST), "a").critical
    ('a',)
    """
    return Briefs(labelling).of(claim)


class Briefs:
    """Briefs of several claims of one reading of a map, which share what they have in common.

    `steps` are all the steps of the map that name a scheme, as `questions` has them, if they are
    known already; else those that bear on a claim are looked for with each brief.
    """

    def __init__(self, labelling: Labelling, steps: Sequence[QuestionedStep] | None = None) -> None:
        self.labelling = labelling
        self.map = labelling.map
        self.steps = steps
        self.trials = Trials(labelling)
        self.grounds = _Grounds(labelling)
        self.order = {id_: place for place, id_ in enumerate(outline(self.map).numbers)}

    def of(self, claim: str) -> BriefFinding:
        """The brief of a claim.

        Raises:
            UsageError: there is no such claim.
        """
        if claim not in self.map.claims:
            raise UsageError(f"there is no claim `{claim}`")
        return self.of_all([claim])[claim]

    def of_all(self, claims: Sequence[str]) -> dict[str, BriefFinding]:
        """The briefs of these claims, for which every change of the map is tried only once."""
        turning = self.trials.turning_each([*self._strikes(claims), *self._views(claims)], claims)
        return {claim: self._brief(claim, turning[claim]) for claim in claims}

    def _relations_to(self, claim: str) -> list[Relation]:
        return [one for member in self.map.class_of(claim) for one in self.map.relations_to(member)]

    def _strikes(self, claims: Sequence[str]) -> list[Trial]:
        """Each step to one of these claims, taken away."""
        ids = dict.fromkeys(one.id for claim in claims for one in self._relations_to(claim))
        return [Trial(Change.STRIKE, id_) for id_ in ids]

    def _views(self, claims: Sequence[str]) -> list[Trial]:
        """Each class that bears on one of these claims, rejected or accepted; held ones are not."""
        stance = self.labelling.stance
        held = {self.map.class_of(one)[0] for one in stance.reject | stance.accept}
        bearing: set[str] = set()
        for claim in claims:
            own = self.map.class_of(claim)[0]
            bearing |= classes_bearing_on(self.map, own) - {own}
        return [
            Trial(change, id_)
            for id_ in sorted(bearing - held)
            for change in (Change.REJECT, Change.ACCEPT)
        ]

    def _brief(self, claim: str, turning: Sequence[Trial]) -> BriefFinding:
        both = sides(self.map, claim)
        deciding = {trial.id for trial in turning if trial.change is Change.STRIKE}
        lines = self._measured(self._relations_to(claim), deciding)
        direct = {id_ for line in lines for id_ in (line.relation, *line.attacks)}
        goal = self.grounds.of_claims([(claim,)])[0]
        labelling = self.labelling
        return BriefFinding(
            claim,
            critical=goal.critical,
            ground=goal.smallest,
            lines_for=tuple(one for one in lines if _kind(labelling, one) is Kind.SUPPORTS),
            lines_against=tuple(one for one in lines if _kind(labelling, one) is not Kind.SUPPORTS),
            unanswered_below=_unanswered(labelling, both, both.works_against, direct),
            unanswered_replies=_unanswered(labelling, both, both.works_for, direct),
            hinges=tuple(
                Opinion(one.id, one.change is Change.ACCEPT)
                for one in turning
                if one.change is not Change.STRIKE
            ),
            sides=both,
            steps=self._steps(both),
        )

    def _measured(self, relations: Sequence[Relation], deciding: set[str]) -> list[Line]:
        """The lines to the claim, the strongest first."""
        ordered = sorted(relations, key=self._place)
        grounds = self.grounds.of_claims([one.premises for one in ordered[:MOST_MEASURED]])
        grounds += [_Ground(None, ())] * (len(ordered) - len(grounds))
        lines = [
            Line(
                relation.id,
                self.labelling.relations[relation.id],
                ground.smallest,
                ground.critical,
                relation.id in deciding,
                attacks_on(self.labelling, relation),
            )
            for relation, ground in zip(ordered, grounds, strict=True)
        ]
        return sorted(
            lines,
            key=lambda one: (one.label.rank, not one.decides, -len(one.ground or ())),
        )

    def _place(self, relation: Relation) -> tuple[int, str]:
        return min(self.order[one] for one in relation.premises), relation.id

    def _steps(self, both: Sides) -> tuple[QuestionedStep, ...]:
        """The steps nearby that name a scheme."""
        own = self.map.class_of(both.claim)[0]
        steps = self.steps
        if steps is None:
            steps = questions(self.labelling, both.claim).steps
        near = [one for one in steps if both.distance.get(one.relation, NEAR + 1) <= NEAR]
        return tuple(
            sorted(
                near, key=lambda one: (own not in one.stakes.turned, both.distance[one.relation])
            )
        )


def attacks_on(labelling: Labelling, relation: Relation) -> tuple[str, ...]:
    """The attacks on a step and on its premises, best first.

    What goes through comes before what is undecided, and that before what is answered; what hits
    the step itself before what hits a premise; then by id.
    """
    relations = labelling.map.relations
    return tuple(
        sorted(
            dict.fromkeys(answers_to(labelling.map, relation)),
            key=lambda id_: (
                labelling.relations[id_].rank,
                relations[id_].kind is not Kind.UNDERCUTS,
                id_,
            ),
        )
    )


def answers_to(argument_map: ArgumentMap, relation: Relation) -> Iterator[str]:
    """The attacks on a step, then those on its premises, whatever becomes of them."""
    yield from (one.id for one in argument_map.relations_to(relation.id))
    for premise in relation.premises:
        for member in argument_map.class_of(premise):
            for one in argument_map.relations_to(member):
                if one.kind is not Kind.SUPPORTS:
                    yield one.id


def _kind(labelling: Labelling, line: Line) -> Kind:
    return labelling.map.relations[line.relation].kind


def _unanswered(
    labelling: Labelling, both: Sides, ids: Iterable[str], direct: set[str]
) -> tuple[str, ...]:
    """The attacks among these that are not answered, and that no line or exchange has told yet.

    Those that go through come before those that are undecided, and then the nearest first. Those on
    attacks are left out: they are answers, and come with what they answer.
    """
    relations = labelling.map.relations
    told = direct | {id_ for one in direct for id_ in attacks_on(labelling, relations[one])}
    found = (
        id_
        for id_ in ids
        if id_ not in told
        and both.distance[id_] <= NEAR
        and relations[id_].kind is not Kind.SUPPORTS
        and labelling.relations[id_] is not Label.OUT
        and (
            relations[id_].kind is Kind.ATTACKS
            or relations[relations[id_].target].kind is Kind.SUPPORTS
        )
    )
    return tuple(sorted(found, key=lambda id_: labelling.relations[id_].rank))


class _Ground:
    """What takes the ground from under some claims: a smallest set, and each single claim."""

    def __init__(self, smallest: tuple[str, ...] | None, critical_: tuple[str, ...]) -> None:
        self.smallest = smallest
        self.critical = critical_


class _Grounds:
    """The grounds of claims that are needed together, attacks left aside."""

    def __init__(self, labelling: Labelling) -> None:
        self.supports = supports_of(labelling.map)

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
        found: list[_Ground] = []
        for goal, alone in zip(goals, needed, strict=True):
            smallest = None
            part = subproblem_of(horn, supports.grants, goal, can_be)
            if alone:
                smallest = supports.ids(alone[:1])
            elif part is not None:
                first = next(solver.rejection_sets(part.horn, part.grants, part.goal))
                smallest = supports.ids(part.named(first))
            found.append(_Ground(smallest, supports.ids(alone)))
        return found

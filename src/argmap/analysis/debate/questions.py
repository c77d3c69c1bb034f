"""The critical questions of the steps of a map, and whether they are answered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from argmap.analysis.debate.trials import Stakes, Trial, TrialKind, Trials
from argmap.analysis.finding import Finding, counted, row
from argmap.analysis.labels.labelling import Label
from argmap.analysis.status.overturn import classes_bearing_on
from argmap.model.relation import Kind
from argmap.model.schemes import scheme_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.analysis.reading_of_map import Reading
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation
    from argmap.model.scheme import Scheme


class State(StrEnum):
    """The state of a critical question in the map."""

    UNASKED = "unasked"
    """No attack raises it."""
    UNANSWERED = "unanswered"
    """An attack that goes through raises it."""
    UNDECIDED = "undecided"
    """An undecided attack raises it, and none that goes through."""
    ANSWERED = "answered"
    """Attacks raise it, and all of them are answered."""
    REJECTED = "rejected"
    """Attacks raise it, and of one that no answer stops the reader rejects what it rests on."""

    @property
    def is_settled(self) -> bool:
        """Whether nothing that raises the question is left to be answered."""
        return self in {State.ANSWERED, State.REJECTED}


@dataclass(frozen=True, slots=True)
class CriticalQuestion:
    """A critical question of one step; `put_by` are the attacks that raise it, by id."""

    id: str
    text: str
    state: State
    put_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionedStep:
    """A relation that names a scheme, with the critical questions of the scheme.

    `own_label` leaves aside what hits the conclusion: a reason may hold although its conclusion
    falls. `stakes` are the changes if the step is struck, as if a question succeeded.
    `other_attacks` are undercuts of the step that name no question.
    """

    relation: str
    scheme: Scheme
    label: Label
    own_label: Label
    stakes: Stakes
    questions: tuple[CriticalQuestion, ...]
    other_attacks: tuple[str, ...]

    @property
    def open_questions(self) -> tuple[CriticalQuestion, ...]:
        """The questions that are not settled."""
        return tuple(question for question in self.questions if not question.state.is_settled)


@dataclass(frozen=True, slots=True, repr=False)
class QuestionsFinding(Finding):
    """The steps that name a scheme, those with the most at stake first.

    `claim` is the claim on which they bear, None if the question was about the whole map. `steps`
    stop at the limit, `total` counts all of them. `without_scheme` counts the relations that name
    no scheme.
    """

    claim: str | None
    steps: tuple[QuestionedStep, ...]
    total: int
    without_scheme: int

    def rows(self) -> list[dict[str, Any]]:
        """One row for each critical question of each step."""
        return [
            row(
                relation=step.relation,
                scheme=step.scheme.id,
                label=step.label,
                question=question.id,
                text=question.text,
                state=question.state,
                put_by=question.put_by,
            )
            for step in self.steps
            for question in step.questions
        ]

    def _summary(self) -> str:
        about = f"on {self.claim}, " if self.claim is not None else ""
        answered = sum(cells["state"] == State.ANSWERED for cells in self.rows())
        questions_ = counted(len(self.rows()), "question")
        return f"{about}{counted(len(self.steps), 'step')}, {questions_}, {answered} answered"


def questions(
    reading: Reading, claim: str | None = None, limit: int | None = None
) -> QuestionsFinding:
    """The critical questions of every relation with a scheme, or only of those below a claim.

    Steps that decide whether the claim stands come first; then steps that hold, whatever becomes of
    their conclusion, before those that do not; then steps that lead straight to the claim; then by
    the number of conclusions that change if the step is struck, of claims that change, and of
    claims that lose a reason. An attack raises a question of a step if it `presses` that question
    and is directed at the step, at one of its premises, or at its conclusion.

    Cost: linear, times the relations with a scheme divided by the word length of the machine.

    Raises:
        UsageError: there is no such claim.

    >>> from dataclasses import replace
    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> questions(Reading(THREE_CLAIMS)).without_scheme
    2
    >>> schemed = replace(THREE_CLAIMS.relations["for"], scheme="sign")
    >>> step = questions(Reading(replace(THREE_CLAIMS, relations={"for": schemed}))).steps[0]
    >>> step.relation, step.stakes.lost, step.questions[0].state.value
    ('for', ('close',), 'unasked')
    """
    grounded = reading.with_semantics("grounded")
    argument_map, labels = reading.map, grounded.own_labels
    if claim is not None:
        argument_map.claim_named(claim)
    bearing = list(relations_bearing_on(argument_map, claim))
    schemed = [relation for relation in bearing if scheme_of(argument_map, relation) is not None]
    schemed.sort(key=lambda relation: _place(argument_map, relation, reading.outline))
    trials = Trials(reading)
    strikes = [Trial(TrialKind.STRIKE, relation.id) for relation in schemed]
    weights = dict(zip(strikes, trials.weights(strikes), strict=True))
    turning = set(trials.turning(strikes, claim)) if claim is not None else set()
    own = argument_map.class_of(claim) if claim is not None else ()
    strikes.sort(
        key=lambda strike: (
            strike not in turning,
            labels[strike.id] is not Label.IN,
            argument_map.relations[strike.id].target not in own,
            tuple(-count for count in weights[strike]),
        )
    )
    shown = strikes[:limit]
    steps = [
        _questioned(grounded, argument_map.relations[strike.id], stakes)
        for strike, stakes in zip(shown, trials.stakes(shown), strict=True)
    ]
    return QuestionsFinding(claim, tuple(steps), len(strikes), len(bearing) - len(schemed))


def relations_bearing_on(argument_map: ArgumentMap, claim: str | None) -> Iterable[Relation]:
    """The relations from which a path leads to the claim; without a claim, all relations.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> [relation.id for relation in relations_bearing_on(THREE_CLAIMS, "close")]
    ['for', 'against']
    """
    if claim is None:
        return argument_map.relations.values()
    classes = classes_bearing_on(argument_map, argument_map.head_of(claim))
    targets = [member for id_ in sorted(classes) for member in argument_map.class_of(id_)]
    bearing: dict[str, Relation] = {}
    for target in targets:  # grows while it is read: relations are targets of undercuts
        for relation in argument_map.relations_to(target):
            if relation.id not in bearing:
                bearing[relation.id] = relation
                targets.append(relation.id)
    return bearing.values()


def _place(argument_map: ArgumentMap, relation: Relation, outline: Outline) -> tuple[int, int, str]:
    """A sort key for the place of a relation in the outline: below the claim on which it bears."""
    bears_on = argument_map.claim_bearing(relation.id)
    place_of, last = outline.place_of, len(outline.numbers)
    return (
        place_of.get(bears_on or "", last),
        min(place_of.get(premise, last) for premise in relation.premises),
        relation.id,
    )


def _questioned(grounded: Reading, relation: Relation, stakes: Stakes) -> QuestionedStep:
    scheme = scheme_of(grounded.map, relation)
    if scheme is None:
        raise ValueError(f"{relation.id} names no scheme")
    attacks = list(_attacks_on_step(grounded.map, relation))
    critical_questions = tuple(
        _critical_question(
            grounded, id_, text, [attack for attack in attacks if attack.presses == id_]
        )
        for id_, text in scheme.questions.items()
    )
    others = [
        attack.id
        for attack in attacks
        if attack.target == relation.id and attack.presses not in scheme.questions
    ]
    label = grounded.labels.relations[relation.id]
    own_label = grounded.own_labels[relation.id]
    return QuestionedStep(
        relation.id, scheme, label, own_label, stakes, critical_questions, tuple(others)
    )


def _critical_question(
    grounded: Reading, id_: str, text: str, put_by: list[Relation]
) -> CriticalQuestion:
    labels = {grounded.labels.relations[attack.id] for attack in put_by}
    if not labels:
        state = State.UNASKED
    elif Label.IN in labels:
        state = State.UNANSWERED
    elif Label.UNDEC in labels:
        state = State.UNDECIDED
    elif any(map(grounded.disposals.is_rejected, put_by)):
        state = State.REJECTED
    else:
        state = State.ANSWERED
    return CriticalQuestion(id_, text, state, tuple(sorted(attack.id for attack in put_by)))


def _attacks_on_step(argument_map: ArgumentMap, relation: Relation) -> Iterable[Relation]:
    """The attacks on a step itself, on its premises, and on the claim to which it leads."""
    targets = [relation.id]
    claims = [*relation.premises]
    if relation.kind is not Kind.UNDERCUTS:
        claims.append(relation.target)
    for id_ in dict.fromkeys(claims):
        targets += argument_map.class_of(id_)
    for target in dict.fromkeys(targets):
        for attack in argument_map.relations_to(target):
            if attack.kind is not Kind.SUPPORTS and attack.id != relation.id:
                yield attack

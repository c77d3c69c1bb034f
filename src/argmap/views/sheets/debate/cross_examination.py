"""The questions of a debate brief: short and closed, each with the claim to which it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.analysis.debate.questions import State
from argmap.model.claim import Mode
from argmap.model.relation import Kind
from argmap.views.sheets.document import head, item, para, strong

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from argmap.analysis.debate.brief import BriefFinding, LineOfArgument
    from argmap.analysis.debate.questions import CriticalQuestion, QuestionedStep
    from argmap.analysis.status.overturn import Opinion
    from argmap.model.relation import Relation
    from argmap.views.sheets.citing import Citer
    from argmap.views.sheets.document import Block

_NEAR = 1  # steps farther from the claim get a question only if the claim turns on them
_A_STEP = 2
_READY = "Be ready for"
_PUT = {
    State.UNASKED: "",
    State.UNANSWERED: " The map raises this, and has no answer.",
    State.UNDECIDED: " The map raises this, and leaves it undecided.",
}


def cross_examination(cite: Citer, finding: BriefFinding, side: str, most: int) -> Iterator[Block]:
    """The questions to put to the other side, and the questions to be ready for.

    The claims whose acceptance or rejection overturns the claim come first, put to the side that
    would lose; then the premises that a whole line needs, and the open critical questions of that
    side's steps.
    """
    stands = cite.finding.claims[finding.claim].label == "in"
    sides = finding.sides
    to_for = _Targets(
        finding.hinges if stands else (),
        finding.lines_for,
        _steps(cite, finding, sides.works_for),
        sides.works_for,
    )
    to_against = _Targets(
        () if stands else finding.hinges,
        finding.lines_against,
        _steps(cite, finding, sides.works_against),
        sides.works_against,
    )
    titles = {
        "for": (("Ask them", to_against, "they lose {}"), (_READY, to_for, "we lose {}")),
        "against": (("Ask them", to_for, "they lose {}"), (_READY, to_against, "we lose {}")),
        "both": (
            ("Questions to the side for it", to_for, "it loses {}"),
            ("Questions to the side against it", to_against, "{} is gone"),
        ),
    }
    for title, targets, loses in titles[side]:
        yield head(2, title)
        unasked = _conceded(cite) if title != _READY else frozenset()
        hinges = [each for each in targets.hinges if each.accepts or each.claim not in unasked]
        done = {each.claim for each in targets.hinges} | {*cite.map.class_of(finding.claim)}
        put = [
            *_hinge_questions(cite, finding, hinges[:most]),
            *_premise_questions(cite, targets.lines, done | unasked, loses)[:most],
            *_questions(cite, targets.steps, most, finding.claim),
        ]
        yield from put or [_nothing(cite, finding.claim, targets.every)]
    if not finding.steps and (finding.lines_for or finding.lines_against):
        yield para("No step nearby names a scheme, so there are no critical questions.")


def _nothing(cite: Citer, claim: str, ids: Sequence[str]) -> Block:
    """The statement that there is nothing to ask, or nothing near the claim."""
    # In the order of the map: in a dense one most of its relations are on a side, in another order.
    with_schemes = {each.id for each in cite.map.relations.values() if each.scheme is not None}
    if not with_schemes.isdisjoint(ids):
        return para(
            "Nothing to ask here is near the claim. Steps further away have critical questions: ",
            cite.command("questions", claim),
        )
    return para("The map gives nothing to ask here.")


def _conceded(cite: Citer) -> frozenset[str]:
    """The claims that the source of the asking side concedes: nobody is asked to stand by these."""
    return frozenset(id_ for id_, claim in cite.map.claims.items() if claim.mode is Mode.CONCEDED)


class _Targets(NamedTuple):
    """The things on which a side can be questioned: hinges, lines, steps; `every` step it takes."""

    hinges: Sequence[Opinion]
    lines: Sequence[LineOfArgument]
    steps: Sequence[QuestionedStep]
    every: Sequence[str]


def _steps(cite: Citer, finding: BriefFinding, ids: Sequence[str]) -> list[QuestionedStep]:
    """The steps of a side near the claim that are not out and have open critical questions."""
    own, claim = set(ids), cite.map.head_of(finding.claim)
    return [
        step
        for step in finding.steps
        if step.relation in own
        and step.own_label != "out"
        and step.open_questions
        and (finding.sides.distance[step.relation] <= _NEAR or claim in step.stakes.turned)
    ]


def _closed(cite: Citer, id_: str, *, accepts: bool = False) -> str:
    """A claim as a question to be answered by yes or no."""
    if cite.is_shortened(id_):
        return f"{'Do you accept' if accepts else 'Do you stand by'} {cite.quoted(id_)}?"
    return f"{'Do you grant' if accepts else 'Do you say'} that {cite.quoted(id_)}?"


def _put(cite: Citer, id_: str, then: str, *, accepts: bool = False) -> Block:
    answer = "If so" if accepts else "If not"
    number = cite.outline.numbers[id_]
    return item(0, strong(_closed(cite, id_, accepts=accepts)), f" ({number}) {answer}, {then}.")


def _hinge_questions(
    cite: Citer, finding: BriefFinding, hinges: Sequence[Opinion]
) -> Iterator[Block]:
    stands = cite.finding.claims[finding.claim].label == "in"
    number = cite.outline.numbers[finding.claim]
    then = f"the claim itself, {number}, {'no longer stands' if stands else 'stands'}"
    for opinion in hinges:
        yield _put(cite, opinion.claim, then, accepts=opinion.accepts)


def _premise_questions(
    cite: Citer, lines: Sequence[LineOfArgument], unasked: Collection[str], loses: str
) -> list[Block]:
    """A question on each premise that a line cannot do without; no claim is asked about twice.

    `loses` says in the voice of the sheet that the line is lost, such as "they lose {}".
    """
    put: dict[str, Block] = {}
    for line in lines:
        if line.label == "out":
            continue
        for id_ in line.critical:
            if id_ not in unasked and id_ not in put:
                lost = _lost(cite, cite.map.relations[line.relation], id_)
                put[id_] = _put(cite, id_, loses.format(lost))
    return list(put.values())


def _lost(cite: Citer, line: Relation, premise: str) -> str:
    """The line that a side loses if it gives up a premise of it."""
    noun = "reason" if line.kind is Kind.SUPPORTS else "objection"
    if line.premises == (premise,):
        return f"this {noun}"
    return f"the {noun} {' with '.join(cite.outline.numbers[id_] for id_ in line.premises)}"


def _questions(
    cite: Citer, steps: Sequence[QuestionedStep], most: int, claim: str
) -> Iterator[Block]:
    shown_so_far = 0
    total = sum(len(step.open_questions) for step in steps)
    for step in steps:
        if shown_so_far >= most:
            break
        shown = step.open_questions[: min(_A_STEP, most - shown_so_far)]
        shown_so_far += len(shown)
        yield from _put_to_step(cite, step, shown)
    if total > shown_so_far:  # without a number: the command tells those of both sides
        yield para("More open questions: ", cite.command("questions", claim))


def _put_to_step(
    cite: Citer, step: QuestionedStep, shown: Sequence[CriticalQuestion]
) -> Iterator[Block]:
    """A step, addressed to the side that takes it, with the critical questions on it."""
    relation = cite.map.relations[step.relation]
    premises = cite.premises(relation)
    if relation.kind is Kind.SUPPORTS:
        drawn = f"You go from {premises} to {cite.tell.name(relation.target)}."
    elif relation.kind is Kind.ATTACKS:
        drawn = f"You object to {cite.tell.name(relation.target)} with {premises}."
    else:
        drawn = f"You object to {cite.step(relation.target)} with {premises}."
    put = "".join(dict.fromkeys(_PUT[question.state] for question in shown))
    yield item(
        0,
        f"{drawn} ",
        strong(" ".join(question.text for question in shown)),
        f"{put} {_leads(cite, step)}.",
    )


def _leads(cite: Citer, step: QuestionedStep) -> str:
    """The consequence for the target of the step if a critical question succeeds."""
    relation = cite.map.relations[step.relation]
    condition = "If not" if step.scheme.location is None else "If the question succeeds"
    if relation.kind is not Kind.SUPPORTS:
        return f"{condition}, this objection is gone"
    number = cite.outline.numbers[relation.target]
    if cite.map.head_of(relation.target) in step.stakes.lost:
        return f"{condition}, {number} no longer stands"
    return f"{condition}, {number} loses this reason"

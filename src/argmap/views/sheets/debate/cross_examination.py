"""The questions of a debate brief: short and closed, each with the claim to which it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.analysis.debate.questions import State
from argmap.model.relation import Kind
from argmap.views.sheets.document import code, head, item, para, strong
from argmap.views.words.counting import count_of
from argmap.views.words.templates import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.analysis.debate.brief import BriefFinding, LineOfArgument
    from argmap.analysis.debate.questions import CriticalQuestion, QuestionedStep
    from argmap.analysis.status.overturn import Opinion
    from argmap.model.relation import Relation
    from argmap.views.sheets.citing import Citer
    from argmap.views.sheets.document import Block

_NEAR = 1  # steps farther from the claim are not worth a question, unless it turns on them
_A_STEP = 2
_PUT = {
    State.UNASKED: "",
    State.UNANSWERED: " The map puts it, and has no answer.",
    State.UNDECIDED: " The map puts it, and leaves it undecided.",
}


def cross_examination(cite: Citer, found: BriefFinding, side: str, most: int) -> Iterator[Block]:
    """The questions to put and those to be ready for.

    First the opinions by which the claim stands or falls, put to the side that would lose by them;
    then the premises on which a whole line rests, and the open critical questions of that side's
    steps.
    """
    stands = cite.finding.claims[found.claim].label == "in"
    sides = found.sides
    to_for = _Asked(found.hinges if stands else (), found.lines_for, _steps(found, sides.works_for))
    to_against = _Asked(
        () if stands else found.hinges, found.lines_against, _steps(found, sides.works_against)
    )
    titles = {
        "for": (("Ask them", to_against), ("Be ready for", to_for)),
        "against": (("Ask them", to_for), ("Be ready for", to_against)),
        "both": (
            ("Questions to the side for it", to_for),
            ("Questions to the side against it", to_against),
        ),
    }
    for title, asked in titles[side]:
        yield head(2, title)
        put = [
            *_hinge_questions(cite, found, asked.hinges[:most]),
            *_premise_questions(cite, asked, found.claim)[:most],
            *_questions(cite, asked.steps, most, found.claim),
        ]
        yield from put or [para("The map gives nothing to ask here.")]
    if not found.steps and (found.lines_for or found.lines_against):
        yield para("No step nearby names a scheme, so there are no critical questions.")


class _Asked(NamedTuple):
    """What a side can be asked."""

    hinges: Sequence[Opinion]
    lines: Sequence[LineOfArgument]
    steps: Sequence[QuestionedStep]


def _steps(found: BriefFinding, ids: Sequence[str]) -> list[QuestionedStep]:
    """The steps of a side near the claim that go through or may, with open questions."""
    own = set(ids)
    return [
        one
        for one in found.steps
        if one.relation in own
        and one.label != "out"
        and one.open_questions
        and (found.sides.distance[one.relation] <= _NEAR or found.claim in one.stakes.turned)
    ]


def _closed(cite: Citer, id_: str, *, accepts: bool = False) -> str:
    """A claim as a question that is answered by yes or no."""
    if cite.is_shortened(id_):
        return f"{'Do you accept' if accepts else 'Do you stand by'} {cite.quoted(id_)}?"
    return f"{'Do you grant' if accepts else 'Do you hold'} that {cite.quoted(id_)}?"


def _put(cite: Citer, id_: str, then: str, *, accepts: bool = False) -> Block:
    answer = "If so" if accepts else "If not"
    number = cite.outline.numbers[id_]
    return item(0, strong(_closed(cite, id_, accepts=accepts)), f" ({number}) {answer}, {then}.")


def _hinge_questions(
    cite: Citer, found: BriefFinding, hinges: Sequence[Opinion]
) -> Iterator[Block]:
    stands = cite.finding.claims[found.claim].label == "in"
    number = cite.outline.numbers[found.claim]
    then = f"the claim itself, {number}, {'no longer stands' if stands else 'stands'}"
    for one in hinges:
        yield _put(cite, one.claim, then, accepts=one.accepts)


def _premise_questions(cite: Citer, asked: _Asked, claim: str) -> list[Block]:
    """The premises on which a whole line rests, asked one by one."""
    put: list[Block] = []
    done = {one.claim for one in asked.hinges} | {*cite.map.class_of(claim)}
    for line in asked.lines:
        if line.label == "out":
            continue
        for id_ in line.critical:
            if id_ in done:
                continue
            done.add(id_)
            put.append(_put(cite, id_, _lost(cite, cite.map.relations[line.relation], id_)))
    return put


def _lost(cite: Citer, line: Relation, premise: str) -> str:
    """What is left without ground if a premise of a line is given up."""
    what = "reason" if line.kind is Kind.SUPPORTS else "objection"
    if line.premises == (premise,):
        return f"this {what} is gone"
    numbers = [cite.outline.numbers[one] for one in line.premises]
    return f"the {what} {listed(numbers)} has no ground"


def _questions(
    cite: Citer, steps: Sequence[QuestionedStep], most: int, claim: str
) -> Iterator[Block]:
    asked = 0
    total = sum(len(one.open_questions) for one in steps)
    for step in steps:
        if asked >= most:
            break
        shown = step.open_questions[: min(_A_STEP, most - asked)]
        asked += len(shown)
        yield from _put_to_step(cite, step, shown)
    if total > asked:
        yield para(
            f"{count_of(total - asked, 'more open question')}: ", code(f"argmap questions {claim}")
        )


def _put_to_step(
    cite: Citer, step: QuestionedStep, shown: Sequence[CriticalQuestion]
) -> Iterator[Block]:
    """A step as the one who takes it would hear it, and what it is asked."""
    relation = cite.map.relations[step.relation]
    premises = cite.premises(relation)
    if relation.kind is Kind.SUPPORTS:
        drawn = f"You go from {premises} to {cite.tell.name(relation.target)}."
    elif relation.kind is Kind.ATTACKS:
        drawn = f"You hold {premises} against {cite.tell.name(relation.target)}."
    else:
        drawn = f"You hold {premises} against {cite.step(relation.target)}."
    put = "".join(dict.fromkeys(_PUT[one.state] for one in shown))
    yield item(
        0, f"{drawn} ", strong(" ".join(one.text for one in shown)), f"{put} {_leads(cite, step)}."
    )


def _leads(cite: Citer, step: QuestionedStep) -> str:
    """What follows for which claim if the question succeeds."""
    relation = cite.map.relations[step.relation]
    condition = "If not" if step.scheme.location is None else "If it succeeds"
    if relation.kind is not Kind.SUPPORTS:
        return f"{condition}, this objection is gone"
    number = cite.outline.numbers[relation.target]
    if cite.map.head_of(relation.target) in step.stakes.lost:
        return f"{condition}, {number} no longer stands"
    return f"{condition}, {number} loses this reason"

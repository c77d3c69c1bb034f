"""The questions of a debate brief: short and closed, each with the claim to which it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.analysis.questions import State
from argmap.model.relation import Kind
from argmap.views.document import code, head, item, para, strong
from argmap.views.text import count_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.analysis.brief import BriefFinding, Line
    from argmap.analysis.overturn import Opinion
    from argmap.analysis.questions import QuestionedStep
    from argmap.views.citing import Citer
    from argmap.views.document import Block

_A_STEP = 2


def cross_examination(cite: Citer, found: BriefFinding, side: str, most: int) -> Iterator[Block]:
    """The questions to put and those to be ready for.

    First the opinions by which the claim stands or falls, put to the side that would lose by them;
    then the open critical questions of that side's steps.
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
            ("Questions to the case for it", to_for),
            ("Questions to the case against it", to_against),
        ),
    }
    for title, asked in titles[side]:
        yield head(2, title)
        put = [
            *_hinge_questions(cite, found, asked.hinges[:most]),
            *_premise_questions(cite, asked)[:most],
            *_questions(cite, asked.steps, most, found.claim),
        ]
        yield from put or [para("The map gives nothing to ask here.")]
        if not asked.steps:
            yield para("No step nearby names a scheme, so there is no critical question.")


class _Asked(NamedTuple):
    """What a side can be asked."""

    hinges: Sequence[Opinion]
    lines: Sequence[Line]
    steps: Sequence[QuestionedStep]


def _steps(found: BriefFinding, ids: Sequence[str]) -> list[QuestionedStep]:
    """The steps of a side that go through or may, with open questions."""
    own = set(ids)
    return [
        one
        for one in found.steps
        if one.relation in own and one.label != "out" and one.open_questions
    ]


def _hinge_questions(
    cite: Citer, found: BriefFinding, hinges: Sequence[Opinion]
) -> Iterator[Block]:
    stands = cite.finding.claims[found.claim].label == "in"
    then = f"{cite.tell.name(found.claim)} {'no longer stands' if stands else 'stands'}"
    for one in hinges:
        asked, answer = ("Do you grant", "If so") if one.accepts else ("Do you hold", "If not")
        text = cite.map.claims[one.claim].text
        number = cite.outline.numbers[one.claim]
        yield item(
            0, strong(f"{asked} ({number}) that “{text.rstrip('.')}”?"), f" {answer}, {then}."
        )


def _premise_questions(cite: Citer, asked: _Asked) -> list[Block]:
    """The premises on which a whole line rests, asked one by one."""
    put: list[Block] = []
    done = {one.claim for one in asked.hinges}
    for line in asked.lines:
        if line.label == "out":
            continue
        for id_ in line.critical:
            if id_ in done:
                continue
            done.add(id_)
            text, number = cite.map.claims[id_].text.rstrip("."), cite.outline.numbers[id_]
            relation = cite.map.relations[line.relation]
            reason = "reason" if relation.kind is Kind.SUPPORTS else "objection"
            lost = f"the {reason} {cite.premises(relation)} has no ground"
            put.append(
                item(0, strong(f"Do you hold ({number}) that “{text}”?"), f" If not, {lost}.")
            )
    return put


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
        relation = cite.map.relations[step.relation]
        yield item(0, f"On {cite.tell.step(relation)} ({_leads(cite, step)}):")
        for one in shown:
            put = "" if one.state is State.UNASKED else f" ({one.state} in the map)"
            yield item(1, strong(one.text), put)
    if total > asked:
        yield para(
            f"{count_of(total - asked, 'more open question')}: ", code(f"argmap questions {claim}")
        )


def _leads(cite: Citer, step: QuestionedStep) -> str:
    """What follows for which claim if the question succeeds."""
    relation = cite.map.relations[step.relation]
    condition = "if not, " if step.scheme.location is None else "if it succeeds, "
    if relation.kind is not Kind.SUPPORTS:
        target = relation.target
        named = cite.tell.name(target) if target in cite.map.claims else cite.step(target)
        return f"{condition}this no longer speaks against {named}"
    target = cite.tell.name(relation.target)
    if cite.map.class_of(relation.target)[0] in step.stakes.lost:
        return f"{condition}{target} no longer stands"
    return f"{condition}{target} loses this reason"

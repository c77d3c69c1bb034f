"""Critical questions as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.debate.questions import State
from argmap.views.terminal.lines import Line, hanging
from argmap.views.words.counting import count_of
from argmap.views.words.sentences import Teller
from argmap.views.words.stakes import stakes_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.debate.questions import QuestionedStep, QuestionsFinding
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap


def questions_text(
    argument_map: ArgumentMap, outline: Outline, finding: QuestionsFinding
) -> Iterator[str]:
    """The steps that name a scheme, each with its stakes and its critical questions."""
    tell = Teller(argument_map, outline)
    about = "in this map"
    if finding.claim is not None:
        about = f"that bear on {tell.name(finding.claim)}"
    if not finding.total and not finding.without_scheme:
        yield f"There are no reasons and no objections {about}, so there is nothing to question."
        return
    if not finding.total:
        yield f"None of the reasons and objections {about} names a scheme of argument."
        yield "Write `scheme:` on one, and its questions are listed: `argmap explain schemes`."
        return
    questions = [question for step in finding.steps for question in step.questions]
    answered = sum(question.state is State.ANSWERED for question in questions)
    count = finding.total + finding.without_scheme
    things = "reason or objection" if count == 1 else "reasons and objections"
    verb = "names" if finding.total == 1 else "name"
    yield f"Of {count:,} {things} {about}, {finding.total:,} {verb} a scheme of argument."
    if finding.total > len(finding.steps):
        first = f"first {len(finding.steps)} are" if len(finding.steps) > 1 else "first is"
        yield f"The {first} shown (--limit all shows the others)."
    put_so_far = sum(question.state is not State.UNASKED for question in questions)
    number = count_of(len(questions), "critical question")
    put = f"puts {put_so_far} and answers {answered or 'none'}" if put_so_far else "puts none"
    yield f"Of their {number} the map {put}. The weightiest step comes first."
    for step in finding.steps:
        yield ""
        yield from _step(tell, step)


def _step(tell: Teller, step: QuestionedStep) -> Iterator[str]:
    relation = tell.map.relations[step.relation]
    step_in_words = tell.step(relation)
    named = f"{step_in_words[0].upper()}{step_in_words[1:]}  ({step.scheme.id})"
    yield hanging(named, rest="  ")
    yield f"    {stakes_in_words(tell, step.stakes, step.own_label)}"
    for question in step.questions:
        yield Line(f"  {question.state:<10}  {question.text}  ({question.id})", 14)
        for id_ in question.put_by:
            yield f"{'':14}put by {tell.step(tell.map.relations[id_])}"
    for id_ in step.other_attacks:
        attack = tell.map.relations[id_]
        does = ("attack", "do", "they put") if attack.is_linked else ("attacks", "does", "it puts")
        silence = f"{does[0]} it and {does[1]} not say which question {does[2]}"
        yield f"    {tell.names(attack.premises)} {silence}"

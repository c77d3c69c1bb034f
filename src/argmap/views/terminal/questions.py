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
    is_single = finding.total == 1
    verb = "bears" if is_single else "bear"
    about = f" that {verb} on {tell.name(finding.claim)}" if finding.claim is not None else ""
    if not finding.total and not finding.without_scheme:
        none = "The map has no relations"
        if finding.claim is not None:
            none = f"No relation bears on {tell.name(finding.claim)}"
        yield f"{none}, so there is no step to ask a question of."
        return
    if not finding.total:
        yield f"None of the relations{about} names a scheme, so no critical question is known."
        yield "Write `scheme:` on a relation; `argmap explain schemes` lists the common ones."
        return
    questions = [question for step in finding.steps for question in step.questions]
    answered = sum(question.state is State.ANSWERED for question in questions)
    named = "names" if is_single else "name"
    yield f"{count_of(finding.total, 'relation')}{about} {named} a scheme, weightiest first."
    if finding.without_scheme:
        others = f"{finding.without_scheme:,} other" if finding.without_scheme > 1 else "One other"
        yield f"{others}{'s name' if finding.without_scheme > 1 else ' names'} none."
    if finding.total > len(finding.steps):
        first = f"first {len(finding.steps)} are" if len(finding.steps) > 1 else "first is"
        yield f"The {first} shown (--limit all shows the others)."
    answers = f"{answered} of them" if answered else "none"
    has = "It has" if len(finding.steps) == 1 else "These have"
    yield f"{has} {count_of(len(questions), 'critical question')}; the map answers {answers}."
    for step in finding.steps:
        yield ""
        yield from _step(tell, step)


def _step(tell: Teller, step: QuestionedStep) -> Iterator[str]:
    relation = tell.map.relations[step.relation]
    step_in_words = tell.step(relation)
    named = f"{step_in_words[0].upper()}{step_in_words[1:]}  ({step.scheme.id})"
    yield hanging(named, rest="  ")
    yield f"    {stakes_in_words(tell, step.stakes, step.label)}"
    for question in step.questions:
        yield Line(f"  {question.state:<10}  {question.text}  ({question.id})", 14)
        for id_ in question.put_by:
            yield f"{'':14}put by {tell.step(tell.map.relations[id_])}"
    for id_ in step.other_attacks:
        attack = tell.map.relations[id_]
        does = ("attack", "do", "they put") if attack.is_linked else ("attacks", "does", "it puts")
        silence = f"{does[0]} it and {does[1]} not say which question {does[2]}"
        yield f"    {tell.names(attack.premises)} {silence}"

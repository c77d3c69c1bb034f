"""The critical questions of one step as a text to be unfolded: its title, its stakes, its list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.debate.questions import State
from argmap.model.relation import Kind
from argmap.views.sheets.document import Span, head, item, para, strong
from argmap.views.words.stakes import stakes_in_words
from argmap.views.words.templates import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.debate.questions import QuestionedStep
    from argmap.views.sheets.citing import Citer
    from argmap.views.sheets.document import Block

TAG = "tag"
"""The style of a word that says what became of a question; only a page has it."""


def step_questions(cite: Citer, step: QuestionedStep) -> Iterator[Block]:
    """A step with what turns on it and its questions: first those that an objection puts."""
    relation = cite.map.relations[step.relation]
    numbers = listed([cite.outline.numbers[id_] for id_ in relation.premises])
    noun = "The step from" if relation.kind is Kind.SUPPORTS else "The objection"
    yield head(3, strong(f"{noun} {numbers}"), f": {step.scheme.name}, {_tally(step)}")
    yield para(stakes_in_words(cite.tell, step.stakes, step.own_label))
    for question in sorted(step.questions, key=lambda each: each.state is State.UNASKED):
        yield item(0, Span(question.state, TAG), f" {question.text}")
        for id_ in question.put_by:
            yield item(1, f"put by {cite.tell.step(cite.map.relations[id_])}")


def _tally(step: QuestionedStep) -> str:
    """The numbers of open and of answered questions."""
    still = len(step.open_questions)
    answered = len(step.questions) - still
    return f"{still} open, {answered} answered" if answered else f"{still} open"

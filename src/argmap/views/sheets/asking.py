"""The questions that a map is about, in words, with the answers to each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.sheets.document import em, para

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.views.sheets.citing import Citer
    from argmap.views.sheets.document import Paragraph


def with_answers(cite: Citer) -> Iterator[Paragraph]:
    """The questions of the map, that of the map block first, each with its answers and statuses."""
    questions = cite.map.questions.values()
    own = cite.map.question
    if own and own not in {question.text for question in questions}:
        yield para(em(own))
    for question in questions:
        answers = [
            f"{cite.tell.name(id_)} ({cite.finding.claims[id_].word})" for id_ in question.answers
        ]
        listed = f"Answers: {'; '.join(answers)}." if answers else "Nobody answers it yet."
        yield para(em(question.text), f" {listed}")


def answered_by(cite: Citer, claim: str) -> Iterator[Paragraph]:
    """The questions that a claim answers, each with its rivals."""
    members = cite.map.class_of(claim)
    for question in cite.map.questions.values():
        rivals = [id_ for id_ in question.answers if id_ not in members]
        if len(rivals) == len(question.answers):
            continue
        others = f" Other answers: {cite.tell.names(rivals)}." if rivals else ""
        yield para("It answers the question ", em(question.text), others)

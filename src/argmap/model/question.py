"""Questions that a map is about, with the claims that answer them."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.diagnostics import NOWHERE, Location

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, repr=False)
class Question:
    """A question and its answers: claims that are rivals, in the order of the author.

    An answer is a claim like any other; whether two answers exclude each other is said by relations
    between them. A question without answers is one that the map leaves open.
    """

    id: str
    text: str
    answers: tuple[str, ...] = ()
    location: Location = NOWHERE

    def __repr__(self) -> str:
        return f"<Question {self.id}: {self.text}>"


def asked_in_order(questions: Mapping[str, Question], first: str | None) -> Mapping[str, Question]:
    """The questions by their ids: the one in the words of `first`, then by their places."""
    ordered = sorted(
        questions.values(), key=lambda each: (each.text != first, each.location, each.id)
    )
    return MappingProxyType({question.id: question for question in ordered})

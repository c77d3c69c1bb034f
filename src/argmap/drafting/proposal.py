"""Proposals of claims from a document: values, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.model.relation import Kind


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim that is proposed, with the passage of the document in which it stands.

    `quote` are the words of the document, `start` and `end` their place in its text. `paragraph` is
    the number of the paragraph, or `page` the name of the page where the document has pages.
    `cue` are the words that made somebody notice it, and `speaker` is who says it, if another than
    the author does.
    """

    text: str
    quote: str
    paragraph: int | None
    page: str | None
    start: int
    end: int
    cue: str | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class ProposedStep:
    """A relation that is proposed, between two proposals by their numbers from 0."""

    premise: int
    kind: Kind
    target: int
    cue: str | None = None


@dataclass(frozen=True)
class Proposals:
    """The claims that are proposed from a document in reading order, and the steps between them.

    `language` is that whose cues were looked for, None where there was none to look for;
    `is_of_other_language` says that the text is in a language for which no cues are known.
    `dropped` is the number of proposals of a language model whose words are not in the document.
    """

    claims: tuple[Proposal, ...]
    steps: tuple[ProposedStep, ...] = ()
    language: str | None = None
    dropped: int = 0
    is_of_other_language: bool = False

    def steps_from(self, claim: int) -> tuple[ProposedStep, ...]:
        """The steps of which a claim is the premise."""
        return self._by_premise.get(claim, ())

    @cached_property
    def _by_premise(self) -> dict[int, tuple[ProposedStep, ...]]:
        by_premise: dict[int, tuple[ProposedStep, ...]] = {}
        for step in self.steps:
            by_premise[step.premise] = (*by_premise.get(step.premise, ()), step)
        return by_premise

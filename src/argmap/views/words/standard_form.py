"""The lines of an argument in standard form: each with its number, its text, and what it rests on.

They are values, not text: a terminal sets them in columns, a document as a list.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.analysis.labels.labelling import Label
from argmap.analysis.status.standard_form import NumberedClaim
from argmap.model.relation import Kind
from argmap.model.schemes import scheme_of
from argmap.views.words.fates import REJECTED_BY_YOU, fate_of_objection, fate_of_support
from argmap.views.words.origin import origin_of
from argmap.views.words.templates import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.analysis.reading_of_map import Reading
    from argmap.analysis.status.standard_form import NumberedLine, StandardForm
    from argmap.model.relation import Relation
    from argmap.views.words.citations import Citations


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """A line of an argument: its number, its text, and below it the steps to it and its origin."""

    number: str
    text: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenArgument:
    """An argument in standard form: its lines, and those of the objections to it."""

    argument: tuple[WrittenLine, ...]
    objections: tuple[WrittenLine, ...]


def standard_form_in_words(
    cite: Citations, reading: Reading, form: StandardForm
) -> WrittenArgument:
    """The argument with the status of each claim, and with what becomes of each step."""
    words = _LineWords(cite, reading, form)
    return WrittenArgument(
        tuple(map(words.line, form.argument)), tuple(map(words.line, form.objections))
    )


class _LineWords:
    """The words for the lines of an argument, which name each other by their numbers."""

    def __init__(self, cite: Citations, reading: Reading, form: StandardForm) -> None:
        self.cite = cite
        self.reading = reading
        self.map = reading.map
        self.numbers: dict[str, str] = {}  # of claims, by the smallest id of the class; relations
        self.place: dict[str, int] = {}
        for place, line in enumerate((*form.argument, *form.objections)):
            id_ = self.map.head_of(line.claim) if isinstance(line, NumberedClaim) else line.relation
            self.numbers[id_] = line.number
            self.place[id_] = place

    def line(self, line: NumberedLine) -> WrittenLine:
        """A line in words."""
        if not isinstance(line, NumberedClaim):
            return WrittenLine(line.number, self._objection(self.map.relations[line.relation]))
        claim = self.map.claims[line.claim]
        word = self.reading.status.claims[claim.id].word
        steps = (self._step(self.map.relations[step]) for step in line.steps)
        others = [other for other in self.map.class_of(claim.id) if other != claim.id]
        below = (*steps, origin_of(self.cite, claim), *map(self._restated, others))
        return WrittenLine(line.number, f"{claim.text}  [{word}]", tuple(filter(None, below)))

    def _restated(self, id_: str) -> str:
        claim = self.map.claims[id_]
        return f"the same: {claim.text} {origin_of(self.cite, claim)}".rstrip()

    def _step(self, step: Relation) -> str:
        """The step to a conclusion: its premises, its scheme, and whether it holds."""
        label = self.reading.labels.relations[step.id]
        fate = fate_of_support(label, self.reading.own_labels[step.id])
        here = self.place[self.map.head_of(step.target)]
        below = [
            premise for premise in step.premises if self.place[self.map.head_of(premise)] > here
        ]
        circle = f"; in a circle with {self._listed(below)} below" if below else ""
        return f"from {self._grounds(step)} ({fate}{circle})"

    def _objection(self, objection: Relation) -> str:
        label = self.reading.labels.relations[objection.id]
        if objection.kind is Kind.UNDERCUTS and label is Label.IN:
            fate = "blocks it"
        else:
            fate = fate_of_objection(self.reading, objection, REJECTED_BY_YOU)
        return f"against {self._target(objection)}: from {self._grounds(objection)} ({fate})"

    def _target(self, objection: Relation) -> str:
        """The line that an objection hits, or the step from some lines to another."""
        target = self.map.relations.get(objection.target)
        if target is None:
            return self.numbers[self.map.head_of(objection.target)]
        if target.kind is not Kind.SUPPORTS:
            return self.numbers[target.id]
        conclusion = self.numbers[self.map.head_of(target.target)]
        return f"the step from {self._listed(target.premises)} to {conclusion}"

    def _grounds(self, relation: Relation) -> str:
        scheme = scheme_of(self.map, relation)
        linked = ", linked" if relation.is_linked else ""
        by = f", by {scheme.name}" if scheme is not None else ""
        return f"{self._listed(relation.premises)}{linked}{by}"

    def _listed(self, claims: Iterable[str]) -> str:
        """The numbers of claims; of claims that say the same, one."""
        heads = sorted({*map(self.map.head_of, claims)}, key=self.place.__getitem__)
        return listed([self.numbers[head] for head in heads])

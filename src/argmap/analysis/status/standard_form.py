"""The argument for a claim in standard form: numbered premises, and conclusions drawn from them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from argmap.analysis.finding import Finding, counted, row
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.reading_of_map import Reading
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation


@dataclass(frozen=True, slots=True)
class NumberedClaim:
    """A claim with its number: P1 as a premise, C1 where `steps`, supports by id, lead to it.

    It stands for all claims that say the same, and is the one of them that is met first.
    """

    number: str
    claim: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NumberedObjection:
    """An attack or undercut with its number, O1 and so on."""

    number: str
    relation: str


NumberedLine: TypeAlias = NumberedClaim | NumberedObjection


@dataclass(frozen=True, slots=True, repr=False)
class StandardForm(Finding):
    """The argument for a claim, line by line, and then the objections to it and to each other.

    Every claim comes before the conclusions that are drawn from it, unless they support each other
    in a circle. The claim in question is the last line of the argument.
    """

    claim: str
    argument: tuple[NumberedClaim, ...]
    objections: tuple[NumberedLine, ...]

    def rows(self) -> list[dict[str, Any]]:
        """One row for each line, in reading order."""
        return [
            row(
                number=line.number,
                claim=line.claim if isinstance(line, NumberedClaim) else None,
                steps=line.steps if isinstance(line, NumberedClaim) else (),
                relation=line.relation if isinstance(line, NumberedObjection) else None,
            )
            for line in (*self.argument, *self.objections)
        ]

    def _summary(self) -> str:
        attacks = sum(isinstance(line, NumberedObjection) for line in self.objections)
        lines = counted(len(self.argument), "line")
        return f"{self.claim}, {lines}, {counted(attacks, 'objection')}"


def standard_form(reading: Reading, claim: str) -> StandardForm:
    """The argument for a claim in standard form, with all that `why` shows, each claim once.

    Below an objection come the objections to what it rests on, and to itself. Cost: linear.

    Raises:
        UsageError: there is no such claim.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> form = standard_form(Reading(THREE_CLAIMS), "close")
    >>> [(line.number, line.claim, line.steps) for line in form.argument]
    [('P1', 'quieter', ()), ('C1', 'close', ('for',))]
    """
    reading.map.claim_named(claim)
    numbering = _Numbering(reading.map)
    argument = [*numbering.argument_for(claim)]
    return StandardForm(claim, tuple(argument), tuple(numbering.objections_to(argument)))


@dataclass(slots=True)
class _Numbering:
    """The numbers given so far, by their letter, and what has been met: claims by their class."""

    map: ArgumentMap
    numbers: Counter[str] = field(default_factory=Counter)
    met: set[str] = field(default_factory=set)

    def next(self, letter: str) -> str:
        """The next number with this letter."""
        self.numbers[letter] += 1
        return f"{letter}{self.numbers[letter]}"

    def argument_for(self, claim: str) -> Iterator[NumberedClaim]:
        """The lines of the argument for a claim that are new, each after those it is drawn from."""
        waiting = [self._opened(claim)] if self.map.head_of(claim) not in self.met else []
        while waiting:  # a stack of our own: an argument may be longer than the stack of Python
            current, steps, premises = waiting[-1]
            for premise in premises:
                if self.map.head_of(premise) not in self.met:
                    waiting.append(self._opened(premise))
                    break
            else:
                waiting.pop()
                yield NumberedClaim(self.next("C" if steps else "P"), current, steps)

    def _opened(self, claim: str) -> tuple[str, tuple[str, ...], Iterator[str]]:
        self.met.add(self.map.head_of(claim))
        supports = self.map.relations_to_class(claim, Kind.SUPPORTS)
        premises = iter([each for support in supports for each in self._as_written(support)])
        return claim, tuple(support.id for support in supports), premises

    def _as_written(self, relation: Relation) -> list[str]:
        """The premises in the order in which the claims are written, as a textbook has them."""
        return sorted(relation.premises, key=lambda id_: (self.map.claims[id_].location, id_))

    def objections_to(self, argument: list[NumberedClaim]) -> Iterator[NumberedLine]:
        """The objections to an argument, to what they rest on, and to each other."""
        waiting = [*reversed([*self._against(argument)])]
        while waiting:
            objection = waiting.pop()
            if objection.id in self.met:  # ids of claims and relations never coincide
                continue
            self.met.add(objection.id)
            grounds = [
                line
                for premise in self._as_written(objection)
                for line in self.argument_for(premise)
            ]
            yield from grounds
            yield NumberedObjection(self.next("O"), objection.id)
            replies = [*self._against(grounds), *self.map.relations_to(objection.id)]
            waiting += reversed(replies)

    def _against(self, lines: list[NumberedClaim]) -> Iterator[Relation]:
        """The attacks on these lines, and the undercuts of the steps to them."""
        for line in lines:
            for step in line.steps:
                yield from self.map.relations_to(step)
            yield from self.map.relations_to_class(line.claim, Kind.ATTACKS)

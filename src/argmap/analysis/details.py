"""The details of single claims beside their status: their premises, and a brief for debate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.analysis.debate.brief import Briefs
from argmap.analysis.debate.questions import questions
from argmap.analysis.finding import Finding, counted, row
from argmap.analysis.rests_on.premises import Bases
from argmap.reasoning.minimal_sets.families import Limits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argmap.analysis.debate.brief import BriefFinding
    from argmap.analysis.debate.questions import QuestionedStep
    from argmap.analysis.reading_of_map import Reading
    from argmap.analysis.rests_on.premises import PremisesFinding
    from argmap.model.argument_map import ArgumentMap

MOST_CLAIMS = 300
"""The most claims of a map in which every claim gets details; beyond it only the main ones do."""

MOST_RELATIONS = 4000
"""The most relations of a map for which briefs and critical questions are worked out."""

_SETS = 3
_STEPS = 20_000
"""The most steps of counting sets for each claim: a reader waits for the page to be built."""


@dataclass(frozen=True, slots=True, repr=False)
class DetailsFinding(Finding):
    """The details of single claims; classes of restated claims appear by their smallest id.

    `rests` has the smallest premise and rejection sets of every claim with a derivation, `briefs`
    the brief of every claim to which a relation leads. `steps` are the relations that name a
    scheme, those with the most at stake first. `is_whole` is false for a large map, of which only
    the claims to be read first have details; `is_prepared` is false for a very large map, which has
    no briefs and no steps.
    """

    rests: Mapping[str, PremisesFinding]
    briefs: Mapping[str, BriefFinding]
    steps: tuple[QuestionedStep, ...]
    is_whole: bool
    is_prepared: bool

    def rows(self) -> list[dict[str, Any]]:
        """One row for each claim with details."""
        return [
            row(
                claim=id_,
                premises=self.rests[id_].premises if id_ in self.rests else (),
                has_brief=id_ in self.briefs,
            )
            for id_ in sorted({*self.rests, *self.briefs})
        ]

    def _summary(self) -> str:
        claims = counted(len({*self.rests, *self.briefs}), "claim")
        return f"{claims}, {counted(len(self.briefs), 'brief')}"


NO_DETAILS = DetailsFinding({}, {}, (), is_whole=False, is_prepared=False)
"""The finding for outputs that show no details of single claims."""


def details(reading: Reading) -> DetailsFinding:
    """The details of every claim of a map, or if there are too many, of those to read first.

    Cost: for each of these claims a few linear passes and a search for smallest sets, and a pass
    that is linear times the claims that bear on it, divided by the word length of the machine.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> sorted(details(Reading(THREE_CLAIMS)).briefs)
    ['close']
    """
    argument_map = reading.map
    is_whole = len(argument_map.claims) <= MOST_CLAIMS
    is_prepared = len(argument_map.relations) <= MOST_RELATIONS
    chosen = argument_map.claims if is_whole else reading.outline.main
    firsts = list(dict.fromkeys(argument_map.head_of(id_) for id_ in chosen))
    bases = Bases(reading, Limits(_SETS, steps=_STEPS))
    rests = {id_: bases.of(id_) for id_ in firsts}
    steps = questions(reading).steps if is_prepared else ()
    argued = list(_argued(reading.map, firsts)) if is_prepared else []
    briefs = Briefs(reading, steps).of_all(argued)
    return DetailsFinding(
        {id_: rest for id_, rest in rests.items() if rest.derivable},
        briefs,
        steps,
        is_whole,
        is_prepared,
    )


def _argued(argument_map: ArgumentMap, firsts: Sequence[str]) -> Iterator[str]:
    """The classes among these to which a relation leads."""
    for id_ in firsts:
        if argument_map.relations_to_class(id_):
            yield id_

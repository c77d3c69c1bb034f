"""The details of single claims beside their status: their premises, and a brief for debate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.analysis.debate.brief import Briefs
from argmap.analysis.debate.questions import questions
from argmap.analysis.finding import Finding, counted, row
from argmap.analysis.rests_on.premises import Bases
from argmap.reasoning.minimal_sets.families import Limits
from argmap.reasoning.time_limit import (
    TimeLimit,
    TimeUpError,
    check_time_limit,
    cut_short,
)

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

SECONDS, STEPS = 5, 5_000
"""The most time and the most steps (`TimeLimit`) for the sets and the briefs of a page each."""

_RULES_A_STEP = 500
"""The supports passed over in a step, as often as a claim needs it."""

_SETS = 3
_STEPS = 20_000
"""The most steps of counting sets for each claim: a reader waits for the page to be built."""


@dataclass(frozen=True, slots=True, repr=False)
class DetailsFinding(Finding):
    """The details of single claims; classes of restated claims appear by their smallest id.

    `rests` has the smallest premise and rejection sets of every claim of which some were found,
    `briefs` the brief of every claim to which a relation leads. `steps` are the relations that name
    a scheme, those with the most at stake first. `is_whole` is false for a map that is large, or
    hard to work out, of which only the claims to be read first have sets; `is_prepared` is false
    for one that is very large or hard, which has no briefs.
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
    rests = _rests(reading, firsts)
    steps, briefs = _prepared(reading, firsts) if is_prepared else ((), None)
    return DetailsFinding(
        {id_: rest for id_, rest in rests.items() if rest.premise_sets},
        briefs or {},
        steps,
        is_whole and len(rests) == len(firsts),
        briefs is not None,
    )


def _rests(reading: Reading, firsts: Sequence[str]) -> dict[str, PremisesFinding]:
    """The sets of these claims; the last ones are left out where they would take too much work."""
    bases = Bases(reading, Limits(_SETS, steps=_STEPS))
    passes = 1 + len(reading.supports.horn.rules) // _RULES_A_STEP
    rests: dict[str, PremisesFinding] = {}
    try:
        with TimeLimit(SECONDS, STEPS):
            for id_ in sorted(firsts, key=reading.outline.place_of.__getitem__):
                check_time_limit(passes)
                rests[id_] = bases.of(id_)
    except TimeUpError as error:
        cut_short(error)
    return rests


def _prepared(
    reading: Reading, firsts: Sequence[str]
) -> tuple[tuple[QuestionedStep, ...], dict[str, BriefFinding] | None]:
    """The critical questions of a map, and the briefs of these claims; None if they take too long.

    They are made together, and so are there all or not at all.
    """
    steps: tuple[QuestionedStep, ...] = ()
    try:
        with TimeLimit(SECONDS, STEPS):
            steps = questions(reading).steps
            return steps, Briefs(reading, steps).of_all(list(_argued(reading.map, firsts)))
    except TimeUpError as error:
        cut_short(error)
        return steps, None


def _argued(argument_map: ArgumentMap, firsts: Sequence[str]) -> Iterator[str]:
    """The classes among these to which a relation leads."""
    for id_ in firsts:
        if argument_map.relations_to_class(id_):
            yield id_

"""Findings with the claims that a reader is given: one for each class of restated claims.

A finding names a class by its smallest id, which says nothing to a reader. Given here is the member
that the relations at hand were written with, else the one with the lowest number.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.analysis.debate.agenda import Point
    from argmap.analysis.debate.brief import BriefFinding, LineOfArgument
    from argmap.analysis.overview import Rest
    from argmap.analysis.rests_on.conclusions import Conclusion
    from argmap.analysis.rests_on.premises import PremisesFinding
    from argmap.views.words.sentences import Teller


def premises_shown(tell: Teller, finding: PremisesFinding) -> PremisesFinding:
    """The premises of a claim and their sets; where it is its own premise, it is named as asked."""
    shown = tell.naming({finding.claim}).all_shown
    return replace(
        finding,
        premises=shown(finding.premises),
        idle=None if finding.idle is None else shown(finding.idle),
        critical=shown(finding.critical),
        premise_sets=tuple(
            replace(entry, claims=shown(entry.claims)) for entry in finding.premise_sets
        ),
        standing_premise_sets=tuple(map(shown, finding.standing_premise_sets)),
        rejection_sets=tuple(map(shown, finding.rejection_sets)),
        to_be_supported=shown(finding.to_be_supported),
    )


def conclusion_shown(tell: Teller, conclusion: Conclusion) -> Conclusion:
    """A conclusion and its premises."""
    smallest = conclusion.smallest_rejection_set
    return replace(
        conclusion,
        claim=tell.shown(conclusion.claim),
        premises=tell.all_shown(conclusion.premises),
        critical=tell.all_shown(conclusion.critical),
        smallest_rejection_set=None if smallest is None else tell.all_shown(smallest),
        to_be_supported=tell.all_shown(conclusion.to_be_supported),
    )


def rest_shown(tell: Teller, rest: Rest) -> Rest:
    """A conclusion of a report, with all that it rests on."""
    return replace(
        rest,
        claim=tell.shown(rest.claim),
        critical=tell.all_shown(rest.critical),
        sets=None if rest.sets is None else premises_shown(tell, rest.sets),
        hinges=tell.all_shown(rest.hinges),
    )


def brief_shown(tell: Teller, finding: BriefFinding) -> BriefFinding:
    """A brief: claims are named as its lines of argument name them, each line as it is written."""
    lines = (*finding.lines_for, *finding.lines_against)
    premises = {id_ for line in lines for id_ in tell.map.relations[line.relation].premises}
    named = tell.naming({finding.claim, *premises})
    return replace(
        finding,
        critical=named.all_shown(finding.critical),
        ground=None if finding.ground is None else named.all_shown(finding.ground),
        lines_for=tuple(_line_shown(tell, line) for line in finding.lines_for),
        lines_against=tuple(_line_shown(tell, line) for line in finding.lines_against),
        hinges=tuple(
            replace(opinion, claim=named.shown(opinion.claim)) for opinion in finding.hinges
        ),
        sides=replace(
            finding.sides,
            turns=tuple(
                replace(turn, claim=named.shown(turn.claim)) for turn in finding.sides.turns
            ),
        ),
    )


def _line_shown(tell: Teller, line: LineOfArgument) -> LineOfArgument:
    shown = tell.naming(tell.map.relations[line.relation].premises).all_shown
    ground = None if line.ground is None else shown(line.ground)
    return replace(line, ground=ground, critical=shown(line.critical))


def point_shown(tell: Teller, point: Point) -> Point:
    """A point of an agenda."""
    return replace(
        point,
        claims=tell.all_shown(point.claims),
        conclusions=tell.all_shown(point.conclusions),
    )

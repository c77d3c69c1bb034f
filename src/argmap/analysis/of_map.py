"""Questions put to a map itself: what `import argmap` offers of those that need a labelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.debate.agenda import agenda as agenda_of
from argmap.analysis.debate.brief import brief as brief_of
from argmap.analysis.debate.questions import questions as questions_of
from argmap.analysis.people.positions import positions as positions_of
from argmap.analysis.people.sources import sources as sources_of
from argmap.analysis.rests_on.premises import DEFAULT_LIMITS
from argmap.analysis.rests_on.premises import premises as premises_of
from argmap.analysis.status.labelling import Labelling
from argmap.analysis.status.overturn import overturn as overturn_of
from argmap.analysis.status.semantics import labels_under
from argmap.analysis.status.status import refuse_impossible
from argmap.model.relation import Force
from argmap.model.stance import NO_STANCE

if TYPE_CHECKING:
    from argmap.analysis.debate.agenda import AgendaFinding
    from argmap.analysis.debate.brief import BriefFinding
    from argmap.analysis.debate.questions import QuestionsFinding
    from argmap.analysis.people.positions import PositionsFinding
    from argmap.analysis.people.sources import SourcesFinding
    from argmap.analysis.rests_on.premises import PremisesFinding
    from argmap.analysis.status.overturn import OverturnFinding
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.stance import Stance
    from argmap.reasoning.minimal_sets.families import Limits


def premises(  # noqa: PLR0913  # by keyword, each with its one meaning
    argument_map: ArgumentMap,
    claim: str,
    *,
    semantics: str = "grounded",
    stance: Stance = NO_STANCE,
    objections: Force | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> PremisesFinding:
    """On what a claim rests: see `argmap.analysis.rests_on.premises.premises`.

    Raises:
        UsageError: there is no such claim or semantics, or the stance is impossible.

    >>> from argmap.diagnostics import Location
    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> premises(ArgumentMap({"a": Claim("a", "A.", Location("doc", 1, 1))}), "a").premises
    ('a',)
    """
    return premises_of(_grounded(argument_map, stance, objections), claim, limits, semantics)


def overturn(
    argument_map: ArgumentMap,
    claim: str,
    *,
    stance: Stance = NO_STANCE,
    objections: Force | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> OverturnFinding:
    """What would change whether a claim stands: see `argmap.analysis.status.overturn.overturn`.

    Raises:
        UsageError: there is no such claim, or the stance is impossible.

    >>> from argmap.diagnostics import Location
    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> overturn(ArgumentMap({"a": Claim("a", "A.", Location("doc", 1, 1))}), "a").stances
    ()
    """
    return overturn_of(_grounded(argument_map, stance, objections), claim, limits)


def positions(
    argument_map: ArgumentMap,
    *,
    semantics: str = "preferred",
    stance: Stance = NO_STANCE,
    objections: Force | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> PositionsFinding:
    """The standpoints that can be held together: see `argmap.analysis.people.positions.positions`.

    Raises:
        UsageError: there is no such semantics, or the stance is impossible.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> positions(ArgumentMap({})).total
    1
    """
    refuse_impossible(argument_map, stance)
    force = argument_map.objections if objections is None else Force(objections)
    return positions_of(labels_under(argument_map, stance, force, semantics), limits.sets)


def questions(
    argument_map: ArgumentMap,
    claim: str | None = None,
    *,
    stance: Stance = NO_STANCE,
    objections: Force | None = None,
    limit: int | None = None,
) -> QuestionsFinding:
    """The critical questions of the steps of a map: see `argmap.analysis.debate.questions`.

    Raises:
        UsageError: there is no such claim, or the stance is impossible.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> questions(ArgumentMap({})).total
    0
    """
    return questions_of(_grounded(argument_map, stance, objections), claim, limit)


def brief(
    argument_map: ArgumentMap,
    claim: str,
    *,
    stance: Stance = NO_STANCE,
    objections: Force | None = None,
) -> BriefFinding:
    """A claim prepared for debate: see `argmap.analysis.debate.brief.brief`.

    Raises:
        UsageError: there is no such claim, or the stance is impossible.

    >>> from argmap.diagnostics import Location
    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> brief(ArgumentMap({"a": Claim("a", "A.", Location("doc", 1, 1))}), "a").critical
    ('a',)
    """
    return brief_of(_grounded(argument_map, stance, objections), claim)


def agenda(
    argument_map: ArgumentMap,
    *,
    stance: Stance = NO_STANCE,
    objections: Force | None = None,
    limit: int | None = None,
) -> AgendaFinding:
    """What is worth discussing in a map: see `argmap.analysis.debate.agenda.agenda`.

    Raises:
        UsageError: the stance is impossible.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> agenda(ArgumentMap({})).points
    ()
    """
    return agenda_of(_grounded(argument_map, stance, objections), limit)


def sources(
    argument_map: ArgumentMap,
    *,
    stance: Stance = NO_STANCE,
    objections: Force | None = None,
) -> SourcesFinding:
    """Who says what in a map: see `argmap.analysis.people.sources.sources`.

    Raises:
        UsageError: the stance is impossible.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> sources(ArgumentMap({})).disputes
    ()
    """
    return sources_of(_grounded(argument_map, stance, objections))


def _grounded(argument_map: ArgumentMap, stance: Stance, objections: Force | None) -> Labelling:
    refuse_impossible(argument_map, stance)
    force = argument_map.objections if objections is None else Force(objections)
    return Labelling(argument_map, stance, force)

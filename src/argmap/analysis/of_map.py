"""Questions put to a map itself: what `import argmap` offers of those that need a labelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.labelling import Labelling
from argmap.analysis.overturn import overturn as overturn_of
from argmap.analysis.positions import positions as positions_of
from argmap.analysis.premises import DEFAULT_LIMITS
from argmap.analysis.premises import premises as premises_of
from argmap.analysis.semantics import labels_under
from argmap.analysis.status import refuse_impossible
from argmap.model.relation import Force
from argmap.model.stance import NO_STANCE

if TYPE_CHECKING:
    from argmap.analysis.overturn import OverturnFinding
    from argmap.analysis.positions import PositionsFinding
    from argmap.analysis.premises import PremisesFinding
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.stance import Stance
    from argmap.reasoning.families import Limits


def premises(  # noqa: PLR0913  # by keyword, each with its one meaning
    argument_map: ArgumentMap,
    claim: str,
    *,
    semantics: str = "grounded",
    stance: Stance = NO_STANCE,
    objections: Force | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> PremisesFinding:
    """On what a claim rests: see `argmap.analysis.premises.premises`.

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
    """What would change whether a claim stands: see `argmap.analysis.overturn.overturn`.

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
    """The standpoints that can be held together: see `argmap.analysis.positions.positions`.

    Raises:
        UsageError: there is no such semantics, or the stance is impossible.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> positions(ArgumentMap({})).total
    1
    """
    refuse_impossible(argument_map, stance)
    force = argument_map.objections if objections is None else Force(objections)
    return positions_of(labels_under(argument_map, stance, force, semantics), limits.sets)


def _grounded(argument_map: ArgumentMap, stance: Stance, objections: Force | None) -> Labelling:
    refuse_impossible(argument_map, stance)
    force = argument_map.objections if objections is None else Force(objections)
    return Labelling(argument_map, stance, force)

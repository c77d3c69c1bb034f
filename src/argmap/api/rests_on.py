"""The public questions on what claims rest on: premises, gaps, dependents."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict, Unpack, overload

from argmap.analysis.reading_of_map import Reading, reading_of
from argmap.analysis.rests_on.conclusions import conclusions as conclusions_of
from argmap.analysis.rests_on.dependents import dependents as dependents_of
from argmap.analysis.rests_on.gaps import all_gaps
from argmap.analysis.rests_on.gaps import gaps as gaps_of
from argmap.analysis.rests_on.premises import premises as premises_of
from argmap.model.argument_map import ArgumentMap
from argmap.reasoning.minimal_sets.families import DEFAULT_LIMITS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.analysis.rests_on.conclusions import ConclusionsFinding
    from argmap.analysis.rests_on.dependents import DependentsFinding
    from argmap.analysis.rests_on.gaps import AllGapsFinding, GapsFinding
    from argmap.analysis.rests_on.premises import PremisesFinding
    from argmap.model.relation import Force
    from argmap.model.stance import Stance
    from argmap.reasoning.minimal_sets.families import Limits

AnyMap: TypeAlias = ArgumentMap | Reading
"""A map, or a reading of it."""


class _Choices(TypedDict, total=False):
    reject: Iterable[str]
    accept: Iterable[str]
    stance: Stance | str | None
    objections: Force | str | None
    semantics: str | None
    limits: Limits


@overload
def premises(
    argument_map: AnyMap, claim: None = None, **choices: Unpack[_Choices]
) -> ConclusionsFinding: ...
@overload
def premises(argument_map: AnyMap, claim: str, **choices: Unpack[_Choices]) -> PremisesFinding: ...
def premises(
    argument_map: AnyMap,
    claim: str | None = None,
    *,
    reject: Iterable[str] = (),
    accept: Iterable[str] = (),
    stance: Stance | str | None = None,
    objections: Force | str | None = None,
    semantics: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> PremisesFinding | ConclusionsFinding:
    """The premises of a claim; without a claim, those of all conclusions in short form.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> premises(THREE_CLAIMS, "close").critical
    ('quieter',)
    >>> [(row.claim, row.premises) for row in premises(THREE_CLAIMS).conclusions]
    [('close', ('quieter',))]
    """
    reading = reading_of(argument_map, stance, reject, accept, objections, semantics)
    return conclusions_of(reading) if claim is None else premises_of(reading, claim, limits)


def dependents(argument_map: AnyMap, claim: str) -> DependentsFinding:
    """The claims that rest on a claim: those that fall with it, lose a reason, or are untouched.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> dependents(THREE_CLAIMS, "quieter").falls
    ('close',)
    """
    return dependents_of(reading_of(argument_map), claim)


@overload
def gaps(
    argument_map: AnyMap, claim: None = None, **choices: Unpack[_Choices]
) -> AllGapsFinding: ...
@overload
def gaps(argument_map: AnyMap, claim: str, **choices: Unpack[_Choices]) -> GapsFinding: ...
def gaps(
    argument_map: AnyMap,
    claim: str | None = None,
    *,
    reject: Iterable[str] = (),
    accept: Iterable[str] = (),
    stance: Stance | str | None = None,
    objections: Force | str | None = None,
    semantics: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> GapsFinding | AllGapsFinding:
    """The smallest sets of claims still to be supported for a claim, or every conclusion, to stand.

    They follow from the supports alone. How the map is read matters only for whether the claim
    would then stand, which is judged by the grounded extension.

    >>> from argmap.model.claim import Claim
    >>> tested = ArgumentMap.of([Claim("tested", "It was tested.", pending=True)])
    >>> gaps(tested, "tested").gaps
    (('tested',),)
    >>> gaps(tested).conclusions
    ()
    """
    reading = reading_of(argument_map, stance, reject, accept, objections, semantics)
    return all_gaps(reading, limits) if claim is None else gaps_of(reading, claim, limits)

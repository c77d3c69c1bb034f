"""The public functions: each takes a map, or a reading of a map, and returns a finding.

Keywords say how the map is read: `reject` and `accept` name claims; `stance` is a stance, or the id
of a stance of the map; `objections` ("contest" or "defeat") is the force of attacks that name none;
`semantics` is "grounded" unless another is named. A `Reading` keeps its results, so it is the
cheaper argument for several questions about the same map. Every function raises a `UsageError` if
there is no such claim, stance, force or semantics, or if a stance rejects and accepts the same
claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.debate.agenda import agenda as agenda_of
from argmap.analysis.debate.brief import brief as brief_of
from argmap.analysis.debate.questions import questions as questions_of
from argmap.analysis.people.positions import positions as positions_of
from argmap.analysis.people.readers import readers as readers_of
from argmap.analysis.reading_of_map import reading_of
from argmap.analysis.status.overturn import overturn as overturn_of
from argmap.analysis.status.whatif import whatif as whatif_of
from argmap.analysis.status.why import why as why_of
from argmap.analysis.versions.diff import diff as diff_of
from argmap.api.people import coverage, sources
from argmap.api.rests_on import dependents, gaps, premises
from argmap.api.strength import attribution, probability, strength, tornado
from argmap.model.argument_map import ArgumentMap
from argmap.reasoning.minimal_sets.families import DEFAULT_LIMITS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.analysis.debate.agenda import AgendaFinding
    from argmap.analysis.debate.brief import BriefFinding
    from argmap.analysis.debate.questions import QuestionsFinding
    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.analysis.people.positions import PositionsFinding
    from argmap.analysis.people.readers import ReadersFinding
    from argmap.analysis.status.overturn import OverturnFinding
    from argmap.analysis.status.whatif import WhatIfFinding
    from argmap.analysis.status.why import Why
    from argmap.analysis.versions.diff import DiffFinding
    from argmap.api.rests_on import AnyMap
    from argmap.graph.structure import StructureFinding
    from argmap.model.relation import Force
    from argmap.model.stance import Stance
    from argmap.reasoning.minimal_sets.families import Limits
__all__ = [
    "agenda",
    "attribution",
    "brief",
    "coverage",
    "dependents",
    "diff",
    "gaps",
    "overturn",
    "positions",
    "premises",
    "probability",
    "questions",
    "readers",
    "sources",
    "status",
    "strength",
    "structure",
    "tornado",
    "whatif",
    "why",
]


def status(
    argument_map: AnyMap,
    *,
    reject: Iterable[str] = (),
    accept: Iterable[str] = (),
    stance: Stance | str | None = None,
    objections: Force | str | None = None,
    semantics: str | None = None,
) -> StatusFinding:
    """The status of every claim, with its reason in three words at most.

    Cost: linear under grounded semantics if supports have no circles. Other semantics may be
    exponential in the size of a group of connected claims that grounded semantics leaves undecided.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> close = status(THREE_CLAIMS).claims["close"]
    >>> close.word.value, close.reason
    ('contested', 'unanswered objection')
    """
    return reading_of(argument_map, stance, reject, accept, objections, semantics).status


def why(argument_map: AnyMap, claim: str) -> Why:
    """The reasons for and against a claim, down to the premises, as lines of a tree.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> reasons = why(THREE_CLAIMS, "close").reasons
    >>> [(reason.depth, reason.relation.id) for reason in reasons if reason.relation]
    [(1, 'for'), (1, 'against')]
    """
    return why_of(reading_of(argument_map), claim)


def whatif(
    argument_map: AnyMap,
    stance: Stance | str | None = None,
    objections: Force | str | None = None,
    semantics: str | None = None,
    *,
    reject: Iterable[str] = (),
    accept: Iterable[str] = (),
) -> WhatIfFinding:
    """The changes that a stance brings about, each with its cause; reasons and objections too.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> finding = whatif(THREE_CLAIMS, reject=["shops"])
    >>> {id_: (cause.because, cause.chain) for id_, cause in finding.changed.items()}
    {'close': (('shops',), ('against',)), 'shops': (('shops',), ())}
    """
    return whatif_of(reading_of(argument_map, stance, reject, accept, objections, semantics))


def overturn(
    argument_map: AnyMap,
    claim: str,
    *,
    reject: Iterable[str] = (),
    accept: Iterable[str] = (),
    stance: Stance | str | None = None,
    objections: Force | str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> OverturnFinding:
    """The smallest stances that change whether a claim stands.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> [
    ...     [(opinion.claim, opinion.accepts) for opinion in stance]
    ...     for stance in overturn(THREE_CLAIMS, "close").stances
    ... ]
    [[('shops', False)]]
    """
    reading = reading_of(argument_map, stance, reject, accept, objections)
    return overturn_of(reading, claim, limits)


def positions(
    argument_map: AnyMap,
    *,
    reject: Iterable[str] = (),
    accept: Iterable[str] = (),
    stance: Stance | str | None = None,
    objections: Force | str | None = None,
    semantics: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> PositionsFinding:
    """The sets of claims that can stand together, and the claims on which these sets differ.

    The semantics is `preferred` for a map, unless another is named, and that of the reading for a
    reading.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> positions(THREE_CLAIMS).positions
    (('quieter', 'shops'),)
    """
    if semantics is None and isinstance(argument_map, ArgumentMap):
        semantics = "preferred"
    reading = reading_of(argument_map, stance, reject, accept, objections, semantics)
    return positions_of(reading, limits.sets)


def readers(
    argument_map: AnyMap,
    stances: Iterable[Stance | str] | None = None,
    objections: Force | str | None = None,
) -> ReadersFinding:
    """Several readers compared, and the claims that decide the conclusions on which they differ.

    `stances` are stances, or ids of stances of the map; by default all stances of the map.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> from argmap.model.stance import Stance
    >>> shopkeeper, resident = Stance("shopkeeper"), Stance("resident", reject=frozenset({"shops"}))
    >>> readers(THREE_CLAIMS, [shopkeeper, resident]).parted["close"].sets
    (('shops',),)
    """
    reading = reading_of(argument_map, objections=objections)
    own = reading.map.stances
    named = own if stances is None else [stances] if isinstance(stances, str) else stances
    each = [
        reading.map.stance_named(reader) if isinstance(reader, str) else reader for reader in named
    ]
    return readers_of(reading, each)


def questions(
    argument_map: AnyMap,
    claim: str | None = None,
    *,
    reject: Iterable[str] = (),
    accept: Iterable[str] = (),
    stance: Stance | str | None = None,
    objections: Force | str | None = None,
    limit: int | None = None,
) -> QuestionsFinding:
    """The critical questions of the steps that name a scheme; with a claim, of those below it.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> questions(THREE_CLAIMS).without_scheme
    2
    """
    reading = reading_of(argument_map, stance, reject, accept, objections)
    return questions_of(reading, claim, limit)


def brief(
    argument_map: AnyMap,
    claim: str,
    *,
    reject: Iterable[str] = (),
    accept: Iterable[str] = (),
    stance: Stance | str | None = None,
    objections: Force | str | None = None,
) -> BriefFinding:
    """A claim prepared for debate: the arguments for and against it, answers, weak points.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> [line.relation for line in brief(THREE_CLAIMS, "close").lines_against if line.decides]
    ['against']
    """
    reading = reading_of(argument_map, stance, reject, accept, objections)
    return brief_of(reading, claim)


def agenda(
    argument_map: AnyMap,
    *,
    reject: Iterable[str] = (),
    accept: Iterable[str] = (),
    stance: Stance | str | None = None,
    objections: Force | str | None = None,
    limit: int | None = None,
) -> AgendaFinding:
    """The points of a map that are worth discussing, the most urgent first.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> [(point.topic.value, point.claims) for point in agenda(THREE_CLAIMS).points]
    [('contested', ('close', 'shops'))]
    """
    reading = reading_of(argument_map, stance, reject, accept, objections)
    return agenda_of(reading, limit)


def structure(argument_map: AnyMap) -> StructureFinding:
    """The claims that bear the load of a map, join it or divide it, by graph theory.

    Whether a claim stands plays no part.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> structure(THREE_CLAIMS).articulation_claims
    ('close',)
    """
    from argmap.graph.structure import structure as structure_of  # noqa: PLC0415  # networkx is slow

    return structure_of(reading_of(argument_map).map)


def diff(old: ArgumentMap, new: ArgumentMap) -> DiffFinding:
    """The differences between two versions of a map, and the edits that changed its conclusions.

    >>> from dataclasses import replace
    >>> from argmap.model.example import THREE_CLAIMS
    >>> rosy = replace(THREE_CLAIMS, relations={"for": THREE_CLAIMS.relations["for"]})
    >>> diff(THREE_CLAIMS, rosy).relations_removed
    ('against',)
    """
    return diff_of(old, new)

"""A map as one reader sees it: the argument of every function of the analysis."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.analysis.labels.credences import with_doubts
from argmap.analysis.labels.disposals import Disposals
from argmap.analysis.labels.doubts import DoubtsOf
from argmap.analysis.labels.extensions_of_map import CODES, ExtensionsOfMap
from argmap.analysis.labels.in_words import status_of
from argmap.analysis.labels.labelling import Label, Labelling
from argmap.analysis.labels.own_labels import own_labels
from argmap.analysis.labels.pending import puts_pending_forward
from argmap.analysis.labels.rejected_sources import source_in, without_sources
from argmap.analysis.labels.semantics import labels_of, labels_over
from argmap.errors import UsageError
from argmap.graph.compile import compile_map
from argmap.graph.groundwork import Groundwork
from argmap.model.numbering import UNDERCUTS
from argmap.model.relation import Force
from argmap.model.stance import NO_STANCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.analysis.labels.semantics import Labels
    from argmap.graph.compile import Compiled
    from argmap.graph.outline import Outline
    from argmap.graph.roles import Role
    from argmap.graph.supports import Supports
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.stance import Stance


class Reading:
    """A map under a stance, a force of objections and a semantics.

    Everything that follows from these is worked out at its first use, and only once. A reading made
    from another by `with_stance` or the like shares all results that the change does not affect.
    `objections` is the force of attacks that name none; None takes the force of the map.

    Raises:
        UsageError: the stance names an unknown claim, or rejects and accepts the same claim; or
            there is no such semantics.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> from argmap.model.stance import Stance
    >>> reading = Reading(THREE_CLAIMS)
    >>> reading.status.claims["close"].word.value
    'contested'
    >>> answered = reading.with_stance(Stance(reject=frozenset({"shops"})))
    >>> answered.status.claims["close"].word.value
    'stands'
    """

    def __init__(
        self,
        argument_map: ArgumentMap,
        stance: Stance = NO_STANCE,
        objections: Force | None = None,
        semantics: str = "grounded",
        groundwork: Groundwork | None = None,
    ) -> None:
        _refuse_impossible(argument_map, stance)
        if semantics not in CODES:
            raise UsageError(f"there is no semantics `{semantics}`; there are {', '.join(CODES)}")
        self.map = argument_map
        self.stance = stance
        self.objections = argument_map.objections if objections is None else Force(objections)
        self.semantics = semantics
        self.groundwork = Groundwork(argument_map) if groundwork is None else groundwork

    def __repr__(self) -> str:
        count = len(self.map.claims)
        size = f"{count} claim{'s' * (count != 1)}"
        return f"<Reading of {size}: {self.semantics}, objections {self.objections}>"

    # Other readings of the same map

    def with_stance(self, stance: Stance) -> Reading:
        """The reading with another stance.

        Raises:
            UsageError: the stance names an unknown claim, or rejects and accepts the same claim.
        """
        if stance == self.stance:
            return self
        return Reading(self.map, stance, self.objections, self.semantics, self.groundwork)

    def without_stance(self) -> Reading:
        """The reading without any stance."""
        return self.with_stance(NO_STANCE)

    def with_objections(self, objections: Force | None) -> Reading:
        """The reading with this force for attacks that name none; None takes the force of the map.

        The grounded extension is taken over, as extensions do not depend on forces.
        """
        other = Reading(self.map, self.stance, objections, self.semantics, self.groundwork)
        if other.objections is self.objections:
            return self
        other.grounded = self.grounded.with_force(other.objections)
        return other

    def with_semantics(self, semantics: str) -> Reading:
        """The reading under another semantics.

        Raises:
            UsageError: there is no such semantics.
        """
        if semantics == self.semantics:
            return self
        other = Reading(self.map, self.stance, self.objections, semantics, self.groundwork)
        is_same = puts_pending_forward(semantics) is puts_pending_forward(self.semantics)
        if is_same or not self.supports.pending:
            other.grounded = self.grounded
        return other

    # Facts of the map alone, the same for every reading

    @property
    def outline(self) -> Outline:
        """The map in reading order, with the number of every claim."""
        return self.groundwork.outline

    @property
    def roles(self) -> Mapping[str, tuple[Role, ...]]:
        """The roles of every claim."""
        return self.groundwork.roles

    @property
    def conclusions(self) -> tuple[str, ...]:
        """The conclusions by the smallest id of their class, the main claims of the map first."""
        return self.groundwork.conclusions

    @property
    def supports(self) -> Supports:
        """The supports of the map as Horn rules."""
        return self.groundwork.supports

    # The labels of this reading

    @cached_property
    def grounded(self) -> Labelling:
        """The labelling under the grounded extension, whatever the semantics.

        Under a semantics that does not put pending claims forward, that of the map without them.
        """
        with_pending = puts_pending_forward(self.semantics)
        compiled = compile_map(
            self.map, self.stance, with_pending=with_pending, in_numbers=self.groundwork.numbers
        )
        return Labelling(self.map, self.stance, self.objections, compiled)

    @property
    def compiled(self) -> Compiled:
        """The framework of the map under this stance."""
        return self.grounded.compiled

    @cached_property
    def labels(self) -> Labels:
        """The labels over all extensions of the semantics.

        Raises:
            UsageError: the semantics is for abstract frameworks only, and the map is none.
            TimeUpError: there is a time limit, and it was reached before one extension was found.
        """
        if self.semantics == "grounded":
            return labels_of(self.grounded)
        return labels_over(self.grounded, self._extensions)

    @cached_property
    def _extensions(self) -> ExtensionsOfMap:
        """The extensions of the semantics; forces do not matter to them."""
        return ExtensionsOfMap(self.grounded, self.semantics)

    @cached_property
    def refuting(self) -> Reading:
        """The reading with every attack meant to refute, whatever force is written on it.

        The grounded extension is taken over, as it does not depend on forces. With another force
        of objections this reading means nothing.
        """
        strict = self.groundwork.refuting_map
        other = Reading(strict, self.stance, Force.DEFEAT, self.semantics, self.groundwork)
        grounded = self.grounded
        other.grounded = Labelling(
            strict, self.stance, Force.DEFEAT, grounded.compiled, grounded.derived
        )
        if self.semantics != "grounded":
            other._extensions = self._extensions  # of this class
        return other

    @cached_property
    def own_labels(self) -> Mapping[str, Label]:
        """The label of each relation with everything that hits its target left aside.

        Raises:
            UsageError, TimeUpError: as `labels`.
        """
        has_undercuts = UNDERCUTS in self.map.numbering.kinds
        return own_labels(self.labels, self.refuting.labels if has_undercuts else self.labels)

    def has_no_effect(self, objection: str) -> bool:
        """Whether an objection is undecided as an answer contests it, so that it stops nothing.

        Such an answer would refute it, had its author meant it to; and what stands does not depend
        on what was meant.

        Raises:
            UsageError, TimeUpError: as `labels`.
        """
        is_undecided = self.labels.relations[objection] is Label.UNDEC
        return is_undecided and self.refuting.labels.relations[objection] is Label.OUT

    @cached_property
    def disposals(self) -> Disposals:
        """The disposal of each objection that is `out`: by an answer, or by the reader.

        Raises:
            UsageError, TimeUpError: as `labels`.
        """
        return Disposals(self.labels, self.groundwork)

    @cached_property
    def doubts(self) -> DoubtsOf:
        """The grounds on which claims do not stand under the grounded extension."""
        return DoubtsOf(self.grounded)

    @cached_property
    def status(self) -> StatusFinding:
        """The status of every claim: its label in words, with the reason.

        Raises:
            UsageError, TimeUpError: as `labels`.
        """
        return status_of(self.labels, self.groundwork)


def _refuse_impossible(argument_map: ArgumentMap, stance: Stance) -> None:
    """Refuse a stance that names an unknown claim, or rejects and accepts the same class."""
    for id_ in sorted(stance.reject | stance.accept):
        argument_map.claim_named(id_)
    both = {
        member for id_ in stance.reject for member in argument_map.class_of(id_)
    } & stance.accept
    if both:
        raise UsageError(f"the claim `{min(both)}` cannot be both rejected and accepted")


def reading_of(  # noqa: PLR0913, PLR0917  # each a choice of the reader
    argument_map: ArgumentMap | Reading,
    stance: Stance | str | None = None,
    reject: Iterable[str] = (),
    accept: Iterable[str] = (),
    objections: Force | str | None = None,
    semantics: str | None = None,
) -> Reading:
    """The reading of a map under these choices.

    `stance` is a stance or the id of a stance of the map; `reject` and `accept` name further claims
    (a single id may be given instead of a list); `source:ID` among those rejected stands for all
    claims that are cited to this source alone. A claim in which the stance has a credence below
    one half is rejected, unless it is accepted. A choice that is None keeps the value of the
    `Reading` given, or takes that of the map.

    Raises:
        UsageError: there is no such claim, source, stance, force or semantics, or a claim is both
            rejected and accepted.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> reading = reading_of(THREE_CLAIMS, reject="shops")
    >>> reading.status.claims["close"].word.value
    'stands'
    """
    reading = argument_map if isinstance(argument_map, Reading) else Reading(argument_map)
    if objections is not None:
        reading = reading.with_objections(_force(objections))
    if semantics is not None:
        reading = reading.with_semantics(semantics)
    base = reading.stance if stance is None else stance
    if isinstance(base, str):
        base = reading.map.stance_named(base)
    named = {word: source_in(reading.map, word) for word in _ids(reject)}
    rejected = {word for word, source in named.items() if source is None}
    stance = replace(
        base,
        reject=base.reject | rejected,
        accept=base.accept | _ids(accept),
        doubted=base.doubted - rejected,
    )
    sources = [source for source in named.values() if source is not None]
    stance = without_sources(reading.map, stance, sources) if sources else stance
    return reading.with_stance(with_doubts(reading.map, stance))


def _ids(claims: Iterable[str]) -> frozenset[str]:
    return frozenset([claims] if isinstance(claims, str) else claims)


def _force(name: Force | str) -> Force:
    if name not in (*Force,):
        raise UsageError(f"there is no force `{name}`; there are {', '.join(Force)}")
    return Force(name)

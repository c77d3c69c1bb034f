"""Labels over all extensions of a semantics (grounded, preferred, stable and others)."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

from argmap.analysis.labels.extensions_of_map import ExtensionsOfMap
from argmap.analysis.labels.labelling import Label
from argmap.analysis.labels.labels_in_many import LabelsInMany
from argmap.model.relation import Force, Kind
from argmap.reasoning.horn import bits
from argmap.reasoning.time_limit import NoTimeLimit, TimeUpError, cut_short

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from argmap.analysis.labels.labelling import Labelling
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.stance import Stance


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels over all extensions: `in` or `out` if all extensions agree, else `undec`.

    Without any extension there are no labels. `credulous` are the claims that are `in` under some
    extension, `fixed` those that are `in` under all because no open choice bears on them. The other
    claims fall into groups that are solved independently of each other; `positions` has for each
    group the distinct sets of its claims that are `in` together. `complete` is false if there were
    too many extensions to look at all of them. For the claims in `unsearched` none was found before
    the limit of time: their labels are the grounded ones, of which `in` and `out` hold under every
    extension.
    """

    map: ArgumentMap
    stance: Stance
    force: Force
    semantics: str
    claims: Mapping[str, Label]
    relations: Mapping[str, Label]
    credulous: frozenset[str] = frozenset()
    fixed: frozenset[str] = frozenset()
    positions: tuple[tuple[frozenset[str], ...], ...] = ()
    complete: bool = True
    unsearched: frozenset[str] = frozenset()

    @property
    def extensions(self) -> int | None:
        """The number of distinct sets of claims that are `in`: groups multiply; None: unknown."""
        return prod(len(sets) for sets in self.positions) if self.complete else None

    @property
    def refuted(self) -> frozenset[str]:
        """The classes hit by an attack of force `defeat` that is `in`, by smallest id."""
        return frozenset(
            self.map.head_of(attack.target)
            for attack in self.map.relations.values()
            if attack.kind is Kind.ATTACKS
            and self.relations.get(attack.id) is Label.IN
            and self.map.force_of(attack, self.force) is Force.DEFEAT
        )

    @property
    def blocked(self) -> frozenset[str]:
        """The relations hit by an undercut that is `in`."""
        return frozenset(
            undercut.target
            for undercut in self.map.relations.values()
            if undercut.kind is Kind.UNDERCUTS and self.relations.get(undercut.id) is Label.IN
        )


def labels_under(labelling: Labelling, semantics: str) -> Labels:
    """The labels of a map over all extensions of a semantics, given the grounded labelling.

    Each group of connected claims is solved by itself. Cost: the number of extensions of the
    largest group times its size. Beyond some thousands the list is cut, and `complete` says so.

    Raises:
        UsageError: the semantics is for abstract frameworks only, and the map is none.
        TimeUpError: there is a time limit, and it was reached before one extension was found, which
            need not contain the grounded one (`stage`).

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> sorted(labels_under(Reading(THREE_CLAIMS).grounded, "preferred").credulous)
    ['quieter', 'shops']
    """
    if semantics == "grounded":
        return labels_of(labelling)
    return labels_over(labelling, ExtensionsOfMap(labelling, semantics))


def labellings_under(
    labelling: Labelling, semantics: str, about: Collection[str]
) -> tuple[list[Labelling], bool]:
    """The labellings under the extensions of a semantics, and whether the list is complete.

    `labelling` is the grounded one. Only extensions that differ on the claims and relations in
    `about` are listed: for a group of connected claims without any of them, one extension is taken
    as it comes. At most some thousands are listed. If the limit of time is reached before there is
    one, the grounded labelling stands for them. Cost: one labelling for each.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> grounded = Reading(THREE_CLAIMS).grounded
    >>> labellings, is_complete = labellings_under(grounded, "preferred", ["close"])
    >>> len(labellings), is_complete
    (1, True)
    """
    if semantics == "grounded":
        return [labelling], True
    every = ExtensionsOfMap(labelling, semantics)
    try:
        labellings = list(every.labellings(about))
    except TimeUpError as error:
        cut_short(error)
        return [labelling], False
    return (labellings, True) if every.is_whole else (labellings or [labelling], False)


def labels_of(labelling: Labelling) -> Labels:
    """The labels of the grounded labelling, the only extension of grounded semantics."""
    standing = frozenset([id_ for id_, label in labelling.claims.items() if label is Label.IN])
    return Labels(
        labelling.map,
        labelling.stance,
        labelling.force,
        "grounded",
        labelling.claims,
        labelling.relations,
        credulous=standing,
        fixed=standing,
    )


def labels_over(labelling: Labelling, every: ExtensionsOfMap) -> Labels:
    """The labels of a map over all these extensions, given the grounded labelling."""
    claims = dict(labelling.claims)
    relations = dict(labelling.relations)
    credulous = {id_ for id_, label in labelling.claims.items() if label is Label.IN}
    fixed = set(credulous)
    positions: list[tuple[frozenset[str], ...]] = []
    unsearched: list[str] = []
    for members, chosen in every.by_group:
        own_claims = [id_ for id_ in members if id_ in claims]
        if chosen is None:
            unsearched += own_claims
            continue
        if not chosen:
            return _nothing(labelling, every.semantics)
        with NoTimeLimit():
            many = LabelsInMany(labelling, chosen, every.always)
        for id_ in own_claims:
            claims[id_] = _over_all(many.every, many.claim_in(id_), many.claim_out(id_))
        for id_ in members:
            if id_ in relations:
                relations[id_] = _over_all(
                    many.every, many.relation_in(id_), many.relation_out(id_)
                )
        sets = _sets_by_world({id_: many.claim_in(id_) for id_ in own_claims}, len(chosen))
        fixed.difference_update(own_claims)
        credulous.difference_update(own_claims)
        credulous.update(*sets)
        positions.append(tuple(dict.fromkeys(sets)))
    return Labels(
        labelling.map,
        labelling.stance,
        labelling.force,
        every.semantics,
        claims,
        relations,
        frozenset(credulous),
        frozenset(fixed),
        tuple(positions),
        every.is_whole,
        frozenset(unsearched),
    )


def _nothing(labelling: Labelling, semantics: str) -> Labels:
    """The labels of a map that has no extension: none."""
    stance, force = labelling.stance, labelling.force
    return Labels(labelling.map, stance, force, semantics, {}, {}, positions=((),))


def _over_all(every: int, is_in: int, is_out: int) -> Label:
    """The label on which all extensions agree: masks of all, of those for `in` and for `out`."""
    return Label.IN if is_in == every else Label.OUT if is_out == every else Label.UNDEC


def _sets_by_world(masks: Mapping[str, int], count: int) -> list[frozenset[str]]:
    """For each world the ids whose mask has its bit."""
    sets: list[list[str]] = [[] for _ in range(count)]
    for id_, mask in masks.items():
        for world in bits(mask):
            sets[world].append(id_)
    return [frozenset(members) for members in sets]

"""Labels over all extensions of a semantics (grounded, preferred, stable and others)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, product
from math import prod
from typing import TYPE_CHECKING

from argmap.analysis.labels.abstract_frameworks import dung_question
from argmap.analysis.labels.labelling import Label, Labelling
from argmap.analysis.labels.labels_in_many import LabelsInMany
from argmap.model.disjoint_sets import DisjointSets
from argmap.model.relation import Force, Kind
from argmap.reasoning.extension_tasks import ExtensionQuery
from argmap.reasoning.extensions import extensions
from argmap.reasoning.horn import Atom, bits, derivable
from argmap.reasoning.ideal import ideal_extension
from argmap.reasoning.solvers.engines import oracles
from argmap.reasoning.solvers.time_limit import (
    NoTimeLimit,
    TimeUpError,
    check_time_limit,
    cut_short,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.stance import Stance
    from argmap.reasoning.independent_parts import Part

CODES = {
    "grounded": "GR",
    "complete": "CO",
    "preferred": "PR",
    "stable": "ST",
    "ideal": "ID",
    "semi-stable": "SST",
    "stage": "STG",
}
"""The short names of the semantics in the competitions of argumentation solvers (ICCMA)."""

ONLY_DUNG = ("semi-stable", "stage")
"""The semantics that are defined for abstract frameworks alone."""


_FEWEST, _MOST = 200, 10_000
"""The most extensions that are listed for one group of connected claims; fewer of a large map."""

_WORK = 4_000_000
"""The most extensions times atoms of the map."""


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels over all extensions: `in` or `out` if all extensions agree, else `undec`.

    Without any extension there are no labels. `credulous` are the claims that are `in` under some
    extension, `fixed` those that are `in` under all because no open choice bears on them. The other
    claims fall into groups that are solved independently of each other; `positions` has for each
    group the distinct sets of its claims that are `in` together. `complete` is false if there were
    too many extensions to look at all of them.
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
        TimeUpError: there is a time limit, and it was reached before one extension was found.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> sorted(labels_under(Reading(THREE_CLAIMS).grounded, "preferred").credulous)
    ['quieter', 'shops']
    """
    if semantics == "grounded":
        return labels_of(labelling)
    return _Extensions(labelling, semantics).labels()


def labellings_under(
    labelling: Labelling, semantics: str, about: Collection[str]
) -> tuple[list[Labelling], bool]:
    """The labellings under the extensions of a semantics, and whether the list is complete.

    `labelling` is the grounded one. Only extensions that differ on the claims and relations in
    `about` are listed: for a group of connected claims without any of them, one extension is taken
    as it comes. At most some thousands are listed. Cost: one labelling for each.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> grounded = Reading(THREE_CLAIMS).grounded
    >>> labellings, is_complete = labellings_under(grounded, "preferred", ["close"])
    >>> len(labellings), is_complete
    (1, True)
    """
    if semantics == "grounded":
        return [labelling], True
    every = _Extensions(labelling, semantics)
    return list(every.labellings(about)), every.is_whole


def labels_of(labelling: Labelling) -> Labels:
    """The labels of the grounded labelling, the only extension of grounded semantics."""
    standing = frozenset(id_ for id_, label in labelling.claims.items() if label is Label.IN)
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


class _Extensions:
    """The extensions of a semantics, group by group of connected claims."""

    def __init__(self, grounded: Labelling, semantics: str) -> None:
        self.grounded = grounded
        self.map = grounded.map
        self.semantics = semantics
        self.is_whole = True
        self.stopped = "time"
        if semantics in ONLY_DUNG:
            self.question, self.outside = dung_question(grounded, CODES[semantics])
        else:
            framework = grounded.compiled.framework
            self.question = ExtensionQuery(framework, CODES[semantics], oracles())
            self.outside = range(framework.atoms)

    def labels(self) -> Labels:
        """The labels over all extensions."""
        grounded = self.grounded
        groups = self._groups()
        claims = dict(grounded.claims)
        relations = dict(grounded.relations)
        credulous = {id_ for id_, label in grounded.claims.items() if label is Label.IN}
        fixed = set(credulous)
        positions: list[tuple[frozenset[str], ...]] = []
        for members, parts in groups:
            chosen = list(self._choices(parts))
            if not chosen and not self.is_whole:
                raise TimeUpError(self.stopped)
            if not chosen:
                return self._nothing()
            own_claims = [id_ for id_ in members if id_ in claims]
            inside = [[self.outside[atom] for atom in extension] for extension in chosen]
            with NoTimeLimit():
                many = LabelsInMany(grounded, inside, self._members(frozenset()))
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
            self.map,
            grounded.stance,
            grounded.force,
            self.semantics,
            claims,
            relations,
            frozenset(credulous),
            frozenset(fixed),
            tuple(positions),
            self.is_whole,
        )

    def labellings(self, about: Collection[str]) -> Iterator[Labelling]:
        """One labelling for each way in which extensions differ on these claims and relations."""
        near: list[Part] = []
        rest = frozenset[int]()
        for members, parts in self._groups():
            if not set(about).isdisjoint(members):
                near += parts
                continue
            for part in parts:
                extension = next(self._of_part(part), None)
                if extension is None:
                    return
                rest |= extension
        for chosen in self._choices(near):
            yield self._labelling(rest | chosen)

    def _nothing(self) -> Labels:
        """The labels of a map that has no extension: none."""
        stance, force = self.grounded.stance, self.grounded.force
        return Labels(self.map, stance, force, self.semantics, {}, {}, positions=((),))

    def _choices(self, parts: list[Part]) -> Iterator[frozenset[Atom]]:
        """The extensions of some parts together, as assumptions of the whole framework."""
        most = min(max(_WORK // max(self.question.framework.atoms, 1), _FEWEST), _MOST)
        lists = [[*self._in_time(islice(self._of_part(part), most + 1))] for part in parts]
        if (
            any(len(extensions_of_part) > most for extensions_of_part in lists)
            or prod(map(len, lists)) > most
        ):
            self.is_whole = False
        combined = (frozenset[int]().union(*choice) for choice in product(*lists))
        return islice(combined, most)

    def _in_time(self, extensions_: Iterator[frozenset[Atom]]) -> Iterator[frozenset[Atom]]:
        """These extensions, until the time limit of the solver is reached."""
        try:
            for extension in extensions_:
                yield extension
                check_time_limit()
        except TimeUpError as error:
            self.is_whole, self.stopped = False, cut_short(error)

    def _of_part(self, part: Part) -> Iterator[frozenset[Atom]]:
        question = self.question
        if self.semantics == "ideal":
            yield part.outside(ideal_extension(part.framework, question.oracle_of))
            return
        for extension in extensions(part.framework, question.rule, question.oracle_of):
            yield part.outside(extension)

    def _labelling(self, chosen: frozenset[Atom]) -> Labelling:
        """The labelling under the grounded extension and these further assumptions."""
        compiled = self.grounded.compiled
        derived = derivable(compiled.framework.horn, self._members(chosen))
        return Labelling(self.map, self.grounded.stance, self.grounded.force, compiled, derived)

    def _members(self, chosen: frozenset[Atom]) -> list[Atom]:
        """The grounded extension and these further assumptions, as atoms of the map."""
        members = [self.outside[assumption] for assumption in self.question.grounded | chosen]
        if self.semantics in ONLY_DUNG:
            members += self.grounded.compiled.through.values()
        return members

    def _groups(self) -> list[tuple[list[str], list[Part]]]:
        """The groups of connected claims and relations, each with the undecided parts in it.

        A relation connects its premises and its target. A claim that is `in` under the grounded
        extension connects nothing, since its label is the same under every extension; but only if
        every extension of the semantics contains the grounded one.
        """
        keeps = self.semantics == "ideal" or self.question.rule.keeps_grounded
        groups = DisjointSets()
        home = self._homes()
        for id_, relation in self.map.relations.items():
            joined = [id_, self._first(relation.target), *map(self._first, relation.premises)]
            loose = [node for node in joined if not (keeps and self._is_in(node))]
            for node in loose:
                groups.join(loose[0], node)
        parts_of: dict[str, list[Part]] = {}
        for part in self.question.parts:
            nodes = [home[self.outside[atom]] for atom in part.atoms]
            for node in nodes:
                groups.join(nodes[0], node)
        for part in self.question.parts:
            root = groups.root(home[self.outside[part.atoms[0]]])
            parts_of.setdefault(root, []).append(part)
        members: dict[str, list[str]] = {root: [] for root in parts_of}
        for id_ in (*self.map.claims, *self.map.relations):
            root = groups.root(self._first(id_))
            if root in members:
                members[root].append(id_)
        return [(members[root], parts) for root, parts in parts_of.items()]

    def _first(self, id_: str) -> str:
        return id_ if id_ in self.map.relations else self.map.head_of(id_)

    def _is_in(self, node: str) -> bool:
        known = self.grounded.claims if node in self.map.claims else self.grounded.relations
        return known[node] is Label.IN

    def _homes(self) -> dict[Atom, str]:
        """The claim or relation to which each atom belongs."""
        compiled = self.grounded.compiled
        home: dict[Atom, str] = {}
        for names in (compiled.hit, compiled.granted, compiled.through):
            home.update((atom, id_) for id_, atom in names.items())
        home.update((atom, self._first(id_)) for id_, atom in compiled.claim.items())
        return home


def _over_all(every: int, is_in: int, is_out: int) -> Label:
    """The label on which all extensions agree, by the masks of those that are for `in` and `out`."""
    return Label.IN if is_in == every else Label.OUT if is_out == every else Label.UNDEC


def _sets_by_world(masks: Mapping[str, int], count: int) -> list[frozenset[str]]:
    """For each world the ids whose mask has its bit."""
    sets: list[list[str]] = [[] for _ in range(count)]
    for id_, mask in masks.items():
        for world in bits(mask):
            sets[world].append(id_)
    return [frozenset(members) for members in sets]

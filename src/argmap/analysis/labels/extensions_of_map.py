"""The extensions of a map under a semantics, group by group of connected claims."""

from __future__ import annotations

from functools import cached_property
from itertools import chain, islice, pairwise, product
from math import prod
from typing import TYPE_CHECKING, TypeVar

from argmap.analysis.labels.abstract_frameworks import dung_question
from argmap.analysis.labels.labelling import Label, Labelling
from argmap.graph.coded import column
from argmap.model.numbering import UNDERCUTS
from argmap.reasoning.extension_tasks import ExtensionQuery
from argmap.reasoning.extensions import extensions
from argmap.reasoning.horn import Derivation
from argmap.reasoning.ideal import ideal_extension
from argmap.reasoning.solvers.engines import oracles
from argmap.reasoning.time_limit import TimeUpError, check_time_limit, cut_short
from argmap.reasoning.union_find import UnionFind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from argmap.reasoning.horn import Atom
    from argmap.reasoning.independent_parts import Part

_T = TypeVar("_T")

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

_WORK, _LABELLINGS = 4_000_000, 1_000_000
"""The most extensions times atoms of the map, and labellings times its claims and relations."""


class ExtensionsOfMap:
    """The extensions of a semantics, group by group of connected claims.

    They do not depend on the force of objections: readings that differ in it alone share them.
    `is_whole` is false if some were left out, as there were too many or the time was up; `stopped`
    is then the reason, as in `TimeUpError`.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> every = ExtensionsOfMap(Reading(THREE_CLAIMS).grounded, "preferred")
    >>> len(list(every.labellings(["close"]))), every.is_whole
    (1, True)
    """

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

    @cached_property
    def by_group(self) -> list[tuple[list[str], list[frozenset[Atom]] | None]]:
        """The claims and relations of each group with its extensions, as assumptions of the map.

        The grounded extension is left out of them: see `always`. The list ends with the first group
        without any extension. None stands for those of a group for which the limit of time was
        reached before there was one, if all of them contain the grounded extension.

        Raises:
            TimeUpError: the limit was reached, and they need not contain it.
        """
        chosen_of: list[tuple[list[str], list[frozenset[Atom]] | None]] = []
        for members, parts in self._groups():
            chosen = list(self._choices(parts))
            if not chosen and not self.is_whole:
                if not self.keeps_grounded:
                    raise TimeUpError(self.stopped)
                chosen_of.append((members, None))
                continue
            inside = [frozenset(self.outside[atom] for atom in each) for each in chosen]
            chosen_of.append((members, inside))
            if not chosen:
                break
        return chosen_of

    @property
    def keeps_grounded(self) -> bool:
        """Whether every extension of the semantics contains the grounded one."""
        return self.semantics == "ideal" or self.question.rule.keeps_grounded

    @cached_property
    def always(self) -> list[Atom]:
        """The assumptions of the map that are in every extension."""
        members = [self.outside[assumption] for assumption in self.question.grounded]
        if self.semantics in ONLY_DUNG:
            members += self.grounded.compiled.through.values()
        return members

    @cached_property
    def _always(self) -> Derivation:
        """The atoms that follow from the assumptions that are in every extension."""
        return Derivation(self.grounded.compiled.framework.horn, self.always)

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
        size = len(self.map.claims) + len(self.map.relations)
        most = max(_LABELLINGS // max(size, 1), _FEWEST)
        choices = self._choices(near)
        yield from self._in_time(self._labelling(rest | chosen) for chosen in islice(choices, most))
        if next(choices, None) is not None:
            self.is_whole = False

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

    def _in_time(self, coming: Iterator[_T]) -> Iterator[_T]:
        """These extensions or labellings, until the limit of time is reached."""
        try:
            for each in coming:
                yield each
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
        of_map = self.grounded
        derived = self._always.also_from([self.outside[assumption] for assumption in chosen])
        return Labelling(self.map, of_map.stance, of_map.force, of_map.compiled, derived)

    def _groups(self) -> list[tuple[list[str], list[Part]]]:
        """The groups of connected claims and relations, each with the undecided parts in it.

        A relation connects its premises and its target. A claim that is `in` under the grounded
        extension connects nothing, since its label is the same under every extension; but only if
        every extension of the semantics contains the grounded one.
        """
        groups, home = self._joined(), self._homes()
        parts_of: dict[int, list[Part]] = {}
        for part in self.question.parts:
            nodes = [home[self.outside[atom]] for atom in part.atoms]
            for node in nodes:
                groups.join(nodes[0], node)
        for part in self.question.parts:
            root = groups.root(home[self.outside[part.atoms[0]]])
            parts_of.setdefault(root, []).append(part)
        members: dict[int, list[str]] = {root: [] for root in parts_of}
        numbers = self.grounded.compiled.numbers
        nodes = [*numbers.class_of.values(), *self._nodes_of_relations()]
        for id_, node in zip(chain(self.map.claims, self.map.relations), nodes, strict=True):
            root = groups.root(node)
            if root in members:
                members[root].append(id_)
        return [(members[root], parts) for root, parts in parts_of.items()]

    def _nodes_of_relations(self) -> range:
        """A number for each relation; those before are numbers of classes."""
        numbers = self.grounded.compiled.numbers
        return range(len(numbers.heads), len(numbers.heads) + len(numbers.kinds))

    def _joined(self) -> UnionFind:
        """The classes and relations by their nodes, connected by the relations."""
        numbers, own = self.grounded.compiled.numbers, self._nodes_of_relations()
        size = len(numbers.heads)
        is_settled = bytes(own.stop)
        if self.keeps_grounded:
            is_in = column(self.grounded.relations, lambda label: label is Label.IN)
            is_settled = bytes(self.grounded.derived[:size]) + is_in
        groups = UnionFind(own.stop)
        bounds = pairwise(numbers.start)
        for node, kind, target, bound in zip(
            own, numbers.kinds, numbers.targets, bounds, strict=True
        ):
            joined = [node, target + size if kind == UNDERCUTS else target]
            joined += numbers.premises[slice(*bound)]
            loose = [each for each in joined if not is_settled[each]]
            for each in loose[1:]:
                groups.join(loose[0], each)
        return groups

    def _homes(self) -> list[int]:
        """The node of the class or relation to which each atom belongs."""
        compiled, first = self.grounded.compiled, self._nodes_of_relations().start
        home = [*range(compiled.framework.atoms)]
        for start, atoms in (
            (0, compiled.grants),
            (0, compiled.attacked),
            (first, compiled.steps),
            (first, compiled.cut),
        ):
            for node, atom in enumerate(atoms, start):
                if atom >= 0:
                    home[atom] = node
        return home

"""Several readers of one map: the conclusions on which they differ, and the claims that decide."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, compress, islice, product
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

from argmap.analysis.finding import Finding, counted, row
from argmap.analysis.labels.credences import with_doubts
from argmap.analysis.labels.labelling import Label
from argmap.analysis.status.reasons import turnover
from argmap.errors import UsageError
from argmap.model.relation import Kind
from argmap.reasoning.grounded_in_many import grounded_in
from argmap.reasoning.time_limit import TimeUpError, cut_short

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.analysis.reading_of_map import Reading
    from argmap.analysis.status.reasons import Turnover
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.stance import Stance
    from argmap.reasoning.horn import Atom

_MOST_WORLDS = 200_000
"""The most readings of the map that are tried for one conclusion."""

_MOST_IN_ALL = 5 * _MOST_WORLDS
"""The most readings of the map that are tried for all conclusions together."""

_WORLDS_AT_ONCE = 1 << 15
"""The readings of the map that are tried in one pass."""

_Settlement: TypeAlias = "tuple[tuple[str, ...], tuple[Verdict, ...]]"
"""Claims, and the verdicts on them that all readers take over."""


class Verdict(StrEnum):
    """The judgement of a reader on a claim."""

    REJECT = "reject"
    ACCEPT = "accept"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Decisive:
    """The smallest sets of claims whose verdicts decide whether a conclusion stands.

    If all readers took over the same verdicts on the claims of one such set, whichever verdicts of
    theirs these are, all would agree on the conclusion. The sets have the same size. `is_cut` says
    that the search stopped at its limit, before all sets were tried.
    """

    sets: tuple[tuple[str, ...], ...]
    is_cut: bool


@dataclass(frozen=True, slots=True, repr=False)
class ReadersFinding(Finding):
    """Several readers of a map compared.

    `verdicts` has the verdict of each reader on every claim (smallest id of its class) that some
    reader judges, `findings` the status of the map for each reader. `parted` has the conclusions
    that stand for some readers and not for others, each with the claims that decide it. `reasons`
    and `objections` have for each reader the conclusions that lose or gain some, compared with the
    map as it is.
    """

    readers: tuple[Stance, ...]
    verdicts: Mapping[str, tuple[Verdict, ...]]
    conclusions: tuple[str, ...]
    findings: tuple[StatusFinding, ...]
    parted: Mapping[str, Decisive]
    reasons: tuple[Mapping[str, Turnover], ...]
    objections: tuple[Mapping[str, Turnover], ...]

    def rows(self) -> list[dict[str, Any]]:
        """One row for each pair of a conclusion and a reader."""
        return [
            row(
                conclusion=id_,
                reader=reader.name,
                label=finding.claims[id_].label,
                word=finding.claims[id_].word,
                parted=id_ in self.parted,
            )
            for id_ in self.conclusions
            for reader, finding in zip(self.readers, self.findings, strict=True)
        ]

    def _summary(self) -> str:
        readers, conclusions = len(self.readers), len(self.conclusions)
        of_all = f"{len(self.parted)} of {counted(conclusions, 'conclusion')}"
        return f"{counted(readers, 'reader')}, parted on {of_all}"


def readers(reading: Reading, stances: Sequence[Stance]) -> ReadersFinding:
    """The map as several readers see it, each under grounded semantics.

    The stance and the semantics of the reading itself are left aside. A credence below one half is
    taken as a rejection. Cost: a labelling for each reader, and for each conclusion over which they
    part a search that is exponential in the number of decisive claims, within a limit. When that
    for all of them is reached, or that of time, the conclusions that are left have no sets.

    Raises:
        UsageError: a stance rejects and accepts the same claim, or names an unknown one.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> from argmap.model.stance import Stance
    >>> stances = [Stance("shopkeeper"), Stance("resident", reject=frozenset({"shops"}))]
    >>> readers(Reading(THREE_CLAIMS), stances).parted["close"].sets
    (('shops',),)
    """
    plain = reading.without_stance().with_semantics("grounded")
    each = [_read_by(plain, stance) for stance in stances]
    verdicts = _verdicts(reading.map, [reader.stance for reader in each])
    table = _Settlements(plain, verdicts, len(each))
    parted = {
        id_: table.decisive(id_)
        for id_ in reading.conclusions
        if len({reader.grounded.claims[id_] is Label.IN for reader in each}) > 1
    }
    return ReadersFinding(
        readers=tuple(reader.stance for reader in each),
        verdicts=MappingProxyType(verdicts),
        conclusions=reading.conclusions,
        findings=tuple(reader.status for reader in each),
        parted=MappingProxyType(parted),
        reasons=tuple(_turned(plain, reader, Kind.SUPPORTS) for reader in each),
        objections=tuple(_turned(plain, reader, Kind.ATTACKS) for reader in each),
    )


def _turned(plain: Reading, reader: Reading, kind: Kind) -> Mapping[str, Turnover]:
    """The conclusions that lose or gain relations of a kind for a reader."""
    turned = turnover(plain, reader, kind)
    return MappingProxyType({id_: turned[id_] for id_ in plain.conclusions if id_ in turned})


def _read_by(plain: Reading, stance: Stance) -> Reading:
    """The reading of one reader.

    Raises:
        UsageError: the stance is impossible.
    """
    try:
        return plain.with_stance(with_doubts(plain.map, stance))
    except UsageError as error:
        raise UsageError(f"{stance.name}: {error}") from error


def _verdicts(
    argument_map: ArgumentMap, stances: Sequence[Stance]
) -> dict[str, tuple[Verdict, ...]]:
    def of(stance: Stance, members: tuple[str, ...]) -> Verdict:
        if stance.reject.intersection(members):
            return Verdict.REJECT
        return Verdict.ACCEPT if stance.accept.intersection(members) else Verdict.NONE

    named = {
        argument_map.head_of(id_) for stance in stances for id_ in stance.reject | stance.accept
    }
    return {
        id_: tuple(of(stance, argument_map.class_of(id_)) for stance in stances)
        for id_ in sorted(named)
    }


class _Settlements:
    """The conclusions of all readers if some verdicts were settled, the same for every reader."""

    def __init__(
        self, plain: Reading, verdicts: Mapping[str, tuple[Verdict, ...]], readers: int
    ) -> None:
        self.map = plain.map
        self.compiled = plain.compiled
        self.verdicts = verdicts
        self.readers = readers
        self.worlds_left = _MOST_IN_ALL
        self.disputed = [id_ for id_, by_reader in verdicts.items() if len(set(by_reader)) > 1]
        self._readers_with = {
            id_: {
                verdict: sum(1 << place for place, each in enumerate(by_reader) if each is verdict)
                for verdict in Verdict
            }
            for id_, by_reader in verdicts.items()
        }

    def decisive(self, conclusion: str) -> Decisive:
        """The smallest sets of disputed claims that settle the conclusion, if there is time."""
        if self.worlds_left <= 0:
            return Decisive((), is_cut=True)
        try:
            return self._smallest(conclusion)
        except TimeUpError as error:
            cut_short(error)
            self.worlds_left = 0
            return Decisive((), is_cut=True)

    def _smallest(self, conclusion: str) -> Decisive:
        """The smallest sets of disputed claims that settle the conclusion.

        The set of all disputed claims settles it, as readers who agree on every claim agree. A
        claim from which nothing leads to the conclusion is in no smallest set.
        """
        bearing = _bearing_on(self.map, conclusion)
        disputed = [id_ for id_ in self.disputed if id_ in bearing]
        worlds = 0
        for size in range(1, len(disputed) + 1):
            settling: list[tuple[str, ...]] = []
            combined = combinations(disputed, size)
            while batch := [*islice(combined, max(1, _WORLDS_AT_ONCE // self.readers))]:
                worlds += len(batch) * self.readers
                if worlds > _MOST_WORLDS:
                    return Decisive(tuple(settling), is_cut=True)
                for chosen in self._hopeful(conclusion, batch):
                    verdicts = (sorted(set(self.verdicts[id_])) for id_ in chosen)
                    settlements = [*product(*verdicts)]
                    worlds += len(settlements) * self.readers
                    if worlds > _MOST_WORLDS:
                        return Decisive(tuple(settling), is_cut=True)
                    if self._settles(conclusion, [(chosen, each) for each in settlements]):
                        settling.append(chosen)
            if settling:
                return Decisive(tuple(settling), is_cut=False)
        return Decisive((), is_cut=False)

    def _hopeful(
        self, conclusion: str, sets: Sequence[tuple[str, ...]]
    ) -> Iterator[tuple[str, ...]]:
        """The sets that settle the conclusion if all take over the first reader's verdicts.

        Few sets do, and they are tried in one pass.
        """
        first = [(chosen, tuple(self.verdicts[id_][0] for id_ in chosen)) for chosen in sets]
        return compress(sets, self._agreeing(conclusion, first))

    def _settles(self, conclusion: str, settlements: Sequence[_Settlement]) -> bool:
        """Whether all readers agree on the conclusion under every settlement."""
        return all(self._agreeing(conclusion, settlements))

    def _agreeing(self, conclusion: str, settlements: Sequence[_Settlement]) -> list[bool]:
        """Whether all readers agree on the conclusion, under each settlement.

        Each pair of a settlement and a reader is one world, a bit of the masks: the readers of
        settlement n are the bits from n times the number of readers on.
        """
        self.worlds_left -= self.readers * len(settlements)
        facts: dict[Atom, int] = {}
        barred: dict[Atom, int] = {}
        worlds, all_readers = self.readers * len(settlements), (1 << self.readers) - 1
        for id_ in self.verdicts:
            atom, now = self.compiled.claim[id_], self._readers_with[id_]
            for masks, verdict in ((facts, Verdict.ACCEPT), (barred, Verdict.REJECT)):
                mask = 0
                for place, (chosen, verdicts) in enumerate(settlements):
                    if id_ in chosen:
                        is_so = verdicts[chosen.index(id_)] is verdict
                        mask |= (all_readers if is_so else 0) << (self.readers * place)
                    else:
                        mask |= now[verdict] << (self.readers * place)
                masks[atom] = mask
        stands_in = grounded_in(self.compiled.framework, worlds, facts, barred)
        mask = stands_in[self.compiled.claim[conclusion]]
        return [
            (mask >> (self.readers * number)) & all_readers in (0, all_readers)
            for number in range(len(settlements))
        ]


def _bearing_on(argument_map: ArgumentMap, claim: str) -> set[str]:
    """The claims on which the status of a claim can depend, by the smallest id of their class."""
    bearing: set[str] = set()
    agenda = [argument_map.head_of(claim)]
    while agenda:
        head = agenda.pop()
        if head in bearing:
            continue
        bearing.add(head)
        relations = [*argument_map.relations_to_class(head)]
        while relations:
            relation = relations.pop()
            relations += argument_map.relations_to(relation.id)
            agenda += map(argument_map.head_of, relation.premises)
    return bearing

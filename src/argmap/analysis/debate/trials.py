"""Trials: many small changes of a map, tried in one pass to find the claims at stake in each."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import reduce
from itertools import chain
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

from argmap.analysis.debate.worlds import Worlds
from argmap.analysis.labels.in_words import Word
from argmap.analysis.labels.labelling import Label
from argmap.analysis.status.reasons import Turnover
from argmap.model.relation import Kind
from argmap.reasoning.grounded_in_many import worlds_at_once
from argmap.reasoning.horn import bits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argmap.analysis.reading_of_map import Reading

_WORLDS_AT_ONCE = 2048


class TrialKind(StrEnum):
    """The kind of a change of the map."""

    STRIKE = "strike"  # a relation does not go through, as if an unanswered undercut hit it
    REJECT = "reject"
    ACCEPT = "accept"


class Trial(NamedTuple):
    """A change of the map that concerns one claim or relation."""

    kind: TrialKind
    id: str


class Weight(NamedTuple):
    """The numbers of conclusions and claims that a trial changes; as tuples they sort by rank."""

    conclusions: int
    claims: int
    weakened_conclusions: int
    weakened_claims: int


@dataclass(frozen=True, slots=True)
class Shift:
    """The status of a claim now and after a trial; `is_refuted` says why it would fall."""

    before: Word
    after: Word
    is_refuted: bool


@dataclass(frozen=True, slots=True)
class Stakes:
    """The classes that a trial changes, by smallest id, sorted, without the class of the trial.

    `lost` stand now and would not stand after the trial, `gained` the reverse; `weakened` keep
    standing and lose a support that went through. `main` are the conclusions in `lost` and
    `gained`. `reasons` and `objections` have the classes that lose or gain some, by the own labels
    of the relations, whether or not they stand. `shifts` has the main claims of the outline, and
    those in `reasons` and `objections`, that stand neither now nor after the trial, and have
    another status then.
    """

    lost: tuple[str, ...]
    gained: tuple[str, ...]
    weakened: tuple[str, ...]
    main: tuple[str, ...]
    reasons: Mapping[str, Turnover] = field(default_factory=dict)
    objections: Mapping[str, Turnover] = field(default_factory=dict)
    shifts: Mapping[str, Shift] = field(default_factory=dict)

    @property
    def turned(self) -> tuple[str, ...]:
        """The classes lost and gained."""
        return tuple(sorted((*self.lost, *self.gained)))


class _Turned(NamedTuple):
    """The turnover of reasons and of objections in one trial, by class."""

    reasons: dict[str, Turnover]
    objections: dict[str, Turnover]


class Trials:
    """Trials of a map, against one reading of it, under grounded semantics.

    Each trial of a batch is a world of its own, the map with this one change. One pass over the map
    with integers in place of truth values answers all trials of a batch at once.

    Cost: linear, times the trials divided by the word length of the machine.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> Trials(Reading(THREE_CLAIMS)).stakes([Trial(TrialKind.STRIKE, "against")])[0].gained
    ('close',)
    """

    def __init__(self, reading: Reading) -> None:
        self.labelling = reading.grounded
        self.own_labels = reading.with_semantics("grounded").own_labels
        self.map = reading.map
        self.conclusions = frozenset(reading.conclusions)
        self.main = sorted({self.map.head_of(id_) for id_ in reading.outline.main})
        self.status = reading.with_semantics("grounded").status.claims
        self.classes = self.map.heads
        self.at_once = worlds_at_once(reading.compiled.framework, _WORLDS_AT_ONCE)

    def weights(self, trials: Sequence[Trial]) -> list[Weight]:
        """The weight of each trial."""
        weights: list[Weight] = []
        for first in range(0, len(trials), self.at_once):
            batch = trials[first : first + self.at_once]
            counters = [_Counter() for _ in range(4)]
            for id_, turned, weakened in self._outcomes(batch, self._worlds(batch)):
                counters[1].add(turned)
                counters[3].add(weakened)
                if id_ in self.conclusions:
                    counters[0].add(turned)
                    counters[2].add(weakened)
            columns = [counter.counts(len(batch)) for counter in counters]
            weights += [Weight(*row) for row in zip(*columns, strict=True)]
        return weights

    def stakes(self, trials: Sequence[Trial]) -> list[Stakes]:
        """The stakes of each trial, class by class: for the few trials that are to be shown."""
        stakes: list[Stakes] = []
        for first in range(0, len(trials), self.at_once):
            batch = trials[first : first + self.at_once]
            stakes += self._stakes_of_batch(batch, self._worlds(batch))
        return stakes

    def _stakes_of_batch(self, trials: Sequence[Trial], worlds: Worlds) -> Iterator[Stakes]:
        lists: list[tuple[list[str], list[str], list[str]]] = [([], [], []) for _ in trials]
        for id_, turned, weakened in self._outcomes(trials, worlds):
            stands = self.labelling.claims[id_] is Label.IN
            for mask, place in ((turned, 0 if stands else 1), (weakened, 2)):
                for world in bits(mask):
                    lists[world][place].append(id_)
        turnovers = self._turnovers(trials, worlds)
        shifts = self._shifts(trials, worlds, turnovers)
        for (lost, gained, weakened_ones), turned_ones, shifted in zip(
            lists, turnovers, shifts, strict=True
        ):
            yield Stakes(
                tuple(lost),
                tuple(gained),
                tuple(weakened_ones),
                tuple(id_ for id_ in sorted(lost + gained) if id_ in self.conclusions),
                *turned_ones,
                shifted,
            )

    def _shifts(
        self, trials: Sequence[Trial], worlds: Worlds, turnovers: Sequence[_Turned]
    ) -> list[dict[str, Shift]]:
        """The claims that stand neither before nor after each trial, and still change.

        Of those that are no main claims only what loses or gains a reason or an objection is given.
        """
        turned = [{*each.reasons, *each.objections} for each in turnovers]
        shifts: list[dict[str, Shift]] = [{} for _ in trials]
        judged, before = self._judged_in(trials), self.status
        for id_ in dict.fromkeys([*self.main, *sorted(chain.from_iterable(turned))]):  # main first
            if before[id_].word is Word.STANDS:
                continue
            for world, status in enumerate(worlds.statuses(id_)):
                now = before[id_].word
                if id_ not in self.main and id_ not in turned[world]:
                    continue
                if status.word not in {Word.STANDS, now} and not judged.get(id_, 0) >> world & 1:
                    shifts[world][id_] = Shift(now, status.word, status.is_refuted)
        return shifts

    def _turnovers(self, trials: Sequence[Trial], worlds: Worlds) -> list[_Turned]:
        """The reasons and objections that each class loses and gains in each trial.

        The class that a trial rejects or accepts is left out.
        """
        turned = [_Turned({}, {}) for _ in trials]
        judged = self._judged_in(trials)
        for id_ in self.classes:
            for place, kind in enumerate((Kind.SUPPORTS, Kind.ATTACKS)):
                steps = [relation.id for relation in self.map.relations_to_class(id_, kind)]
                now = {step: worlds.fires_by_itself(step) for step in steps}
                was = {
                    step: worlds.every if self.own_labels[step] is Label.IN else 0 for step in steps
                }
                differs = reduce(or_, (now[step] ^ was[step] for step in steps), 0)
                for world in bits(differs & ~judged.get(id_, 0)):
                    before, after = (
                        {step for step in steps if (masks[step] >> world) & 1}
                        for masks in (was, now)
                    )
                    turned[world][place][id_] = Turnover(
                        tuple(sorted(before - after)), tuple(sorted(after - before)), len(after)
                    )
        return turned

    def _judged_in(self, trials: Sequence[Trial]) -> dict[str, int]:
        """The worlds in which each class is rejected or accepted by the trial itself."""
        judged: dict[str, int] = {}
        for world, trial in enumerate(trials):
            if trial.kind is not TrialKind.STRIKE:
                head = self.map.head_of(trial.id)
                judged[head] = judged.get(head, 0) | 1 << world
        return judged

    def turning(self, trials: Sequence[Trial], claim: str) -> list[Trial]:
        """The trials that change whether the claim stands."""
        return self.turning_each(trials, [claim])[claim]

    def turning_each(
        self, trials: Sequence[Trial], claims: Sequence[str]
    ) -> dict[str, list[Trial]]:
        """For each of these claims, the trials that change whether it stands."""
        firsts = {self.map.head_of(claim) for claim in claims}
        turning: dict[str, list[Trial]] = {head: [] for head in firsts}
        for first in range(0, len(trials), self.at_once):
            batch = trials[first : first + self.at_once]
            for id_, turned, _ in self._outcomes(batch, self._worlds(batch)):
                if id_ in firsts and turned:
                    turning[id_] += [
                        trial for place, trial in enumerate(batch) if (turned >> place) & 1
                    ]
        return {claim: turning[self.map.head_of(claim)] for claim in claims}

    def _outcomes(self, trials: Sequence[Trial], worlds: Worlds) -> Iterator[tuple[str, int, int]]:
        """For every class, the worlds in which it changes, and those in which it is weakened."""
        judged = self._judged_in(trials)
        for id_ in self.classes:
            others = worlds.every & ~judged.get(id_, 0)
            stands = worlds.stands(id_)
            stood = self.labelling.claims[id_] is Label.IN
            turned = (~stands if stood else stands) & others
            lost = 0
            if stood:
                for support in self.map.relations_to_class(id_, Kind.SUPPORTS):
                    if support.id in self.labelling.going_through:
                        lost |= ~worlds.fires(support.id)
            yield id_, turned, lost & others & ~turned

    def _worlds(self, trials: Sequence[Trial]) -> Worlds:
        """The worlds of a batch of trials, in the order of the trials."""
        masks: dict[TrialKind, dict[str, int]] = {kind: {} for kind in TrialKind}
        for world, trial in enumerate(trials):
            of_kind = masks[trial.kind]
            of_kind[trial.id] = of_kind.get(trial.id, 0) | 1 << world
        return Worlds(
            self.labelling,
            len(trials),
            masks[TrialKind.ACCEPT],
            masks[TrialKind.REJECT],
            masks[TrialKind.STRIKE],
        )


class _Counter:
    """For each world, the number of masks that have its bit: all counts are kept at once.

    The counts are stored digit by digit in binary: bit n of `digits[d]` is digit d of the count of
    world n. A mask is added as in written addition, and the carry is the set of worlds in which a
    digit overflows: a few operations on long integers in place of one addition for each world (a
    bit-sliced counter).

    >>> counter = _Counter()
    >>> for mask in (0b01, 0b11, 0b01):
    ...     counter.add(mask)
    >>> counter.counts(2)
    [3, 1]
    """

    def __init__(self) -> None:
        self.digits: list[int] = []

    def add(self, mask: int) -> None:
        """Add one to the count of every world in the mask."""
        carry = mask
        for place, digit in enumerate(self.digits):
            if not carry:
                return
            self.digits[place], carry = digit ^ carry, digit & carry
        if carry:
            self.digits.append(carry)

    def counts(self, size: int) -> list[int]:
        """The counts of the first `size` worlds."""
        counts = [0] * size
        for place, digit in enumerate(self.digits):
            for world, sign in enumerate(reversed(f"{digit:b}")):
                if sign == "1":
                    counts[world] += 1 << place
        return counts

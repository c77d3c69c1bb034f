"""The claims whose status or reasons a stance changes, each with the relations that lead there."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from argmap.analysis.finding import Finding, row
from argmap.analysis.labels.labelling import Label, Labelling
from argmap.analysis.labels.semantics import labels_under
from argmap.model.relation import Force, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.analysis.labels.semantics import Labels
    from argmap.analysis.reading_of_map import Reading
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation
    from argmap.model.stance import Stance


@dataclass(frozen=True, slots=True)
class Loss:
    """The supports that a claim lost by a stance.

    `lost` counts its supports that were `in` and no longer are, `left` those that are `in` now.
    """

    lost: int
    left: int


@dataclass(frozen=True, slots=True, repr=False)
class WhatIfFinding(Finding):
    """The map with a stance compared with the map without it.

    `changed` has every claim whose label differs, with the chain of relations through which the
    stance reaches it (empty for the claims that the stance itself names). `weakened` has the claims
    that keep their label and lose supports. Both list every restated claim and are sorted by id.
    """

    stance: Stance
    before: StatusFinding
    after: StatusFinding
    changed: Mapping[str, tuple[str, ...]]
    weakened: Mapping[str, Loss]

    def rows(self) -> list[dict[str, Any]]:
        """One row for each claim that changes or loses reasons, sorted by id."""
        none = Loss(0, 0)
        return [
            row(
                claim=id_,
                before=self.before.claims[id_].word,
                after=self.after.claims[id_].word,
                chain=self.changed.get(id_, ()),
                lost=self.weakened.get(id_, none).lost,
            )
            for id_ in sorted({*self.changed, *self.weakened})
        ]

    def _summary(self) -> str:
        stance = self.stance
        opinions = [f"reject {', '.join(sorted(stance.reject))}"] if stance.reject else []
        opinions += [f"accept {', '.join(sorted(stance.accept))}"] if stance.accept else []
        changes = f"{len(self.changed)} change, {len(self.weakened)} lose reasons"
        return f"{changes} ({'; '.join(opinions) or 'no stance'})"


def whatif(reading: Reading) -> WhatIfFinding:
    """The changes that the stance of a reading brings about.

    Under a semantics by which the map has no extension on one side (`stable`), no claims are
    compared: `before` or `after` is then empty. Cost: four labellings, and a search over the
    relations that change.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> from argmap.model.stance import Stance
    >>> whatif(Reading(THREE_CLAIMS, Stance(reject=frozenset({"shops"})))).changed
    {'close': ('against',), 'shops': ()}
    """
    argument_map, stance, plain = reading.map, reading.stance, reading.without_stance()
    before, after = plain.labels, reading.labels
    both = [id_ for id_ in before.claims if id_ in after.claims]
    changed = [id_ for id_ in both if before.claims[id_] is not after.claims[id_]]
    chains = _Chains(argument_map, stance, _changing(plain, reading)) if changed else None
    weakened = {
        id_: loss
        for id_ in both
        if before.claims[id_] is after.claims[id_] and (loss := _loss(before, after, id_)).lost
    }
    return WhatIfFinding(
        stance=stance,
        before=plain.status,
        after=reading.status,
        changed={id_: chains.to(id_) for id_ in changed} if chains else {},
        weakened=weakened,
    )


def _loss(before: Labels, after: Labels, claim: str) -> Loss:
    supports = [support.id for support in before.map.relations_to_class(claim, Kind.SUPPORTS)]
    lost = [
        support
        for support in supports
        if before.relations[support] is Label.IN and after.relations[support] is not Label.IN
    ]
    return Loss(len(lost), sum(after.relations[support] is Label.IN for support in supports))


def _changing(before: Reading, after: Reading) -> set[str]:
    """The relations whose label changes, with forces as they are or with every attack `defeat`."""
    argument_map = before.map
    attacks = {
        id_: replace(relation, force=Force.DEFEAT) if relation.kind is Kind.ATTACKS else relation
        for id_, relation in argument_map.relations.items()
    }
    refuting = replace(argument_map, relations=attacks)
    pairs = [
        (before.labels.relations, after.labels.relations),
        (_labels_on(refuting, before).relations, _labels_on(refuting, after).relations),
    ]
    return {id_ for old, new in pairs for id_ in old if id_ in new and old[id_] is not new[id_]}


def _labels_on(refuting: ArgumentMap, reading: Reading) -> Labels:
    """The labels of a reading on the same map with other forces.

    The grounded extension is taken over, as it does not depend on forces.
    """
    grounded = reading.grounded
    labelling = Labelling(
        refuting, reading.stance, Force.DEFEAT, grounded.compiled, grounded.derived
    )
    return labels_under(labelling, reading.semantics)


class _Chains:
    """The shortest chain of changing relations from the stance to every claim, ties by id.

    A breadth-first search that takes relations in the order of their ids reaches each relation
    first by the shortest chain, and of several shortest chains by the one that is first in order.
    `previous` has the relation before each relation in its chain, None at the start.
    """

    def __init__(self, argument_map: ArgumentMap, stance: Stance, changing: set[str]) -> None:
        self.map = argument_map
        self.changing = changing
        self.own = {
            member for id_ in stance.reject | stance.accept for member in argument_map.class_of(id_)
        }
        self.previous: dict[str, str | None] = {}
        self.last: dict[str, str] = {}  # by class: the relation that reaches it first
        self._walk()

    def to(self, claim: str) -> tuple[str, ...]:
        """The chain to a claim; empty for the claims of the stance, and if no chain exists."""
        if claim in self.own:
            return ()
        chain: list[str] = []
        step = self.last.get(self.map.head_of(claim))
        while step is not None:
            chain.append(step)
            step = self.previous[step]
        return tuple(reversed(chain))

    def _walk(self) -> None:
        first = [relation.id for id_ in self.own for relation in self.map.relations_from(id_)]
        queue = deque(self._fresh(first))
        self.previous = dict.fromkeys(queue)
        while queue:
            id_ = queue.popleft()
            target = self.map.relations[id_].target
            if target in self.map.claims:
                target = self.map.head_of(target)
                if target in self.last:
                    continue
                self.last[target] = id_
            for following in self._fresh(relation.id for relation in self._after(target)):
                self.previous[following] = id_
                queue.append(following)

    def _fresh(self, ids: Iterable[str]) -> list[str]:
        return sorted({id_ for id_ in ids if id_ in self.changing and id_ not in self.previous})

    def _after(self, target: str) -> Iterator[Relation]:
        """The relations that can change next, after a relation with this target has changed.

        Of a relation that is undercut, the relation itself; of a claim, the relations that have it
        as a premise, and its supports, which an attack on the claim can block.
        """
        if target in self.map.relations:
            yield self.map.relations[target]
            return
        for member in self.map.class_of(target):
            yield from self.map.relations_from(member)
        yield from self.map.relations_to_class(target, Kind.SUPPORTS)

"""The claims of a map in the order in which a sheet takes them up, as far as there is room."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from argmap.analysis.labels.in_words import Word
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap

MOST = 150
"""The most groups that are tried for one sheet."""

_MOST_DISPUTED = 5

Group = tuple[str, ...]
"""Claims that come together: the premises of one step, or a single claim at the top."""


class Queue:
    """The groups of a map: its tops or one claim first, then what is disputed, then the rest.

    The interactive page prints by the same order.
    """

    def __init__(self, argument_map: ArgumentMap, outline: Outline, finding: StatusFinding) -> None:
        self.map = argument_map
        self.outline = outline
        self.finding = finding

    def of_map(self) -> list[Group]:
        """The groups of an overview: what the map concludes, then what is disputed."""
        tops = list(dict.fromkeys((*self.outline.main, *self.outline.roots)))
        return self._disputed_first(self._below(tops), len(tops))

    def of_claim(self, id_: str) -> list[Group]:
        """The groups below a claim: what bears on it, then what is disputed below."""
        groups = self._below([id_])
        own = {id_, *(child.claim for child in self.outline.children.get(id_, ()))}
        return self._disputed_first(groups, sum(not own.isdisjoint(group) for group in groups))

    def _below(self, tops: Sequence[str]) -> list[Group]:
        """The claims from the top down, each once; those of a level take turns with a step each."""
        seen = set(tops)
        groups: list[Group] = [(id_,) for id_ in tops]
        level: Iterable[str] = tops
        while level and len(groups) < MOST:
            fresh = list(self._turns(level, seen))
            groups += fresh
            level = list(chain.from_iterable(fresh))
        return groups

    def _turns(self, level: Iterable[str], seen: set[str]) -> Iterator[Group]:
        steps = [self._steps(id_) for id_ in level]
        for turn in range(max(map(len, steps), default=0)):
            for own in steps:
                group = (
                    tuple(id_ for id_ in own[turn] if id_ not in seen) if turn < len(own) else ()
                )
                seen.update(group)
                if group:
                    yield group

    def _steps(self, id_: str) -> list[Group]:
        steps: dict[str, list[str]] = {}
        for child in self.outline.children.get(id_, ()):
            steps.setdefault(child.relation, []).append(child.claim)
        return [tuple(claims) for claims in steps.values()]

    def _disputed_first(self, groups: list[Group], most: int) -> list[Group]:
        """The groups with those on the way to what is disputed right after the first ones."""
        group_of = {id_: group for group in groups for id_ in group}
        ordered = dict.fromkeys(groups[:most])
        for id_ in self._disputed():
            for other in (*self._way_to(id_), *self._objections_to(id_)):
                if other in group_of:
                    ordered[group_of[other]] = None
        return list(dict.fromkeys((*ordered, *groups)))

    def _disputed(self) -> list[str]:
        statuses = self.finding.claims
        every = (
            id_
            for id_ in self.outline.numbers
            if statuses[id_].word == Word.CONTESTED or statuses[id_].reason == "refuted"
        )
        return list(every)[:_MOST_DISPUTED]

    def _objections_to(self, id_: str) -> list[str]:
        return [
            premise
            for relation in self.map.relations_to(id_)
            if relation.kind is Kind.ATTACKS and self.finding.relations[relation.id] == "in"
            for premise in relation.premises
        ]

    def _way_to(self, id_: str) -> list[str]:
        """The claims on the shortest way from the top down to a claim, itself included."""
        above: dict[str, str | None] = dict.fromkeys(self.outline.roots)
        waiting = list(above)
        for at in waiting:  # grows while it is read
            for child in self.outline.children.get(at, ()):
                if child.claim not in above:
                    above[child.claim] = at
                    waiting.append(child.claim)
        way, step = [], id_ if id_ in above else None
        while step is not None:
            way.append(step)
            step = above[step]
        return way[::-1]

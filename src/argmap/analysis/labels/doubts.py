"""The grounds on which claims do not stand: attacks that no answer stops, and rejections."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from argmap.analysis.labels.labelling import Label
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.analysis.labels.labelling import Labelling
    from argmap.model.relation import Relation


class Doubts(NamedTuple):
    """The grounds on which a claim does not stand, nearest first.

    `attacks` are attacks, on the claim or below it, that no answer stops. `rejected` are the claims
    below it that the reader rejects. Both are empty if the claim stands, or if nothing carries it.
    """

    attacks: tuple[str, ...]
    rejected: tuple[str, ...]


_NONE = Doubts((), ())


class _Own(NamedTuple):
    """The doubts that a class of restated claims adds, and the classes in which to go on."""

    doubts: Doubts
    below: tuple[str, ...]


class DoubtsOf:
    """The doubts of the claims of one labelling, each worked out at its first use, and once.

    They are found by breadth-first search. Many claims often rest on the same chain: what a claim
    adds is worked out once, and where a claim rests on one other alone, as does each claim in turn
    down to one that further claims rest on, the doubts of that one are worked out once for all of
    them. That changes nothing: breadth-first search has no choice on such a path.

    Cost: linear for each claim asked for that leads to no claim whose doubts are known.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> Reading(THREE_CLAIMS).doubts.of("close").attacks
    ('against',)
    """

    def __init__(self, labelling: Labelling) -> None:
        self._labelling = labelling
        self._map = labelling.map
        self._rejected = {self._map.head_of(id_) for id_ in labelling.stance.reject}
        self._own: dict[str, _Own] = {}
        self._known: dict[str, Doubts] = {}

    def of(self, claim: str) -> Doubts:
        """The doubts of a claim."""
        head = self._map.head_of(claim)
        if head not in self._known:
            path = self._path_from(head)
            end = path.pop()
            if end not in self._known:
                self._known[end] = self._searched(end)
            grounds = [self._own_of(id_).doubts for id_ in path]
            self._known[head] = _together([*grounds, self._known[end]])
        return self._known[head]

    def _path_from(self, head: str) -> list[str]:
        """The classes from this one to the first that is known, shared, or rests on several."""
        path = {head: None}
        while len(below := self._own_of(head).below) == 1 and below[0] not in path:
            [head] = below
            path[head] = None
            if head in self._known or self._is_shared(head):
                break
        return list(path)

    def _is_shared(self, head: str) -> bool:
        """Whether several steps rest on a class."""
        steps = (
            step
            for member in self._map.class_of(head)
            for step in self._map.relations_from(member)
            if step.kind is Kind.SUPPORTS
        )
        return next(steps, None) is not None and next(steps, None) is not None

    def _searched(self, head: str) -> Doubts:
        """The doubts of a class, by breadth-first search."""
        grounds: list[Doubts] = []
        waiting = deque([head])
        reached = {head}
        while waiting:
            own = self._own_of(waiting.popleft())
            grounds.append(own.doubts)
            waiting += [id_ for id_ in own.below if id_ not in reached]
            reached.update(own.below)
        return _together(grounds)

    def _own_of(self, head: str) -> _Own:
        if head not in self._own:
            self._own[head] = self._worked_out(head)
        return self._own[head]

    def _worked_out(self, head: str) -> _Own:
        labels = self._labelling
        if labels.claims[head] is Label.IN:
            return _Own(_NONE, ())
        if head in self._rejected:
            return _Own(Doubts((), (head,)), ())
        relations = self._map.relations_to_class(head)
        carrying = [step for step in relations if step.kind is Kind.SUPPORTS]
        hits = [attack for attack in relations if attack.kind is not Kind.SUPPORTS]
        hits += [undercut for step in carrying for undercut in self._map.relations_to(step.id)]
        is_out = labels.claims[head] is Label.OUT
        attacks = tuple(attack.id for attack in hits if _weighs(labels, attack, is_out=is_out))
        below = (
            self._map.head_of(premise)
            for step in carrying
            for premise in step.premises
            if not is_out or labels.claims[premise] is Label.OUT
        )
        return _Own(Doubts(attacks, ()), tuple(dict.fromkeys(below)))


def _weighs(labels: Labelling, attack: Relation, *, is_out: bool) -> bool:
    """Whether an attack keeps a claim from standing; one that is `out` must be refuted or cut off.

    An attack that merely contests such a claim is not what brought it down.
    """
    if not is_out:
        return labels.relations[attack.id] is not Label.OUT
    is_fatal = attack.kind is Kind.UNDERCUTS or labels.defeats(attack)
    return is_fatal and labels.relations[attack.id] is Label.IN


def _together(grounds: Iterable[Doubts]) -> Doubts:
    """The doubts of several claims, each ground where it first occurs."""
    several = [doubts for doubts in grounds if doubts != _NONE]
    if len(several) <= 1:
        return several[0] if several else _NONE
    return Doubts(
        tuple(dict.fromkeys(id_ for doubts in several for id_ in doubts.attacks)),
        tuple(dict.fromkeys(id_ for doubts in several for id_ in doubts.rejected)),
    )

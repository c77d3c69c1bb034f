"""Distances: the numbers of steps from claims and relations to the nearest main claim."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.analysis.reading_of_map import Reading


class Distances:
    """The distances of a map, by one breadth-first search from its main claims against the steps.

    A relation to a main claim, and an undercut of such a relation, has the distance 0; its premises
    have 1, relations to these have 1, and so on. What leads to no main claim has no distance.

    Cost: linear.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> distances = Distances(Reading(THREE_CLAIMS))
    >>> distances.of(["shops"]), distances.of([], "for")
    (1, 0)
    """

    def __init__(self, reading: Reading) -> None:
        self.map = reading.map
        self.relations: dict[str, int] = {}
        self.claims = dict.fromkeys(map(self.map.head_of, reading.outline.main), 0)
        waiting = deque(self.claims)
        while waiting:
            head = waiting.popleft()
            steps = deque(relation.id for relation in self.map.relations_to_class(head))
            while steps:
                id_ = steps.popleft()
                if id_ in self.relations:
                    continue
                self.relations[id_] = self.claims[head]
                steps += [undercut.id for undercut in self.map.relations_to(id_)]
                for premise in self.map.relations[id_].premises:
                    below = self.map.head_of(premise)
                    if below not in self.claims:
                        self.claims[below] = self.claims[head] + 1
                        waiting.append(below)

    def of(self, claims: Sequence[str], attack: str | None = None) -> int | None:
        """The distance of an attack if one is given, else the least distance of the claims."""
        if attack is not None:
            return self.relations.get(attack)
        heads = [self.map.head_of(claim) for claim in claims]
        return min((self.claims[head] for head in heads if head in self.claims), default=None)

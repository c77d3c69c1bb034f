"""A network of nodes that support and attack each other, as arrays.

A node is a claim or a step. A claim has its base score; the base score of a step is its weight
times the strengths of all its premises. Supporters and attackers then act on that base score.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Nodes = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Links:
    """Directed links between nodes: link i leads from `sources[i]` to `targets[i]`."""

    sources: Nodes
    targets: Nodes

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, int]]) -> Links:
        """The links of these pairs of source and target."""
        ends = np.array(list(pairs), dtype=np.intp).reshape(-1, 2)
        return cls(ends[:, 0].copy(), ends[:, 1].copy())

    def __len__(self) -> int:
        return len(self.sources)

    def chosen(self, which: NDArray[np.bool_]) -> Links:
        """The links for which the mask is true."""
        return Links(self.sources[which], self.targets[which])

    def by_target(self) -> Links:
        """The links in the order of their targets, those of one target as they were."""
        order = np.argsort(self.targets, kind="stable")
        return Links(self.sources[order], self.targets[order])

    def renamed(self, names: Nodes) -> Links:
        """The links after node i was given the number `names[i]`."""
        return Links(names[self.sources], names[self.targets])


@dataclass(frozen=True, slots=True)
class Network:
    """The nodes 0..n-1 of a network and the links between them.

    `base` has the base score of a claim or the weight of a step, each in [0, 1]. `premises` lead
    from the premises of a step to the step: its base score is the product of its weight and of
    their strengths. `supports` and `attacks` lead from a node to the node on which it acts.
    """

    base: Numbers
    premises: Links
    supports: Links
    attacks: Links

    @classmethod
    def of(
        cls,
        base: Sequence[float],
        supports: Iterable[tuple[int, int]] = (),
        attacks: Iterable[tuple[int, int]] = (),
        premises: Iterable[tuple[int, int]] = (),
    ) -> Network:
        """The network of these base scores and links.

        Raises:
            ValueError: a base score is not a number in [0, 1], or a link is to no node.

        >>> network = Network.of([0.5, 0.8], supports=[(1, 0)])
        >>> len(network), len(network.supports)
        (2, 1)
        """
        scores = np.array(base, dtype=np.float64)
        wrong = np.flatnonzero(~((scores >= 0) & (scores <= 1)))
        if wrong.size:
            node = int(wrong[0])
            raise ValueError(f"the base score of node {node} is {scores[node]}, not within [0, 1]")
        network = cls(scores, Links.of(premises), Links.of(supports), Links.of(attacks))
        for links in (network.premises, network.supports, network.attacks):
            for ends in (links.sources, links.targets):
                if ends.size and not (ends.min() >= 0 and ends.max() < scores.size):
                    raise ValueError("a link leads from or to a node that is not there")
        return network

    def __len__(self) -> int:
        return len(self.base)


@dataclass(frozen=True, slots=True)
class Scores:
    """The base scores of nodes in the order of a plan, and which nodes are taken out of it.

    The strength of a node is multiplied by its number in `kept`: 0 takes it out, 1 keeps it, and
    None keeps them all. Both may have a column for each of several variants.
    """

    base: Numbers
    kept: Numbers | None = None

    def chosen(self, variants: Nodes) -> Scores:
        """The scores of some of several variants."""
        kept = None if self.kept is None else self.kept[:, variants]
        return Scores(self.base[:, variants], kept)

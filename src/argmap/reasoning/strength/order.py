"""The order in which the nodes of a network are worked out: level by level, circles as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from argmap.reasoning.components import strong_components
from argmap.reasoning.strength.network import Links

if TYPE_CHECKING:
    from argmap.reasoning.strength.network import Network, Nodes


@dataclass(frozen=True, slots=True)
class Segments:
    """The links to a run of nodes, gathered by their targets.

    `sources` are the ends of the links, those to one node beside each other; `starts` says where
    the links of each node begin, `counts` how many they are, and `targets` which node that is,
    counted from the run's first. Nodes without links are left out.
    """

    sources: Nodes
    starts: Nodes
    counts: Nodes
    targets: Nodes

    @property
    def single(self) -> bool:
        """Whether each of these nodes has exactly one link."""
        return len(self.sources) == len(self.starts)

    @classmethod
    def of(cls, links: Links, first: int) -> Segments:
        """The segments of links that are in the order of their targets."""
        targets = links.targets
        begins = np.flatnonzero(np.diff(targets, prepend=-1))
        counts = np.diff(begins, append=len(targets))
        return cls(links.sources, begins, counts, targets[begins] - first)


@dataclass(frozen=True, slots=True)
class Stage:
    """A run of nodes `start` to `stop` that depend on nodes before them, or on each other.

    If `is_circle`, they form a strongly connected component; otherwise none depends on another.
    """

    start: int
    stop: int
    is_circle: bool
    premises: Segments
    supports: Segments
    attacks: Segments


@dataclass(frozen=True, slots=True)
class Schedule:
    """The stages of a network, in order, over nodes that were given new numbers.

    `place[i]` is the new number of node i of the network, `node[j]` the node with the new number j.
    """

    place: Nodes
    node: Nodes
    stages: tuple[Stage, ...]


def planned(network: Network) -> Schedule:
    """The plan by which the strengths of a network are worked out.

    The nodes of a stage have numbers beside each other, since a pass over memory in its order is
    ten times as fast as one that jumps. Cost: linear times a logarithm.

    >>> from argmap.reasoning.strength.network import Network
    >>> plan = planned(Network.of([1, 1, 1], attacks=[(2, 1), (1, 0)]))
    >>> [plan.node[stage.start : stage.stop].tolist() for stage in plan.stages]
    [[2], [1], [0]]
    """
    if not len(network):
        nothing = np.zeros(0, dtype=np.intp)
        return Schedule(nothing, nothing, ())
    level, circle = _levels(network)
    # Within a level: first the nodes on no circle, then circle by circle, each by its target, so
    # that steps to one target lie together.
    order = np.lexsort((_first_target(network), circle, level))
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    keys = np.stack([level[order], circle[order]])
    begins = np.flatnonzero(np.any(np.diff(keys, prepend=-2), axis=0))
    ends = [*begins[1:].tolist(), len(order)]
    kinds = [
        _bounded(links.renamed(place).by_target(), begins)
        for links in (network.premises, network.supports, network.attacks)
    ]
    stages = tuple(
        Stage(start, stop, bool(circle[order[start]] >= 0), *segments)
        for start, stop, *segments in zip(begins.tolist(), ends, *kinds, strict=True)
    )
    return Schedule(place, order, stages)


def _bounded(links: Links, begins: Nodes) -> list[Segments]:
    """The links to each run of nodes, which begin at these numbers."""
    cuts = [*np.searchsorted(links.targets, begins).tolist(), len(links)]
    return [
        Segments.of(Links(links.sources[here:there], links.targets[here:there]), first)
        for here, there, first in zip(cuts, cuts[1:], begins.tolist(), strict=False)
    ]


def _first_target(network: Network) -> Nodes:
    """For each node a node on which it acts; itself where there is none."""
    target = np.arange(len(network))
    for links in (network.supports, network.attacks):
        target[links.sources] = links.targets
    return target


def _levels(network: Network) -> tuple[Nodes, Nodes]:
    """The level of each node, and the number of its circle, or -1 if it is on none.

    Nodes that wait for no other are taken away, level by level. What is left then lies on circles
    or behind them; there each circle is made one node, and the rest goes on in the same way.
    """
    links = Links(
        *(
            np.concatenate([getattr(kind, end) for kind in _kinds(network)])
            for end in ("sources", "targets")
        )
    )
    level = _peeled(len(network), links)
    waiting = level < 0
    circle = np.full(len(network), -1)
    if waiting.any():
        member = _circles(waiting, links)
        level = _peeled(len(network), links.renamed(member))[member]
        shared = np.bincount(member, minlength=len(network))[member] > 1
        circle[shared] = member[shared]
    on_itself = links.sources[links.sources == links.targets]
    circle[on_itself] = np.where(circle[on_itself] < 0, on_itself, circle[on_itself])
    return level, circle


def _kinds(network: Network) -> tuple[Links, Links, Links]:
    return network.premises, network.supports, network.attacks


def _circles(waiting: np.typing.NDArray[np.bool_], links: Links) -> Nodes:
    """For each node the smallest node of its strongly connected component."""
    member = np.arange(len(waiting))
    kept = np.flatnonzero(waiting)
    number = np.cumsum(waiting) - 1
    inner = links.chosen(waiting[links.sources] & waiting[links.targets]).renamed(number)
    successors: list[list[int]] = [[] for _ in kept]
    for source, target in zip(inner.sources.tolist(), inner.targets.tolist(), strict=True):
        successors[source].append(target)
    for component in strong_components(successors):
        nodes = kept[component]
        member[nodes] = nodes.min()
    return member


def _peeled(size: int, links: Links) -> Nodes:
    """The level of each node: one more than the highest on which it depends; -1 on circles.

    A link from a node to itself is left out.
    """
    links = links.chosen(links.sources != links.targets)
    order = np.argsort(links.sources, kind="stable")
    targets = links.targets[order]
    starts = np.searchsorted(links.sources[order], np.arange(size + 1))
    missing = np.bincount(links.targets, minlength=size)
    level = np.full(size, -1)
    ready, depth = np.flatnonzero(missing == 0), 0
    while ready.size:
        level[ready] = depth
        depth += 1
        counts = starts[ready + 1] - starts[ready]
        total = int(counts.sum())
        inner = np.arange(total) - np.repeat(np.cumsum(counts) - counts, counts)
        reached = targets[np.repeat(starts[ready], counts) + inner]
        nodes, times = np.unique(reached, return_counts=True)
        missing[nodes] -= times
        ready = nodes[missing[nodes] == 0]
    return level

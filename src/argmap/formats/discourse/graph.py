"""A discourse graph as its files have it: nodes and links, by the ids of the files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argmap.diagnostics import Location


@dataclass(frozen=True, slots=True)
class Note:
    """A note of a discourse graph.

    `type` is the name of its type, such as "Evidence"; `title` has no mark of the type any more.
    `cites` are the works that its title names, `names` the names by which links may call it.
    """

    id: str
    type: str
    title: str
    at: Location
    cites: tuple[str, ...] = ()
    properties: dict[str, Any] = field(default_factory=dict)
    body: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A typed link between two nodes, or from a node to a link.

    Links with the same `step` are one step with several premises. `properties` are what else the
    file says of it.
    """

    id: str
    label: str
    source: str
    target: str
    at: Location
    step: str = ""
    properties: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Graph:
    """The nodes and links of a discourse graph; `beside` is what argmap has put beside them."""

    nodes: dict[str, Note] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    beside: object = None

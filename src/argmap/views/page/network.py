"""The map as a network of pyvis, and the script that draws it; only this folder imports pyvis."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from importlib.resources import files
from types import ModuleType
from typing import TYPE_CHECKING, Any

from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model.argument_map import ArgumentMap
    from argmap.views.picture.scene import Scene

_VIS = ("templates", "lib", "vis-9.1.2", "vis-network.min.js")
_NOTEBOOK = ("IPython", "IPython.display")


def network_of(scene: Scene, argument_map: ArgumentMap) -> Any:  # noqa: ANN401  # pyvis has no types
    """The map in pyvis: cards are nodes, and edges lead from premises to the end of a relation.

    Relations that have no line in the scene have no edge either.
    """
    with _without_notebook():
        from pyvis.network import Network  # noqa: PLC0415  # slow to import, and only pages need it

    network = Network(directed=True, cdn_resources="in_line")
    network.options = {}
    for card in scene.cards:
        x, y = card.rect.middle
        network.add_node(card.claim, label=card.number, shape="custom", x=x, y=y)
    ends = _ends(argument_map)
    undrawn = {relation.id for relation in scene.undrawn}
    for relation in argument_map.relations.values():
        end = ends[relation.id] if relation.id not in undrawn else None
        for premise in relation.premises if end is not None else ():
            network.add_edge(premise, end, hidden=True)
    return network


@contextmanager
def _without_notebook() -> Iterator[None]:
    """Leave out IPython, of which pyvis imports a class for pages that are shown in a notebook.

    To load it would take a thirtieth of the time of a build. In a notebook it is there already.
    """
    stand_ins = {name: ModuleType(name) for name in _NOTEBOOK if name not in sys.modules}
    if len(stand_ins) == len(_NOTEBOOK):
        stand_ins["IPython.display"].__dict__["IFrame"] = _true_frame
    else:
        stand_ins = {}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            del sys.modules[name]


def _true_frame(*arguments: Any, **more: Any) -> Any:  # noqa: ANN401  # as of IPython's class
    """The frame of IPython itself, for a program that shows pages of pyvis later on."""
    from IPython.display import IFrame  # noqa: PLC0415  # see `_without_notebook`

    return IFrame(*arguments, **more)


def _ends(argument_map: ArgumentMap) -> dict[str, str | None]:
    """The claim to which each relation leads; None for undercuts that only undercut each other.

    An undercut ends on a line, which is no node of the graph; so its edge goes on to the claim.
    """
    ends: dict[str, str | None] = dict.fromkeys(argument_map.relations)
    agenda = [step for step in argument_map.relations.values() if step.kind is not Kind.UNDERCUTS]
    for relation in agenda:  # the list grows during the loop
        ends[relation.id] = ends.get(relation.target, relation.target)
        agenda += argument_map.relations_to(relation.id)
    return ends


def vis_network() -> str:
    """The script of vis-network, with Unix line ends and without the link to its source."""
    text = files("pyvis").joinpath(*_VIS).read_text(encoding="utf-8")
    lines = text.replace("\r\n", "\n").splitlines(keepends=True)
    return "".join(line for line in lines if "sourceMappingURL" not in line[:40])

"""AIF as AIFdb has it: a nodeset for each file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.aif.nodeset import is_nodeset
from argmap.formats.aif.reading import read
from argmap.formats.aif.writing import nodeset_tree, text_of
from argmap.formats.carried import lost_beside_nodes
from argmap.formats.exchange import Exported

if TYPE_CHECKING:
    from argmap.formats.exchange import Wishes
    from argmap.formats.foreign_file import ForeignFile
    from argmap.model.argument_map import ArgumentMap

__all__ = ["fits", "read", "write"]


def fits(file: ForeignFile) -> bool:
    """Whether the JSON is a nodeset: nodes with `nodeID`, edges with `fromID`."""
    return is_nodeset(file.json)


def write(argument_map: ArgumentMap, wishes: Wishes) -> Exported:
    """The map as a nodeset; what AIF has no place for stands beside it. Cost: linear."""
    del wishes
    tree, aside = nodeset_tree(argument_map)
    return Exported(
        text_of(tree | ({"argmap": aside} if aside else {})), lost_beside_nodes(argument_map).all
    )

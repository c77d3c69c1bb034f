"""Texts read as files of a format, in a few words, for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.exchange import Wishes
from argmap.formats.foreign_file import ForeignFile
from argmap.formats.recognition import recognised
from argmap.formats.table import FORMATS

if TYPE_CHECKING:
    from argmap.formats.exchange import Imported
    from argmap.model.argument_map import ArgumentMap


def imported(
    format_: str, content: str | bytes, name: str = "map.x", wishes: Wishes | None = None
) -> Imported:
    """The map that the reader of a format makes of a content."""
    encoded = content.encode() if isinstance(content, str) else content
    return FORMATS[format_].reads().read((ForeignFile(name, encoded),), wishes or Wishes())


def formats_of(name: str, content: str | bytes) -> list[str]:
    """The names of the formats that a file is told to have."""
    encoded = content.encode() if isinstance(content, str) else content
    return [each.name for each in recognised(ForeignFile(name, encoded)).fitting]


def drawn(argument_map: ArgumentMap) -> list[str]:
    """The relations of a map as short lines: `a & b + c`; claims are named by their ids."""
    signs = {"supports": "+", "attacks": "-", "undercuts": "/"}
    return sorted(
        f"{' & '.join(relation.premises)} {signs[relation.kind]} {relation.target}"
        for relation in argument_map.relations.values()
    )


def lost(result: Imported) -> dict[str, int]:
    """The losses of an import: what, and how often."""
    return {loss.what: loss.count for loss in result.lost}

"""LTAC: an outline of a safety case, an element on each line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.formats.exchange import Exported, Imported, Wishes
    from argmap.formats.foreign_file import ForeignFile
    from argmap.model.argument_map import ArgumentMap

_FIRST = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*- (?:Claim|Strategy|Justification)\b[^\n:]*:")


def fits(file: ForeignFile) -> bool:
    """Whether the first line that is no comment is a claim, strategy or justification."""
    return _FIRST.match(file.text) is not None


def read(files: tuple[ForeignFile, ...], wishes: Wishes) -> Imported:
    """The map in an outline. Cost: linear."""
    from argmap.formats.gsn.ltac_reading import read_outline  # noqa: PLC0415  # heavy to import

    [file] = files
    return read_outline(file, keep_going=wishes.keep_going)


def write(argument_map: ArgumentMap, wishes: Wishes) -> Exported:
    """The map as an outline. Cost: linear."""
    from argmap.formats.gsn.ltac_writing import written  # noqa: PLC0415  # heavy to import

    del wishes
    return written(argument_map)

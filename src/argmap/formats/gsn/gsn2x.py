"""gsn2x: safety cases as YAML, an element at each key at the top."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.formats.exchange import Exported, Imported, Wishes
    from argmap.formats.foreign_file import ForeignFile
    from argmap.model.argument_map import ArgumentMap

_KEY = re.compile(
    r"^(?!\s|#|- )(?:\"([^\"\n]+)\"|'([^'\n]+)'|([^:\n]+?))[ \t]*:(?=\s|$)", re.MULTILINE
)
_ELEMENT = re.compile(r"(?:C?G|C?Sn|[SCAJ])[^a-z]?|module$")
_WORD_OF_GSN = re.compile(
    r"(?:^|[{,])[ \t]*[\"']?"
    r"(?:supportedBy|inContextOf|challenges|undeveloped|nodeType|defeatedRelation)[\"']?[ \t]*:",
    re.MULTILINE,
)
_NUMBERED = re.compile(r"(?:C?G|C?Sn|[SCAJ])[-_. ]?\d\S*|module")
_INDEX = re.compile(
    r"^(?:module[ \t]*:)?[ \t{,]*(?:[^\n]*, *)?(?:uses|extends)[ \t]*:", re.MULTILINE
)
# Words of claim files: who writes one of them means a claim file, even if it has faults.
_WORD_OF_OURS = re.compile(
    r"(?:^|[{,])[ \t-]*[\"']?(?:supported_by|attacked_by|undercut_by|premises|claims|relations|"
    r"restates|contradicts|argmap)[\"']?[ \t]*:",
    re.MULTILINE,
)


def fits(file: ForeignFile) -> bool:
    """Whether each key at the top is an element, and one of gsn2x's own words stands below.

    A claim file that lost its first line has keys at the top too, but never such words.
    """
    if file.suffix == ".json" or _WORD_OF_OURS.search(file.text):
        return False
    keys = [first or second or plain for first, second, plain in _KEY.findall(file.text)]
    if not keys:
        return False
    if keys == ["module"]:
        return _INDEX.search(file.text) is not None
    if all(_NUMBERED.fullmatch(key) for key in keys):
        return True
    if not _WORD_OF_GSN.search(file.text):
        return False
    return "nodeType" in file.text or all(_ELEMENT.match(key) for key in keys)


def read(files: tuple[ForeignFile, ...], wishes: Wishes) -> Imported:
    """The map in the modules of a safety case. Cost: linear."""
    from argmap.formats.gsn.gsn2x_reading import read_modules  # noqa: PLC0415  # heavy to import

    del wishes
    return read_modules(files)


def write(argument_map: ArgumentMap, wishes: Wishes) -> Exported:
    """The map as one module. Cost: linear."""
    from argmap.formats.gsn.gsn2x_writing import written  # noqa: PLC0415  # heavy to import

    del wishes
    return written(argument_map)

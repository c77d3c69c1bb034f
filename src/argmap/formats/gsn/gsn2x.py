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
_ELEMENT = re.compile(r"C?G|C?Sn|[SCAJ]")
_WORD_OF_GSN = re.compile(
    r"(?:^|[{,])[ \t]*[\"']?"
    r"(?:supportedBy|inContextOf|challenges|undeveloped|nodeType|defeatedRelation)[\"']?[ \t]*:",
    re.MULTILINE,
)
_NUMBERED = re.compile(r"(?:C?G|C?Sn|[SCAJ])[-_. ]?\d\S*")
_TEXT = re.compile(r"(?:^[ \t]+|[{,][ \t]*)[\"']?text[\"']?[ \t]*:", re.MULTILINE)
_SCALAR = re.compile(r"[ \t]*[^\s{#&!]")
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
    """Whether most keys at the top are elements, and words of gsn2x's own stand below them.

    A claim file that lost its first line has keys at the top too, which can look like the ids of
    elements, but never such words; `text` alone counts where every key is an element.
    """
    text = file.text
    if file.suffix == ".json" or _WORD_OF_OURS.search(text):
        return False
    keys = _keys(text)
    is_mapping = {key: value for key, value in keys.items() if key != "module"}
    if not is_mapping:
        return "module" in keys and _INDEX.search(text) is not None
    if _WORD_OF_GSN.search(text) or file.name.lower().endswith(".gsn.yaml"):
        elements = [key for key, value in is_mapping.items() if value and _ELEMENT.match(key)]
        return "nodeType" in text or len(elements) * 2 >= len(is_mapping)
    is_numbered = all(_NUMBERED.fullmatch(key) for key in is_mapping)
    return is_numbered and all(is_mapping.values()) and _TEXT.search(text) is not None


def _keys(text: str) -> dict[str, bool]:
    """The keys at the top, and whether each has a mapping, as it seems from the first line."""
    return {
        match[1] or match[2] or match[3]: _SCALAR.match(text, match.end()) is None
        for match in _KEY.finditer(text)
    }


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

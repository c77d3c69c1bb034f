"""The formats by the endings of file names."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType

from argmap.formats.abstract import FormatError

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from argmap.formats.abstract import Abstract

# The module of each format, whose `read` reads it; loaded when it is needed, since a solver is
# started for one file.
FORMATS = MappingProxyType(
    {
        ".af": "argmap.formats.iccma",
        ".aba": "argmap.formats.iccma",
        ".apx": "argmap.formats.apx",
        ".tgf": "argmap.formats.tgf",
    }
)


def read_abstract(text: str, suffix: str) -> Abstract:
    """The framework in a text; without a known suffix the text itself shows its format.

    Raises:
        FormatError: the text is not what its format says.
    """
    if not text.strip():
        raise FormatError(1, "the file is empty")
    known = suffix if suffix in FORMATS else _guess(text.lstrip())
    found: Abstract = import_module(FORMATS[known]).read(text)
    return found


def _guess(begin: str) -> str:
    if begin.startswith(("arg(", "att(", "%")):
        return ".apx"
    is_numbered = begin.startswith(("p ", "#")) and "\np " in f"\n{begin}"
    return ".af" if is_numbered else ".tgf"

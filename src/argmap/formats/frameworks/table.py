"""The abstract formats by file suffix, and the choice among them."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType

from argmap.formats.frameworks.abstract import FormatError

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from argmap.formats.frameworks.abstract import Abstract

# The module of each format, which has a function `read`. Only the module of the format at hand is
# imported, as every import lengthens the start of `solve`.
READERS = MappingProxyType(
    {
        ".af": "argmap.formats.frameworks.iccma",
        ".aba": "argmap.formats.frameworks.iccma",
        ".apx": "argmap.formats.frameworks.apx",
        ".tgf": "argmap.formats.frameworks.tgf",
    }
)


def read_abstract(text: str, suffix: str) -> Abstract:
    """The framework in a text; for an unknown suffix the format is guessed from the text.

    Raises:
        FormatError: the text violates its format.

    >>> read_abstract("arg(a). arg(b). att(a,b).", ".txt").names
    ('a', 'b')
    """
    if not text.strip():
        raise FormatError(1, "the file is empty")
    abstract: Abstract = import_module(READERS[form_of(text, suffix)]).read(text)
    return abstract


def form_of(text: str, suffix: str) -> str:
    """The suffix of the format in which a text is read: the one given, if it is that of a format.

    >>> form_of("arg(a).", ".txt")
    '.apx'
    """
    return suffix if suffix in READERS else _guess(text.lstrip())


def _guess(begin: str) -> str:
    """The suffix of the format that a text seems to be in, from its beginning."""
    if begin.startswith(("arg(", "att(", "%")):
        return ".apx"
    is_numbered = begin.startswith(("p ", "#")) and "\np " in f"\n{begin}"
    return ".af" if is_numbered else ".tgf"

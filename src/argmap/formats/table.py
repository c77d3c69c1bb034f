"""The formats by the endings of file names."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.formats.apx import read_apx
from argmap.formats.iccma import read_iccma
from argmap.formats.tgf import read_tgf

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.formats.abstract import Abstract

FORMATS: MappingProxyType[str, Callable[[str], Abstract]] = MappingProxyType(
    {".af": read_iccma, ".aba": read_iccma, ".apx": read_apx, ".tgf": read_tgf}
)


def read_abstract(text: str, suffix: str) -> Abstract:
    """The framework in a text; without a known suffix the text itself shows its format.

    Raises:
        FormatError: the text is not what its format says.
    """
    read = FORMATS.get(suffix)
    if read is None:
        begin = text.lstrip()
        is_fact = begin.startswith(("arg(", "att(", "%"))
        is_numbered = begin.startswith(("p ", "#")) and "\np " in f"\n{begin}"
        read = read_apx if is_fact else read_iccma if is_numbered else read_tgf
    return read(text)

"""Texts of BibTeX: values joined of pieces, braces, and LaTeX for letters and signs."""

from __future__ import annotations

import logging
import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_PERCENT = re.compile(r"(?<!\\)%")
_JOINT = "#"
_MUTE = logging.NullHandler()


def parts_of(text: str, sign: str) -> list[str]:
    """The parts of a text between these signs, where they stand outside braces.

    Between pieces of a value, which `#` joins, quotation marks enclose a text as well; in a name
    they belong to an accent.

    >>> parts_of('"A # b" # {c # d} # oup', "#")
    ['"A # b"', '{c # d}', 'oup']
    """
    parts, start, depth, is_quoted = [], 0, 0, False
    for at, char in enumerate(text):
        if char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
        elif char == '"' and depth == 0 and sign == _JOINT:
            is_quoted = not is_quoted
        elif char == sign and depth <= 0 and not is_quoted:
            parts.append(text[start:at].strip())
            start = at + 1
    return [*parts, text[start:].strip()]


def is_braced(text: str) -> bool:
    """Whether one pair of braces encloses the whole text.

    >>> is_braced("{World Bank}"), is_braced("{World} {Bank}"), is_braced("World Bank")
    (True, False, False)
    """
    if not (text.startswith("{") and text.endswith("}")):
        return False
    depth = 0
    for at, char in enumerate(text):
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return at == len(text) - 1
    return False


def letters(text: str) -> str:
    r"""The text with LaTeX turned into letters and signs, and without its braces.

    A `%` that stands bare is meant as a sign here, and not as the beginning of a comment. LaTeX
    that cannot be read only loses its braces.

    >>> letters(r"M{\"u}ller and {NATO}: 50% \& more")
    'Müller and NATO: 50% & more'
    """
    if "\\" in text or "{" in text or "$" in text or "~" in text or "--" in text or "''" in text:
        try:
            text = _decoder()(_PERCENT.sub(r"\\%", text))
        except Exception:  # noqa: BLE001  # pylatexenc raises whatever it meets in broken LaTeX
            text = text.replace("{", "").replace("}", "")
    return " ".join(text.split())


@cache
def _decoder() -> Callable[[str], str]:
    from pylatexenc.latex2text import LatexNodes2Text  # noqa: PLC0415  # an extra

    logger = logging.getLogger("pylatexenc")
    logger.addHandler(_MUTE)
    logger.propagate = False
    decode: Callable[[str], str] = LatexNodes2Text().latex_to_text
    return decode

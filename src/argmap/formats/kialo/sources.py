"""The numbered sources at the end of the longer layout of a Kialo export."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.formats.kialo.texts import CitedPage

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEADINGS = frozenset({"Sources:", "Quellen:", "Fuentes:", "Fontes:"})
_OPENING = re.compile(r"\[(\d{1,6})\][ \t]+(\S+)[ \t]*$")
_CLOSING = ('"', "\u201d", "\u201c")
_QUOTES = '"\u201c\u201d'


def start_of_sources(lines: Sequence[str]) -> int:
    """The index of the line that heads the sources; the number of lines if there are none."""
    for index in range(len(lines) - 1, -1, -1):
        if lines[index].strip() in _HEADINGS:
            below = (line for line in lines[index + 1 :] if line.strip())
            if _OPENING.match(next(below, "")):
                return index
    return len(lines)


def numbered_sources(lines: Sequence[str]) -> tuple[dict[str, CitedPage], list[str]]:
    """The sources by number, each with what is quoted from it; and the lines that are no source."""
    sources: dict[str, CitedPage] = {}
    others: list[str] = []
    number, url, body = "", "", list[str]()

    def close() -> None:
        if number:
            quote, rest = _quoted(body)
            sources.setdefault(number, CitedPage(url, "", quote))
            others.extend(rest)

    for line in lines:
        match = _OPENING.match(line)
        if match and int(match[1]) == len(sources) + bool(number) + 1:
            close()
            number, url, body = match[1], match[2], []
        elif number:
            body.append(line)
        elif line.strip():
            others.append(line)
    close()
    return sources, others


def _quoted(body: Sequence[str]) -> tuple[str, list[str]]:
    """The quotation that opens these lines, without its marks, and the lines after it."""
    lines = [" ".join(line.split()) for line in body]
    lines = lines[next((i for i, line in enumerate(lines) if line), len(lines)) :]
    if not lines or lines[0][0] not in _QUOTES:
        return "", [line for line in lines if line]
    ends = [index for index, line in enumerate(lines) if line.endswith(_CLOSING)]
    end = ends[-1] + 1 if ends else len(lines)
    quote = " ".join(line for line in lines[:end] if line)
    bare = quote[1:-1] if quote.endswith(_CLOSING) and len(quote) > 1 else quote[1:]
    return bare.strip(), [line for line in lines[end:] if line]

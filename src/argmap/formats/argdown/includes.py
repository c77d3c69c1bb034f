"""The text of a document with the files that it includes, and the place of each part of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic

if TYPE_CHECKING:
    from argmap.diagnostics import Location
    from argmap.formats.foreign_file import ForeignFile

_INCLUDE = re.compile(r"@include\(([^)\n]+)\)")
_DEEPEST = 50  # files that include each other


@dataclass(slots=True)
class IncludingText:
    """A document as one text; `at` tells the file, line and column of a character of it.

    `problems` has a diagnostic for each file that could not be included.
    """

    text: str = ""
    problems: list[Diagnostic] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _parts: list[tuple[ForeignFile, int]] = field(default_factory=list)
    _lines: dict[str, list[int]] = field(default_factory=dict)

    def at(self, offset: int) -> Location:
        """The place of the character at this offset of the text."""
        index = max(0, bisect_right(self._starts, offset) - 1)
        file, begin = self._parts[index]
        return self._place(file, begin + offset - self._starts[index])

    def _place(self, file: ForeignFile, offset: int) -> Location:
        lines = self._lines.get(file.name)
        if lines is None:
            breaks = (match.end() for match in re.finditer("\n", file.text))
            lines = self._lines[file.name] = [0, *breaks]
        line = bisect_right(lines, offset)
        return file.at(line, offset - lines[line - 1] + 1)


def with_includes(file: ForeignFile) -> IncludingText:
    """The text of a file, with each `@include(path)` replaced by the file at that path.

    A file is included once, and only from the folder of the file that names it or from below.
    Cost: linear in the text of all files.
    """
    whole = IncludingText()
    seen = {file.name}
    pieces: list[str] = []
    size = 0
    waiting = [(file, 0, len(file.text), 0)]  # the rest of each file, the next one last
    while waiting:
        current, begin, end, depth = waiting.pop()
        match = _INCLUDE.search(current.text, begin, end)
        until = match.start() if match is not None else end
        whole._starts.append(size)  # noqa: SLF001  # this function builds the value
        whole._parts.append((current, begin))  # noqa: SLF001  # likewise
        pieces.append(current.text[begin:until])
        size += until - begin
        if match is None:
            continue
        waiting.append((current, match.end(), end, depth))
        included = current.neighbour(match[1].strip())
        place = whole._place(current, until)  # noqa: SLF001  # likewise
        if included is None or depth > _DEEPEST:
            message = f"there is no file {match[1].strip()} in the folder of this one"
            hint = "correct the path; files outside the folder are not read"
            whole.problems.append(Diagnostic(place, "AM702", message, hint))
        elif included.name not in seen:
            seen.add(included.name)
            waiting.append((included, 0, len(included.text), depth + 1))
    whole.text = "".join(pieces)
    return whole

"""Claim files as they were read last, for programs that read a map again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.reading.placing import Trees, placed

if TYPE_CHECKING:
    from argmap.reading.discovery import ClaimFile
    from argmap.reading.placing import ReadFile


class Kept:
    """The claim files of a map as they were read last.

    A file whose text is the same is not read again, so that a change of one file among many costs
    little. It is for programs that read a map again and again, such as a server.
    """

    def __init__(self) -> None:
        self._files: dict[str, tuple[str, ReadFile]] = {}

    def read(self, file: ClaimFile) -> ReadFile:
        """The file as it is read."""
        before = self._files.get(file.name)
        if before is None or before[0] != file.text:
            before = self._files[file.name] = (file.text, placed(file))
        return before[1]


class ReadOnce:
    """The claim files of a map that is read once, whose trees need not stay.

    Of a large map they take several times as much memory as all claims and relations.
    """

    def __init__(self) -> None:
        self._trees = Trees()

    def read(self, file: ClaimFile) -> ReadFile:
        """The file as it is read."""
        return placed(file, self._trees)

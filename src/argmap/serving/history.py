"""The edits of a session, kept so that they can be undone and done again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.editing.formatting import Rewritten

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


_AROUND = 60
"""The signs around a change by which it is known again in a file that was changed elsewhere."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """The change of one file: the piece that differs, and marks of the whole texts.

    A session of thousands of edits keeps no more than what each of them wrote.
    """

    name: str
    start: int
    before: str
    after: str
    was_there: bool
    is_there: bool
    mark_before: bytes
    mark_after: bytes
    left: str
    right: str

    @classmethod
    def of(cls, file: Rewritten) -> FileChange:
        """The change that was written."""
        start = _common(file.before, file.after)
        end = _common(file.before[start:][::-1], file.after[start:][::-1])
        return cls(
            file.name,
            start,
            file.before[start : len(file.before) - end],
            file.after[start : len(file.after) - end],
            file.was_there,
            file.is_there,
            _mark(file.before),
            _mark(file.after),
            file.after[max(0, start - _AROUND) : start],
            file.after[len(file.after) - end :][:_AROUND],
        )

    def undone(self, texts: Mapping[str, str]) -> Rewritten | None:
        """The way back; None if what the change wrote is no longer there as it left it."""
        now = texts.get(self.name, "")
        start = self._start_in(now)
        if (self.name in texts) is not self.is_there or start is None:
            return None
        before = now[:start] + self.before + now[start + len(self.after) :]
        return Rewritten(self.name, now, before, self.is_there, self.was_there)

    def _start_in(self, now: str) -> int | None:
        """The start of what the change wrote: where it was, or where all around it went."""
        if _mark(now) == self.mark_after:
            return self.start
        around = self.left + self.after + self.right
        is_sure = self.was_there and self.is_there and len(around) >= _AROUND
        if not is_sure or now.count(around) != 1:
            return None
        return now.index(around) + len(self.left)

    def redone(self, texts: Mapping[str, str]) -> Rewritten | None:
        """The same change once more; None if the file is no longer as it was before."""
        back = FileChange(
            self.name,
            self.start,
            self.after,
            self.before,
            self.is_there,
            self.was_there,
            self.mark_after,
            self.mark_before,
            self.left,
            self.right,
        )
        return back.undone(texts)


@dataclass(frozen=True, slots=True)
class PastEdit:
    """An edit that was done: its words, and what it changed in each file."""

    words: str
    changes: tuple[FileChange, ...]

    @classmethod
    def of(cls, words: str, files: Iterable[Rewritten]) -> PastEdit:
        """The edit that wrote these files."""
        return cls(words, tuple(map(FileChange.of, files)))

    def back(self, texts: Mapping[str, str]) -> tuple[Rewritten, ...] | None:
        """The files on the way back; None if one of them was changed since."""
        return _all(change.undone(texts) for change in self.changes)

    def again(self, texts: Mapping[str, str]) -> tuple[Rewritten, ...] | None:
        """The files once more; None if one of them was changed since."""
        return _all(change.redone(texts) for change in self.changes)


def _all(files: Iterable[Rewritten | None]) -> tuple[Rewritten, ...] | None:
    every = tuple(files)
    sound = tuple(file for file in every if file is not None)
    return sound if len(sound) == len(every) else None


def _common(first: str, second: str) -> int:
    """The length of the beginning that two texts share.

    >>> _common("abcd", "abx"), _common("", "a"), _common("ab", "ab")
    (2, 0, 2)
    """
    low, high = 0, min(len(first), len(second))
    while low < high:
        middle = (low + high + 1) // 2
        if first[low:middle] == second[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _mark(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()

"""The places of a corpus as a build goes through them: those to be read, and those kept."""

from __future__ import annotations

import gc
from collections import deque
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from argmap.corpus.candidates import candidates_in, is_linked, order_of, stamps
from argmap.corpus.manifest import NAME, Head, PlaceEntry, entries_in, has_damaged_head
from argmap.corpus.parts import SUFFIX, entries_of_parts, is_cut
from argmap.corpus.remote import RemoteFolder, is_address, is_told
from argmap.corpus.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.corpus.candidates import Candidate
    from argmap.corpus.tasks import Batch

BATCH = 500
"""The most places of a batch."""
BATCH_SIZE = 2_000_000
"""The size of files, in bytes, at which a batch is full."""
TORN = ".entries"
"""The file with the entries of a build at work; where it is left, a build was ended."""
_FEW = 100  # places that are read sooner than a second process is there


class Way(NamedTuple):
    """The way in which maps are read: the number of processes, or the address of a scheduler."""

    workers: int = 1
    scheduler: str | None = None


class Listing:
    """The places of a corpus as a build goes through them, and what it took over of the last one.

    `left_behind` has what a build that was ended has read and not committed; `read`, `kept` and
    `gone` count maps; `passed_over` has the names of the files of no known format, `linked` the
    links to folders; `damaged` has the files of the last build that cannot be read, or not whole:
    what they lack is read again.
    """

    def __init__(self, root: str, parts: Path, old: Head | None) -> None:
        self.root, self.parts = root, parts
        self._remote = RemoteFolder(root) if is_address(root) else None
        self.is_current = old is not None and old.is_current
        self.left_behind: dict[str, PlaceEntry] = {}
        self.damaged = {parts / NAME} if old is None and has_damaged_head(parts) else set()
        if (parts / TORN).exists() or old is None:
            before = entries_of_parts(parts, self.damaged)
            self.left_behind = {each.place: each for each in before}
        self.read = self.kept = self.gone = 0
        self.passed_over: list[str] = []
        self.linked: list[str] = []
        self.is_changed = not self.is_current
        own = [path for path in parts.glob(f"*{SUFFIX}") if not path.name.startswith(".")]
        self.damaged |= {path for path in own if is_cut(path)}
        self._parts = {path.stem for path in own if path not in self.damaged}
        self._same: deque[PlaceEntry] = deque()

    def entries(self, way: Way) -> Iterator[PlaceEntry]:
        """The entries of all places; those that are as they were first come as they are met."""
        batches = self._batches()
        first = next(batches, ())
        yield from self._kept()
        if first:
            agenda = chain((first,), batches)
            for entries in _reading(way, len(first), agenda, (self.root, str(self.parts))):
                self.is_changed = True
                for entry in entries:
                    self.read += entry.maps
                    self._note(entry)
                    yield entry
                yield from self._kept()
        yield from self._kept()
        self.is_changed |= bool(self.damaged)

    def _kept(self) -> Iterator[PlaceEntry]:
        while self._same:
            entry = self._same.popleft()
            self.kept += entry.maps
            self._note(entry)
            yield entry

    def _note(self, entry: PlaceEntry) -> None:
        if not entry.maps:
            names = self.linked if any(map(is_linked, entry.files)) else self.passed_over
            names += (stamp.name for stamp in entry.files)

    def _batches(self) -> Iterator[Batch]:
        """The places that are to be read, as many together as one worker takes at once."""
        batch: list[Task] = []
        size = 0
        for task in self._tasks():
            batch.append(task)
            size += sum(stamp.size for stamp in task.candidate.files)
            if len(batch) == BATCH or size >= BATCH_SIZE:
                yield tuple(batch)
                batch, size = [], 0
        if batch:
            yield tuple(batch)

    def _tasks(self) -> Iterator[Task]:
        for candidate, before in self._matched():
            entry = self.left_behind.get(candidate.place, before)
            if entry is not None and not self._has_part(entry):
                entry = None
            if entry is not None and self._is_same(candidate, entry):
                self.is_changed |= entry is not before
                self._same.append(entry)
            else:
                yield Task(candidate, entry)

    def _matched(self) -> Iterator[tuple[Candidate, PlaceEntry | None]]:
        """The places that are there, each with its entry of before; both lists are sorted."""
        known = entries_in(self.parts / NAME, self.damaged) if self.is_current else iter(())
        entry = next(known, None)
        remote = self._remote
        there = candidates_in(Path(self.root)) if remote is None else remote.candidates()
        for candidate in there:
            while entry is not None and order_of(entry.place) < candidate.order:
                self._leave_out(entry)
                entry = next(known, None)
            if entry is not None and entry.place == candidate.place:
                if entry.maps and any(map(is_linked, candidate.files)):
                    self._leave_out(entry)
                yield candidate, entry
                entry = next(known, None)
            else:
                yield candidate, None
        while entry is not None:
            self._leave_out(entry)
            entry = next(known, None)

    def _leave_out(self, entry: PlaceEntry) -> None:
        self.gone += entry.maps
        self.is_changed = True

    def _has_part(self, entry: PlaceEntry) -> bool:
        return not entry.part or entry.part in self._parts

    def _is_same(self, candidate: Candidate, entry: PlaceEntry) -> bool:
        """Whether neither the files of a place have changed, nor those that they name."""
        if not entry.is_sound or entry.files != candidate.files:
            return False
        if self._remote is not None:
            return all(map(is_told, candidate.files))
        if not entry.further:
            return True
        further = stamps(Path(self.root), (each.name for each in entry.further))
        return entry.further == tuple(further)


def _reading(
    way: Way, first: int, batches: Iterable[Batch], places: tuple[str, str]
) -> Iterator[list[PlaceEntry]]:
    """The entries of batches that are read in this way; a few places are read here at once."""
    # The readers of maps are slow to load, and where nothing has changed none is needed.
    from argmap.corpus.reading_batches import read_batch  # noqa: PLC0415

    if not gc.isenabled():
        gc.freeze()  # what is there now stays, and need not be looked at after each batch
    if way.scheduler is None and (way.workers == 1 or first <= _FEW):
        return (read_batch(*places, batch) for batch in batches)
    from argmap.corpus import workers  # noqa: PLC0415  # slow to load, too

    at = way.scheduler
    crew = workers.processes(way.workers) if at is None else workers.cluster(at)
    return workers.read_by(crew, batches, workers.Places(*places))

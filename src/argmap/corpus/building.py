"""A corpus built: its maps found, those that changed read, and the store put together."""

from __future__ import annotations

import hashlib
import json
from collections import deque
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from argmap.corpus import locking
from argmap.corpus.assembling import assemble
from argmap.corpus.candidates import HERE, PARTS, candidates_in, order_of, stamps
from argmap.corpus.engine import LONGEST, connected, engine, of_the_system, quoted
from argmap.corpus.manifest import NAME, Entry, Head, entries_in, head_in, write_whole
from argmap.corpus.parts import SUFFIX, Task, entries_of_parts, remove_others
from argmap.corpus.store import about, refuse_other_files
from argmap.corpus.tables import VERSION
from argmap.corpus.workers import Places, cluster, processes, read_by, read_here
from argmap.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import duckdb

    from argmap.corpus.candidates import Candidate
    from argmap.corpus.workers import Batch

BATCH = 500
"""The most places of a batch."""
BATCH_SIZE = 1_000_000
"""The size of files, in bytes, at which a batch is full."""
TORN = ".entries"
"""The file with the entries of a build at work; where it is left, a build was ended."""
_FEW = 100  # places that are read sooner than a second process is there


class Progress(Protocol):
    """What hears of a build: `maps` with the places done so far, `store` as it is made, `done`."""

    def __call__(self, phase: str, count: int, /) -> None:
        """Hear of it."""
        ...


def _unheard(_phase: str, _count: int, /) -> None:
    """Pass over it."""


@dataclass(frozen=True, slots=True)
class Built:
    """The sizes of a corpus that was built, and how much of it was read anew.

    `maps` counts those that are `unsound` too, which have errors and no labels; `passed_over` are
    files whose names end as those of maps do, and that are none; `kept` are places that had not
    changed. `is_same` says that the store was left as it was.
    """

    store: str
    maps: int
    claims: int
    relations: int
    unsound: int
    errors: int
    warnings: int
    read: int
    kept: int
    gone: int
    passed_over: int
    components: int
    is_same: bool


class Way(NamedTuple):
    """The way in which maps are read: the number of processes, or the address of a scheduler."""

    workers: int = 1
    scheduler: str | None = None


def build_corpus(
    folder: str | Path,
    store: str | Path = "corpus.duckdb",
    *,
    workers: int = 1,
    scheduler: str | None = None,
    merge: bool | None = None,
    progress: Progress = _unheard,
) -> Built:
    """Read, check and label all maps in a folder and below it, and put them into a store.

    `store` is a file; a folder beside it, named like it with `.parts` at its end, keeps what was
    read. Places whose files have not changed since are not read again, nor is what a build that was
    ended had read already. `workers` is a number of processes, `scheduler` the address of a Dask
    scheduler, whose workers see the same folders. With `merge` claims that are nearly the same are
    one claim; None leaves that as it was. `progress` hears the phase and a count of places. The
    same maps give the same tables, whoever read them. Cost: linear in what changed and in the size
    of the corpus; memory for a batch of maps for each worker, and that of the engine.

    Raises:
        UsageError: there is no such folder, no such scheduler, the store is another file, another
            build is at work, or the extra is not installed.
        OutputError: the disk is full, or may not be written; what was there before is unchanged.
    """
    engine()
    root, target = Path(folder).resolve(), Path(store)
    parts = target.with_name(target.name + PARTS)
    if not root.is_dir():
        raise UsageError(f"there is no folder {folder}; name the folder with all the maps")
    refuse_other_files(target)
    try:
        parts.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise of_the_system(error, str(parts)) from error
    with locking.alone_in(parts, target):
        return _build(root, target, parts.resolve(), Way(workers, scheduler), merge, progress)


def merge_near(store: str | Path, *, merges: bool) -> None:
    """Let nearly equal claims count as one claim in a corpus, or not any more; no map is read.

    Raises:
        UsageError: the folder with the parts is not there, or another build is at work.
        OutputError: the disk is full, or may not be written; the corpus is as it was.
    """
    target = Path(store)
    parts = target.with_name(target.name + PARTS)
    old = head_in(parts)
    if old is None:
        raise UsageError(
            f"the folder {parts} is not there, from which {store} is made; build it again: "
            f"`argmap corpus build DIR -o {store}`"
        )
    with locking.alone_in(parts, target):
        try:
            with (parts / TORN).open("w", encoding="utf-8") as file:
                file.writelines(entry.line for entry in entries_in(parts / NAME))
        except OSError as error:
            raise of_the_system(error, str(parts)) from error
        head = commit(parts.resolve(), merges=merges)
        if about(target) != head.result:
            assemble(target, parts.resolve(), head)
        (parts / TORN).unlink(missing_ok=True)


def _build(  # noqa: PLR0913, PLR0917  # as `build_corpus` was asked
    root: Path,
    target: Path,
    parts: Path,
    way: Way,
    merge: bool | None,  # noqa: FBT001  # three values
    progress: Progress,
) -> Built:
    old = head_in(parts)
    merges = merge if merge is not None else old is not None and old.merges
    listing = _Listing(root, parts, old)
    try:
        with (parts / TORN).open("w", encoding="utf-8") as file:
            for entry in listing.entries(way):
                file.write(entry.line)
                progress("maps", listing.read + listing.kept)
    except OSError as error:
        raise of_the_system(error, str(parts)) from error
    if old is None or listing.is_changed or merges is not old.merges:
        old = commit(parts, merges=merges)
    is_same = about(target) == old.result
    if not is_same:
        progress("store", listing.read + listing.kept)
        assemble(target, parts, old)
    (parts / TORN).unlink(missing_ok=True)
    progress("done", listing.read + listing.kept)
    if listing.is_changed or listing.left_behind:
        remove_others(parts, {each.part for each in entries_in(parts / NAME) if each.part})
    return _summary(target, listing, is_same=is_same)


class _Listing:
    """The places of a corpus as a build goes through them, and what it took over of the last one.

    `left_behind` has what a build that was ended has read and not committed.
    """

    def __init__(self, root: Path, parts: Path, old: Head | None) -> None:
        self.root, self.parts = root, parts
        self.is_current = old is not None and old.is_current
        self.left_behind: dict[str, Entry] = {}
        if (parts / TORN).exists() or old is None:
            self.left_behind = {each.place: each for each in entries_of_parts(parts)}
        self.read = self.kept = self.gone = self.passed_over = 0
        self.is_changed = not self.is_current
        self._same: deque[Entry] = deque()

    def entries(self, way: Way) -> Iterator[Entry]:
        """The entries of all places; those that are as they were first come as they are met."""
        places = Places(str(self.root), str(self.parts))
        batches = self._batches()
        first = next(batches, ())
        yield from self._kept()
        if first:
            agenda = chain((first,), batches)
            for entries in _reading(way, len(first), agenda, places):
                self.read += len(entries)
                self.is_changed = True
                yield from entries
                yield from self._kept()
        yield from self._kept()

    def _kept(self) -> Iterator[Entry]:
        while self._same:
            entry = self._same.popleft()
            self.kept += 1
            self.passed_over += not entry.maps
            yield entry

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

    def _matched(self) -> Iterator[tuple[Candidate, Entry | None]]:
        """The places that are there, each with its entry of before; both lists are sorted."""
        known = entries_in(self.parts / NAME) if self.is_current else iter(())
        entry = next(known, None)
        for candidate in candidates_in(self.root):
            while entry is not None and order_of(entry.place) < candidate.order:
                self._leave_out()
                entry = next(known, None)
            if entry is not None and entry.place == candidate.place:
                yield candidate, entry
                entry = next(known, None)
            else:
                yield candidate, None
        while entry is not None:
            self._leave_out()
            entry = next(known, None)

    def _leave_out(self) -> None:
        self.gone += 1
        self.is_changed = True

    def _has_part(self, entry: Entry) -> bool:
        return not entry.part or (self.parts / f"{entry.part}{SUFFIX}").is_file()

    def _is_same(self, candidate: Candidate, entry: Entry) -> bool:
        """Whether neither the files of a place have changed, nor those that they name."""
        if not entry.is_sound or entry.files != candidate.files:
            return False
        return entry.further == tuple(stamps(self.root, (each.name for each in entry.further)))


def _reading(
    way: Way, first: int, batches: Iterable[Batch], places: Places
) -> Iterator[list[Entry]]:
    """What is read of batches in this way; a few places are read here at once."""
    if way.scheduler is not None:
        return read_by(cluster(way.scheduler), batches, places)
    if way.workers > 1 and first > _FEW:
        return read_by(processes(way.workers), batches, places)
    return read_here(batches, places)


def commit(parts: Path, *, merges: bool) -> Head:
    """Write the manifest from the entries of this build, sorted; this alone makes them valid.

    Raises:
        OutputError: the disk is full, or may not be written.
    """
    with connected(beside=parts) as connection:
        connection.execute(
            "create temp table entries as select json::varchar as line, "  # noqa: S608
            f"json->>'$.place' as place, json->>'$.result' as result from {_objects(parts)} "
            f"order by case place when {quoted(HERE)} then [] else string_split(place, '/') end"
        )
        digest = hashlib.sha256(f"{VERSION} {merges}\n".encode())
        for place, result in _rows(connection, "select place, result from entries"):
            digest.update(f"{place}\0{result}\0".encode())
        head = Head(digest.hexdigest(), merges)
        lines = (line for (line,) in _rows(connection, "select line from entries"))
        first = json.dumps({"corpus": asdict(head)})
        write_whole(parts / NAME, (f"{line}\n" for line in chain((first,), lines)))
    return head


def _objects(parts: Path) -> str:
    path = quoted(parts / TORN)
    return (
        f"read_json_objects({path}, format = 'newline_delimited', maximum_object_size = {LONGEST})"
    )


def _rows(connection: duckdb.DuckDBPyConnection, query: str) -> Iterator[tuple[Any, ...]]:
    cursor = connection.execute(query)
    while rows := cursor.fetchmany(1000):
        yield from rows


def _summary(target: Path, listing: _Listing, *, is_same: bool) -> Built:
    with connected(target, read_only=True) as connection:
        sums = (
            connection.execute(
                "select count(*), count(*) filter (not is_sound), "
                + ", ".join(f"coalesce(sum({name}), 0)::bigint" for name in _SUMMED)
                + ", (select count(*) from components) from maps"
            ).fetchone()
            or ()
        )
    names = ("maps", "unsound", *_SUMMED, "components")
    return Built(
        store=target.as_posix(),
        read=listing.read,
        kept=listing.kept,
        gone=listing.gone,
        passed_over=listing.passed_over,
        is_same=is_same,
        **dict(zip(names, sums, strict=True)),
    )


_SUMMED = ("claims", "relations", "errors", "warnings")

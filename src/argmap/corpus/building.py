"""A corpus built: its maps found, those that changed read, and the store put together."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from argmap.corpus import locking
from argmap.corpus.assembling import assemble
from argmap.corpus.candidates import order_of
from argmap.corpus.engine import connected, is_of_damage, library, of_the_system, quoted
from argmap.corpus.listing import TORN, Listing, Way
from argmap.corpus.manifest import NAME, Head, entries_in, head_in, write_whole
from argmap.corpus.names import DEFAULT, HERE, PARTS, how_to_build, refuse_no_text
from argmap.corpus.parts import SUFFIX, damaged_parts, is_cut, remove_others
from argmap.corpus.remote import is_address, without_user
from argmap.corpus.store import about, refuse_other_files
from argmap.corpus.tables import VERSION
from argmap.errors import ArgmapError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import duckdb


class Progress(Protocol):
    """A listener to a build: `maps` with those done so far, `store` as it is made, `done`."""

    def __call__(self, phase: str, count: int, /) -> None:
        """Hear of it."""
        ...


def _unheard(_phase: str, _count: int, /) -> None:
    """Pass over it."""


@dataclass(frozen=True, slots=True)
class CorpusBuilt:
    """The sizes of a corpus that was built, and how much of it was read anew.

    `maps` counts those that are `unsound` too, which have errors and no labels; `passed_over` are
    files whose names end as those of maps do, and that are none, `passed_over_files` their names;
    `linked_folders` are links to folders, which are not followed; `kept` are maps that had not
    changed; `damaged` are files of the last build that could not be read, so that their maps were
    read again. `is_same` says that the store was left as it was.
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
    passed_over_files: tuple[str, ...]
    linked_folders: tuple[str, ...]
    components: int
    is_same: bool
    damaged: int


def build_corpus(  # noqa: PLR0913  # each a choice of the user
    folder: str | Path,
    store: str | Path = DEFAULT,
    *,
    workers: int = 1,
    scheduler: str | None = None,
    merge: bool | None = None,
    replace: bool = False,
    progress: Progress = _unheard,
) -> CorpusBuilt:
    """Read, check and label all maps in a folder and below it, and put them into a store.

    `folder` may be an address that fsspec knows, such as `s3://bucket/debates`. A store that was
    built of another folder is only built of this one with `replace`, which puts the store together
    again although nothing has changed.

    `store` is a file; a folder beside it, named like it with `.parts` at its end, keeps what was
    read. Places whose files have not changed since are not read again, nor is what a build that was
    ended had read already. `workers` is a number of processes, and of threads that put the store
    together; `scheduler` the address of a Dask scheduler, whose workers see the same folders. With
    `merge` claims that are nearly the same are one claim; None leaves that as it was. `progress`
    hears the phase and a count of maps. The same maps give the same tables, whoever read them.
    Cost: linear in what changed and in the size of the corpus; memory for a batch of maps for each
    worker, and that of the engine.

    Raises:
        UsageError: there is no such folder, no such scheduler, the store is another file or of
            another folder, another build is at work, or a library is not installed.
        OutputError: the disk is full, or may not be written; what was there before is unchanged.
    """
    library()  # refuses where the extra is not installed
    target, way = Path(store), Way(workers, scheduler)
    _refuse_wrong(way, target, str(folder))
    root = str(folder) if is_address(folder) else str(Path(folder).resolve())
    parts = target.with_name(target.name + PARTS)
    if not is_address(root) and not Path(root).is_dir():
        what = f"{folder} is a file" if Path(root).is_file() else f"there is no folder {folder}"
        raise UsageError(f"{what}; name the folder with all the maps")
    for path in (root, str(target.absolute())):
        refuse_no_text(path)
    refuse_other_files(target)
    try:
        parts.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise of_the_system(error, str(parts)) from error
    with locking.alone_in(parts, target):
        old = head_in(parts)
        if old is not None and old.folder not in ("", without_user(root)):
            if not replace:
                raise UsageError(
                    f"{store} is a corpus of {old.folder}; name another file by `-o`, or let "
                    "`--replace` build it of this folder instead"
                )
            (parts / NAME).unlink()
            remove_others(parts, set())
        wish = _Wish(merge, replace)
        try:
            return _build(root, target, parts.resolve(), way, wish, progress)
        except library().Error as error:  # what had not changed is damaged
            if not is_of_damage(error):
                raise
            return _build(root, target, parts.resolve(), way, _Wish(merge, is_anew=True), progress)


def _refuse_wrong(way: Way, target: Path, folder: str) -> None:
    """Refuse empty words, and a number of workers that reads nothing."""
    if not target.name:
        raise UsageError("an empty word names no file; name that of the corpus, such as c.duckdb")
    if way.scheduler is not None and not way.scheduler.strip():
        raise UsageError("an empty word names no scheduler; name one such as tcp://host:8786")
    if way.workers < 1:
        raise UsageError(f"{way.workers} workers read nothing; let there be one at least")
    if not folder:
        raise UsageError("an empty word names no folder; name the folder with all the maps")


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
            f"{how_to_build(store)}"
        )
    with locking.alone_in(parts, target):
        damaged: set[Path] = set()
        try:
            with (parts / TORN).open("w", encoding="utf-8") as file:
                file.writelines(entry.line for entry in entries_in(parts / NAME, damaged))
        except OSError as error:
            raise of_the_system(error, str(parts)) from error
        if damaged or any(map(is_cut, parts.glob(f"*{SUFFIX}"))):
            raise UsageError(
                f"the folder {parts} is damaged, from which {store} is made; build it again: "
                f"{how_to_build(store)}"
            )
        head = commit(parts.resolve(), merges=merges, folder=old.folder)
        if about(target) != head.result:
            assemble(target, parts.resolve(), head)
        (parts / TORN).unlink(missing_ok=True)


class _Wish(NamedTuple):
    """Whether nearly equal claims are one claim, and whether the store is put together anyway."""

    merge: bool | None
    is_anew: bool


def _build(  # noqa: PLR0913, PLR0917  # as `build_corpus` was asked
    root: str,
    target: Path,
    parts: Path,
    way: Way,
    wish: _Wish,
    progress: Progress,
) -> CorpusBuilt:
    old = head_in(parts)
    merges = wish.merge if wish.merge is not None else old is not None and old.merges
    listing = Listing(root, parts, old)
    try:
        with (parts / TORN).open("w", encoding="utf-8") as file:
            for entry in listing.entries(way):
                file.write(entry.line)
                progress("maps", listing.read + listing.kept)
    except OSError as error:
        raise of_the_system(error, str(parts)) from error
    if old is None or listing.is_changed or merges is not old.merges:
        old = commit(parts, merges=merges, folder=without_user(root))
    is_same = not wish.is_anew and about(target) == old.result
    if not is_same:
        progress("store", listing.read + listing.kept)
        try:
            assemble(target, parts, old, None if way.scheduler else way.workers)
        except (ArgmapError, library().Error):
            damaged = damaged_parts(parts)
            if not damaged:
                raise
            for path in damaged:
                path.unlink()
            built = _build(root, target, parts, way, wish, progress)
            return replace(built, damaged=built.damaged + len(damaged))
    (parts / TORN).unlink(missing_ok=True)
    progress("done", listing.read + listing.kept)
    if listing.is_changed or listing.left_behind or listing.damaged:
        remove_others(parts, {each.part for each in entries_in(parts / NAME) if each.part})
    return _summary(target, listing, is_same=is_same)


def commit(parts: Path, *, merges: bool, folder: str) -> Head:
    """Write the manifest from the entries of this build, sorted; this alone makes them valid.

    Raises:
        OutputError: the disk is full, or may not be written.
    """
    with connected(beside=parts) as connection:
        connection.execute(
            "create temp table entries as select json::varchar as line, "
            f"json->>'$.place' as place, json->>'$.result' as result, json->>'$.part' as part from "
            f"read_json_objects({quoted(parts / TORN)}, format = 'newline_delimited') "
            f"order by case place when {quoted(HERE)} then [] else string_split(place, '/') end"
        )
        digest = hashlib.sha256(f"{VERSION} {merges}\n".encode())
        with_rows = "select place, result from entries where part is not null"
        for place, result in _rows(connection, with_rows):
            digest.update(f"{place}\0{result}\0".encode())
        head = Head(digest.hexdigest(), merges, folder)
        lines = (line for (line,) in _rows(connection, "select line from entries"))
        first = json.dumps({"corpus": asdict(head)})
        write_whole(parts / NAME, (f"{line}\n" for line in chain((first,), lines)))
    return head


def _rows(connection: duckdb.DuckDBPyConnection, query: str) -> Iterator[tuple[Any, ...]]:
    cursor = connection.execute(query)
    while rows := cursor.fetchmany(1000):
        yield from rows


def _summary(target: Path, listing: Listing, *, is_same: bool) -> CorpusBuilt:
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
    return CorpusBuilt(
        store=target.as_posix(),
        read=listing.read,
        kept=listing.kept,
        gone=listing.gone,
        passed_over=len(listing.passed_over),
        passed_over_files=tuple(sorted(listing.passed_over, key=order_of)),
        linked_folders=tuple(sorted(listing.linked, key=order_of)),
        damaged=len(listing.damaged),
        is_same=is_same,
        **dict(zip(names, sums, strict=True)),
    )


_SUMMED = ("claims", "relations", "errors", "warnings")

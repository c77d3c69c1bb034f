"""A batch of places read, and the rows of what changed written as a part: the work of a worker."""

from __future__ import annotations

import gc
import hashlib
import json
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.corpus.candidates import Candidate, is_linked, is_text, stamps
from argmap.corpus.manifest import PlaceEntry
from argmap.corpus.map_rows import MapRow, digest_of, rows_of
from argmap.corpus.parts import write_part
from argmap.corpus.remote import RemoteFolder, is_address
from argmap.corpus.tables import NESTED, OF_MAPS
from argmap.errors import ArgmapError, UsageError
from argmap.reading.discovery import shown
from argmap.reading.garbage import paused_garbage_collection

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from argmap.corpus.map_rows import Columns, Row
    from argmap.corpus.tasks import Batch, Task

_HERE = "this part"
_TOGETHER = 500  # rows of a line
_as_json = json.JSONEncoder(check_circular=False).encode


def read_batch(root: str, folder: str, batch: Batch) -> list[PlaceEntry]:
    """Read some candidates, and write the rows of those that changed as one part.

    This is what a worker does. The name of the part follows from what is in it, so that a batch
    that is read twice leaves one part. Garbage collection is paused, as in every reading.

    Raises:
        OutputError: the part could not be written.
    """
    target = Path(folder)
    if not target.is_dir():
        raise UsageError(f"a worker does not see {folder}: all need the same files and folders")
    entries: list[PlaceEntry] = []
    lines: list[str] = []
    with paused_garbage_collection(), _at_hand(root, batch) as home:
        for task in batch:
            entry, rows = _read(home, task)
            entries.append(entry)
            lines += rows
    gc.collect()  # a program may have switched it off for good, and a corpus is read for long
    if not lines:
        return entries
    name = hashlib.sha256("".join(map(_key, entries)).encode()).hexdigest()[:24]
    entries = [replace(each, part=name) if each.part == _HERE else each for each in entries]
    write_part(target, name, lines, [each for each in entries if each.part == name])
    return entries


def _at_hand(root: str, batch: Batch) -> AbstractContextManager[Path]:
    """The folder of this machine in which the files of a batch lie."""
    if not is_address(root):
        return nullcontext(Path(root))
    names = (stamp.name for task in batch for stamp in task.candidate.files)
    return RemoteFolder(root).at_hand(names)


def _key(entry: PlaceEntry) -> str:
    return f"{entry.place}\0{entry.content}\0{entry.result}\0"


def _read(root: Path, task: Task) -> tuple[PlaceEntry, list[str]]:
    """The entry of a candidate, and its rows as lines; none if they are those that are known."""
    candidate, known = task.candidate, task.known
    own = [stamp.name for stamp in candidate.files]
    if known is not None and known.is_sound:
        further = tuple(stamps(root, (stamp.name for stamp in known.further)))
        content = digest_of(root, (*own, *(stamp.name for stamp in further)))
        if content == known.content:
            return replace(known, files=candidate.files, further=further), []
    rows = [_lost(candidate)] if task.is_deadly else _rows(root, candidate)
    names = sorted({name for each in rows for name in each.files} - {*own})
    further = tuple(stamps(root, names))
    content = digest_of(root, (*own, *names))
    size = sum(stamp.size for stamp in candidate.files if stamp.size > 0)
    lines = [line for each in rows for line in _lines(candidate.place, size, each.row)]
    result = hashlib.sha256("".join(lines).encode()).hexdigest()
    is_sound = all(each.row["is_sound"] for each in rows)
    part = _HERE if lines else None
    if known is not None and known.result == result:
        part, lines = known.part, []
    entry = PlaceEntry(
        candidate.place,
        candidate.files,
        further,
        content,
        result,
        part,
        is_sound=is_sound,
        maps=len(rows),
    )
    return entry, lines


def _rows(root: Path, candidate: Candidate) -> list[MapRow]:
    """The rows of a candidate; where it cannot be read at all, a row that says so."""
    nameless = [stamp.name for stamp in candidate.files if not is_text(stamp)]
    if nameless:
        return [_of_no_text(candidate, nameless[0])]
    if any(map(is_linked, candidate.files)):
        return []
    try:
        return rows_of(root, candidate)
    except ArgmapError as error:
        return [_unreadable(candidate, f"cannot be read: {_seen_from(root, candidate, error)}")]
    except MemoryError:
        return [_unreadable(candidate, "cannot be read: the memory does not suffice")]
    except Exception as error:  # noqa: BLE001  # one map must not stop a thousand others
        return [_unreadable(candidate, f"cannot be read: {type(error).__name__}: {error}")]


def _seen_from(root: Path, candidate: Candidate, error: ArgmapError) -> str:
    """The message of an error, with paths as they are seen from the folder, wherever that lies."""
    message = str(error)
    for name in (candidate.place, *(stamp.name for stamp in candidate.files)):
        for path in (str(root / name), shown(root / name)):
            message = message.replace(path, name)
    return message


def _lost(candidate: Candidate) -> MapRow:
    return _unreadable(candidate, "cannot be read: each process that tried was ended")


def _of_no_text(candidate: Candidate, name: str) -> MapRow:
    row = _unreadable(candidate, "cannot be read: its name is no text in UTF-8")
    hint = "rename it, or the folder around it, in letters that every system can show"
    row.row["diagnostics"] |= {"file": [name], "hint": [hint]}
    return row


def _unreadable(candidate: Candidate, message: str) -> MapRow:
    problem = {
        "file": candidate.files[0].name if candidate.files else candidate.place,
        "line": 1,
        "col": 1,
        "code": "AM112",
        "severity": "error",
        "message": message,
        "hint": f"`argmap check` on {candidate.place} may tell more",
    }
    empty: Row = {name: {each.name: [] for each in columns} for name, columns in NESTED.items()}
    problems = {name: [value] for name, value in problem.items()}
    row = {"map": candidate.place, "is_sound": False, **empty, "diagnostics": problems}
    return MapRow(row, ())


def _lines(place: str, size: int, row: Row) -> Iterator[str]:
    """The rows of a map as lines: most maps are one line, and a large one is several.

    So no line is as long as a map may be large.
    """
    at = {"place": place, "map": row["map"]}
    own = {each.name: row.get(each.name) for each in OF_MAPS} | {"size": size}
    if len(row["claims"]["claim"]) + len(row["relations"]["relation"]) < _TOGETHER:
        yield _as_json(at | {"maps": own, **{table: row[table] for table in NESTED}}) + "\n"
        return
    yield _as_json(at | {"maps": own}) + "\n"
    for table in NESTED:
        columns: Columns = row[table]
        length = max(map(len, columns.values()), default=0)
        for begin in range(0, length, _TOGETHER):
            several = {name: each[begin : begin + _TOGETHER] for name, each in columns.items()}
            yield _as_json(at | {table: several}) + "\n"

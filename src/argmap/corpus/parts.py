"""Parts: the rows of some maps in a Parquet file, written where they were worked out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from argmap.corpus.engine import in_words, is_for_want, library, of_the_system, quoted, scratch
from argmap.corpus.manifest import NAME, OF_PART, PlaceEntry, entries_in, write_whole
from argmap.corpus.tables import BESIDE, NESTED, OF_MAPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from argmap.corpus.tables import Column

SUFFIX = ".parquet"
_SIGN = b"PAR1"  # the first and the last bytes of each file of Parquet
_TAIL = 4 + len(_SIGN)  # bytes at its end: the length of what is said of it, and the sign
_OBJECT = 1_000_000  # bytes of a line, at least


def columns_of_part() -> dict[str, str]:
    """The types of the columns of a part: one for each table, a list for each of its columns."""
    tables = {"maps": OF_MAPS, **NESTED, "claims": (*NESTED["claims"], *BESIDE)}
    structs = {
        name: f"struct({', '.join(_field(each, is_list=name != 'maps') for each in of)})"
        for name, of in tables.items()
    }
    return {"place": "varchar", "map": "varchar"} | structs


def _field(column: Column, *, is_list: bool) -> str:
    return f"{column.name} {column.type}{'[]' * is_list}"


def write_part(folder: Path, name: str, lines: list[str], entries: Iterable[PlaceEntry]) -> None:
    """Write a part, and after it the file beside it, which says that it is whole."""
    types = ", ".join(f"{name}: {quoted(type_)}" for name, type_ in columns_of_part().items())
    longest = max(_OBJECT, *(4 * len(line) for line in lines))
    raw, parquet = (folder / f".{name}.{os.getpid()}{end}" for end in (".rows", SUFFIX))
    try:
        with raw.open("w", encoding="utf-8") as file:
            file.writelines(lines)
        scratch(os.getpid()).execute(
            f"copy (select * from read_json({quoted(raw)}, format = 'newline_delimited', "
            f"maximum_object_size = {longest}, columns = {{{types}}})) "
            f"to {quoted(parquet)} (format parquet, compression zstd)"
        )
        with parquet.open("rb") as file:
            os.fsync(file.fileno())
        parquet.replace(folder / f"{name}{SUFFIX}")
    except OSError as error:
        raise of_the_system(error, str(folder)) from error
    except Exception as error:
        raise in_words(error) from error
    finally:
        raw.unlink(missing_ok=True)
        parquet.unlink(missing_ok=True)
    write_whole(folder / f"{name}{OF_PART}", (entry.line for entry in entries))


def is_cut(part: Path) -> bool:
    """Whether a part lacks its end, or is another file; told by its last bytes alone."""
    try:
        with part.open("rb") as file:
            begin = file.read(len(_SIGN))
            size = file.seek(0, os.SEEK_END)
            file.seek(-min(size, _TAIL), os.SEEK_END)
            end = file.read(_TAIL)
    except OSError:
        return True
    if begin != _SIGN or not end.endswith(_SIGN):
        return True
    return int.from_bytes(end[: -len(_SIGN)], "little") + _TAIL > size


def damaged_parts(folder: Path) -> tuple[Path, ...]:
    """The parts that cannot be read to their end. Cost: all of them are read."""
    return tuple(path for path in sorted(folder.glob(f"*{SUFFIX}")) if not _is_readable(path))


def _is_readable(part: Path) -> bool:
    try:
        scratch(os.getpid()).execute(
            f"select max(hash(each)) from read_parquet({quoted(part)}) each"
        ).fetchall()
    except library().Error as error:
        return is_for_want(error)
    return True


def entries_of_parts(folder: Path, damaged: set[Path]) -> Iterator[PlaceEntry]:
    """The entries of all parts that are whole, in the order of their names.

    Files of which a line cannot be read are put into `damaged`.
    """
    for path in sorted(folder.glob(f"*{OF_PART}")):
        if path.name != NAME and path.with_suffix(SUFFIX).is_file():
            yield from entries_in(path, damaged)


def remove_others(folder: Path, kept: set[str]) -> None:
    """Remove the parts that no entry names, and what killed workers have left."""
    for path in folder.iterdir():
        is_part = path.suffix in {SUFFIX, OF_PART} and path.name != NAME
        is_rest = path.name.startswith(".") and path.is_file()
        if is_rest or (is_part and path.stem not in kept):
            path.unlink(missing_ok=True)

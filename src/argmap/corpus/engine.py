"""The door to DuckDB: connections, and its errors in words."""

from __future__ import annotations

import errno
from contextlib import contextmanager, suppress
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from argmap.errors import OutputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

    import duckdb

MEMORY = "512MB"
"""The most memory that the engine takes; what is larger goes to files beside the store."""
AT_ONCE = 500_000
"""The rows that are put in order at once: of all rows of a large corpus that exceeds the memory."""
_CORRUPT = ("Corrupt database file", "IO Error: Corrupt database file")
_FAILED = "a file of the corpus could not be written or read: "
_FULL = ("No space left", "disk is full", "Out of disk", "max_temp_directory_size")


@cache
def library() -> ModuleType:
    """The extension module of DuckDB, without the package around it.

    The package takes longer to load than a search takes, and adds nothing that is needed here.

    Raises:
        UsageError: the extra is not installed.
    """
    for name in ("_duckdb", "duckdb"):  # the first is no promise of DuckDB's
        with suppress(ModuleNotFoundError):
            return import_module(name)
    raise UsageError("a corpus needs an extra: pip install 'argmap[corpus]'")


@contextmanager
def connected(
    store: Path | None = None,
    *,
    read_only: bool = False,
    beside: Path | None = None,
    threads: int | None = None,
) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to a store, or to one in memory; `beside` is a folder for what is too large.

    Raises:
        UsageError: the extra is not installed, or the file is no store.
        OutputError: the disk is full, or may not be written.
    """
    duckdb = library()
    settings: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": MEMORY,
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        **({"temp_directory": str(beside)} if beside is not None else {}),
        **({"threads": str(threads)} if threads is not None else {}),
    }
    try:
        name = ":memory:" if store is None else str(store)
        with duckdb.connect(name, read_only=read_only, config=settings) as connection:
            yield connection
    except (duckdb.Error, RuntimeError) as error:
        raise in_words(error) from error


@cache
def scratch(process: int) -> duckdb.DuckDBPyConnection:
    """The connection of this process, of so many, to a store in memory; it runs no thread.

    It is kept, as to open one takes as long as to write a hundred maps.
    """
    del process
    connection: duckdb.DuckDBPyConnection = library().connect(
        config={"memory_limit": MEMORY, "threads": 1}
    )
    return connection


def in_words(error: Exception) -> BaseException:
    """The failure of the engine as one of ours, if its cause lies outside argmap."""
    duckdb = library()
    if str(error) == "Query interrupted":  # by Ctrl-C, as the engine tells it
        return KeyboardInterrupt()
    message = str(error).partition("\n")[0]
    if any(sign in str(error) for sign in _FULL):
        return OutputError("the disk is full; make room, and run it again: nothing is lost")
    if isinstance(error, duckdb.IOException) or "ould not write" in message:
        return OutputError(f"{_FAILED}{message}")
    if isinstance(error, duckdb.OutOfMemoryException):
        return OutputError(f"the memory of the machine does not suffice: {message}")
    return error


def is_for_want(error: Exception) -> bool:
    """Whether the engine failed for want of memory or room, and no file is at fault."""
    is_full = any(sign in str(error) for sign in _FULL)
    return is_full or isinstance(error, library().OutOfMemoryException)


def is_of_damage(error: Exception) -> bool:
    """Whether the engine found that what a file holds was changed by something else.

    The engine says so in the first words, which no question and no text of a map can put there.
    """
    return str(error).removeprefix(_FAILED).startswith(_CORRUPT)


def of_the_system(error: OSError, what: str) -> OutputError:
    """The failure of the system to write something, in words."""
    if error.errno == errno.ENOSPC:
        return OutputError("the disk is full; make room, and run it again: nothing is lost")
    return OutputError(f"{what} could not be written: {error.strerror}")


def quoted(value: object) -> str:
    """A value as a string of SQL.

    >>> quoted("it's")
    "'it''s'"
    """
    return "'" + str(value).replace("'", "''") + "'"

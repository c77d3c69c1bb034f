"""The store: one file of DuckDB, opened to be read; whether it is one, and of this version."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from argmap.corpus.engine import connected, library
from argmap.corpus.tables import VERSION
from argmap.errors import ArgmapError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import duckdb

_SIGN, _AT = b"DUCK", 8  # what every file of DuckDB has in its ninth to twelfth byte


@contextmanager
def opened(store: Path, threads: int | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to a store, which can only be read.

    Raises:
        UsageError: there is no such file, it is no store, or one of another version.
    """
    refuse_no_store(store)
    with connected(store, read_only=True, threads=threads) as connection:
        version = _version(connection)
        if version is None:
            raise UsageError(f"{store} is a database of something else, and no corpus of argmap")
        if version != VERSION:
            raise UsageError(
                f"{store} is a corpus of version {version}, and this argmap reads version "
                f"{VERSION}; build it again: `argmap corpus build DIR -o {store}`"
            )
        yield connection


def refuse_no_store(store: Path) -> None:
    """Refuse a file that is not there, or not of the engine.

    Raises:
        UsageError: it is so.
    """
    if store.is_dir():
        raise UsageError(f"{store} is a folder; name the file of a corpus, such as corpus.duckdb")
    if not store.is_file():
        raise UsageError(
            f"there is no corpus {store}; make it: `argmap corpus build DIR -o {store}`"
        )
    if not is_of_engine(store):
        raise UsageError(f"{store} is no corpus; name the file that `argmap corpus build` has made")


def is_of_engine(store: Path) -> bool:
    """Whether a file is one of DuckDB."""
    try:
        with store.open("rb") as file:
            return file.read(_AT + len(_SIGN))[_AT:] == _SIGN
    except OSError:
        return False


def _version(connection: duckdb.DuckDBPyConnection) -> int | None:
    try:
        row = connection.execute("select version from about").fetchone()
    except library().Error:
        return None
    return row[0] if row else None


def about(store: Path) -> str | None:
    """The hash of the results that a store is made of; None if it is not there, or is another."""
    if not is_of_engine(store):
        return None
    try:
        with opened(store) as connection:
            row = connection.execute("select result from about").fetchone()
    except ArgmapError:
        return None
    return row[0] if row else None


def refuse_other_files(store: Path) -> None:
    """Refuse to write a corpus over a file that is none.

    Raises:
        UsageError: the file is of something else, or a folder.
    """
    if store.is_dir():
        raise UsageError(f"{store} is a folder; name the file of the corpus, such as corpus.duckdb")
    if not store.exists() or (store.is_file() and not store.stat().st_size):
        return
    if not is_of_engine(store):
        raise UsageError(f"{store} is there and is no corpus; name another file by `-o`")
    with connected(store, read_only=True) as connection:
        if _version(connection) is None:
            raise UsageError(f"{store} is a database of something else; name another file by `-o`")

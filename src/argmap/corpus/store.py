"""The store: one file of DuckDB, opened to be read; whether it is one, and of this version."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from argmap.corpus.engine import connected, is_for_want, is_of_damage, library
from argmap.corpus.names import PARTS, how_to_build
from argmap.corpus.tables import VERSION
from argmap.errors import ArgmapError, OutputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import duckdb

_SIGN, _AT = b"DUCK", 8  # what every file of DuckDB has in its ninth to twelfth byte
_HEADERS = 3 * 4096  # bytes before the first block of a file of DuckDB
_BARRED = ("set lock", "ermission denied", "configuration")  # of a file that is whole


@contextmanager
def opened(store: Path, threads: int | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to a store, which can only be read.

    Raises:
        UsageError: there is no such file, it is no store, or one of another version.
    """
    refuse_no_store(store)
    with _told_if_damaged(store), connected(store, read_only=True, threads=threads) as connection:
        version = _version(connection)
        if version is None:
            raise UsageError(f"{store} is a database of something else, and no corpus of argmap")
        if version != VERSION:
            raise UsageError(
                f"{store} is a corpus of version {version}, and this argmap reads version "
                f"{VERSION}; build it again: {how_to_build(store)}"
            )
        yield connection


@contextmanager
def _told_if_damaged(store: Path) -> Iterator[None]:
    """Tell a store that cannot be read, or is not what was written, as one that is damaged.

    Raises:
        UsageError: it is so.
    """
    try:
        yield
    except (OutputError, library().Error) as error:
        if not is_of_damage(error) and not _is_cut(store):
            raise
        parts = store.with_name(store.name + PARTS)
        kept = f" ({parts.name} keeps what was read)" if parts.is_dir() else ""
        raise UsageError(
            f"{store} is damaged; remove this file and build it again: {how_to_build(store)}{kept}"
        ) from error


def _is_cut(store: Path) -> bool:
    """Whether a file of the engine is shorter than it says itself, or cannot be opened at all."""
    duckdb = library()
    try:
        size = store.stat().st_size
        with duckdb.connect(str(store), read_only=True) as connection:
            row = connection.execute(
                "select block_size * total_blocks from pragma_database_size()"
            ).fetchone()
    except duckdb.Error as error:
        return not is_for_want(error) and not any(sign in str(error) for sign in _BARRED)
    except OSError:
        return False
    return row is not None and size < _HEADERS + row[0]


def refuse_no_store(store: Path) -> None:
    """Refuse a file that is not there, or not of the engine.

    Raises:
        UsageError: it is so.
    """
    if store.is_dir():
        raise UsageError(f"{store} is a folder; name the file of a corpus, such as corpus.duckdb")
    if not store.is_file():
        raise UsageError(f"there is no corpus {store}; make it: {how_to_build(store)}")
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
    except library().IOException:  # the file is not whole
        raise
    except library().Error:
        return None
    return row[0] if row else None


def about(store: Path) -> str | None:
    """The hash of the results that a store is made of; None if it is not there, or not whole."""
    if not is_of_engine(store):
        return None
    try:
        with opened(store) as connection:
            row = connection.execute("select result from about").fetchone()
    except (ArgmapError, library().Error):
        return None
    if _is_cut(store):
        return None
    return row[0] if row else None


def refuse_other_files(store: Path) -> None:
    """Refuse to write a corpus over a file that is none; a damaged one that has parts is one.

    Raises:
        UsageError: the file is of something else, or a folder.
    """
    if store.is_dir():
        raise UsageError(f"{store} is a folder; name the file of the corpus, such as corpus.duckdb")
    if not store.exists() or (store.is_file() and not store.stat().st_size):
        return
    if not is_of_engine(store):
        raise UsageError(f"{store} is there and is no corpus; name another file by `-o`")
    if _is_cut(store):
        if not store.with_name(store.name + PARTS).is_dir():
            raise UsageError(f"{store} is there and is damaged; name another file by `-o`")
        return
    with connected(store, read_only=True) as connection:
        if _version(connection) is None:
            raise UsageError(f"{store} is a database of something else; name another file by `-o`")

"""Questions in SQL, which can read the tables of a corpus and nothing else."""

from __future__ import annotations

import decimal
import math
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from argmap.analysis.finding import Finding, counted
from argmap.corpus.engine import is_of_damage, library
from argmap.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import duckdb

_LOCKED = (
    "set enable_external_access = false",
    "set allow_community_extensions = false",
    "set lock_configuration = true",
)
_READ = ("SELECT", "EXPLAIN", "RELATION")


@dataclass(frozen=True, slots=True, repr=False)
class QueryFinding(Finding):
    """The answer to a question in SQL: the names of its columns, and rows of values.

    `complete` is false where there are more rows than the limit.
    """

    columns: tuple[str, ...]
    values: tuple[tuple[Any, ...], ...]
    complete: bool

    def rows(self) -> list[dict[str, Any]]:
        """One row for each; of columns with one name all but the first get a number."""
        names: list[str] = []
        for column in self.columns:
            numbered = (f"{column}_{number}" for number in count(1))
            free = (name for name in numbered if name not in {*names, *self.columns})
            names.append(next(free) if column in names else column)
        return [dict(zip(names, each, strict=True)) for each in self.values]

    def _summary(self) -> str:
        return counted(len(self.values), "row")


def query(
    connection: duckdb.DuckDBPyConnection, sql: str, limit: int | None, seconds: float | None
) -> QueryFinding:
    """The answer to one question in SQL; no more rows than the limit are fetched.

    The question can neither write nor reach other files. Cost: that of the question; after
    `seconds` it is ended.

    Raises:
        UsageError: it is no question, has a mistake, or takes longer.
    """
    duckdb = library()
    for statement in _LOCKED:
        connection.execute(statement)
    try:
        statements = connection.extract_statements(sql)
    except duckdb.Error as error:
        raise UsageError(_reason(error)) from error
    if not statements:
        raise UsageError('there is no question; write one such as "select * from claims"')
    if len(statements) > 1:
        raise UsageError("these are several statements; ask one question at a time")
    if statements[0].type.name not in _READ:
        raise UsageError(
            "a corpus can be read and not written, and this is no question; begin with `select`; "
            "`argmap corpus build` alone changes a corpus"
        )
    try:
        with _ended_after(connection, seconds):
            cursor = connection.execute(statements[0])
            columns = tuple(each[0] for each in cursor.description or ())
            rows = cursor.fetchall() if limit is None else cursor.fetchmany(limit + 1)
    except duckdb.InterruptException as error:
        raise UsageError(
            f"this takes longer than {seconds:g} seconds; ask for less, or allow more with "
            "`--time-limit SECONDS`"
        ) from error
    except duckdb.OutOfMemoryException as error:
        raise UsageError("this takes more memory than a question may; ask for less") from error
    except duckdb.Error as error:
        if isinstance(error, duckdb.IOException) or is_of_damage(error):
            raise  # the store is at fault, and not the question
        raise UsageError(_reason(error)) from error
    shown = rows if limit is None else rows[:limit]
    values = tuple(tuple(map(_plain, each)) for each in shown)
    return QueryFinding(columns, values, complete=len(shown) == len(rows))


@contextmanager
def _ended_after(connection: duckdb.DuckDBPyConnection, seconds: float | None) -> Iterator[None]:
    """End what the connection does after so many seconds."""
    if seconds is None:
        yield
        return
    timer = threading.Timer(seconds, connection.interrupt)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _reason(error: Exception) -> str:
    """The mistake in a question, in the words of the engine, without its own advice."""
    return str(error).strip().partition("\n\nSee also")[0]


def _plain(value: object) -> Any:  # noqa: ANN401  # as JSON has it
    """A value as JSON can hold it."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float | decimal.Decimal):
        return float(value) if math.isfinite(value) else str(value)
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    return str(value)

"""The tables of a corpus as files: Parquet, CSV or lines of JSON."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from argmap.corpus.engine import of_the_system, quoted
from argmap.corpus.tables import TABLES

if TYPE_CHECKING:
    from pathlib import Path

    import duckdb

FORMATS = {
    "parquet": "format parquet, compression zstd",
    "csv": "format csv, header true",
    "json": "format json",
}
"""The formats of an export, and how the engine is told to write them."""


def export(connection: duckdb.DuckDBPyConnection, folder: Path, form: str) -> tuple[Path, ...]:
    """Write each table as a file of the folder; the paths of the files.

    The same maps give the same bytes. All files are written before the first gets its name. Cost:
    linear; memory that of the engine.

    Raises:
        OutputError: a file could not be written; those that were there before are unchanged.
    """
    staged: dict[Path, Path] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in TABLES:
            target = folder / f"{name}.{form}"
            temporary = folder / f".{target.name}.{os.getpid()}"
            staged[temporary] = target
            connection.execute(
                f"copy (select * from {name} order by rowid) "
                f"to {quoted(temporary)} ({FORMATS[form]})"
            )
            with temporary.open("rb") as file:
                os.fsync(file.fileno())
        for temporary, target in staged.items():
            temporary.replace(target)
    except OSError as error:
        raise of_the_system(error, str(folder)) from error
    finally:
        for temporary in staged:
            temporary.unlink(missing_ok=True)
    return tuple(staged.values())

"""The tables of a corpus as files: Parquet, CSV or lines of JSON."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.corpus.engine import of_the_system, quoted
from argmap.corpus.tables import TABLES
from argmap.errors import UsageError

if TYPE_CHECKING:
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


def refuse_folder_of_maps(folder: Path, store: Path, form: str) -> None:
    """Refuse a folder in which the tables would be taken for maps, or for parts, by a later build.

    Raises:
        UsageError: it is the folder of the corpus's maps or lies below it, it is a folder of parts,
            or it is a file.
    """
    # A search must not wait for what these load.
    from argmap.corpus.manifest import head_in  # noqa: PLC0415
    from argmap.corpus.names import PARTS, STORES  # noqa: PLC0415
    from argmap.formats.table import SUFFIXES  # noqa: PLC0415

    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file; name a folder for the tables, such as `tables`")
    target = folder.resolve()
    parts = store.with_name(store.name + PARTS).resolve()
    if parts in (target, *target.parents) or any(
        name.lower().endswith(STORES[1]) for name in target.parts
    ):
        raise UsageError(f"{folder} keeps what was read for a corpus; name another folder")
    head = head_in(parts)
    root = Path(head.folder.removeprefix("file://")) if head is not None and head.folder else None
    if root is None or not target.is_relative_to(root) or not f".{form}".endswith(SUFFIXES):
        return
    if any(name.startswith(".") for name in target.relative_to(root).parts):
        return  # a build passes over it
    raise UsageError(
        f"{folder} lies in the folder of the maps, {root}, and the next build would take the "
        "tables for maps; name a folder outside of it, or one whose name begins with a dot"
    )

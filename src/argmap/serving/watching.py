"""Changes of the files of a map, as the system reports them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watchfiles import awatch

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from argmap.serving.map_files import MapFiles

_SETTLES, _STEP = 60, 20
"""The milliseconds to wait for more changes, as editors write in several steps."""


async def changes_in(files: MapFiles) -> AsyncIterator[None]:
    """One item after each change in the folders of a map and of its documents.

    Folders are watched rather than files: most editors write another file and give it the name. The
    map may name another folder of documents meanwhile.
    """
    while watched := _folders(files):
        async for _ in awatch(
            *watched, debounce=_SETTLES, step=_STEP, recursive=False, ignore_permission_denied=True
        ):
            yield
            if _folders(files) != watched:
                break
        else:
            return


def _folders(files: MapFiles) -> set[Path]:
    """The folders that are there of a map, around it, and of its documents."""
    folder, home = files.documents_folder, files.folder
    folders = {home, home.resolve().parent} | ({folder} if folder is not None else set())
    return {path for path in folders if path.is_dir()}

"""A folder of maps in several formats, and a corpus built of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.corpus.folders import MAPS, write_maps

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(name="maps")
def _maps(tmp_path: Path) -> Path:
    """A folder with the `MAPS`, in a folder of its own."""
    folder = tmp_path / "maps"
    write_maps(folder, MAPS)
    return folder

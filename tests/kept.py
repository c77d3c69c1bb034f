"""Pages that are made from the program and kept beside it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

UPDATE = "ARGMAP_UPDATE"


def assert_on_disk(path: Path, text: str) -> None:
    """A file has this text; with ARGMAP_UPDATE=1 in the environment it is written first."""
    if os.environ.get(UPDATE):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.is_file(), f"{path.name} is missing; run with {UPDATE}=1"
    assert path.read_text(encoding="utf-8") == text, f"{path.name} is old; run with {UPDATE}=1"

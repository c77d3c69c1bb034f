"""Words that name the place of a map, known before anything is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = (".yaml", ".yml")
"""The ends of the names of claim files."""

STDIN = "-"
"""The word that stands for standard input."""


def exists(path: Path) -> bool:
    """Whether there is such a file or folder; a name that the system refuses names none."""
    try:
        return path.exists()
    except OSError:
        return False

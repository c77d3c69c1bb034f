"""The error for a file that holds nothing of its format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic

if TYPE_CHECKING:
    from argmap.formats.foreign_file import ForeignFile


def wrong_shape(file: ForeignFile, what: str, shape: str) -> Diagnostic:
    """The error for a file without the parts of a format; `shape` shows what they look like."""
    return Diagnostic(
        file.at(), "AM702", f"this file holds no {what}", f"export them again; wanted is {shape}"
    )

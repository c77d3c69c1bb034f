"""Failures of the tool or its surroundings, as exceptions with exit codes.

A mistake of an author is a `Diagnostic` instead, which is collected and shown, never raised.
"""

from __future__ import annotations

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar


class ArgmapError(Exception):
    """The base class of every exception that argmap raises on purpose."""

    exit_code: ClassVar[int] = 70


class UsageError(ArgmapError):
    """The request itself cannot be met: no such claim, file or folder, contradictory options."""

    exit_code = 2


class OutputError(ArgmapError):
    """An output could not be written; the file that was there before is unchanged."""

    exit_code = 3

"""The origin of a part of a map that was imported from a file of another format."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.values import made_at_once


@made_at_once
@dataclass(frozen=True, slots=True)
class Origin:
    """The format from which a claim, a relation or a source was imported, and its id there.

    Both are kept so that an export to the same format can give the part its old id back.
    """

    format: str
    id: str

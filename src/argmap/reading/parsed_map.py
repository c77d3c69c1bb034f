"""A map as it was read; apart from the reader, whose libraries take long to load."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.diagnostics import Diagnostic
    from argmap.model.argument_map import ArgumentMap


@dataclass(frozen=True, slots=True)
class ParsedMap:
    """A map as far as it could be understood, every problem in it, and the texts of its files."""

    map: ArgumentMap
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str]

"""The reach of reading beyond the claim files at hand: bibliographies, folders, other formats."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from argmap.reading.discovery import ClaimFiles, neighbour

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from argmap.diagnostics import Diagnostic
    from argmap.model.argument_map import ArgumentMap

    Includer: TypeAlias = Callable[[str, str], "Included | None"]


@dataclass(frozen=True, slots=True)
class Included:
    """The map in a file of another format that a claim file includes, and every problem of it."""

    map: ArgumentMap
    diagnostics: tuple[Diagnostic, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reach:
    """The ways that lead from a claim file to others.

    `find_beside` gives the bibliography at a path that is seen from a claim file, `include` the map
    in a file of another format there, None where there is no such file. Without `follow` the
    folders that the map uses are not read, and without `include` nothing is included.
    """

    find_beside: Callable[[str, str], ClaimFiles] = neighbour
    include: Includer | None = None
    follow: bool = True


NEAR = Reach()
"""Bibliographies and used folders, and no files of other formats."""
ALONE = Reach(follow=False)
"""Bibliographies alone: the files at hand, judged by themselves."""


def _nothing_beside(claim_file: str, path: str) -> ClaimFiles:
    """No file, and no problem of it."""
    del claim_file, path
    return ClaimFiles((), ())


ISOLATED = Reach(_nothing_beside, follow=False)
"""Nothing else at all: for texts from strangers, which must not reach for files of the reader."""

"""The values that formats exchange with the rest: a map read or written, and what was lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from argmap.diagnostics import NOWHERE, Diagnostic, Location
from argmap.formats.foreign_file import UNWRITABLE
from argmap.model.argument_map import ArgumentMap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SET_ASIDE = "AM706"
"""The code of a part that the other side has no place for."""
GUESSED = "encodings that were guessed"
"""The words for a file whose encoding its content does not tell for certain."""
NOT_UNDERSTOOD = "AM705"
"""The code of a part that is incomplete or not understood, and was left out."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that was not taken over: what, how often, an example, and where that stands.

    `what` is a plural noun that a reader knows, such as "locutions" or "labels of claims".
    """

    what: str
    count: int
    example: str
    code: str = SET_ASIDE
    location: Location = NOWHERE

    @property
    def diagnostic(self) -> Diagnostic:
        """The loss as a diagnostic of the file that was read."""
        times = f"not taken over: {self.what} ({self.count:,})"
        example = f", such as {self.example}" if self.example else ""
        cure = (
            "argmap has no place for it; the rest is whole"
            if self.code == SET_ASIDE
            else "look there, and mend the file if this part matters"
        )
        return Diagnostic(self.location, self.code, f"{times}{example}", cure)


class Losses:
    """The losses of one import or export, counted by what was lost; the first is the example.

    >>> losses = Losses()
    >>> losses.add("locutions", "L1")
    >>> losses.add("locutions", "L2")
    >>> [(loss.what, loss.count, loss.example) for loss in losses.all]
    [('locutions', 2, 'L1')]
    """

    def __init__(self) -> None:
        self._first: dict[tuple[str, str], Loss] = {}
        self._counts: dict[tuple[str, str], int] = {}

    def add(
        self,
        what: str,
        example: str = "",
        code: str = SET_ASIDE,
        at: Location = NOWHERE,
        count: int = 1,
    ) -> None:
        """Count a loss."""
        key = (what, code)
        self._counts[key] = self._counts.get(key, 0) + count
        if key not in self._first:
            self._first[key] = Loss(what, 0, _short(example), code, at)

    @property
    def all(self) -> tuple[Loss, ...]:
        """The losses, in the order in which the first of each kind was met."""
        return tuple(
            Loss(first.what, self._counts[key], first.example, first.code, first.location)
            for key, first in self._first.items()
        )


_LONGEST = 80  # characters of an example
_DEEPEST = 3  # mappings and lists within each other that an example shows


def in_words(value: object, depth: int = 0) -> str:
    """A value of a file or a map for people, without the signs of a programming language.

    >>> in_words({"name": "Ada", "tags": ["x", "y"], "is_new": True, "age": None})
    'name: Ada, tags: x, y, is_new: true, age: nothing'
    """
    if value is None or value in ((), [], {}):
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, dict | list | tuple):
        return str(value)
    if depth == _DEEPEST:
        return "\u2026"
    entries = islice(value.items() if isinstance(value, dict) else enumerate(value), _LONGEST)
    words = ((key, in_words(each, depth + 1)) for key, each in entries)
    return ", ".join(f"{key}: {each}" if isinstance(value, dict) else each for key, each in words)


def _short(example: str) -> str:
    line = " ".join(UNWRITABLE.sub("\ufffd", example).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "\u2026"


@dataclass(frozen=True, slots=True)
class Wishes:
    """The wishes that some formats know; the others pass over them.

    `format` is the name of the format that is read, where its content does not tell. `dialogue`
    keeps who said a claim as its speaker (AIF). `keep_going` reads on after errors of syntax, which
    become warnings. `columns` names the columns of a table: what a column is, and its heading.
    `labels` says of the label of a relation what it means (brat, discourse graphs):
    `support`, `attack`, `undercut` or `restates`. `relations` draws relations as nodes of their
    own (GraphML).
    """

    format: str | None = None
    dialogue: bool = False
    keep_going: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    relations: bool = False


PLAIN = Wishes()


@dataclass(frozen=True, slots=True)
class Imported:
    """A map read from files of another format, with everything that was not taken over.

    `diagnostics` are problems with a place: errors that made the file unreadable (the map is then
    empty), or single warnings. Losses are told by kind.
    """

    map: ArgumentMap
    lost: tuple[Loss, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Exported:
    """A map written in another format: a file, or several by name; and what could not be written.

    Names have no folder unless the format wants one (`sources/meyer.md`), and never lead out.
    """

    content: str | bytes | Mapping[str, str | bytes]
    lost: tuple[Loss, ...] = ()


def nothing(diagnostics: Iterable[Diagnostic]) -> Imported:
    """An empty map with these errors: the file could not be read."""
    return Imported(ArgumentMap({}), (), tuple(diagnostics))

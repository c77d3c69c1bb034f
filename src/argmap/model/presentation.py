"""The presentation of a map: the steps of its talk, and its named parts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a presentation: the claims to show, the words to say, and a stance of its own."""

    show: tuple[str, ...]
    say: str = ""
    reject: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """A part of the map for a handout: the surroundings of a claim, or the claims of a source."""

    focus: str | None = None
    depth: int | None = None
    only_source: str | None = None

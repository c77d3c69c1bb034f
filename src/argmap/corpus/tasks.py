"""A place to be read, as a worker is given it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argmap.corpus.candidates import Candidate
    from argmap.corpus.manifest import PlaceEntry


class Task(NamedTuple):
    """A candidate to be read, and what is known of it; one that `is_deadly` is not read again."""

    candidate: Candidate
    known: PlaceEntry | None = None
    is_deadly: bool = False


Batch = tuple[Task, ...]

"""The public questions on what a map was taken from: its sources, and how far it covers them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from argmap.analysis.people.coverage import coverage as coverage_of
from argmap.analysis.people.sources import sources as sources_of
from argmap.analysis.reading_of_map import reading_of
from argmap.documents.folder import folder_of
from argmap.documents.verification import evidence_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.analysis.people.coverage import CoverageFinding
    from argmap.analysis.people.sources import SourcesFinding
    from argmap.api.rests_on import AnyMap
    from argmap.model.relation import Force
    from argmap.model.stance import Stance


def sources(
    argument_map: AnyMap,
    *,
    reject: Iterable[str] = (),
    accept: Iterable[str] = (),
    stance: Stance | str | None = None,
    objections: Force | str | None = None,
) -> SourcesFinding:
    """The claims of each source and speaker, and the sources on which the conclusions rest.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> sources(THREE_CLAIMS).unsourced
    ('close', 'quieter', 'shops')
    """
    reading = reading_of(argument_map, stance, reject, accept, objections)
    return sources_of(reading)


def coverage(
    argument_map: AnyMap,
    documents: Path | str | None = None,
    *,
    reject: Iterable[str] = (),
    accept: Iterable[str] = (),
    stance: Stance | str | None = None,
    objections: Force | str | None = None,
) -> CoverageFinding:
    """The paragraphs of the documents with and without a claim, and quotations in reading order.

    `documents` is their folder; without it that which the map names, seen from the working folder.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> coverage(THREE_CLAIMS).documents
    ()
    """
    reading = reading_of(argument_map, stance, reject, accept, objections)
    given = Path(documents) if documents is not None else None
    folder = folder_of(reading.map, Path(), given)
    return coverage_of(reading, evidence_in(reading.map, folder))

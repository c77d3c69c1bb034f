"""Tags of sources in pictures: a citation, a shorter name for small scales, and a colour."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceTag:
    """The names of a source in pictures; `band` is the index of its `theme.BANDS` colour.

    `tag` is the citation of the source, `short` its authors alone, for cards drawn from afar.
    """

    source: str
    tag: str
    short: str
    band: int

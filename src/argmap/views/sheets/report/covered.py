"""The part of a report on the documents: how much of each the map takes up, and what it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.sheets.document import code, head, item, para, strong
from argmap.views.words.coverage import covered_in_words, places_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.people.coverage import CoverageFinding
    from argmap.views.sheets.citing import Citer
    from argmap.views.sheets.document import Block

_MOST_NAMED = 12


def documents_covered(cite: Citer, finding: CoverageFinding | None) -> Iterator[Block]:
    """The documents that were read; without one there is nothing to say."""
    if finding is None or not finding.documents:
        return
    yield head(2, "What of the documents is in the map")
    for covered in finding.documents:
        shared = len(covered.sources) > 1
        name = covered.document if shared else cite.tags[covered.sources[0]]
        yield item(0, strong(name), f": {covered_in_words(covered)}")
        if covered.bare:
            unit = covered.unit if len(covered.bare) == 1 else f"{covered.unit}s"
            yield item(1, f"Without a claim: {unit} {places_in_words(covered.bare)}.")
        wrong = dict.fromkeys(place.claim for place in covered.not_found if place.claim)
        if wrong:
            names = cite.tell.names([*wrong][:_MOST_NAMED])
            more = f" and {len(wrong) - _MOST_NAMED} more" if len(wrong) > _MOST_NAMED else ""
            yield item(1, f"Claims citing words or a place that it does not have: {names}{more}.")
    yield para("All quotations in the order of the documents: ", code("argmap coverage"))

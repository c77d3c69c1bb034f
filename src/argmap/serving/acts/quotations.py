"""Acts on quotations: words of a document given to a claim or a step, or taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.editing.edits import SetLocators
from argmap.errors import UsageError
from argmap.model.source import Locator, Source
from argmap.serving.acts.plan import Plan, known, name_of, short

if TYPE_CHECKING:
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation
    from argmap.serving.given import Given
    from argmap.serving.map_files import MapState


def quote(state: MapState, given: Given) -> Plan:
    """One more quotation of a claim or of a step."""
    kind, id_, quote = given.text("kind"), given.text("id"), given.text("quote")
    part = _quotable(state, given)
    _refuse_other_source(part, given.maybe("source"))
    places = [*part.locators, locator_in(given, quote)]
    words = f"Added the quotation “{short(quote)}” to {name_of(state, id_)}."
    return Plan((SetLocators(kind, id_, tuple(places)),), words)


def unquote(state: MapState, given: Given) -> Plan:
    """A quotation taken away."""
    kind, id_, quote = given.text("kind"), given.text("id"), given.text("quote")
    part = _quotable(state, given)
    kept = tuple(place for place in part.locators if place.quote != quote)
    if kept == part.locators:
        raise UsageError("this quotation is not there any more")
    words = f"Took the quotation “{short(quote)}” from {name_of(state, id_)}."
    return Plan((SetLocators(kind, id_, kept),), words)


def _quotable(state: MapState, given: Given) -> Claim | Relation:
    part = known(state, given.text("kind"), given.text("id"))
    if isinstance(part, Source):
        raise UsageError("a source has no quotations; its claims and steps have")
    return part


def locator_in(given: Given, quote: str) -> Locator:
    """The place of a quotation that is asked for."""
    return Locator(paragraph=given.number("paragraph"), page=given.maybe("page"), quote=quote)


def _refuse_other_source(part: Claim | Relation, source: str | None) -> None:
    """Refuse words of a document from which the claim or step does not come."""
    if source is not None and part.source is None:
        raise UsageError(
            "this claim or step names no source; give it that of the document first (Change)"
        )
    if source is not None and part.source != source:
        raise UsageError(
            f"this comes from the source `{part.source}`, and the words stand in `{source}`; "
            "make a claim of its own from them, and join the two"
        )

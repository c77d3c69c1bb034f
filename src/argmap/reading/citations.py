"""Sources, and the locators by which claims and relations cite them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from argmap.model.origin import Origin
from argmap.model.source import Locator, Source
from argmap.reading.bibliography.work import Work
from argmap.reading.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.reading.bibliography.shelf import Shelf
    from argmap.reading.claim_shape import Cited, LocatorShape
    from argmap.reading.containers import Loc
    from argmap.reading.places import PlacedFile, PlacedTree
    from argmap.reading.shape import WorkShape

_PAGE = re.compile(r"[,;:]?\s*\(?\b(?:pages?|pp?\.?|S\.)\s*([0-9]+(?:\s*[-\u2013]\s*[0-9]+)?)\)?")
_NO_DATA: Mapping[str, Any] = {}
# The keys whose values are checked: a problem with one is shown at its key.
_CHECKED = frozenset({"document", "sha256", "begins", "ends"})
_CHECKED |= {"doi", "isbn", "accessed", "retracted"}


def locators_of(cited: Cited, places: PlacedTree, loc: Loc) -> tuple[Locator, ...]:
    """The locators of a claim or relation.

    A `quote` written beside a single pinpoint without a quotation belongs to that pinpoint; any
    other is a locator of its own.
    """
    if not cited.at and cited.quote is None:
        return ()
    locators = [
        _locator(locator, places, (*loc, "at", index)) for index, locator in enumerate(cited.at)
    ]
    if cited.quote is not None:
        place = places.at(*loc, "quote")
        if len(locators) == 1 and locators[0].quote is None:
            [only] = cited.at
            return (
                _locator(only.model_copy(update={"quote": cited.quote}), places, (*loc, "quote")),
            )
        locators.append(Locator(place, quote=cited.quote))
    return tuple(locators)


def _locator(shape: LocatorShape, places: PlacedTree, loc: Loc) -> Locator:
    return Locator(
        places.at(*loc, "quote") if shape.quote is not None else places.at(*loc),
        paragraph=shape.paragraph,
        page=shape.page,
        section=shape.section,
        time=shape.time,
        quote=shape.quote,
        prefix=shape.prefix,
        suffix=shape.suffix,
    )


def source_of(id_: str, shape: WorkShape, file: PlacedFile, loc: Loc, shelf: Shelf) -> Source:
    """A source as a value of the model; its id stands in for a title that is not given.

    What the file says wins over the entry of a bibliography that it cites.
    """
    work = shelf.work(shape.cite, file, (*loc, "cite")) if shape.cite is not None else None
    work = Work() if work is None else work
    authors = tuple(author.text for author in shape.authors)
    whole_names = frozenset(author.text for author in shape.authors if author.is_whole)
    return Source(
        id=id_,
        location=file.at(*loc),
        title=shape.title or work.title,
        authors=authors or work.authors,
        whole_names=whole_names if authors else work.whole_names,
        cite_as=shape.cite_as,
        date=shape.date or work.date,
        kind=shape.kind,
        publisher=shape.publisher or work.publisher,
        url=shape.url or work.url,
        doi=shape.doi or work.doi,
        isbn=shape.isbn or work.isbn,
        accessed=shape.accessed or work.accessed,
        version=shape.version or work.version,
        retracted=shape.retracted,
        document=shape.document,
        sha256=shape.sha256,
        begins=shape.begins,
        ends=shape.ends,
        caveats=tuple(shape.caveats),
        note=shape.note,
        meta=own_data(shape),
        origin=origin_of(shape),
        folder=file.documents,
        places={key: file.key(*loc, key) for key in _CHECKED & shape.model_fields_set},
    )


def own_data(shape: Cited | WorkShape) -> Mapping[str, Any]:
    """The author's own data of a part; those that have none share one empty mapping."""
    return shape.meta or _NO_DATA


def origin_of(shape: Cited | WorkShape) -> Origin | None:
    """The origin of an imported part; None of one that was written for this map."""
    return None if shape.origin is None else Origin(shape.origin.format, shape.origin.id)


def is_reference(file: PlacedFile) -> bool:
    """Whether the `source` of a file is only the id of a source that another file describes."""
    return isinstance(file.root.get("source"), str)


def how_to_describe(cited: str, file: PlacedFile, loc: Loc) -> str:
    """The hint where a file cites a work in words: how its source is written, and a place in it.

    A file with a source of its own describes a further one below `sources`.
    """
    page = _PAGE.search(cited)
    id_ = slug(cited[: page.start()] if page else cited) or "my-source"
    at = f"`at: {{page: {page[1]}}}`" if page else ""
    own = f"write `source: {{id: {id_}, title: ...}}`"
    if loc == ("source",):
        return own + (f", and in each claim the place, such as {at}" if at else "")
    if file.shape.source is None:
        here = f"here {at} in place of this" if at else "delete this"
        return f"{own} at the top of the file, and {here}"
    place = f" and {at}" if at else ""
    return f"write `sources: {{{id_}: {{title: ...}}}}` once, and here `source: {id_}`{place}"

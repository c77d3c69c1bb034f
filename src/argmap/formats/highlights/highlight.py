"""A highlight as all its formats have it, and the map that is made of highlights."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.model.source import Locator

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.diagnostics import Location
    from argmap.formats.draft import Draft

DRAFT = "draft"
"""The tag of a claim that is no more than a highlight yet."""
BY = "annotation"
"""The key in `meta` under which a claim keeps who made the highlight, when, and in which colour."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The marked words, what stands around them, and their page."""

    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    page: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether it names no place at all."""
        return not (self.quote or self.page)


@dataclass(frozen=True, slots=True)
class MarkedWork:
    """The page or paper in which something was marked; `id` is what the file calls it.

    `more` are further fields of a source.
    """

    id: str
    title: str = ""
    url: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    more: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Highlight:
    """Marked words with a reader's comment; `by` is data of the annotation itself."""

    id: str
    comment: str
    anchors: tuple[Anchor, ...]
    work: MarkedWork | None
    tags: tuple[str, ...] = ()
    by: Mapping[str, str] = field(default_factory=dict)
    is_draft: bool = True


def add_highlights(draft: Draft, highlights: Iterable[Highlight]) -> None:
    """Add a claim for each highlight: its comment, or else the marked words, as text.

    Cost: linear.
    """
    for highlight in highlights:
        place = draft.at(1)
        quotes = [anchor.quote for anchor in highlight.anchors if anchor.quote]
        text = highlight.comment.strip() or " ".join(quotes).strip()
        if not text:
            draft.skip("annotations without a comment and without marked words", highlight.id)
            continue
        by = {key: value for key, value in highlight.by.items() if value}
        tags = (*highlight.tags, *([DRAFT] if highlight.is_draft else []))
        draft.claim(
            highlight.id,
            text,
            place,
            source=_source(draft, highlight.work, place),
            locators=tuple(
                _locator(anchor, place) for anchor in highlight.anchors if not anchor.is_empty
            ),
            tags=tuple(dict.fromkeys(" ".join(tag.split()) for tag in tags if tag.strip())),
            meta={BY: by} if by else {},
        )


def _locator(anchor: Anchor, place: Location) -> Locator:
    """The anchor as a locator; white space in it was that of a page and says nothing."""
    quote, prefix, suffix = (
        " ".join(words.split()) or None for words in (anchor.quote, anchor.prefix, anchor.suffix)
    )
    page = " ".join(anchor.page.split()) or None
    return Locator(place, page=page, quote=quote, prefix=prefix, suffix=suffix)


def _source(draft: Draft, work: MarkedWork | None, place: Location) -> str | None:
    if work is None or not work.id:
        return None
    title = " ".join(work.title.split()) or work.url or work.id
    if work.id not in draft.sources:
        draft.source(
            work.id,
            title,
            place,
            url=work.url or None,
            authors=work.authors,
            date=work.date or None,
            **{key: " ".join(value.split()) for key, value in work.more.items() if value.strip()},
        )
    return work.id

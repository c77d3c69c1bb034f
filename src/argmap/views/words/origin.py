"""The words for the origin of a claim: its source, its place there, and its speaker."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.documents.folding import folded
from argmap.model.claim import Mode

if TYPE_CHECKING:
    from argmap.model.claim import Claim
    from argmap.model.source import Source
    from argmap.views.words.citations import Citations

_MODES = MappingProxyType(
    {
        Mode.REPORTED: "The source reports what is held; it does not say so itself.",
        Mode.CONCEDED: "The source concedes this, although it tells against its own case.",
        Mode.RAISED: "The source raises this in order to answer it.",
        Mode.IMPLICIT: "Needed and unsaid: the mapper's reading of the source.",
        Mode.EDITORIAL: "The mapper's own: no source says this.",
    }
)
_BY = MappingProxyType(
    {
        Mode.REPORTED: "Attributed to {} by the source.",
        Mode.CONCEDED: "Conceded by {}, although it tells against their own case.",
        Mode.RAISED: "Raised by {} in order to answer it.",
        Mode.IMPLICIT: "Needed by {} and unsaid: the mapper's reading of the source.",
    }
)
_HELD_BY = MappingProxyType(
    {
        Mode.CONCEDED: "Held by {}. The source concedes this, against its own case.",
        Mode.RAISED: "Held by {}. The source raises it in order to answer it.",
    }
)
UNSAID = "unsaid: the mapper's reading"
"""The remark on a claim that its source needs and does not say."""


def voice_of(cite: Citations, claim: Claim) -> str:
    """The voice in which a claim is made, in sentences: its speaker, and its mode in the source."""
    if claim.speaker is None or claim.mode is Mode.EDITORIAL:
        in_own_voice = "Said by the source in its own voice." if claim.cited_source else ""
        return _MODES.get(claim.mode, in_own_voice)
    words = _HELD_BY if cite.is_taken_up(claim) else _BY
    return words.get(claim.mode, "Said by {}.").format(claim.speaker)


def whereabouts(cite: Citations, claim: Claim) -> list[str]:
    """The citation of a claim, its places in the source, and a remark if it is unsaid there."""
    attribution = cite.attribution(claim)
    places = dict.fromkeys(locator.place for locator in claim.locators if locator.place)
    parts = [attribution, *places, UNSAID if claim.mode is Mode.IMPLICIT else ""]
    return [part for part in parts if part]


def in_marks(quotation: str) -> str:
    """A quotation in quotation marks, unless it is in marks already.

    >>> in_marks("as planned"), in_marks("\u201eas planned\u201c")
    ('“as planned”', '„as planned“')
    """
    is_marked = folded(quotation[:1]) == folded(quotation[-1:]) == '"'
    is_whole = is_marked and folded(quotation[1:-1]).count('"') == 0
    return quotation if is_whole else f"“{quotation}”"


def origin_of(cite: Citations, claim: Claim) -> str:
    """The quotations of a claim, then in brackets its citation and places, as far as given."""
    quotes = [in_marks(locator.quote) for locator in claim.locators if locator.quote is not None]
    where = ", ".join(whereabouts(cite, claim))
    return " ".join(part for part in (" … ".join(quotes), where and f"({where})") if part)


def cited_with_quotations(cite: Citations, claim: Claim) -> str:
    """The citation of a claim, then its quotations with their places, as lists have them."""
    pairs = ((each.quote and in_marks(each.quote), each.place) for each in claim.locators)
    passages = (", ".join(part for part in pair if part) for pair in pairs)
    return "; ".join(part for part in (cite.attribution(claim), *passages) if part)


def caveats_of(source: Source) -> list[str]:
    """The caveats of a source; that it was retracted comes first.

    >>> from argmap.model.source import Source
    >>> caveats_of(Source("tea", retracted="1907", caveats=("A translation.",)))
    ['Retracted in 1907.', 'A translation.']
    """
    day = source.retracted
    word = "in" if day is not None and day.isdecimal() else "on"
    return [*([] if day is None else [f"Retracted {word} {day}."]), *source.caveats]


def facts_of(source: Source) -> str:
    """The authors, publisher, kind, date and numbers of a source, as far as given, each once."""
    facts = (
        ", ".join(source.authors),
        source.publisher,
        source.kind,
        source.date,
        source.version and f"version {source.version}",
        source.isbn and f"ISBN {source.isbn}",
        source.accessed and f"read on {source.accessed}",
    )
    return " · ".join(dict.fromkeys(fact for fact in facts if fact))

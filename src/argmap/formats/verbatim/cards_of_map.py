"""The claims of a map as cards: as they once stood in a debate file, or made from their source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from argmap.formats.verbatim.cards import Chapter, DebateCard
from argmap.formats.verbatim.passages import (
    CITE,
    HIGHLIGHT,
    LEFT_OUT,
    UNDERLINE,
    MarkedParagraph,
    Piece,
    passage_of,
    passages_in,
)
from argmap.formats.verbatim.reading import CARD, JOINT, NAME
from argmap.formats.verbatim.styles import TAG
from argmap.graph.outline import outline
from argmap.model.author import family_name, in_speaking_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.source import Source

_READ = frozenset({f"{HIGHLIGHT}yellow", UNDERLINE})
_LEFT_OUT = re.compile(r"(\s*(?:\[\s*\.{3}\s*\]|\(\s*\.{3}\s*\)|\.{3}|\[?\u2026\]?)\s*)")
_CHAPTERS = TAG - 1


def cards_of_map(argument_map: ArgumentMap) -> dict[str, DebateCard]:
    """The cards of all claims by their ids.

    They stand in the order of the file that they were read from; other claims follow in reading
    order. Claims without a section come first, as no heading ends another one. Cost: linear.
    """
    order = {id_: place for place, id_ in enumerate(outline(argument_map).numbers)}
    claims = sorted(
        argument_map.claims.values(),
        key=lambda claim: (claim.section is not None, *_old_place(claim), order[claim.id]),
    )
    cards: dict[str, DebateCard] = {}
    before: tuple[Chapter, ...] = ()
    for number, claim in enumerate(claims, 1):
        kept = claim.meta.get(CARD)
        kept = kept if isinstance(kept, dict) else {}
        before = _chapters(claim.section, kept.get("levels"), before)
        source = argument_map.sources.get(claim.source or "")
        cards[claim.id] = DebateCard(
            number, claim.text, before, _cite(kept, source), _evidence(claim, kept)
        )
    return cards


def _old_place(claim: Claim) -> tuple[bool, int]:
    """Whether the claim comes from no debate file, and its place in the one that it comes from."""
    origin = claim.origin
    if origin is None or origin.format != NAME or not origin.id[1:].isdecimal():
        return True, 0
    return False, int(origin.id[1:][:9])


def _chapters(
    section: str | None, levels: object, before: tuple[Chapter, ...]
) -> tuple[Chapter, ...]:
    """The headings above a claim, at the levels that they had if they can stand there again."""
    if section is None:
        return ()
    words = [" ".join(each.split()) for each in section.split(JOINT.strip(), _CHAPTERS - 1)]
    words = words if all(words) and JOINT.join(words) == section else [section]
    own = [*range(1, len(words) + 1)]
    if isinstance(levels, list) and _can_be(levels, len(words)):
        wanted = tuple(zip(levels, words, strict=True))
        # A heading above them that is still open would become part of the section.
        if not before or before[0][0] >= wanted[0][0]:
            return wanted
    return tuple(zip(own, words, strict=True))


def _can_be(levels: list[Any], count: int) -> bool:
    numbers = [level for level in levels if type(level) is int and 1 <= level <= _CHAPTERS]
    return len(numbers) == len(levels) == count and numbers == sorted(set(numbers))


def _cite(kept: Mapping[str, Any], source: Source | None) -> tuple[MarkedParagraph, ...]:
    """The cite as it was, if the claim still has a source; else one made of the source."""
    if source is None:
        return ()
    passages = passages_in(kept.get("cite"))
    if passages is not None:
        return tuple(passages)
    names = [name if name in source.whole_names else family_name(name) for name in source.authors]
    *most, last = names or [f"\u201c{source.title}\u201d"]
    short = f"{', '.join(most)} and {last}" if most else last
    year = (source.date or "")[:4]
    rest = [
        ", ".join(map(in_speaking_order, source.authors)),
        f"\u201c{source.title}\u201d" if source.authors and source.title != source.id else "",
        source.date or "",
        source.url or "",
        f"accessed {source.accessed}" if source.accessed else "",
    ]
    short = f"{short} {year}" if year.isdecimal() else short
    pieces = [Piece(short, frozenset({CITE}))]
    if any(rest):
        pieces.append(Piece(" \u2013 " + ", ".join(filter(None, rest))))
    return (passage_of(pieces),)


def _evidence(claim: Claim, kept: Mapping[str, Any]) -> tuple[MarkedParagraph, ...]:
    """The evidence as it was; else the quotations, highlighted, each in a paragraph of its own."""
    passages = passages_in(kept.get("evidence"))
    if passages is not None:
        return tuple(passages)
    quotes = (locator.quote for locator in claim.locators if locator.quote is not None)
    return tuple(each for each in map(_highlighted, quotes) if each.pieces)


def _highlighted(quote: str) -> MarkedParagraph:
    return passage_of(_pieces(_LEFT_OUT.split(quote)))


def _pieces(parts: Iterable[str]) -> Iterable[Piece]:
    for index, part in enumerate(parts):
        if index % 2:
            yield Piece(LEFT_OUT)
        elif part:
            yield Piece(part, _READ)

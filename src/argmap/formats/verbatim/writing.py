"""Verbatim files, written: chapters, tags, cites and evidence in the styles that debaters use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.documents.formats.word_parts import Run, WordParagraph
from argmap.formats.exchange import Exported
from argmap.formats.verbatim.cards_of_map import cards_of_map
from argmap.formats.verbatim.losses import losses_of
from argmap.formats.verbatim.passages import CITE, EMPHASIS, HIGHLIGHT, SHADE, UNDERLINE
from argmap.formats.word_package import BASE, sized, style, word_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.formats.exchange import Wishes
    from argmap.formats.verbatim.cards import Chapter, DebateCard
    from argmap.formats.verbatim.passages import MarkedParagraph, Piece
    from argmap.model.argument_map import ArgumentMap

_BOLD, _LINE = "<w:b/><w:bCs/>", '<w:u w:val="single"/>'
_CENTRED = '<w:jc w:val="center"/>'
_TOGETHER = "<w:keepNext/><w:keepLines/>"
_BOX = "".join(
    f'<w:{side} w:val="single" w:sz="24" w:space="4" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right")
)


def _heading(level: int, alias: str, size: int, more: str = "", line: str = "") -> str:
    space = '<w:spacing w:before="240" w:after="60"/>'
    border, _, centred = more.partition("|")
    looks = f'{_TOGETHER}{border}{space}{centred}<w:outlineLvl w:val="{level - 1}"/>'
    letters = sized(size, _BOLD) + line
    return style(
        f"Heading{level}", f"heading {level}", letters=letters, paragraph=looks, aliases=alias
    )


_STYLES = "".join(
    (
        BASE,
        _heading(1, "Pocket", 52, f"<w:pBdr>{_BOX}</w:pBdr>|{_CENTRED}"),
        _heading(2, "Hat", 44, f"|{_CENTRED}", '<w:u w:val="double"/>'),
        _heading(3, "Block", 32, f"|{_CENTRED}", _LINE),
        _heading(4, "Tag", 26),
        style(
            "Style13ptBold",
            "Style 13 pt Bold",
            letters=sized(26, _BOLD) + '<w:u w:val="none"/>',
            aliases="Cite",
            of_letters=True,
        ),
        style(
            "StyleUnderline",
            "Style Underline",
            letters=sized(22, '<w:b w:val="0"/>') + _LINE,
            aliases="Underline",
            of_letters=True,
        ),
        style("Emphasis", "Emphasis", letters=sized(22, _BOLD) + _LINE, of_letters=True),
    )
)
_STYLE_OF = {CITE: "Style13ptBold", EMPHASIS: "Emphasis", UNDERLINE: "StyleUnderline"}
_LOOK_OF = {"bold": "b", "italic": "i", "strike": "strike"}


def write(argument_map: ArgumentMap, wishes: Wishes) -> Exported:
    """The claims of a map as cards. Cost: linear."""
    del wishes
    written = cards_of_map(argument_map)
    content = word_file(_paragraphs(list(written.values())), _STYLES, argument_map.title)
    return Exported(content, losses_of(argument_map, written).all)


def _paragraphs(cards: Sequence[DebateCard]) -> Iterator[WordParagraph]:
    open_chapters: tuple[Chapter, ...] = ()
    for card in cards:
        for level, words in _headings(open_chapters, card.chapters):
            yield WordParagraph((Run(words),), f"Heading{level}")
        open_chapters = card.chapters
        yield WordParagraph((Run(card.tag),), "Heading4")
        for passage in (*card.cite, *card.evidence):
            yield _paragraph(passage)


def _headings(before: tuple[Chapter, ...], now: tuple[Chapter, ...]) -> tuple[Chapter, ...]:
    """The headings between two cards: those that are new, or the last again where some end."""
    same = 0
    while same < min(len(before), len(now)) and before[same] == now[same]:
        same += 1
    return now[same - 1 :] if same == len(now) < len(before) else now[same:]


def _paragraph(passage: MarkedParagraph) -> WordParagraph:
    return WordParagraph(tuple(map(_run, passage.pieces)))


def _run(piece: Piece) -> Run:
    looks: dict[str, str] = {}
    for mark, id_ in _STYLE_OF.items():
        if mark in piece.marks:
            if "style" not in looks:
                looks["style"] = id_
            elif mark == UNDERLINE:
                looks["u"] = "single"
    for mark in sorted(piece.marks):
        if mark in _LOOK_OF:
            looks[_LOOK_OF[mark]] = "on"
        elif mark.startswith(HIGHLIGHT):
            looks["highlight"] = re.sub(r"\W", "", mark.removeprefix(HIGHLIGHT))
        elif mark.startswith(SHADE):
            looks["shd"] = mark.removeprefix(SHADE)
    return Run(piece.text, looks)

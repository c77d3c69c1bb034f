"""The styles of a Word file as debaters use them: chapters, tags, cites, and what is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.formats.verbatim.passages import (
    CITE,
    EMPHASIS,
    HIGHLIGHT,
    SHADE,
    UNDERLINE,
    MarkedParagraph,
    Piece,
    passage_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.documents.formats.word import WordFile
    from argmap.documents.formats.word_parts import Run, WordParagraph, WordStyle

TAG = 4
"""The level of a heading that is a claim; those above it are chapters."""

_HEADING = re.compile(
    r"(?:heading|\u00fc?berschrift|titre|t\u00edtulo|titulo|titolo|encabezado|kop|rubrik"
    r"|overskrift|nag\u0142\u00f3wek|nadpis|otsikko|\u0437\u0430\u0433\u043e\u043b\u043e\u0432\u043e\u043a"
    r"|\u898b\u51fa\u3057|\u6807\u9898|\u6a19\u984c)\s*(\d)",
    re.IGNORECASE,
)
_BY_NAME = {"pocket": 1, "hat": 2, "block": 3, "tag": TAG}
_OUR_OUTLINE = "argmap "  # the styles of an outline that argmap wrote; its levels are no tags
_CITE = re.compile(
    r"(?:style ?)?1[23] ?pt ?bold|cites?\b|author[- ]?date|style style bold|heading 4 char|tag char"
)
_EMPHASIS = re.compile(r"emphasi|\bbox|betonung|hervorhebung|\u00e9nfasis|accentuation|enfasi")
_UNDERLINE = re.compile(r"underlin|unterstr|soulign|subrayad|sottoline|heading 3 char|block char")
_MARKS = ((CITE, _CITE), (EMPHASIS, _EMPHASIS), (UNDERLINE, _UNDERLINE))
_NO_MARK = re.compile(r"hyperlink|toc\b|page number")
_LOOKS = {"b": "bold", "i": "italic", "strike": "strike"}
_DEEPEST = 20  # styles that are based on each other


class Styles:
    """The parts that paragraphs and letters of a file play, by its styles and their names."""

    def __init__(self, word: WordFile) -> None:
        self._styles = word.styles
        self._levels: dict[str, int] = {}
        self._marks: dict[str, frozenset[str]] = {}

    def level_of(self, paragraph: WordParagraph) -> int:
        """The level of a heading: 1 to 3 of a chapter, 4 of a tag; 0 of any other paragraph.

        The level of the paragraph itself comes before that of its style.
        """
        own = _level(paragraph.level)
        if own is not None:
            return own
        if paragraph.style not in self._levels:
            levels = (_level_of_style(id_, style) for id_, style in self._based(paragraph.style))
            level = next((each for each in levels if each is not None), 0)
            self._levels[paragraph.style] = level
        return self._levels[paragraph.style]

    def passage_of(self, paragraph: WordParagraph) -> MarkedParagraph:
        """The paragraph with its marks."""
        return passage_of(Piece(run.text, self.marks_of(run)) for run in paragraph.runs)

    def marks_of(self, run: Run) -> frozenset[str]:
        """The marks of letters, by their style and by what was set on them alone."""
        looks = run.properties
        if not looks:
            return frozenset()
        marks = set(self._marks_of_style(looks.get("style", "")))
        if (underlined := looks.get("u")) is not None:
            marks = marks - {UNDERLINE} if underlined == "off" else marks | {UNDERLINE}
        if (colour := looks.get("highlight", "off")) != "off":
            marks.add(f"{HIGHLIGHT}{colour}")
        elif re.fullmatch(r"[0-9A-Fa-f]{6}", fill := looks.get("shd", "off")):
            marks.add(f"{SHADE}{fill.upper()}")
        if not marks & {CITE, EMPHASIS}:
            marks |= {word for look, word in _LOOKS.items() if looks.get(look, "off") != "off"}
        elif looks.get("strike", "off") != "off":
            marks.add("strike")
        return frozenset(marks)

    def _marks_of_style(self, id_: str) -> frozenset[str]:
        if id_ not in self._marks:
            self._marks[id_] = frozenset(self._worked_out(id_))
        return self._marks[id_]

    def _worked_out(self, id_: str) -> Iterator[str]:
        """The mark of a style of letters: by its name, its aliases, or else by how it looks.

        Of the aliases only the words of the template itself count: those of files that have gone
        through many hands name anything.
        """
        for each, style in self._based(id_):
            name = (style.names[0] if style is not None and style.names else each).casefold()
            if _NO_MARK.search(name):
                return
            for mark, known in _MARKS:
                if known.search(name):
                    yield mark
                    return
            aliases = (
                {alias.casefold() for alias in style.names[1:]} if style is not None else set()
            )
            if len(marks := aliases & {CITE, EMPHASIS, UNDERLINE}) == 1:
                yield from marks
                return
        looks = self._looks_of(id_)
        if looks.get("u", "off") != "off":
            yield UNDERLINE
        for look, word in _LOOKS.items():
            if looks.get(look, "off") != "off":
                yield word

    def _looks_of(self, id_: str) -> Mapping[str, str]:
        looks: dict[str, str] = {}
        for _, style in self._based(id_):
            looks = {**(style.properties if style else {}), **looks}
        return looks

    def _based(self, id_: str) -> Iterator[tuple[str, WordStyle | None]]:
        """A style and those it is based on."""
        for _ in range(_DEEPEST):
            if not id_:
                return
            style = self._styles.get(id_)
            yield id_, style
            id_ = style.based_on if style is not None else ""


def _level(outline: str) -> int | None:
    if not outline.isdecimal():
        return None
    return int(outline[:2]) + 1 if int(outline[:2]) < TAG else 0


def _level_of_style(id_: str, style: WordStyle | None) -> int | None:
    """The level of a style by its name; by its aliases where these name a part of a card alone.

    Files that have gone through many hands have aliases of every kind, such as `heading 2` for 4.
    """
    name, *aliases = style.names if style is not None and style.names else (id_,)
    if name.startswith(_OUR_OUTLINE):
        return 0
    if (match := _HEADING.fullmatch(name)) is not None:
        return int(match[1]) if int(match[1]) <= TAG else 0
    for each in (name, *aliases):
        if each.casefold() in _BY_NAME:
            return _BY_NAME[each.casefold()]
    return _level(style.level) if style is not None else None

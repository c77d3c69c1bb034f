"""The parts of a Word file, read from the events of a parser: text, styles, and the title."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from argmap.documents.unreadable import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Mapping

_DEPTH_LIMIT = 10_000
_MOST_PARAGRAPHS = 2_000_000
_NAMESPACE = "wordprocessingml"
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
# Text that was deleted or moved away, the second form of what is there twice, and looks of old.
_SKIPPED = frozenset({"del", "moveFrom", "Fallback", "rPrChange", "pPrChange"})
_OFF = frozenset({"0", "false", "off", "none", "auto", "clear", "nil", "FFFFFF", "ffffff"})
_NOT_TEXT = {
    "del": "deleted words",
    "moveFrom": "deleted words",
    "drawing": "pictures",
    "pict": "pictures",
    "commentReference": "comments",
    "footnoteReference": "footnotes",
    "endnoteReference": "footnotes",
}
Properties: TypeAlias = "Mapping[str, str]"


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that look alike: their text, and how they look.

    `properties` are `style` (the id of a style of letters) and the tags of Word such as `u`, `b` or
    `highlight`, each with its value; `off` stands for a look that is switched off.
    """

    text: str
    properties: Properties = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A paragraph: its runs, the id of its style, and its own level in the outline from 0 on."""

    runs: tuple[Run, ...]
    style: str = ""
    level: str = ""

    @property
    def text(self) -> str:
        """The text of all runs, spaces as they stand."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class WordStyle:
    """A style: its names, the id of the style it is based on, its level, and how letters look."""

    names: tuple[str, ...]
    based_on: str
    level: str
    properties: Properties


class PartReader:
    """The events of a part, of which a reader of each part takes what it wants."""

    def __init__(self) -> None:
        self._depth = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        namespace, _, tag = name.rpartition(" ")
        self._depth += 1
        if self._depth > _DEPTH_LIMIT:
            raise UnreadableError("its text is nested too deeply")
        self.opened(tag, attributes, is_word=_NAMESPACE in namespace)

    def end(self, name: str) -> None:
        """An element ends."""
        namespace, _, tag = name.rpartition(" ")
        self._depth -= 1
        self.closed(tag, is_word=_NAMESPACE in namespace)

    def opened(self, tag: str, attributes: Mapping[str, str], *, is_word: bool) -> None:
        """An element begins; `is_word` if its tag is one of Word's own."""

    def closed(self, tag: str, *, is_word: bool) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """The text of an element."""


def _value(attributes: Mapping[str, str], key: str = "val") -> str:
    return next((value for name, value in attributes.items() if name.endswith(f" {key}")), "")


def _looks(tag: str, attributes: Mapping[str, str]) -> tuple[str, str]:
    """A look of letters and its value; a tag without a value switches the look on."""
    value = _value(attributes, "fill" if tag == "shd" else "val") or ("on" if tag != "shd" else "")
    return tag, "off" if value in _OFF or not value else value


_LOOKS = frozenset({"u", "b", "i", "strike", "highlight", "shd", "sz"})


@dataclass(slots=True)
class _OpenParagraph:
    """A paragraph that is being read."""

    runs: list[Run] = field(default_factory=list)
    style: str = ""
    level: str = ""
    parts: list[str] = field(default_factory=list)
    properties: dict[str, str] = field(default_factory=dict)

    def close_run(self) -> None:
        if self.parts:
            self.runs.append(Run("".join(self.parts), self.properties))
        self.parts, self.properties = [], {}


class ReaderOfText(PartReader):
    """The paragraphs of one part, gathered from the events of the parser.

    A text box holds paragraphs within a paragraph, which is why the open ones are a stack.
    """

    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[WordParagraph] = []
        self.left_out: Counter[str] = Counter()
        self._open: list[_OpenParagraph] = []
        self._skipped = 0
        self._in_text = 0
        self._in_properties = ""

    def opened(self, tag: str, attributes: Mapping[str, str], *, is_word: bool) -> None:
        """An element begins."""
        if tag in _NOT_TEXT and not self._skipped and is_word:
            self.left_out[_NOT_TEXT[tag]] += 1
        if tag in _SKIPPED or self._skipped:
            self._skipped += 1
        elif not is_word:
            return
        elif tag == "p":
            self._open.append(_OpenParagraph())
        elif self._open:
            self._opened_within(self._open[-1], tag, attributes)

    def _opened_within(
        self, paragraph: _OpenParagraph, tag: str, attributes: Mapping[str, str]
    ) -> None:
        if self._in_properties:
            self._property(paragraph, tag, attributes)
        elif tag in ("rPr", "pPr"):
            self._in_properties = tag
        elif tag == "r":
            paragraph.close_run()
        elif tag == "t":
            self._in_text += 1
        elif tag in _SIGNS:
            paragraph.parts.append(_SIGNS[tag])

    def _property(self, paragraph: _OpenParagraph, tag: str, attributes: Mapping[str, str]) -> None:
        if self._in_properties == "rPr":
            if tag == "rStyle":
                paragraph.properties["style"] = _value(attributes)
            elif tag in _LOOKS:
                name, value = _looks(tag, attributes)
                paragraph.properties[name] = value
        elif tag == "pStyle":
            paragraph.style = _value(attributes)
        elif tag == "outlineLvl":
            paragraph.level = _value(attributes)

    def closed(self, tag: str, *, is_word: bool) -> None:
        """An element ends."""
        if self._skipped:
            self._skipped -= 1
        elif not is_word:
            return
        elif tag == self._in_properties:
            self._in_properties = ""
        elif tag == "p" and self._open:
            if len(self.paragraphs) >= _MOST_PARAGRAPHS:
                raise UnreadableError(f"it has more than {_MOST_PARAGRAPHS:,} paragraphs")
            paragraph = self._open.pop()
            paragraph.close_run()
            self.paragraphs.append(
                WordParagraph(tuple(paragraph.runs), paragraph.style, paragraph.level)
            )
        elif tag == "r" and self._open:
            self._open[-1].close_run()
        elif tag == "t" and self._in_text:
            self._in_text -= 1

    def text(self, text: str) -> None:
        """The text of an element."""
        if self._in_text and self._open and not self._skipped:
            self._open[-1].parts.append(text)


class ReaderOfStyles(PartReader):
    """The styles of a file by their ids."""

    def __init__(self) -> None:
        super().__init__()
        self.styles: dict[str, WordStyle] = {}
        self._id = ""
        self._names: list[str] = []
        self._based_on = self._level = ""
        self._properties: dict[str, str] = {}

    def opened(self, tag: str, attributes: Mapping[str, str], *, is_word: bool) -> None:
        """An element begins."""
        if not is_word:
            return
        if tag == "style":
            self._id = _value(attributes, "styleId")
            self._names, self._based_on, self._level, self._properties = [], "", "", {}
        elif tag == "name":
            self._names.insert(0, _value(attributes))
        elif tag == "aliases":
            self._names += _value(attributes).split(",")
        elif tag == "basedOn":
            self._based_on = _value(attributes)
        elif tag == "outlineLvl":
            self._level = _value(attributes)
        elif tag in _LOOKS:
            name, value = _looks(tag, attributes)
            self._properties[name] = value

    def closed(self, tag: str, *, is_word: bool) -> None:
        """An element ends."""
        if is_word and tag == "style":
            names = tuple(name.strip() for name in self._names)
            self.styles[self._id] = WordStyle(names, self._based_on, self._level, self._properties)


class ReaderOfTitle(PartReader):
    """The title among the properties of a file."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._in_title = False

    def opened(self, tag: str, attributes: Mapping[str, str], *, is_word: bool) -> None:
        """An element begins."""
        del attributes, is_word
        self._in_title = tag == "title"

    def closed(self, tag: str, *, is_word: bool) -> None:
        """An element ends."""
        del tag, is_word
        self._in_title = False

    def text(self, text: str) -> None:
        """The text of an element."""
        if self._in_title:
            self.parts.append(text)

"""Briefs and questions for the page, as headings, paragraphs and list items in JSON.

A text is a list of indices of blocks in a common store, so that a block of several texts is stored
once. The page's script turns blocks into elements and their words into text, never into markup.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from argmap.views.sheets.document import Heading, Item, Paragraph, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.views.sheets.document import Block, Span
    from argmap.views.words.sentences import Teller

_NAMED = re.compile(r"(?<![^\s(])([^\s(]+) “")


class Sheets:
    """A store of blocks and the texts in it; `places` has each claim's index in the page's data."""

    def __init__(self, tell: Teller, places: Mapping[str, int]) -> None:
        self.store: list[list[Any]] = []
        self._written: dict[str, int] = {}
        numbers = tell.outline.numbers.items()
        self._places = {number: places[id_] for id_, number in numbers}
        self._names = {number: plain(tell.name(id_)) for id_, number in numbers}

    def written(self, blocks: Iterable[Block]) -> list[int]:
        """The text as indices of blocks, which are added to the store."""
        return [self._place_of(self._block(block)) for block in blocks]

    def _place_of(self, block: list[Any]) -> int:
        """The index of a block in the store, to which a new block is added."""
        key = json.dumps(block, ensure_ascii=False)
        if key not in self._written:
            self._written[key] = len(self.store)
            self.store.append(block)
        return self._written[key]

    def _block(self, block: Block) -> list[Any]:
        """A block as a list of its kind and its pieces.

        Raises:
            TypeError: the block is a table or a page break, which no text of the page has.
        """
        kind: str | int
        if isinstance(block, Heading):
            kind = f"h{block.level + 1}"  # the page has a heading above them all
        elif isinstance(block, Paragraph):
            kind = "p"
        elif isinstance(block, Item):
            kind = block.depth
        else:
            raise TypeError(f"the page has no {type(block).__name__}")
        return [kind, *(piece for span in block.words for piece in self._pieces(span))]

    def _pieces(self, span: Span) -> Iterator[Any]:
        """The pieces of a span, with its style; each claim that it names becomes a link."""
        if span.style == "strong" and span.text in self._places:
            yield ["number", self._places[span.text]]
            return
        text, end = plain(span.text), 0
        for match in _NAMED.finditer(text):
            number, start = match[1], match.start()
            name = self._names.get(number)
            if name is None or start < end or not text.startswith(name, start):
                continue
            yield from _styled(text[end:start], span.style)
            yield _with_style(self._places[number], span.style)
            end = start + len(name)
        yield from _styled(text[end:], span.style)


def _styled(text: str, style: str) -> Iterator[Any]:
    if text:
        yield _with_style(text, style)


def _with_style(piece: str | int, style: str) -> Any:  # noqa: ANN401  # JSON
    return [style, piece] if style else piece

"""The paragraphs of a text: split at blank lines and before list marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.documents.folding import BREAK, folded, folded_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORT, _SHORTER = 0.85, 0.55
"""The parts of the widest line below which a line is short, and so short as a heading is."""

_SENTENCE_ENDS = (".", "!", "?", ":", '."', ".\u201d", "?\u201d", "!\u201d")

_LIST_MARK = re.compile(r"\s*(?:[-*](?:\s+|$)|\u2022\s*|\d{1,4}[.)]\s+)")


@dataclass(frozen=True, slots=True)
class DocumentParagraph:
    """A folded paragraph of a source.

    `text` is without the list mark at the start, `whole` with it, as a quotation may include it;
    `raw` is the paragraph as it stands but for white space, with a line break where another one
    seems to begin. `page` counts from 0, `number` from 1; no number means that the paragraph is
    outside the numbered range.
    """

    text: str
    whole: str
    raw: str
    page: int = 0
    number: int | None = None


def paragraphs_of(text: str, page: int = 0) -> Iterator[DocumentParagraph]:
    r"""The paragraphs of a text.

    >>> [(raw.text, raw.whole) for raw in paragraphs_of("One\ntwo.\n\n- Three\n- Four\n  five")]
    [('One two.', 'One two.'), ('Three', '- Three'), ('Four five', '- Four five')]
    """
    paragraphs: list[list[str]] = [[]]
    for line in text.splitlines():
        if not line.strip():
            paragraphs.append([])
            continue
        if _LIST_MARK.match(line) is not None:
            paragraphs.append([])
        paragraphs[-1].append(line)
    for lines in paragraphs:
        raw = "\n".join(lines)
        bare = folded_lines(_without_mark(raw))
        if bare:
            yield DocumentParagraph(bare, folded_lines(raw), _in_print(lines), page)


def _in_print(lines: list[str]) -> str:
    r"""The lines as one text, with a line break where a paragraph seems to end.

    The lines of a page of a PDF come without empty lines between its paragraphs. A line seems to be
    the last of one if it is short and ends a sentence, or is so short that it must be a heading.

    >>> _in_print(["A heading", "It is a long line of a text that", "goes on.", "The next begins."])
    'A heading\nIt is a long line of a text that goes on.\nThe next begins.'
    """
    plain = [" ".join(line.split()) for line in lines]
    widest = max(map(len, plain), default=0)
    pieces = []
    for line, following in zip(plain, [*plain[1:], ""], strict=True):
        is_end = len(line) < _SHORT * widest and line.endswith(_SENTENCE_ENDS)
        is_heading = len(line) < _SHORTER * widest and following[:1].isupper()
        pieces.append(line + ("\n" if following and (is_end or is_heading) else " "))
    return "".join(pieces).strip()


def _without_mark(text: str) -> str:
    mark = _LIST_MARK.match(text)
    return text[mark.end() :] if mark is not None else text


def opens_with(paragraph: DocumentParagraph, words: str) -> bool:
    """Whether a paragraph opens with these words, its list mark counted or not."""
    return any(
        text.startswith(folded(words))
        for whole in (paragraph.text, paragraph.whole)
        for text in _readings(whole)
    )


def closes_with(paragraph: DocumentParagraph, words: str) -> bool:
    """Whether a paragraph closes with these words."""
    return any(text.endswith(folded(words)) for text in _readings(paragraph.whole))


def _readings(text: str) -> set[str]:
    """The text, with every hyphen at a line end dropped, kept, or as it was typed."""
    return {text.replace(BREAK, hyphen) for hyphen in ("", "-", "- ")}

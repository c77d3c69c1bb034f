"""The paragraphs of a text: split at blank lines and before list marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.documents.folding import BREAK, folded, folded_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

_LIST_MARK = re.compile(r"\s*(?:[-*](?:\s+|$)|\u2022\s*|\d{1,4}[.)]\s+)")


@dataclass(frozen=True, slots=True)
class DocumentParagraph:
    """A folded paragraph of a source.

    `text` is without the list mark at the start, `whole` with it, as a quotation may include it;
    `raw` is the paragraph as it stands but for white space. `page` counts from 0, `number` from 1;
    no number means that the paragraph is outside the numbered range.
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
            yield DocumentParagraph(bare, folded_lines(raw), " ".join(raw.split()), page)


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

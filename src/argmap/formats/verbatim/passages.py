"""Paragraphs of a card with their marks: what is underlined, highlighted, and so read out.

In a map a paragraph is a text, or a list of texts and of texts under their marks, such as
`["In most towns ", {"highlight-yellow underline": "footfall rose"}, " within a year."]`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.documents.folding import WITHOUT_SPACES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

CITE, EMPHASIS, UNDERLINE = "cite", "emphasis", "underline"
HIGHLIGHT, SHADE = "highlight-", "shade-"
MARKS = re.compile(
    r"(?:cite|emphasis|underline|bold|italic|strike|highlight-[A-Za-z]{1,20}|shade-[0-9A-Fa-f]{6})"
)
LEFT_OUT = " ... "
"""The sign between two pieces of a quotation for the words that stand between them."""

_SPACES = re.compile(r"[^\S\n]+")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_WITHIN_WORDS = "\u00ad\u200b\u2060\ufeff"
_NO_BEGINNING = " \t\n,;:.!?)]}\u2026\u2013\u2014-/\u201d\u2019\u00bb"
_NO_END = " \t\n,;:([{\u2013\u2014-/\u201c\u2018\u00ab"
_DOTS = ".\u2026 "


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of a paragraph that bear the same marks."""

    text: str
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class MarkedParagraph:
    """A paragraph of a card: its pieces in their order."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(piece.text for piece in self.pieces)

    def marked(self, mark: str) -> bool:
        """Whether a piece bears this mark, or one that begins like it."""
        return any(each.startswith(mark) for piece in self.pieces for each in piece.marks)


def passage_of(pieces: Iterable[Piece]) -> MarkedParagraph:
    """The passage of these pieces: white space folded, neighbours with the same marks joined.

    >>> passage_of([Piece(" a "), Piece(" b"), Piece("c", frozenset({"bold"}))]).pieces
    (Piece(text='a b', marks=frozenset()), Piece(text='c', marks=frozenset({'bold'})))
    """
    joined: list[tuple[str, frozenset[str]]] = []
    for piece in pieces:
        text = _SPACES.sub(" ", _CONTROLS.sub("\ufffd", piece.text))
        if not joined or joined[-1][0].endswith((" ", "\n")):
            text = text.lstrip(" ") if joined else text.lstrip()
        if not text:
            continue
        if joined and joined[-1][1] == piece.marks:
            joined[-1] = (joined[-1][0] + text, piece.marks)
        else:
            joined.append((text, piece.marks))
    while joined and not (last := joined[-1][0].rstrip()):
        joined.pop()
    if joined:
        joined[-1] = (last, joined[-1][1])
    return MarkedParagraph(tuple(Piece(*each) for each in joined))


def tree_of(passage: MarkedParagraph) -> str | list[str | dict[str, str]]:
    """The passage as a map keeps it."""
    if not any(piece.marks for piece in passage.pieces):
        return passage.text
    return [
        {" ".join(sorted(piece.marks)): piece.text} if piece.marks else piece.text
        for piece in passage.pieces
    ]


def passages_in(tree: Any) -> list[MarkedParagraph] | None:  # noqa: ANN401  # what an author wrote
    """The passages that a map keeps in a list; None if that is none of ours."""
    if not isinstance(tree, list | tuple) or not tree:
        return None
    passages = [_passage_in(each) for each in tree]
    return [each for each in passages if each is not None] if None not in passages else None


def _passage_in(tree: Any) -> MarkedParagraph | None:  # noqa: ANN401  # likewise
    pieces = []
    for each in [tree] if isinstance(tree, str) else tree if isinstance(tree, list | tuple) else []:
        if isinstance(each, str):
            pieces.append(Piece(each))
            continue
        marks, text = next(iter(each.items())) if _is_marked(each) else ("", None)
        if not isinstance(text, str) or not all(map(MARKS.fullmatch, marks.split())):
            return None
        pieces.append(Piece(text, frozenset(marks.split())))
    passage = passage_of(pieces)
    return passage if passage.pieces else None


def _is_marked(tree: Any) -> bool:  # noqa: ANN401  # likewise
    return hasattr(tree, "items") and len(tree) == 1 and isinstance(next(iter(tree)), str)


def quotations_in(passages: Sequence[MarkedParagraph]) -> list[str]:
    """The words read out of the evidence: a quotation for each paragraph in which some are read.

    Highlighted words are read; where there are none, shaded ones, else those underlined or
    emphasised. Left-out words leave an ellipsis. Where half a word is marked the whole is quoted,
    so that every quotation is found again in the evidence.

    >>> rose = Piece("footfall rose", frozenset({"underline"}))
    >>> quotations_in([passage_of([Piece("In most towns "), rose, Piece(" in May.")])])
    ['footfall rose']
    """
    for marks in ((HIGHLIGHT,), (SHADE,), (UNDERLINE, EMPHASIS)):
        if any(passage.marked(mark) for passage in passages for mark in marks):
            quotations = (_read(line, marks) for passage in passages for line in _lines(passage))
            return [each for each in quotations if each]
    return []


def _lines(passage: MarkedParagraph) -> Iterator[MarkedParagraph]:
    """The passage, divided where a line is broken."""
    pieces: list[Piece] = []
    for piece in passage.pieces:
        first, *others = piece.text.split("\n")
        pieces.append(Piece(first, piece.marks))
        for line in others:
            yield MarkedParagraph(tuple(pieces))
            pieces = [Piece(line, piece.marks)]
    yield MarkedParagraph(tuple(pieces))


def _read(passage: MarkedParagraph, marks: tuple[str, ...]) -> str:
    text, spans, start = passage.text, [], 0
    for piece in passage.pieces:
        end = start + len(piece.text)
        if any(mark.startswith(marks) for mark in piece.marks):
            spans.append((start, end))
        start = end
    whole: list[tuple[int, int]] = []
    for start, end in spans:
        first, last = _whole_words(text, *_stripped(text, start, end))
        if first >= last:
            continue
        if whole and not any(map(str.isalnum, text[whole[-1][1] : first])):
            first = whole.pop()[0]
        whole.append((first, last))
    pieces = [text[start:end] for start, end in whole]
    pieces = [piece.rstrip(_DOTS) for piece in pieces[:-1]] + pieces[-1:]
    return LEFT_OUT.join(pieces)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _NO_BEGINNING:
        start += 1
    while end > start and text[end - 1] in _NO_END:
        end -= 1
    if not any(map(str.isalnum, text[start:end])):
        return start, start
    return start, end


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the rest of the words that it begins and ends in."""
    while 0 < start < end and _goes_on(text[start - 1], text[start]):
        start -= 1
    while start < end < len(text) and _goes_on(text[end - 1], text[end]):
        end += 1
    return start, end


def _goes_on(before: str, after: str) -> bool:
    return all(
        (sign.isalnum() or sign in _WITHIN_WORDS or unicodedata.category(sign)[0] == "M")
        and WITHOUT_SPACES.match(sign) is None
        for sign in (before, after)
    )

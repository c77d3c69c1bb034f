"""PDF as text, page by page."""

from __future__ import annotations

import logging
import re
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING

from argmap.documents.pages import Page
from argmap.documents.unreadable import UnreadableError, needs_extra

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdf import PdfReader

TEXT_LIMIT = 50_000_000  # signs of all pages together
_HEADS = 3  # lines at the top and the bottom of a page that may be its head, number or foot
_MUTE = logging.NullHandler()  # one for all files: a logger keeps each handler only once
_DIGITS = re.compile(r"\d+")


def pages_of_pdf(content: bytes) -> list[Page]:
    """The pages of a PDF file, under the numbers that are printed on them if the file says so.

    Raises:
        UnreadableError: the extra `documents` is not installed; or the content is no PDF file, is
            damaged, encrypted, too large, or has no text.
    """
    try:
        from pypdf import PdfReader  # noqa: PLC0415  # an extra
        from pypdf.errors import DependencyError, FileNotDecryptedError  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise needs_extra("PDF") from error
    if b"%PDF-" not in content[:1024]:
        raise UnreadableError("it is no PDF file")
    logging.getLogger("pypdf").addHandler(_MUTE)  # else it writes to stderr
    try:
        reader = PdfReader(BytesIO(content))
        texts = _texts(reader)
        names = _names(reader, len(texts))
    except (DependencyError, FileNotDecryptedError) as error:
        raise UnreadableError("it is encrypted", "save it without a password") from error
    except UnreadableError:
        raise
    except Exception as error:  # a damaged file makes pypdf raise almost anything
        raise UnreadableError("it is damaged") from error
    if not any(text.strip() for text in texts):
        raise UnreadableError(
            "it has no text, like a page that was photographed", "let a program recognize its text"
        )
    return [Page(text, name) for text, name in zip(_heads_apart(texts), names, strict=True)]


def _texts(reader: PdfReader) -> list[str]:
    texts, size = [], 0
    for page in reader.pages:
        texts.append(page.extract_text())
        size += len(texts[-1])
        if size > TEXT_LIMIT:
            raise UnreadableError(
                f"its text is longer than {TEXT_LIMIT // 1_000_000} million signs"
            )
    return texts


def _names(reader: PdfReader, number: int) -> list[str]:
    """The printed numbers of pages; where the file gives none, they are counted from 1."""
    labels = reader.page_labels
    return [labels[at] or str(at + 1) for at in range(number)]


def _heads_apart(texts: Sequence[str]) -> list[str]:
    """The texts of pages, running heads and page numbers parted from the rest by blank lines.

    Such a line is a bare number, or is the same on several pages but for its digits. Set apart, it
    does not hide that a sentence goes on from page to page.
    """
    pages = [[line for line in text.splitlines() if line.strip()] for text in texts]
    tops = Counter(_bare(line) for lines in pages for line in lines[:_HEADS])
    feet = Counter(_bare(line) for lines in pages for line in lines[-_HEADS:])
    return ["\n".join(_apart(_apart(text.splitlines(), tops)[::-1], feet)[::-1]) for text in texts]


def _apart(lines: list[str], repeated: Counter[str]) -> list[str]:
    """The lines, a blank line behind each of the first that is repeated on other pages."""
    apart: list[str] = []
    for at, line in enumerate(lines):
        is_text = _bare(line) and repeated[_bare(line)] == 1
        if at >= _HEADS or is_text:
            return [*apart, *lines[at:]]
        apart += [line, ""]
    return apart


def _bare(line: str) -> str:
    return _DIGITS.sub("", line).strip()

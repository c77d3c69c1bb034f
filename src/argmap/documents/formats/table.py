"""The formats of documents by the ends of their names; any other name is plain text.

What a format needs is imported where a document of that format is read: most maps have none.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from argmap.documents.formats.plain import text_from
from argmap.documents.pages import Page

if TYPE_CHECKING:
    from collections.abc import Callable


def pages_in(content: bytes, name: str) -> list[Page]:
    """The pages of a document, by the format that its name ends in.

    Raises:
        UnreadableError: the content is not of this format, or a library for it is missing.
    """
    return _READERS.get(PurePath(name).suffix.casefold(), _plain)(content)


def _plain(content: bytes) -> list[Page]:
    return [Page(text_from(content))]


def _html(content: bytes) -> list[Page]:
    from argmap.documents.formats.html import html_from, text_of_html  # noqa: PLC0415  # as above

    return [Page(text_of_html(html_from(content)))]


def _markdown(content: bytes) -> list[Page]:
    from argmap.documents.formats.markdown import text_of_markdown  # noqa: PLC0415  # as above

    return [Page(text_of_markdown(text_from(content)))]


def _docx(content: bytes) -> list[Page]:
    from argmap.documents.formats.docx import text_of_docx  # noqa: PLC0415  # as above

    return [Page(text_of_docx(content))]


def _pdf(content: bytes) -> list[Page]:
    from argmap.documents.formats.pdf import pages_of_pdf  # noqa: PLC0415  # as above

    return pages_of_pdf(content)


_READERS: dict[str, Callable[[bytes], list[Page]]] = {
    ".docm": _docx,  # its macros are not looked at
    ".docx": _docx,
    ".htm": _html,
    ".html": _html,
    ".markdown": _markdown,
    ".md": _markdown,
    ".pdf": _pdf,
    ".xhtml": _html,
}

ENDS = frozenset({*_READERS, ".txt"})
"""The ends of names that tell a document."""

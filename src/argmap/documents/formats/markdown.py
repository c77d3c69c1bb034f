"""Markdown as text: it is made HTML by a library, and read as such."""

from __future__ import annotations

from argmap.documents.formats.html import text_of_html
from argmap.documents.unreadable import needs_extra


def text_of_markdown(text: str) -> str:
    """The text of a Markdown document without its mark-up.

    Raises:
        UnreadableError: the extra `documents` is not installed.
    """
    try:
        from markdown_it import MarkdownIt  # noqa: PLC0415  # an extra
    except ModuleNotFoundError as error:
        raise needs_extra("Markdown") from error
    return text_of_html(MarkdownIt("commonmark").enable("table").render(text))

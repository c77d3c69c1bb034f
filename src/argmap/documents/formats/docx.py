"""DOCX as text: the paragraphs of a word processor's file, and below them its notes."""

from __future__ import annotations

from argmap.documents.formats.word import word_of

PART_LIMIT = 50_000_000  # bytes of a part when unpacked; an archive may claim any number


def text_of_docx(content: bytes) -> str:
    """The text of a DOCX file, a blank line between paragraphs.

    Raises:
        UnreadableError: the content is no DOCX file, is damaged, encrypted, or too large.
    """
    word = word_of(content, PART_LIMIT, with_styles=False)
    return "\n\n".join(paragraph.text for paragraph in (*word.body, *word.notes))
